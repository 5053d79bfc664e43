"""Telling of it by the clock: once a week, and once a day of those who were lost since."""

from collections.abc import Iterable
from datetime import timedelta
from functools import partial

from bot.access import Caller, Door
from bot.delivery import queueing
from bot.history import entry
from bot.office import Office
from bot.organisation.coverage.hearers import of_gaps, of_lost, span_of
from storage import history
from storage.database import Connection
from storage.organisation import coverage
from storage.states import Purpose

_CLOCK = Caller(member_id=None, door=Door.CLOCK)
WEEK, DAY = "coverage_week", "coverage_day"
"""In history: such a round of telling is over."""
_AT_ONCE = 100


async def tell_weekly(office: Office) -> int:
    """On the first working day of a week, at the first reminder hour, tell who leads a unit with gaps.

    The admins get the total. Nobody hears anything where everybody is reached. A week without a working day
    is left out.

    Returns:
        To how many it is owed.
    """
    now = office.clock.now()
    today = now.astimezone(office.zone).date()
    monday = today - timedelta(days=today.weekday())
    hour = office.calendar.reminders[0]
    if office.calendar.working_days_after(monday, 0) != today or now < office.calendar.at(today, hour):
        return 0
    year, week, _ = today.isocalendar()
    return await _once(office, thing=WEEK, number=year * 100 + week, key=f"coverage:w{year}-{week:02}")


async def tell_lost(office: Office) -> int:
    """On each working day at the last reminder hour, tell of those who lost their last conversation since.

    Returns:
        To how many it is owed.
    """
    now = office.clock.now()
    today = now.astimezone(office.zone).date()
    if not office.calendar.is_working(today) or now < span_of(office, today)[1]:
        return 0
    return await _once(office, thing=DAY, number=today.toordinal(), key=f"coverage:d{today}")


async def _once(office: Office, *, thing: str, number: int, key: str) -> int:
    def hearers(connection: Connection) -> list[int] | None:
        if coverage.was_told(connection, thing=thing, number=number):
            return None
        if thing == WEEK:
            return of_gaps(connection, office)
        return of_lost(connection, office, office.clock.now().astimezone(office.zone).date())

    # Looking takes a while where there are many units: nobody's answer is to wait for it.
    whom = await office.database.read(hearers)
    if whom is None:
        return 0
    queued = 0
    for first in range(0, len(whom), _AT_ONCE):
        some = whom[first : first + _AT_ONCE]
        queued += await office.database.transaction(partial(_queue_all, office=office, key=key, whom=some))
    await office.database.transaction(partial(_close, office=office, thing=thing, number=number))
    office.bell.ring()
    return queued


def _queue_all(connection: Connection, office: Office, key: str, whom: Iterable[int]) -> int:
    return sum(_queue(connection, office, member_id, key) for member_id in whom)


def _close(connection: Connection, office: Office, thing: str, number: int) -> None:
    """Whoever was stopped before this begins anew: what is queued already is not queued twice."""
    if coverage.was_told(connection, thing=thing, number=number):
        return
    line = entry(_CLOCK, office, thing=thing, thing_id=number, from_state="", to_state="told")
    history.append(connection, line)


def _queue(connection: Connection, office: Office, member_id: int, key: str) -> bool:
    return queueing.to_member(
        connection,
        office,
        member_id=member_id,
        once_key=f"{key}:m{member_id}",
        purpose=Purpose.COVERAGE,
        expires_at=office.clock.now() + timedelta(days=3),
    )
