"""Reminding: of whom a publication is still asked, how they were reached, how often they were reminded."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.acknowledgement.obligations import DUE, LISTS_IT
from storage.channels.connections import ARE_OUT, CAN_BE_WRITTEN_TO
from storage.privacy.consents import without
from storage.rows import many
from storage.states import ConsentPurpose, DeliveryState, ObligationState, Platform, Purpose, Reason
from storage.tables import addresses, connections, deliveries, members, obligations, publications


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


_HAS_ADDRESS = sa.exists().where(addresses.c.member_id == obligations.c.member_id, CAN_BE_WRITTEN_TO)
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
        held: a card waits for the next month, in time: this one has no room for it.
        no_room: this month has no room for a card, and the next one comes after the due date, or it was
            dropped.
    """

    has_address: bool
    arrived: bool
    in_doubt: bool
    waiting: bool
    failed: bool
    held: bool = False
    no_room: bool = False


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
    connection: Connection, publication_id: int, *, unit_ids: Collection[int] | None, silent_since: datetime
) -> list[TraceCount]:
    """The outstanding obligations of a publication in these units (None: all), by unit and trace.

    What waits where no call was answered since `silent_since` (machine time) counts as failed.
    """
    each = _traced(publication_id, unit_ids, silent_since, obligations.c.unit_id).subquery("each")
    rows = connection.execute(
        sa.select(*each.c, sa.func.count().label("amount")).group_by(*each.c).order_by(*each.c)
    ).mappings()
    return [TraceCount(row["unit_id"], row["amount"], _trace(row)) for row in rows]


def outstanding(
    connection: Connection, publication_id: int, *, unit_ids: Collection[int] | None, silent_since: datetime
) -> list[Outstanding]:
    """Who has not answered yet, in these units (None: all), by given name; see `trace_counts`."""
    columns = (obligations.c.member_id, members.c.full_name, obligations.c.unit_id)
    question = (
        _traced(publication_id, unit_ids, silent_since, *columns)
        .join(members, members.c.id == obligations.c.member_id)
        .group_by(members.c.id)
        .order_by(members.c.sort_key, members.c.id)
    )
    return [
        Outstanding(row["member_id"], row["full_name"], row["unit_id"], _trace(row))
        for row in connection.execute(question).mappings()
    ]


def platforms_without_room(connection: Connection, publication_id: int) -> list[Platform]:
    """The platforms on which this month has no room for cards of the publication, in a fixed order."""
    question = (
        sa.select(connections.c.platform)
        .distinct()
        .join(deliveries, deliveries.c.connection_id == connections.c.id)
        .where(
            deliveries.c.publication_id == publication_id,
            deliveries.c.purpose == Purpose.CARD,
            _HELD | _DROPPED_FOR_ROOM,
        )
    )
    return sorted(connection.execute(question).scalars())


def _traced(
    publication_id: int,
    unit_ids: Collection[int] | None,
    silent_since: datetime,
    *columns: sa.ColumnElement[Any],
) -> sa.Select[Any]:
    # Joined once: asked for each trace by itself, it takes as many times as long.
    is_card = (deliveries.c.publication_id == publication_id) & (deliveries.c.purpose == Purpose.CARD)
    is_theirs = deliveries.c.member_id == obligations.c.member_id
    traces = (sa.func.max(sa.case((state, 1), else_=0)) == 1 for state in _states(silent_since))
    question = (
        sa.select(
            *columns,
            sa.and_(_HAS_ADDRESS, _AGREES, sa.not_(_ON_PAPER)).label("has_address"),
            *map(sa.Label, _TRACES, traces),
        )
        .select_from(obligations)
        .join(publications, publications.c.id == obligations.c.publication_id)
        .outerjoin(deliveries, (is_card & is_theirs) | (LISTS_IT & is_theirs))
        .where(
            obligations.c.publication_id == publication_id,
            obligations.c.state == ObligationState.EXPECTED,
        )
        .group_by(obligations.c.id)
    )
    return question if unit_ids is None else question.where(obligations.c.unit_id.in_(unit_ids))


_TRACES = ("arrived", "in_doubt", "waiting", "failed", "held", "no_room")


def _states(silent_since: datetime) -> tuple[sa.ColumnElement[bool], ...]:
    answered_elsewhere = (deliveries.c.state == DeliveryState.SKIPPED) & (
        deliveries.c.reason == Reason.ANSWERED
    )
    under_way = deliveries.c.state.in_(_UNDER_WAY)
    is_stuck = _is_stuck(silent_since)
    # Where nobody gave a date, any month will do.
    is_in_time = sa.func.coalesce(deliveries.c.due_at < DUE, sa.true())
    return (
        (deliveries.c.state == DeliveryState.SENT) | answered_elsewhere,
        deliveries.c.state == DeliveryState.UNKNOWN,
        under_way & sa.not_(is_stuck) & sa.not_(_HELD),
        deliveries.c.state.in_(_NOT_DELIVERED) | (under_way & is_stuck),
        _HELD & is_in_time,
        (_HELD & sa.not_(is_in_time)) | _DROPPED_FOR_ROOM,
    )


_UNDER_WAY = (DeliveryState.QUEUED, DeliveryState.SENDING, DeliveryState.MAYBE)
_NOT_DELIVERED = (DeliveryState.FAILED, DeliveryState.UNREACHABLE)
_FOR_ROOM = sa.func.coalesce(deliveries.c.reason == Reason.QUOTA, sa.false())
_HELD = (deliveries.c.state == DeliveryState.QUEUED) & deliveries.c.message_id.is_(None) & _FOR_ROOM
_DROPPED_FOR_ROOM = (deliveries.c.state == DeliveryState.SKIPPED) & _FOR_ROOM


def _is_stuck(silent_since: datetime) -> sa.ColumnElement[bool]:
    # Whoever has no other way is to be called now, not when the platform is back.
    silent = sa.select(connections.c.id).where(connections.c.failing_since <= silent_since)
    there = deliveries.c.connection_id.in_(ARE_OUT) | deliveries.c.connection_id.in_(silent)
    return deliveries.c.message_id.is_(None) & there


def _trace(row: sa.RowMapping) -> Trace:
    return Trace(**{name: bool(row[name]) for name in Trace.__dataclass_fields__})
