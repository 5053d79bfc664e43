"""New versions of a publication: who is asked again, who gets a new card, what older cards stand for.

Each step is one statement, flat in memory whatever the number of members.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.audience.audiences import first_addresses
from storage.delivery.deliveries import RANKS, new_row_defaults
from storage.history import Entry
from storage.organisation.exemptions import from_everything
from storage.publication.broadcasts import history_columns
from storage.publication.reaching import reached
from storage.states import (
    DeliveryState,
    Lane,
    ObligationState,
    Origin,
    PublicationState,
    Purpose,
    Repeat,
    Urgency,
)
from storage.tables import attachments, deliveries, history, members, obligations, publications

_CLOSED = (ObligationState.ACKNOWLEDGED, ObligationState.READ_ALOUD)
_OPEN = (ObligationState.EXPECTED, ObligationState.QUESTION)
_CARDS = (Purpose.CARD, Purpose.GROUP_CARD)


@dataclass(frozen=True)
class Correction:
    """A new version going out.

    Args:
        version: its number.
        due_at: the publication's due date from now on.
        topic_id: under which it is looked up from now on.
        issued_by: members who issue it: they are not asked again.
        now: office time.
        machine: machine time, for what is queued.
    """

    publication_id: int
    version: int
    due_at: datetime | None
    topic_id: int | None
    issued_by: frozenset[int]
    urgency: Urgency
    repeat: Repeat
    now: datetime
    machine: datetime


def raise_version(connection: Connection, correction: Correction) -> bool:
    """Make it the publication's newest version; whether the one before it was, and is not withdrawn."""
    return (
        connection.execute(
            publications.update()
            .where(
                publications.c.id == correction.publication_id,
                publications.c.version == correction.version - 1,
                publications.c.state != PublicationState.WITHDRAWN,
            )
            .values(version=correction.version, due_at=correction.due_at, topic_id=correction.topic_id)
        ).rowcount
        == 1
    )


def hold(connection: Connection, publication_id: int) -> None:
    """Let nobody answer until the transaction ends: what is read of the obligations now stays so."""
    connection.execute(
        obligations.update()
        .where(obligations.c.publication_id == publication_id)
        .values(version=obligations.c.version)
    )


def asked_again(connection: Connection, publication_id: int, *, but: Collection[int], now: datetime) -> int:
    """How many would be asked again by a material change now (office time)."""
    question = sa.select(sa.func.count()).where(*_goes_back(publication_id, but, now))
    return int(connection.execute(question).scalar_one())


def ask_again(connection: Connection, correction: Correction, entry: Entry) -> int:
    """Ask those who had answered once more, and those who had not for the new version; after `hold`.

    Who is exempt, was let go or has left stays so. The entry says who, through which door and when.

    Returns:
        Of how many it is asked again.
    """
    again = _goes_back(correction.publication_id, correction.issued_by, correction.now)
    columns = history_columns(entry) | {
        "from_state": sa.cast(obligations.c.state, sa.String),
        "to_state": sa.literal(ObligationState.EXPECTED.value),
        "version": sa.literal(correction.version),
        "detail": sa.literal(Origin.ASKED_AGAIN.value),
    }
    question = sa.select(*columns.values()).where(*again).order_by(obligations.c.id)
    connection.execute(history.insert().from_select(list(columns), question))
    later = sa.case((obligations.c.due_at > correction.due_at, obligations.c.due_at), else_=None)
    own_due = {} if correction.due_at is None else {"due_at": later}
    still_open = (
        obligations.c.publication_id == correction.publication_id,
        obligations.c.state.in_(_OPEN),
    )
    connection.execute(obligations.update().where(*still_open).values(version=correction.version, **own_due))
    return connection.execute(
        obligations.update()
        .where(*again)
        .values(
            state=ObligationState.EXPECTED,
            origin=Origin.ASKED_AGAIN,
            version=correction.version,
            expected_at=correction.now,
            changed_at=correction.now,
            address_id=None,
            read_aloud_at=None,
            place="",
            witness="",
            recorded_by=None,
            reminders=0,
            reminded_at=None,
            **own_due,
        )
    ).rowcount


def _goes_back(
    publication_id: int, but: Collection[int], now: datetime
) -> tuple[sa.ColumnElement[bool], ...]:
    let_off = from_everything(now)
    is_here = sa.select(members.c.id).where(members.c.left_at.is_(None))
    return (
        obligations.c.publication_id == publication_id,
        obligations.c.state.in_(_CLOSED),
        obligations.c.member_id.in_(is_here),
        obligations.c.member_id.not_in(list(but)),
        obligations.c.member_id.not_in(sa.select(let_off.c.member_id)),
    )


def carry_on(connection: Connection, correction: Correction) -> None:
    """A minor change: what is open is asked for the new version, and the cards that went out stand for it."""
    publication_id, version = correction.publication_id, correction.version
    connection.execute(
        obligations.update()
        .where(obligations.c.publication_id == publication_id, obligations.c.state.in_(_OPEN))
        .values(version=version)
    )
    stand_for(connection, publication_id, version=version)


def stand_for(connection: Connection, publication_id: int, *, version: int, unsent: bool = False) -> None:
    """Let the cards of the version before stand for that one; with `unsent` only those that still wait.

    What stood before an earlier material correction says something else: it stays what it was.
    """
    which = [
        deliveries.c.publication_id == publication_id,
        deliveries.c.purpose.in_(_CARDS),
        deliveries.c.after_id.is_(None),
        deliveries.c.version == version - 1,
    ]
    if unsent:
        which += [
            deliveries.c.state == DeliveryState.QUEUED,
            deliveries.c.message_id.is_(None),
            deliveries.c.maybe_count == 0,
        ]
    connection.execute(deliveries.update().where(*which).values(version=version))


def queue_cards(connection: Connection, correction: Correction, *, asks: bool) -> int:
    """Owe a card of the new version to whoever is asked for it; of what asks nothing, to whom it had reached.

    Returns:
        How many were queued.
    """
    publication_id, first = correction.publication_id, first_addresses()
    had_it = reached(publication_id).subquery("had_it")
    whose = (
        sa.select(obligations.c.member_id).where(
            obligations.c.publication_id == publication_id, obligations.c.state.in_(_OPEN)
        )
        if asks
        else sa.select(had_it.c.member_id)
    )
    prefix = f"pub:{publication_id}:v{correction.version}:m"
    shared: dict[str, Any] = {
        **new_row_defaults(correction.machine),
        "purpose": Purpose.CARD,
        "publication_id": publication_id,
        "version": correction.version,
        "urgency": correction.urgency,
        "repeat": correction.repeat,
        "rank": RANKS[correction.urgency],
        "lane": Lane.BROADCAST,
        "due_at": correction.machine,
    }
    columns: dict[str, Any] = {
        "once_key": sa.literal(prefix).concat(sa.cast(members.c.id, sa.String)).concat(":card"),
        "connection_id": first.c.connection_id,
        "address_id": first.c.address_id,
        "member_id": members.c.id,
        **{name: sa.literal(value, deliveries.c[name].type) for name, value in shared.items()},
    }
    question = (
        sa.select(*columns.values())
        .join_from(members, first, first.c.member_id == members.c.id)
        .where(members.c.left_at.is_(None), sa.not_(members.c.on_paper), members.c.id.in_(whose))
        .order_by(members.c.id)
    )
    # PostgreSQL's count of an INSERT is kept only when asked for.
    adding = deliveries.insert().from_select(list(columns), question)
    return connection.execute(adding.execution_options(preserve_rowcount=True)).rowcount


def has_newer_card(connection: Connection, *, publication_id: int, member_id: int, version: int) -> bool:
    """Whether the member has, or is to get, a card of a later version than that."""
    whose = (deliveries.c.member_id == member_id, deliveries.c.purpose == Purpose.CARD)
    return _has_newer(connection, publication_id, version, *whose)


def has_newer_in_group(connection: Connection, *, publication_id: int, address_id: int, version: int) -> bool:
    """The same of a group chat."""
    whose = (deliveries.c.address_id == address_id, deliveries.c.purpose == Purpose.GROUP_CARD)
    return _has_newer(connection, publication_id, version, *whose)


def _has_newer(
    connection: Connection, publication_id: int, version: int, *whose: sa.ColumnElement[bool]
) -> bool:
    newer = sa.exists().where(
        deliveries.c.publication_id == publication_id,
        *whose,
        deliveries.c.after_id.is_(None),
        deliveries.c.version > version,
        deliveries.c.state.in_(_THERE_OR_UNDER_WAY),
    )
    return bool(connection.execute(sa.select(newer)).scalar())


_THERE_OR_UNDER_WAY = (
    DeliveryState.QUEUED,
    DeliveryState.SENDING,
    DeliveryState.SENT,
    DeliveryState.MAYBE,
    DeliveryState.UNKNOWN,
)
_ARRIVED = (DeliveryState.SENT, DeliveryState.MAYBE, DeliveryState.UNKNOWN)


def last_shown(connection: Connection, *, publication_id: int, member_id: int) -> int | None:
    """The latest version whose card went to the member, as far as anybody knows; None: none did."""
    arrived = deliveries.c.message_id.is_not(None) | deliveries.c.state.in_(_ARRIVED)
    question = sa.select(sa.func.max(deliveries.c.version)).where(
        deliveries.c.publication_id == publication_id,
        deliveries.c.member_id == member_id,
        deliveries.c.purpose == Purpose.CARD,
        deliveries.c.after_id.is_(None),
        arrived,
    )
    shown: int | None = connection.execute(question).scalar_one()
    return shown


def copy_attachments(connection: Connection, *, from_draft_id: int, to_draft_id: int) -> None:
    """Let the one draft begin with the files of the other."""
    copied = ("file_id", "name", "place")
    question = sa.select(sa.literal(to_draft_id), *(attachments.c[name] for name in copied)).where(
        attachments.c.draft_id == from_draft_id
    )
    connection.execute(attachments.insert().from_select(["draft_id", *copied], question))
