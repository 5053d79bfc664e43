"""Taking deliveries into hand: tokens, intent, a last look and the message, all in one transaction."""

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.channels.contract import Abilities
from bot.delivery.composing import ComposeTable, Skip
from bot.logs import get
from bot.messages.blocks import Line, Message, from_json, to_json
from bot.messages.sealing import Sealer, owner
from bot.messages.splitting import split
from bot.office import Office
from bot.texts import channels, delivering
from storage import claims, deliveries, paces, settlements
from storage.claims import Claimed, Wanted
from storage.database import Connection
from storage.deliveries import RANKS, NewDelivery
from storage.settlements import Ending
from storage.states import DeliveryState, Lane, Reason, Repeat, Urgency

log = get(__name__)

# A broadcast takes at most three slots at once, so that an answer never waits long behind it.
_BROADCAST_AT_ONCE = 3
# An answer is taken into hand only when its slot is this near; further ones stay in the queue, in order.
_REPLY_AHEAD = timedelta(milliseconds=500)
# While a broadcast waits, answers that reserve far ahead would keep it from ever finding a free moment.
_SHARED_AHEAD = timedelta(milliseconds=150)


@dataclass(frozen=True)
class Wire:
    """One connection as the sender knows it.

    Args:
        connection_id: which.
        per_second: sends it may make.
        abilities: what its platform can do.
        worker: who takes.
        lease: how long a taken row is held.
        paced: whether a conversation rests after each message, as messengers want it.
    """

    connection_id: int
    per_second: float
    abilities: Abilities
    worker: str
    lease: timedelta
    paced: bool = True


@dataclass(frozen=True)
class Ready:
    """A delivery that goes out now.

    Args:
        row: in hand.
        message: sealed, fit for one message of the platform.
        slot_at: when its token is due (machine time).
        fingerprint: of the message before sealing.
    """

    row: Claimed
    message: Message
    slot_at: datetime
    fingerprint: str


@dataclass(frozen=True)
class Batch:
    """What one look into the queue brought.

    Args:
        ready: to be sent.
        closed: rows that were settled without sending (skipped, unchanged).
    """

    ready: tuple[Ready, ...]
    closed: int

    @property
    def empty(self) -> bool:
        """Whether there was nothing to do."""
        return not self.ready and not self.closed


def take(connection: Connection, office: Office, wire: Wire, table: ComposeTable, *, room: int) -> Batch:
    """Take what may go out now, answers first, then broadcast; `room` more sends may be under way."""
    if room <= 0:
        return Batch((), 0)
    now = office.clock.machine()
    rows, slot = _take_reply(connection, office, wire, now=now)
    if not rows:
        rows, slot = _take_broadcast(connection, office, wire, now=now, room=room)
    ready = [_prepare(connection, office, wire, table, row, slot) for row in rows]
    return Batch(tuple(one for one in ready if one is not None), sum(one is None for one in ready))


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
    wanted = _wanted(office, wire, Lane.BROADCAST, now=now, limit=limit)
    rows = claims.claim(connection, wanted, worker=wire.worker, lease=wire.lease, paced=wire.paced)
    if not rows:
        return [], 0
    return rows, _spend(connection, wire, len(rows), now)


def _spend(connection: Connection, wire: Wire, sends: int, now: datetime) -> int:
    return paces.spend(connection, wire.connection_id, sends=sends, per_second=wire.per_second, now=now)


def _prepare(
    connection: Connection, office: Office, wire: Wire, table: ComposeTable, row: Claimed, slot: int
) -> Ready | None:
    message = _compose(connection, office, table, row)
    if isinstance(message, Skip):
        _close(connection, office, row, DeliveryState.SKIPPED, message.reason)
        return None
    mark = fingerprint(message)
    if row.message_id is not None and mark == row.fingerprint:
        # The card stands so already: an edit that changes nothing is not made.
        _close(connection, office, row, DeliveryState.SENT, None)
        return None
    if row.maybe_count and row.message_id is None:
        message = replace(message, blocks=(Line(delivering.SENT_AGAIN), *message.blocks))
    first, *others = split(message, limit=wire.abilities.text_limit, continued=channels.CONTINUED)
    if row.message_id is None:
        _queue_rest(connection, office, row, others)
    sealed = Sealer(office.key).seal(
        first,
        owner=owner(member_id=row.owner_id, address_id=row.address_id, connection_id=row.connection_id),
        now=office.clock.machine(),
    )
    return Ready(row, sealed, paces.moment(slot), mark)


def _compose(connection: Connection, office: Office, table: ComposeTable, row: Claimed) -> Message | Skip:
    if row.content is not None:
        return from_json(row.content)
    if row.member_id is not None and row.owner_id != row.member_id:
        return Skip(Reason.LEFT)
    try:
        return table[row.purpose](connection, office, row)
    except Exception:
        # One row that cannot be composed must not stop the queue behind it; the row says so.
        log.exception("composing failed", delivery=row.id, purpose=row.purpose)
        return Skip(Reason.CONTENT)


def fingerprint(message: Message) -> str:
    """Short and equal for equal messages (their tokens, which change with time, left aside)."""
    return hashlib.sha256(to_json(message).encode()).hexdigest()[:16]


def _close(
    connection: Connection, office: Office, row: Claimed, state: DeliveryState, reason: Reason | None
) -> None:
    ending = Ending(outcome="not needed", state=state, reason=reason)
    settlements.settle(connection, row, ending, now=office.clock.machine())


def _queue_rest(connection: Connection, office: Office, row: Claimed, others: list[Message]) -> None:
    before = row.once_key
    for number, part in enumerate(others, start=2):
        once_key = f"{row.once_key}:p{number}"
        deliveries.add(
            connection,
            NewDelivery(
                once_key=once_key,
                address_id=row.address_id,
                purpose=row.purpose,
                due_at=office.clock.machine(),
                lane=row.lane,
                urgency=row.urgency,
                rank=RANKS[Urgency.URGENT],
                repeat=Repeat.ONCE,
                publication_id=row.publication_id,
                content=to_json(part),
                after=before,
            ),
        )
        before = once_key
