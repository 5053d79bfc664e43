"""The last look at a delivery in hand, and the message that goes out."""

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.channels.contract import Abilities, Attached
from bot.delivery import quota
from bot.delivery.composing import ComposeTable, Skip
from bot.delivery.consents import needed_for
from bot.delivery.halting import halt_if_hopeless
from bot.delivery.holding import hold_while_quiet
from bot.delivery.offering import numbered
from bot.delivery.plainly import is_part, plainly
from bot.delivery.uploading import attached_to
from bot.logs import get
from bot.messages.blocks import Line, Message, from_json, to_json
from bot.messages.sealing import Sealer, owner
from bot.messages.splitting import split
from bot.office import Office
from bot.texts import channels, delivering
from storage.database import Connection
from storage.delivery import deliveries, digests, parts, settlements
from storage.delivery.claims import Claimed
from storage.delivery.deliveries import RANKS, NewDelivery
from storage.delivery.settlements import Ending
from storage.privacy import consents
from storage.states import DeliveryState, Purpose, Reason, Repeat, Urgency

log = get(__name__)

# Kept free in every first part, so that a copy with its mark is cut at the same places.
_MARK = len(delivering.SENT_AGAIN) + 1
# A part goes out only behind one that went out, or may have.
_LED_ON = frozenset({DeliveryState.SENT, DeliveryState.MAYBE, DeliveryState.UNKNOWN})
# Whoever left or withdrew their consent may be back tomorrow.
_MAY_COME_BACK = frozenset({Reason.LEFT, Reason.NO_CONSENT})


@dataclass(frozen=True)
class Wire:
    """One connection as the sender knows it.

    Args:
        connection_id: which.
        per_second: sends it may make.
        abilities: what its platform can do.
        worker: who takes.
        lease: how long a taken row is held.
        in_flight: sends that may be under way at once.
        paced: whether a conversation rests after each message, as messengers want it.
        numbered: what buttons offer may be answered by number too (the sandbox shows any chat so).
    """

    connection_id: int
    per_second: float
    abilities: Abilities
    worker: str
    lease: timedelta
    in_flight: int = 8
    paced: bool = True
    numbered: bool = False


@dataclass(frozen=True)
class Ready:
    """A delivery that goes out now.

    Args:
        row: in hand.
        message: sealed, fit for one message of the platform.
        slot_at: when its token is due (machine time).
        fingerprint: of the message before it was fitted to the platform and sealed.
        attached: what its `File` block names.
        reserved: its place in the month (`bot.delivery.quota`).
    """

    row: Claimed
    message: Message
    slot_at: datetime
    fingerprint: str
    attached: Attached | None = None
    reserved: quota.Reserved = quota.NOT_COUNTED


def prepare(
    connection: Connection,
    office: Office,
    wire: Wire,
    table: ComposeTable,
    row: Claimed,
    *,
    slot_at: datetime,
) -> Ready | None:
    """Look again and build the message; None when the row was closed instead.

    A row that cannot be made into a message is closed as failed: it must not stop the queue behind it.
    """
    try:
        # On PostgreSQL a fault in a question would spoil the whole transaction without the savepoint.
        with connection.begin_nested():
            return _prepare(connection, office, wire, table, row, slot_at=slot_at)
    except Exception as fault:
        # Whatever a composer, an old row's content or the splitting may raise; the row says what it was.
        log.exception("composing failed", delivery=row.id, purpose=row.purpose)
        kind = type(fault).__name__
        _close(connection, office, row, DeliveryState.FAILED, Reason.CONTENT, detail=f"not composed: {kind}")
        halt_if_hopeless(connection, office, row, detail=f"not composed: {kind}")
        return None


def _prepare(
    connection: Connection,
    office: Office,
    wire: Wire,
    table: ComposeTable,
    row: Claimed,
    *,
    slot_at: datetime,
) -> Ready | None:
    if row.message_id is not None and not wire.abilities.edits:
        # What was said stands there as it was; what has changed since is asked for anew.
        _close(connection, office, row, DeliveryState.SENT, Reason.NO_EDITS)
        return None
    if hold_while_quiet(connection, office, row):
        return None
    message = _look_again(connection, office, table, row)
    if isinstance(message, Skip):
        _close(connection, office, row, DeliveryState.SKIPPED, message.reason)
        if row.purpose is Purpose.DIGEST and message.reason in _MAY_COME_BACK:
            digests.release_unsent(connection, [row.id])
        return None
    mark = fingerprint(message)
    if row.message_id is not None and mark == row.fingerprint:
        # The card stands so already: an edit that changes nothing is not made.
        _close(connection, office, row, DeliveryState.SENT, None)
        return None
    reserved = quota.reserve(connection, office, row)
    if reserved is None:
        return None
    shown = _shown(connection, office, wire, row, message)
    first, *others = _parts(shown, wire, reserved)
    _queue_rest(connection, office, row, others)
    if row.maybe_count and row.message_id is None:
        first = replace(first, blocks=(Line(delivering.SENT_AGAIN), *first.blocks))
    sealed = Sealer(office.key).seal(
        first,
        owner=owner(member_id=row.owner_id, address_id=row.address_id, connection_id=row.connection_id),
        now=office.clock.machine(),
    )
    return Ready(row, sealed, slot_at, mark, attached_to(connection, row, first), reserved)


def _parts(shown: Message, wire: Wire, reserved: quota.Reserved) -> tuple[Message, ...]:
    """What goes out one after the other; where the month has no room for all of it, its beginning."""
    limit, said = wire.abilities.text_limit - _MARK, ""
    if reserved.ends_today:
        said = delivering.LAST_ANSWER
    found = split(shown, limit=limit - _with_line(said), continued=channels.CONTINUED)
    if reserved.rest is not None and len(found) > reserved.rest + 1:
        said = delivering.CUT
        found = split(shown, limit=limit - _with_line(said), continued=channels.CONTINUED)[:1]
    if not said:
        return found
    *before, last = found
    return (*before, replace(last, blocks=(*last.blocks, Line(said))))


def _with_line(text: str) -> int:
    return len(text) + 1 if text else 0


def _shown(connection: Connection, office: Office, wire: Wire, row: Claimed, message: Message) -> Message:
    """The message as the platform can show it."""
    if not wire.abilities.buttons:
        return plainly(connection, office, row, message)
    return numbered(connection, office, row, message) if wire.numbered and not is_part(row) else message


def _look_again(connection: Connection, office: Office, table: ComposeTable, row: Claimed) -> Message | Skip:
    if row.member_id is not None and row.owner_id != row.member_id:
        return Skip(Reason.LEFT)
    if row.after_id is not None and deliveries.state_of(connection, row.after_id) not in _LED_ON:
        return Skip(Reason.CHANGED)
    if _is_withheld(connection, row):
        return Skip(Reason.NO_CONSENT)
    if row.content is not None:
        return from_json(row.content)
    return table[row.purpose](connection, office, row)


def _is_withheld(connection: Connection, row: Claimed) -> bool:
    needed = needed_for(row.purpose)
    return (
        needed is not None
        and row.member_id is not None
        and consents.withholds(connection, row.member_id, needed)
    )


def fingerprint(message: Message) -> str:
    """Short and equal for equal messages (their tokens, which change with time, left aside)."""
    return hashlib.sha256(to_json(message).encode()).hexdigest()[:16]


def _close(
    connection: Connection,
    office: Office,
    row: Claimed,
    state: DeliveryState,
    reason: Reason | None,
    *,
    detail: str = "",
) -> None:
    ending = Ending(outcome="not needed", state=state, reason=reason, detail=detail)
    settlements.settle(connection, row, ending, now=office.clock.machine())


def _queue_rest(connection: Connection, office: Office, row: Claimed, others: list[Message]) -> None:
    before = row.once_key
    if row.attempt_number > 1:
        parts.call_off(connection, row.once_key, row.address_id, from_number=len(others) + 2)
    for number, part in enumerate(others, start=2):
        once_key = parts.part_key(row.once_key, number, row.address_id)
        parts.put(
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
