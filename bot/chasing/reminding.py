"""Reminding by the clock: once for each obligation before it is due, one message for all that is open."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from bot.access import Caller, Door
from bot.chasing.queueing import Count, Moment, contacts_on, moment, remind, with_room
from bot.logs import get
from bot.office import Office
from storage.chasing import reminder_windows, reminding
from storage.chasing.reminder_windows import Due, Window
from storage.chasing.reminding import Owed
from storage.database import Connection

log = get(__name__)
_CLOCK = Caller(member_id=None, door=Door.CLOCK)

# Members in one transaction: the writer is free again for people's taps in between.
_AT_ONCE = 200


@dataclass(frozen=True)
class _Page:
    """Some members with what they owe; `last` is where the next page begins."""

    owed: tuple[Owed, ...]
    last: int


async def remind_due(office: Office) -> int:
    """Queue the reminders whose hour has come; calling it again changes nothing.

    An obligation is reminded of at `settings.reminders.working_days_before`; what was asked after that hour,
    at the last reminder hour before it is due. Hours missed while Loa stood still are made up for by one
    message, unless the due date is over. Somebody who has had a day's ceiling is reminded the next day, if
    that is still in time.

    Returns:
        How many members are reminded.
    """
    goes = moment(office)
    reminded = last = 0
    while True:
        # A look without a transaction first: mostly there is nothing to do.
        page = await office.database.read(partial(_page, office=office, goes=goes, after=last))
        if not page.last:
            break
        last = page.last
        if page.owed:
            member_ids = sorted({one.member_id for one in page.owed})
            count = await office.database.transaction(
                partial(_remind, office=office, goes=goes, member_ids=member_ids)
            )
            reminded += count.reminded
    if reminded:
        log.info("reminders queued", members=reminded)
        office.bell.ring()
    return reminded


def _page(connection: Connection, office: Office, *, goes: Moment, after: int) -> _Page:
    windows = _windows(connection, office, goes)
    owed = reminder_windows.owed_in(connection, windows, after_member=after, limit=_AT_ONCE)
    if not owed:
        return _Page((), 0)
    member_ids = {one.member_id for one in owed}
    had = contacts_on(connection, goes, member_ids)
    most = office.settings.reminders.most_per_day
    may = [one for one in owed if had[one.member_id] < most]
    # Nothing is noted of who has no room: without this look they would be held and asked at every knock.
    return _Page(tuple(with_room(connection, office, may, goes=goes)), max(member_ids))


def _remind(connection: Connection, office: Office, *, goes: Moment, member_ids: Sequence[int]) -> Count:
    reminding.hold(connection, member_ids)
    # Read again: somebody may have answered, or another process may have reminded them.
    owed = reminder_windows.owed_in(connection, _windows(connection, office, goes), member_ids=member_ids)
    return remind(connection, office, _CLOCK, owed, goes=goes, until_due=True)


def _windows(connection: Connection, office: Office, goes: Moment) -> list[Window]:
    now = office.clock.now()
    return [
        window
        for due in reminder_windows.due_ahead(connection, now=now)
        # Held by the sending hours until after the due date: too late to be of use.
        if goes.at < due.due_at
        for window in _windows_of(office, due)
        if window.slot_at <= now
    ]


def _windows_of(office: Office, due: Due) -> tuple[Window, ...]:
    regular = _slot(office, due, office.settings.reminders.working_days_before)
    last = _slot(office, due, 0)
    own = due.due_at if due.is_own else None
    first = Window(due.publication_id, regular, own_due_at=own)
    if last <= regular:
        return (first,)
    return (first, Window(due.publication_id, last, expected_from=regular, own_due_at=own))


def _slot(office: Office, due: Due, working_days: int) -> datetime:
    return office.calendar.reminder_before(due.due_at, working_days=working_days)
