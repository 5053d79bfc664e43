"""What becomes of a delivery after an attempt, and what follows from it, in one transaction."""

import secrets
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot import retry
from bot.channels.contract import GROUP_MARK, Outcome, OutcomeKind
from bot.delivery import health, quota
from bot.delivery.giving_up import give_up_address
from bot.delivery.halting import halt_if_hopeless
from bot.delivery.preparing import Ready
from bot.delivery.uploading import is_forgotten, note_upload
from bot.logs import get
from bot.office import Office
from storage.channels import paces
from storage.database import Connection
from storage.delivery import renewals, settlements
from storage.delivery.claims import Claimed
from storage.delivery.settlements import Ending
from storage.inbox import refusals
from storage.organisation import people
from storage.states import DeliveryState, Purpose, Reason, Repeat

log = get(__name__)

_COUNTED = frozenset(
    {DeliveryState.SENT, DeliveryState.FAILED, DeliveryState.UNREACHABLE, DeliveryState.UNKNOWN}
)
_STANDING = frozenset({Purpose.CARD, Purpose.APPROVAL})
_LOOKED_AT = _STANDING | {Purpose.GROUP_CARD, Purpose.PROGRESS}
_PROGRESS_AFTER = timedelta(seconds=1)
_LONGEST_FOR_ALL = timedelta(minutes=1)
# What Zalo answers for a person who blocked the bot is not documented (facts/zalo.md 1.5).
_REFUSALS_IN_A_ROW = 3


@dataclass(frozen=True)
class Settled:
    """What the sender has to know afterwards.

    Args:
        taken: whether the row took the ending (another worker may have had it in the meantime).
        stopped: why the whole connection is refused, if it is.
    """

    taken: bool
    stopped: Reason | None = None


def settle(
    connection: Connection, office: Office, ready: Ready, outcome: Outcome, *, doubts: int = 0
) -> Settled:
    """Write the outcome and do what follows: pause, another address, a stopped publication.

    `doubts` counts the unclear outcomes on this connection since its last clear one: the longer a platform
    is away, the less of the queue is risked on it. What may be about one person alone holds up nobody else
    while the send before it was clear.
    """
    row = ready.row
    now = office.clock.machine()
    ending = _ending(row, outcome, now=now)
    if outcome.kind is OutcomeKind.SENT:
        ending = replace(ending, fingerprint=ready.fingerprint)
        if ready.reserved.of_the_last:
            ending = replace(ending, detail=quota.LAST_ONES)
    elif is_forgotten(ready.attached, outcome):
        ending = replace(ending, state=DeliveryState.QUEUED, again_at=now)
    taken = settlements.settle(connection, row, ending, now=now)
    note_upload(connection, office, row, ready.message, ready.attached, outcome)
    if taken:
        _follow(connection, office, row, outcome, ending, now=now)
    if outcome.kind is OutcomeKind.MAYBE and (doubts or not outcome.may_be_personal):
        rest = retry.after_not_sent(doubts, chance=1)
        paces.pause_connection(connection, row.connection_id, until=now + rest)
    # Locks are taken in one order everywhere: deliveries, rates, connections, usages.
    health.note_outcome(connection, office, row.connection_id, outcome)
    quota.settled(connection, office, row, outcome, reserved=ready.reserved)
    stopped = outcome.reason if outcome.kind is OutcomeKind.STOPPED else None
    return Settled(taken, stopped)


def _ending(row: Claimed, outcome: Outcome, *, now: datetime) -> Ending:
    ending = Ending(
        outcome=outcome.kind,
        state=DeliveryState.QUEUED,
        reason=outcome.reason,
        status=outcome.status,
        detail=outcome.detail,
    )
    match outcome.kind:
        case OutcomeKind.SENT:
            kept = row.message_id or outcome.message_id
            return replace(ending, state=DeliveryState.SENT, reason=None, message_id=kept)
        case OutcomeKind.MAYBE:
            state, again_at = after_doubt(
                policy(row.repeat, message_id=row.message_id), row.maybe_count, now=now
            )
            return replace(ending, state=state, again_at=again_at)
        # A month that is used up asks for no wait: the next look finds another way, or a later day.
        case OutcomeKind.NOT_SENT if outcome.retry_after is not None and outcome.reason is not Reason.QUOTA:
            return replace(ending, again_at=now + outcome.retry_after)
        case OutcomeKind.NOT_SENT:
            rest = retry.after_not_sent(row.failures, chance=_chance())
            return replace(ending, again_at=now + rest, failed=True)
        case OutcomeKind.REFUSED if outcome.reason is Reason.MESSAGE_GONE and row.message_id:
            # The message to be replaced is no longer there: the person gets the new one as a message.
            return replace(ending, again_at=now, forget_message=True)
        case OutcomeKind.REFUSED:
            return replace(ending, state=DeliveryState.FAILED)
        case OutcomeKind.UNREACHABLE:
            return replace(ending, state=DeliveryState.UNREACHABLE)
        case OutcomeKind.MOVED | OutcomeKind.STOPPED:
            return replace(ending, again_at=now)


def policy(repeat: Repeat, *, message_id: str | None) -> Repeat:
    """An edit may be made again freely, whatever the message's own policy is."""
    return Repeat.FREELY if message_id else repeat


def after_doubt(repeat: Repeat, maybe_count: int, *, now: datetime) -> tuple[DeliveryState, datetime | None]:
    """Where a delivery goes whose outcome is unclear: *maybe* until a copy may go, or *unknown*."""
    rest = retry.after_maybe(repeat, maybe_count=maybe_count, chance=_chance())
    if rest is None:
        return DeliveryState.UNKNOWN, None
    return DeliveryState.MAYBE, now + rest


def _chance() -> float:
    return secrets.randbelow(1000) / 1000


def _follow(
    connection: Connection, office: Office, row: Claimed, outcome: Outcome, ending: Ending, *, now: datetime
) -> None:
    if row.purpose is Purpose.CARD and row.publication_id is not None and ending.state in _COUNTED:
        # Leaders see whom it has reached; a moment later, so that one edit tells of many.
        soon = now + _PROGRESS_AFTER
        renewals.progress(connection, publication_ids=[row.publication_id], now=soon)
    if outcome.kind is OutcomeKind.SENT and row.purpose in _LOOKED_AT:
        sure = not _may_be_outdated(row)
        renewals.look_once_more(connection, row.id, now=now, only_outdated=sure)
    elif outcome.kind is OutcomeKind.NOT_SENT and outcome.reason is not Reason.QUOTA:
        _pause(connection, row, outcome, until=ending.again_at or now, now=now)
    elif outcome.kind is OutcomeKind.MOVED:
        people.move_address(connection, row.address_id, chat_id=outcome.chat_id)
    elif outcome.kind is OutcomeKind.UNREACHABLE:
        give_up_address(connection, office, row, outcome.reason or Reason.OTHER)
    elif outcome.may_be_personal or (outcome.kind, outcome.reason) == (OutcomeKind.REFUSED, Reason.OTHER):
        _give_up_after_many(connection, office, row)
    elif ending.state is DeliveryState.FAILED and outcome.reason is Reason.CONTENT:
        halt_if_hopeless(connection, office, row, detail=outcome.detail)


def _give_up_after_many(connection: Connection, office: Office, row: Claimed) -> None:
    """A refusal that no table knows says nothing of why; several in a row, while others are served, do."""
    # A group's id stands bare or marked, as its platform tells groups.
    called = (row.chat_id, f"{GROUP_MARK}{row.chat_id}") if row.is_group else (row.chat_id,)
    if refusals.are_in_a_row(connection, row, conversations=called, amount=_REFUSALS_IN_A_ROW):
        settlements.reached_nobody(connection, row, reason=Reason.OTHER)
        give_up_address(connection, office, row, Reason.OTHER)


def _may_be_outdated(row: Claimed) -> bool:
    """Whether what it tells may have changed while it was being sent, without anybody queueing it again."""
    return row.purpose is Purpose.PROGRESS or (row.message_id is not None and row.purpose in _STANDING)


def _pause(connection: Connection, row: Claimed, outcome: Outcome, *, until: datetime, now: datetime) -> None:
    if outcome.reason is Reason.TOO_FAST:
        paces.pause_conversation(connection, row.address_id, until=until)
        if not outcome.whole_connection:
            return
        # Waits of hours for one chat are known: after a minute another chat finds out how the bot stands.
        until = min(until, now + _LONGEST_FOR_ALL)
    # Without a connection every other send would fail the same way: the whole connection rests.
    paces.pause_connection(connection, row.connection_id, until=until)
