"""On which day a month is used up, if it goes on as it has."""

from datetime import date, timedelta

from bot.calendar import Calendar
from bot.delivery.quotas.standing import Standing
from bot.office import Office

_DAYS_AT_LEAST = 3
"""Working days after which a pace says something."""


def ends_on(office: Office, standing: Standing) -> date | None:
    """The working day of this month on which its messages are used up; None: none, or it is not known."""
    today = office.clock.now().astimezone(office.zone).date()
    if not standing.limit or not standing.remaining:
        return None
    return used_up_on(office.calendar, today, used=standing.used, limit=standing.limit)


def used_up_on(calendar: Calendar, today: date, *, used: int, limit: int) -> date | None:
    """As `ends_on`, from numbers: as many a working day as on those of the month so far, today included."""
    first = today.replace(day=1)
    so_far = sum(calendar.is_working(first + timedelta(days=passed)) for passed in range(today.day))
    if so_far < _DAYS_AT_LEAST or not used:
        return None
    day = calendar.working_days_after(today, (limit - used) * so_far // used)
    return day if (day.year, day.month) == (today.year, today.month) else None
