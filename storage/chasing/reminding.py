"""Reminding: of whom a publication is still asked, how they were reached, how often they were reminded."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.acknowledgement.obligations import DUE, inducted
from storage.channels.connections import ARE_OUT
from storage.privacy.consents import without
from storage.rows import many
from storage.states import (
    AddressState,
    ConsentPurpose,
    DeliveryState,
    ObligationState,
    Purpose,
    Reason,
)
from storage.tables import addresses, deliveries, members, obligations, publications


@dataclass(frozen=True)
class Owed:
    """An outstanding obligation, as a reminder needs it."""

    id: int
    publication_id: int
    member_id: int
    unit_id: int
    version: int
    reminders: int
    reminded_at: datetime | None
    due_at: datetime | None


def owed_of(connection: Connection, publication_id: int, *, member_ids: Collection[int]) -> list[Owed]:
    """What the publication still asks of these members, of those who can be written to."""
    return many(
        connection,
        owed().where(
            obligations.c.publication_id == publication_id,
            obligations.c.state == ObligationState.EXPECTED,
            obligations.c.member_id.in_(member_ids),
        ),
        Owed,
    )


def owed() -> sa.Select[Any]:
    """What is open of those who can be reminded by a message, by member."""
    own = [name for name in Owed.__dataclass_fields__ if name != "due_at"]
    question = sa.select(*(obligations.c[name] for name in own), DUE.label("due_at")).join(
        publications, publications.c.id == obligations.c.publication_id
    )
    return can_be_written_to(question).order_by(obligations.c.member_id, obligations.c.id)


def can_be_written_to(question: sa.Select[Any]) -> sa.Select[Any]:
    """Of these obligations, those whose member can be reminded by a message."""
    return question.join(members, members.c.id == obligations.c.member_id).where(
        members.c.left_at.is_(None), sa.not_(members.c.on_paper), _HAS_ADDRESS, _AGREES
    )


_HAS_ADDRESS = sa.exists().where(
    addresses.c.member_id == obligations.c.member_id, addresses.c.state == AddressState.ACTIVE
)

_AGREES = sa.not_(without(ConsentPurpose.REMINDERS, obligations.c.member_id))
_ON_PAPER = (
    sa.exists().where(members.c.id == obligations.c.member_id, members.c.on_paper).correlate(obligations)
)


def hold(connection: Connection, member_ids: Collection[int]) -> None:
    """Let no other transaction remind these members until this one ends: the ceiling is counted first.

    SQLite has one writer anyway.
    """
    connection.execute(
        sa.select(members.c.id).where(members.c.id.in_(member_ids)).order_by(members.c.id).with_for_update()
    )


def keys_like(connection: Connection, pattern: str, *, member_ids: Collection[int]) -> Mapping[int, set[str]]:
    """The `once_key` of each reminder of these members that fits the LIKE pattern and was not dropped."""
    rows = connection.execute(
        sa.select(deliveries.c.member_id, deliveries.c.once_key).where(
            deliveries.c.purpose == Purpose.REMINDER,
            # It is about everything open, so of no publication; said so that the index finds its member.
            deliveries.c.publication_id.is_(None),
            deliveries.c.member_id.in_(member_ids),
            deliveries.c.once_key.like(pattern),
            deliveries.c.state.not_in(_DROPPED),
        )
    )
    keys: dict[int, set[str]] = {}
    for row in rows:
        keys.setdefault(row.member_id, set()).add(row.once_key)
    return keys


_DROPPED = (DeliveryState.SKIPPED, DeliveryState.CANCELLED, DeliveryState.EXPIRED)


def count(connection: Connection, owed: Owed, *, now: datetime) -> bool:
    """Note that the member was reminded of this, if nobody else has in the meantime and it is still open."""
    return (
        connection.execute(
            obligations.update()
            .where(
                obligations.c.id == owed.id,
                obligations.c.state == ObligationState.EXPECTED,
                obligations.c.reminders == owed.reminders,
            )
            .values(reminders=owed.reminders + 1, reminded_at=now)
        ).rowcount
        == 1
    )


@dataclass(frozen=True)
class Trace:
    """What is known of the way to a member: an address now, and what became of the cards of a publication.

    Args:
        has_address: one to which a reminder may go.
        arrived: a card was taken by the platform, or another copy was answered.
        in_doubt: a card may or may not have arrived, and nobody will ever know.
        waiting: a card is queued or under way.
        failed: a card was refused or could not be delivered, or waits where nothing goes out.
    """

    has_address: bool
    arrived: bool
    in_doubt: bool
    waiting: bool
    failed: bool


@dataclass(frozen=True)
class TraceCount:
    """How many outstanding members of a unit have the same trace."""

    unit_id: int
    amount: int
    trace: Trace


@dataclass(frozen=True)
class Outstanding:
    """A member who has not answered yet."""

    member_id: int
    full_name: str
    unit_id: int
    trace: Trace


def trace_counts(
    connection: Connection, publication_id: int, *, unit_ids: Collection[int] | None
) -> list[TraceCount]:
    """The outstanding obligations of a publication in these units (None: all), by unit and trace."""
    each = _traced(publication_id, unit_ids, obligations.c.unit_id).subquery("each")
    rows = connection.execute(
        sa.select(*each.c, sa.func.count().label("amount")).group_by(*each.c).order_by(*each.c)
    ).mappings()
    return [TraceCount(row["unit_id"], row["amount"], _trace(row)) for row in rows]


def outstanding(
    connection: Connection, publication_id: int, *, unit_ids: Collection[int] | None
) -> list[Outstanding]:
    """Who has not answered yet, in these units (None: all), by given name."""
    columns = (obligations.c.member_id, members.c.full_name, obligations.c.unit_id)
    question = (
        _traced(publication_id, unit_ids, *columns)
        .join(members, members.c.id == obligations.c.member_id)
        .order_by(members.c.sort_key, members.c.id)
    )
    return [
        Outstanding(row["member_id"], row["full_name"], row["unit_id"], _trace(row))
        for row in connection.execute(question).mappings()
    ]


def _traced(
    publication_id: int, unit_ids: Collection[int] | None, *columns: sa.ColumnElement[Any]
) -> sa.Select[Any]:
    answered_elsewhere = (deliveries.c.state == DeliveryState.SKIPPED) & (
        deliveries.c.reason == Reason.ANSWERED
    )
    question = sa.select(
        *columns,
        sa.and_(_HAS_ADDRESS, _AGREES, sa.not_(_ON_PAPER)).label("has_address"),
        _card(publication_id, (deliveries.c.state == DeliveryState.SENT) | answered_elsewhere, "arrived"),
        _card(publication_id, deliveries.c.state == DeliveryState.UNKNOWN, "in_doubt"),
        _card(publication_id, deliveries.c.state.in_(_UNDER_WAY) & sa.not_(_IS_STUCK), "waiting"),
        _card(
            publication_id,
            deliveries.c.state.in_(_NOT_DELIVERED) | (deliveries.c.state.in_(_UNDER_WAY) & _IS_STUCK),
            "failed",
        ),
    ).where(obligations.c.publication_id == publication_id, obligations.c.state == ObligationState.EXPECTED)
    return question if unit_ids is None else question.where(obligations.c.unit_id.in_(unit_ids))


_UNDER_WAY = (DeliveryState.QUEUED, DeliveryState.SENDING, DeliveryState.MAYBE)
_NOT_DELIVERED = (DeliveryState.FAILED, DeliveryState.UNREACHABLE)
# Whoever has no other way is to be called now, not when the platform is back.
_IS_STUCK = deliveries.c.message_id.is_(None) & deliveries.c.connection_id.in_(ARE_OUT)


def _card(publication_id: int, state: sa.ColumnElement[bool], name: str) -> sa.Label[bool]:
    card = (
        sa.exists()
        .where(
            deliveries.c.publication_id == publication_id,
            deliveries.c.member_id == obligations.c.member_id,
            deliveries.c.purpose == Purpose.CARD,
            state,
        )
        .correlate(obligations)
    )
    return (card | inducted(state)).label(name)


def _trace(row: sa.RowMapping) -> Trace:
    return Trace(**{name: bool(row[name]) for name in Trace.__dataclass_fields__})
