"""A connection is out: what waits there, and whom nothing else reaches."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.states import AddressState, DeliveryState, PublicationState, Purpose
from storage.tables import addresses, deliveries, history, members, publications

OUT, GOOD = "out", "good"
"""In history, of a connection."""


@dataclass(frozen=True)
class Ways:
    """Which connections are out, and which are not.

    Args:
        out: nothing goes there first.
        others: those that are served and not out.
        room: how many messages may still go there, of those whose month is limited.
        rows: hold for the deliveries that it is about, beside where they wait.
    """

    out: Collection[int]
    others: Collection[int]
    room: Mapping[int, int] = field(default_factory=dict)
    rows: tuple[sa.ColumnElement[bool], ...] = ()

    @property
    def open(self) -> tuple[sa.ColumnElement[bool], ...]:
        """Hold for the addresses that are another way."""
        return (
            addresses.c.state == AddressState.ACTIVE,
            addresses.c.is_group.is_(False),
            addresses.c.connection_id.in_(self.others),
        )

    @property
    def stuck(self) -> tuple[sa.ColumnElement[bool], ...]:
        """Hold for the deliveries that wait where it is out and could go another way.

        Only what is composed when its turn comes, and stands in no chat yet: an answer, a further part of a
        text and an edit stay where they belong. What is in doubt stays too, until its copy is due.
        """
        return (
            deliveries.c.connection_id.in_(self.out),
            deliveries.c.state == DeliveryState.QUEUED,
            deliveries.c.message_id.is_(None),
            deliveries.c.content.is_(None),
            deliveries.c.after_id.is_(None),
            deliveries.c.member_id.is_not(None),
            *self.rows,
        )


def waiting(connection: Connection, connection_ids: Collection[int]) -> int:
    """How many messages wait to go out on these."""
    question = sa.select(sa.func.count()).where(
        deliveries.c.connection_id.in_(connection_ids),
        deliveries.c.state == DeliveryState.QUEUED,
        deliveries.c.message_id.is_(None),
    )
    return int(connection.execute(question).scalar_one())


def publications_waiting(connection: Connection, connection_ids: Collection[int]) -> list[int]:
    """The publications in force of which a card waits to go out on these."""
    question = (
        sa.select(deliveries.c.publication_id)
        .distinct()
        .join(publications, publications.c.id == deliveries.c.publication_id)
        .where(
            *Ways(connection_ids, ()).stuck,
            deliveries.c.purpose == Purpose.CARD,
            publications.c.state == PublicationState.IN_FORCE,
        )
    )
    return list(connection.execute(question).scalars())


def begun(
    connection: Connection, connection_ids: Collection[int], *, from_at: datetime
) -> dict[int, list[datetime]]:
    """When the outages of these began since then, by connection (office time)."""
    question = sa.select(history.c.thing_id, history.c.at).where(
        history.c.thing == "connection",
        history.c.thing_id.in_(connection_ids),
        history.c.to_state == OUT,
        history.c.at > from_at,
    )
    found: dict[int, list[datetime]] = {}
    for row in connection.execute(question):
        found.setdefault(row.thing_id, []).append(row.at)
    return found


def heard(connection: Connection, pattern: str, *, since: datetime) -> set[int]:
    """Which members got news of such a name (LIKE), or may have, that was owed since then (machine time)."""
    question = sa.select(deliveries.c.member_id).where(
        deliveries.c.publication_id.is_(None),
        deliveries.c.purpose == Purpose.CONNECTION_NEWS,
        deliveries.c.once_key.like(pattern),
        deliveries.c.created_at >= since,
        deliveries.c.state.in_(_MAY_HAVE_ARRIVED),
    )
    return set(connection.execute(question).scalars())


_MAY_HAVE_ARRIVED = (
    DeliveryState.SENDING,
    DeliveryState.SENT,
    DeliveryState.MAYBE,
    DeliveryState.UNKNOWN,
)


@dataclass(frozen=True)
class Stranded:
    """Members who have no other way.

    Args:
        amount: how many.
        names: the first of them, by given name.
    """

    amount: int
    names: tuple[str, ...]


def without_another_way(
    connection: Connection, ways: Ways, *, unit_ids: Collection[int] | None, most_names: int
) -> Stranded:
    """Who of these units (None: all) can be written to only where it is out."""
    only_there = sa.exists().where(
        addresses.c.member_id == members.c.id,
        addresses.c.state == AddressState.ACTIVE,
        addresses.c.connection_id.in_(ways.out),
    )
    elsewhere = sa.exists().where(addresses.c.member_id == members.c.id, *ways.open)
    fits = [members.c.left_at.is_(None), sa.not_(members.c.on_paper), only_there, ~elsewhere]
    if unit_ids is not None:
        fits.append(members.c.unit_id.in_(unit_ids))
    amount = int(connection.execute(sa.select(sa.func.count()).where(*fits)).scalar_one())
    first = sa.select(members.c.full_name).where(*fits).order_by(members.c.sort_key, members.c.id)
    names = connection.execute(first.limit(most_names)).scalars() if amount and most_names else ()
    return Stranded(amount, tuple(names))
