"""Progress for leaders whose messenger edits nothing: their cards rest, and one message a day tells instead.

A resting row is SKIPPED for want of edits. Its `subject` is the last moment that passed, `fingerprint` the
figures that were told, `detail` the name of the message that told them.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.rows import many
from storage.states import DeliveryState, ObligationState, PublicationState, Purpose, Reason, Urgency
from storage.tables import deliveries, obligations, publications

_OPEN = (ObligationState.EXPECTED, ObligationState.QUESTION)
_WENT_OUT = (
    DeliveryState.QUEUED,
    DeliveryState.SENDING,
    DeliveryState.SENT,
    DeliveryState.MAYBE,
    DeliveryState.UNKNOWN,
)


@dataclass(frozen=True)
class Resting:
    """A leader's card of a publication in force.

    Args:
        told: the last moment that was told of; 0: none.
        figures: as they were told then.
        told_by: name of the message that told them; empty: none.
        published_at: of the publication (office time).
        due_at: of the publication.
    """

    id: int
    connection_id: int
    member_id: int
    publication_id: int
    urgency: Urgency
    told: int
    figures: str
    told_by: str
    published_at: datetime
    due_at: datetime | None


def resting(
    connection: Connection, connection_ids: Collection[int], *, before: int, member_id: int | None = None
) -> list[Resting]:
    """The cards that rest on these connections and have moments before this one behind them, by leader."""
    told = sa.func.coalesce(deliveries.c.subject, 0)
    own = ("id", "connection_id", "member_id", "publication_id", "urgency")
    question = (
        sa.select(
            *(deliveries.c[name] for name in own),
            told.label("told"),
            deliveries.c.fingerprint.label("figures"),
            deliveries.c.detail.label("told_by"),
            publications.c.published_at,
            publications.c.due_at,
        )
        .join(publications, publications.c.id == deliveries.c.publication_id)
        .where(
            deliveries.c.purpose == Purpose.PROGRESS,
            deliveries.c.state == DeliveryState.SKIPPED,
            deliveries.c.reason == Reason.NO_EDITS,
            deliveries.c.connection_id.in_(connection_ids),
            deliveries.c.member_id.is_not(None),
            publications.c.state == PublicationState.IN_FORCE,
            told < before,
        )
        .order_by(deliveries.c.member_id, deliveries.c.publication_id)
    )
    if member_id is not None:
        question = question.where(deliveries.c.member_id == member_id)
    return many(connection, question, Resting)


def still_open(connection: Connection, publication_ids: Collection[int]) -> dict[int, dict[int, int]]:
    """How many have not answered these, by publication and unit."""
    columns = (obligations.c.publication_id, obligations.c.unit_id)
    rows = connection.execute(
        sa.select(*columns, sa.func.count().label("amount"))
        .where(obligations.c.publication_id.in_(publication_ids), obligations.c.state.in_(_OPEN))
        .group_by(*columns)
    )
    found: dict[int, dict[int, int]] = {}
    for row in rows:
        found.setdefault(row.publication_id, {})[row.unit_id] = row.amount
    return found


def note_moment(connection: Connection, resting_id: int, moment: int) -> None:
    """Write down that the moment has passed, with a message or without."""
    _change(connection, resting_id, subject=moment)


def note_told(connection: Connection, resting_id: int, *, figures: str, told_by: str) -> None:
    """Write down which message tells which figures."""
    _change(connection, resting_id, fingerprint=figures, detail=told_by)


def _change(connection: Connection, resting_id: int, **values: int | str) -> None:
    connection.execute(
        deliveries.update()
        .where(deliveries.c.id == resting_id, deliveries.c.state == DeliveryState.SKIPPED)
        .values(values)
    )


def is_queued(connection: Connection, once_key: str) -> bool:
    """Whether there is a message of that name, whatever became of it."""
    named = sa.select(deliveries.c.id).where(deliveries.c.once_key == once_key)
    return connection.execute(named).first() is not None


def gone_out(connection: Connection, once_keys: Collection[str]) -> frozenset[str]:
    """Those of the messages that went out or are to go, at the first address or a further one."""
    found = set()
    for once_key in once_keys:
        named = (deliveries.c.once_key == once_key) | deliveries.c.once_key.like(f"{once_key}:a%")
        there = sa.select(deliveries.c.id).where(named, deliveries.c.state.in_(_WENT_OUT)).limit(1)
        if connection.execute(there).first() is not None:
            found.add(once_key)
    return frozenset(found)


def told_in(connection: Connection, *, member_id: int, once_key: str) -> list[int]:
    """The publications of which the message of that name tells this leader, the oldest first."""
    question = sa.select(deliveries.c.publication_id).where(
        deliveries.c.member_id == member_id,
        deliveries.c.purpose == Purpose.PROGRESS,
        deliveries.c.publication_id.is_not(None),
        deliveries.c.detail == once_key,
    )
    return list(connection.execute(question.order_by(deliveries.c.publication_id)).scalars())
