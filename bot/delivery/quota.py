"""Each message costs one of the connection's month: reserved before it goes, given back if it surely did not.

A message that may have arrived counts: rather one too many than a month that ends before the count does.
"""

from datetime import timedelta

from bot.channels.contract import Outcome, OutcomeKind
from bot.delivery.quotas import passing_on
from bot.delivery.quotas.months import month_of
from bot.delivery.quotas.purposes import comes_first
from bot.delivery.quotas.standing import Standing, compulsory_waiting, settings_of, standing_of
from bot.logs import get
from bot.office import Office
from storage.channels import (
    usages,
)
from storage.database import Connection
from storage.delivery import (
    held_back,
)
from storage.delivery.claims import Claimed
from storage.states import Purpose, Reason

log = get(__name__)

NOT_COUNTED = ""
"""Instead of a month: the message costs nothing."""
MOST_TO_A_STRANGER = 20
"""Answers in a day to a conversation that stands for nobody, where they are counted: joining takes fewer, and
nobody is to use the others' month up by writing to the bot."""
_A_DAY = timedelta(days=1)
_SURELY_NOT = frozenset(OutcomeKind) - {OutcomeKind.SENT, OutcomeKind.MAYBE}


def reserve(connection: Connection, office: Office, row: Claimed) -> str | None:
    """Count the message that is about to go out, in the transaction that takes it into hand.

    Returns:
        The month in which it counts, `NOT_COUNTED`, or None where the month has no room for it: then the
        delivery was passed on, put off or skipped (`bot.delivery.quotas.passing_on`).
    """
    settings = None if row.message_id is not None else settings_of(connection, office, row.connection_id)
    if settings is None:
        return NOT_COUNTED
    month = month_of(office)
    if standing_of(settings, usages.of_month(connection, row.connection_id, month)) is None:
        return NOT_COUNTED
    standing = standing_of(settings, usages.hold(connection, row.connection_id, month))
    if standing is None:
        return NOT_COUNTED
    if _asks_too_often(connection, office, row):
        log.warning("a stranger is answered no more today", address=row.address_id)
        passing_on.skip(connection, office, row)
        return None
    if not _may_go(connection, office, row, standing):
        log.info("no room in the month", delivery=row.id, purpose=row.purpose, connection=row.connection_id)
        passing_on.pass_on(connection, office, row)
        return None
    usages.count_outgoing(connection, row.connection_id, month)
    return month


def settled(connection: Connection, office: Office, row: Claimed, outcome: Outcome, *, month: str) -> None:
    """Give back what an attempt that was certainly not accepted has counted; note a month that is used up.

    To be called last in the transaction: who takes deliveries holds the connection's rate first, and the
    month after it.

    Args:
        connection: the transaction that writes the outcome.
        office: the office.
        row: the delivery.
        outcome: of the attempt.
        month: what `reserve` returned.
    """
    if month != NOT_COUNTED and outcome.kind in _SURELY_NOT:
        usages.give_back(connection, row.connection_id, month)
    if outcome.reason is Reason.QUOTA and outcome.whole_connection:
        log.error("the platform says that the month is used up", connection=row.connection_id)
        # Of the month in which it was sent: the answer may come after midnight on the first.
        spent = month_of(office) if month == NOT_COUNTED else month
        usages.note_spent(connection, row.connection_id, spent, at=office.clock.machine())


def _asks_too_often(connection: Connection, office: Office, row: Claimed) -> bool:
    if row.purpose is not Purpose.REPLY or row.owner_id is not None or row.is_group:
        return False
    since = office.clock.machine() - _A_DAY
    return held_back.answers_since(connection, row.address_id, since=since) >= MOST_TO_A_STRANGER


def _may_go(connection: Connection, office: Office, row: Claimed, standing: Standing) -> bool:
    if comes_first(row):
        return standing.remaining > 0
    # Counting what waits is left out where what is kept settles it already.
    if standing.remaining <= standing.kept:
        return False
    most = standing.remaining
    return most > compulsory_waiting(connection, office, row.connection_id, most=most)
