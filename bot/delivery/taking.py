"""Taking deliveries into hand: tokens and intent, then a last look and the message, in one transaction."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.delivery.composing import ComposeTable
from bot.delivery.preparing import Ready, Wire, prepare
from bot.office import Office
from storage.channels import paces
from storage.database import Connection
from storage.delivery import claims
from storage.delivery.claims import Claimed, Wanted
from storage.states import Lane, Urgency

# A broadcast takes at most three slots at once, so that an answer never waits long behind it.
_BROADCAST_AT_ONCE = 3
_KEPT_FOR_ANSWERS = 2
# An answer is taken into hand only when its slot is this near; further ones stay in the queue, in order.
_REPLY_AHEAD = timedelta(milliseconds=500)
# While a broadcast waits, answers that reserve far ahead would keep it from ever finding a free moment.
_SHARED_AHEAD = timedelta(milliseconds=150)


@dataclass(frozen=True)
class Batch:
    """What one look into the queue brought.

    Args:
        ready: to be sent.
        closed: rows that were settled without sending (skipped, unchanged).
        next_at: when there are tokens again, where they were wanting (machine time).
    """

    ready: tuple[Ready, ...] = ()
    closed: int = 0
    next_at: datetime | None = None

    @property
    def empty(self) -> bool:
        """Whether there was nothing to do."""
        return not self.ready and not self.closed


@dataclass(frozen=True)
class Room:
    """How many more sends may be under way: answers, and of them broadcast."""

    answers: int
    broadcast: int


def room_of(wire: Wire, *, busy: int, in_doubt: bool) -> Room:
    """The room that is left with `busy` sends under way.

    Slow sends of a broadcast leave some free for answers. While the platform's answers are unclear, one
    send at a time finds out how it stands.
    """
    if in_doubt:
        return Room(1 - busy, 1 - busy)
    kept = _KEPT_FOR_ANSWERS if wire.in_flight > _KEPT_FOR_ANSWERS else 0
    return Room(wire.in_flight - busy, wire.in_flight - kept - busy)


def take(connection: Connection, office: Office, wire: Wire, table: ComposeTable, *, room: Room) -> Batch:
    """Take what may go out now, answers first, then broadcast."""
    if room.answers <= 0:
        return Batch()
    now = office.clock.machine()
    if not claims.is_anything_due(connection, wire.connection_id, now=now):
        return Batch()
    rows, slot = _take_reply(connection, office, wire, now=now)
    if not rows:
        rows, slot = _take_broadcast(connection, office, wire, now=now, room=room.broadcast)
    if not rows:
        return Batch(next_at=_next_tokens(connection, wire, now=now))
    # Three that were taken together leave one after the other, each in its own slot.
    every = round(paces.SECOND / wire.per_second)
    ready: list[Ready] = []
    for row in rows:
        slot_at = paces.moment(slot + len(ready) * every)
        one = prepare(connection, office, wire, table, row, slot_at=slot_at)
        if one is not None:
            ready.append(one)
    closed = len(rows) - len(ready)
    # What is put off or not needed any more uses up nobody's slot.
    paces.give_back(connection, wire.connection_id, sends=closed, per_second=wire.per_second)
    return Batch(tuple(ready), closed)


def _wanted(office: Office, wire: Wire, lane: Lane, *, now: datetime, limit: int) -> Wanted:
    office_now = office.clock.now()
    # Answers to a person go at any hour (design.md section 6).
    open_now = frozenset(Urgency) if lane is Lane.REPLY else office.calendar.open_urgencies(office_now)
    return Wanted(wire.connection_id, lane, open_now, limit, now, office_now)


def _take_reply(
    connection: Connection, office: Office, wire: Wire, *, now: datetime
) -> tuple[list[Claimed], int]:
    slot = max(paces.lock_rate(connection, wire.connection_id), paces.micros(now))
    broadcast = _wanted(office, wire, Lane.BROADCAST, now=now, limit=1)
    shared = claims.broadcast_waits(connection, broadcast)
    if shared:
        slot = max(slot, paces.reply_share_from(connection, wire.connection_id))
    if slot > paces.micros(now + (_SHARED_AHEAD if shared else _REPLY_AHEAD)):
        return [], 0
    wanted = _wanted(office, wire, Lane.REPLY, now=now, limit=1)
    rows = claims.claim(connection, wanted, worker=wire.worker, lease=wire.lease, paced=wire.paced)
    if not rows:
        return [], 0
    if shared:
        paces.spend_reply_share(connection, wire.connection_id, per_second=wire.per_second, now=now)
    return rows, max(slot, _spend(connection, wire, 1, now))


def _take_broadcast(
    connection: Connection, office: Office, wire: Wire, *, now: datetime, room: int
) -> tuple[list[Claimed], int]:
    if paces.lock_rate(connection, wire.connection_id) > paces.micros(now):
        return [], 0
    limit = min(_BROADCAST_AT_ONCE, room)
    if limit <= 0:
        return [], 0
    wanted = _wanted(office, wire, Lane.BROADCAST, now=now, limit=limit)
    rows = claims.claim(connection, wanted, worker=wire.worker, lease=wire.lease, paced=wire.paced)
    if not rows:
        return [], 0
    return rows, _spend(connection, wire, len(rows), now)


def _spend(connection: Connection, wire: Wire, sends: int, now: datetime) -> int:
    return paces.spend(connection, wire.connection_id, sends=sends, per_second=wire.per_second, now=now)


def _next_tokens(connection: Connection, wire: Wire, *, now: datetime) -> datetime | None:
    tat = paces.lock_rate(connection, wire.connection_id)
    return paces.moment(tat) if tat > paces.micros(now) else None
