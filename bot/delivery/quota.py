"""Each message costs one of the connection's month: reserved before it goes, given back if it surely did not.

A message that may have arrived counts: rather one too many than a month that ends before the count does.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.channels.contract import Outcome, OutcomeKind
from bot.delivery.quotas import passing_on
from bot.delivery.quotas.months import machine_time, month_of, next_month
from bot.delivery.quotas.purposes import Part, part_of
from bot.delivery.quotas.standing import Standing, compulsory_waiting, settings_of, standing_of
from bot.logs import get
from bot.office import Office
from storage.channels import usages
from storage.database import Connection
from storage.delivery import held_back, kept_back
from storage.delivery.claims import Claimed
from storage.organisation import people
from storage.states import Purpose, Reason, Role

log = get(__name__)

MOST_TO_A_STRANGER = 20
"""Answers in a day to a conversation that stands for nobody, where they are counted: joining takes fewer, and
nobody is to use the others' month up by writing to the bot."""
MOST_OF_THE_LAST = 3
"""Answers in a day to one person out of what is kept for answers."""
LAST_ONES = "kept for answers"
"""The detail of an answer that was one of these."""
_A_DAY = timedelta(days=1)
_SURELY_NOT = frozenset(OutcomeKind) - {OutcomeKind.SENT, OutcomeKind.MAYBE}


@dataclass(frozen=True)
class Reserved:
    """A place in the month for a message that is about to go out.

    Args:
        month: in which it counts; empty: it costs nothing.
        asks: the platform had called the month over, and this message asks it again.
        of_the_last: it is an answer out of what is kept for answers.
        ends_today: the last such answer of the day to this conversation.
        rest: how many more messages may follow it at once; None: any number.
    """

    month: str = ""
    asks: bool = False
    of_the_last: bool = False
    ends_today: bool = False
    rest: int | None = None


NOT_COUNTED = Reserved()


def reserve(connection: Connection, office: Office, row: Claimed) -> Reserved | None:
    """Count the message that is about to go out, in the transaction that takes it into hand.

    Returns:
        Its place, or None where the month has no room for it: then the delivery was passed on, put off or
        skipped (`bot.delivery.quotas.passing_on`).
    """
    settings = None if row.message_id is not None else settings_of(connection, office, row.connection_id)
    if settings is None:
        return NOT_COUNTED
    month = month_of(office)
    if standing_of(office, settings, usages.of_month(connection, row.connection_id, month)) is None:
        return NOT_COUNTED
    standing = standing_of(office, settings, usages.hold(connection, row.connection_id, month))
    if standing is None:
        return NOT_COUNTED
    if _asks_too_often(connection, office, row):
        log.warning("a stranger is answered no more today", address=row.address_id)
        passing_on.skip(connection, office, row)
        return None
    reserved = _place(connection, office, row, standing, month=month)
    if reserved is None:
        log.info("no room in the month", delivery=row.id, purpose=row.purpose, connection=row.connection_id)
        passing_on.pass_on(connection, office, row)
        return None
    if reserved.asks:
        # Until it is known what becomes of it, nothing else asks.
        usages.note_spent(connection, row.connection_id, month, at=office.clock.machine())
    usages.count_outgoing(connection, row.connection_id, month)
    return reserved


def settled(
    connection: Connection, office: Office, row: Claimed, outcome: Outcome, *, reserved: Reserved
) -> None:
    """Give back what an attempt that was certainly not accepted has counted; note a month that is used up.

    To be called last in the transaction: who takes deliveries holds the connection's rate first, and the
    month after it.

    Args:
        connection: the transaction that writes the outcome.
        office: the office.
        row: the delivery.
        outcome: of the attempt.
        reserved: what `reserve` returned.
    """
    now = office.clock.machine()
    if reserved.month and outcome.kind in _SURELY_NOT:
        usages.give_back(connection, row.connection_id, reserved.month)
    if outcome.reason is Reason.QUOTA and outcome.whole_connection:
        log.error("the platform says that the month is used up", connection=row.connection_id)
        # Of the month in which it was sent: the answer may come after midnight on the first.
        usages.note_spent(connection, row.connection_id, reserved.month or month_of(office), at=now)
    elif reserved.asks:
        _learn(connection, office, row, outcome, reserved, now=now)


def _learn(
    connection: Connection,
    office: Office,
    row: Claimed,
    outcome: Outcome,
    reserved: Reserved,
    *,
    now: datetime,
) -> None:
    if outcome.kind is OutcomeKind.SENT:
        log.info("the platform takes messages of this month again", connection=row.connection_id)
        usages.note_spent(connection, row.connection_id, reserved.month, at=None)
        held_back.forget_skipped(connection, row.connection_id, now=now)
        return
    settings = settings_of(connection, office, row.connection_id)
    if settings is not None:
        # It said nothing about the month, so the next message asks.
        at = now - settings.asks_again_after
        usages.note_spent(connection, row.connection_id, reserved.month, at=at)


def _asks_too_often(connection: Connection, office: Office, row: Claimed) -> bool:
    if row.purpose is not Purpose.REPLY or row.owner_id is not None or row.is_group:
        return False
    since = office.clock.machine() - _A_DAY
    return held_back.answers_since(connection, row.address_id, since=since) >= MOST_TO_A_STRANGER


def _place(
    connection: Connection, office: Office, row: Claimed, standing: Standing, *, month: str
) -> Reserved | None:
    asks = standing.may_ask(office.clock.machine())
    if asks:
        standing = standing.unspent
    if not standing.remaining:
        return None
    is_part = row.after_id is not None and row.content is not None
    if standing.limit and not is_part:
        # What has begun is sent to its end: its parts have their places already.
        ends = machine_time(office, next_month(office))
        begun = kept_back.parts_waiting(connection, row.connection_id, before=ends)
        standing = replace(standing, used=standing.used + begun)
    part = part_of(connection, row)
    if not _may_go(connection, office, row, standing, part):
        return None
    rest = standing.remaining - 1 if standing.limit else None
    reserved = Reserved(month, asks=asks, rest=rest)
    if row.purpose is not Purpose.REPLY or is_part or standing.remaining > standing.kept_for_answers:
        return reserved
    return _of_the_last(connection, office, row, reserved)


def _may_go(connection: Connection, office: Office, row: Claimed, standing: Standing, part: Part) -> bool:
    waiting = 0
    # Counting what waits is left out where what is kept settles it already.
    if part is Part.ORDINARY and standing.remaining > standing.kept:
        most = standing.remaining
        waiting = compulsory_waiting(connection, office, row.connection_id, most=most)
    return standing.room_for(part, waiting=waiting) > 0


def _of_the_last(connection: Connection, office: Office, row: Claimed, reserved: Reserved) -> Reserved | None:
    if row.owner_id is not None and _is_admin(connection, office, row.owner_id):
        # Who can do something about it is answered as long as there is a message left.
        return reserved
    since = office.clock.machine() - _A_DAY
    had = held_back.answers_since(connection, row.address_id, since=since, detail=LAST_ONES)
    if had >= MOST_OF_THE_LAST:
        return None
    return replace(reserved, of_the_last=True, ends_today=had + 1 == MOST_OF_THE_LAST)


def _is_admin(connection: Connection, office: Office, member_id: int) -> bool:
    held = people.roles_of(connection, member_id, now=office.clock.now())
    return any(one.role is Role.ADMIN for one in held)
