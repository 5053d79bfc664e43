"""Claiming what is to be sent now: the intent, written before anything leaves (design.md section 5)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.channels.paces import hold_conversations, micros
from storage.rows import many
from storage.states import DeliveryState, Lane, PublicationState, Purpose, Repeat, Urgency
from storage.tables import addresses, attempts, deliveries, paces, publications

OUTDATED = "outdated"
"""In the place of a fingerprint: what the row tells has changed since it was taken into hand."""


@dataclass(frozen=True)
class Claimed:
    """A delivery in hand, with what is needed to compose and send it."""

    id: int
    once_key: str
    connection_id: int
    address_id: int
    chat_id: str
    is_group: bool
    owner_id: int | None
    """Whose address it is now."""
    member_id: int | None
    """For whom the delivery was meant."""
    purpose: Purpose
    subject: int | None
    publication_id: int | None
    session_id: int | None
    after_id: int | None
    expires_at: datetime | None
    version: int | None
    lane: Lane
    urgency: Urgency
    repeat: Repeat
    content: str | None
    attempt_number: int
    failures: int
    maybe_count: int
    message_id: str | None
    fingerprint: str
    worker: str = ""
    rank: int = 1


@dataclass(frozen=True)
class Wanted:
    """Which rows a worker asks for.

    Args:
        connection_id: of which connection.
        lane: answers or broadcast.
        urgencies: those whose sending hours are open.
        limit: how many at most.
        now: machine time.
        office_now: office time, for expiry.
    """

    connection_id: int
    lane: Lane
    urgencies: Collection[Urgency]
    limit: int
    now: datetime
    office_now: datetime


def claim(
    connection: Connection, wanted: Wanted, *, worker: str, lease: timedelta, paced: bool = True
) -> list[Claimed]:
    """Take rows into hand: state, lease and the attempt are written in the caller's transaction.

    At most one row a conversation, in order of rank and number.
    With `paced` a conversation rests after each message, as messengers want it.
    """
    picked: dict[int, Claimed] = {}
    for candidate in _candidates(connection, wanted):
        if len(picked) < wanted.limit:
            picked.setdefault(candidate.address_id, candidate)
    claimed = list(picked.values())
    for row in claimed:
        _take(connection, row, worker=worker, now=wanted.now, lease_until=wanted.now + lease)
    if paced:
        hold_conversations(connection, {row.address_id: row.is_group for row in claimed}, now=wanted.now)
    return [_in_hand(row, worker) for row in claimed]


def _candidates(connection: Connection, wanted: Wanted) -> list[Claimed]:
    values = _values_of(wanted) | {
        "rested": micros(wanted.now),
        # Several rows may wait for one conversation: look a little further than the limit.
        "most": wanted.limit * 4,
    }
    return many(connection, _question(), Claimed, values)


@cache
def _question() -> sa.Select[Any]:
    """Asked many times a second, and built once: building takes longer than asking."""
    before = deliveries.alias("before")
    question = (
        sa.select(
            *(deliveries.c[name] for name in _OWN_COLUMNS),
            addresses.c.chat_id,
            addresses.c.is_group,
            addresses.c.member_id.label("owner_id"),
        )
        .join(addresses, addresses.c.id == deliveries.c.address_id)
        .where(*_ripe())
        .where(
            ~sa.exists().where(
                before.c.id == deliveries.c.after_id,
                before.c.state.in_((DeliveryState.QUEUED, DeliveryState.SENDING)),
            ),
            ~sa.exists().where(
                paces.c.address_id == deliveries.c.address_id, paces.c.next_at > sa.bindparam("rested")
            ),
            ~sa.exists().where(
                publications.c.id == deliveries.c.publication_id,
                publications.c.state == PublicationState.HALTED,
                deliveries.c.purpose == Purpose.CARD,
            ),
        )
        .order_by(deliveries.c.rank, deliveries.c.id)
        .limit(sa.bindparam("most"))
    )
    return question.with_for_update(skip_locked=True, of=deliveries)


_OWN_COLUMNS = (
    "id",
    "once_key",
    "connection_id",
    "address_id",
    "member_id",
    "purpose",
    "subject",
    "publication_id",
    "session_id",
    "after_id",
    "expires_at",
    "version",
    "lane",
    "urgency",
    "repeat",
    "content",
    "attempt_number",
    "failures",
    "maybe_count",
    "message_id",
    "fingerprint",
    "rank",
)


def _ripe() -> list[sa.ColumnElement[bool]]:
    open_now: sa.BindParameter[Any] = sa.bindparam("urgencies", expanding=True)
    return [
        deliveries.c.connection_id == sa.bindparam("of_connection"),
        deliveries.c.state == DeliveryState.QUEUED,
        deliveries.c.lane == sa.bindparam("of_lane"),
        # What stands in a chat already may change at any hour: nobody is called by it.
        deliveries.c.urgency.in_(open_now) | deliveries.c.message_id.is_not(None),
        deliveries.c.due_at <= sa.bindparam("now"),
        deliveries.c.expires_at.is_(None) | (deliveries.c.expires_at > sa.bindparam("office_now")),
    ]


def _values_of(wanted: Wanted) -> dict[str, Any]:
    return {
        "of_connection": wanted.connection_id,
        "of_lane": wanted.lane,
        "urgencies": list(wanted.urgencies),
        "now": wanted.now,
        "office_now": wanted.office_now,
    }


def _take(connection: Connection, row: Claimed, *, worker: str, now: datetime, lease_until: datetime) -> None:
    # What is composed now tells how it is now.
    fresh = {"fingerprint": ""} if row.fingerprint == OUTDATED else {}
    connection.execute(
        deliveries.update()
        .where(deliveries.c.id == row.id)
        .values(
            state=DeliveryState.SENDING,
            worker=worker,
            lease_until=lease_until,
            attempt_number=row.attempt_number + 1,
            **fresh,
        )
    )
    connection.execute(
        attempts.insert().values(
            delivery_id=row.id,
            attempt_number=row.attempt_number + 1,
            worker=worker,
            started_at=now,
            detail="",
        )
    )


def _in_hand(row: Claimed, worker: str) -> Claimed:
    fields = {**row.__dict__, "worker": worker, "attempt_number": row.attempt_number + 1}
    return Claimed(**fields)


def broadcast_waits(connection: Connection, wanted: Wanted) -> bool:
    """Whether a broadcast row could be sent now on this connection."""
    return bool(connection.execute(_broadcast_waits(), _values_of(wanted)).scalar())


@cache
def _broadcast_waits() -> sa.Select[tuple[bool]]:
    return sa.select(sa.exists().where(*_ripe()))


def is_anything_due(connection: Connection, connection_id: int, *, now: datetime) -> bool:
    """Whether anything at all is queued there and due by now (machine time), whatever the hour allows."""
    return bool(connection.execute(_anything_due(), {"of_connection": connection_id, "now": now}).scalar())


@cache
def _anything_due() -> sa.Select[tuple[bool]]:
    return sa.select(
        sa.exists().where(
            deliveries.c.connection_id == sa.bindparam("of_connection"),
            deliveries.c.state == DeliveryState.QUEUED,
            deliveries.c.due_at <= sa.bindparam("now"),
        )
    )
