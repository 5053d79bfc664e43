"""The office's months, when one begins to work, and when a platform that called it over is asked again."""

from datetime import datetime, time, timedelta

from bot.office import Office
from bot.settings import Connection as ConnectionSettings
from storage.states import Lane, Urgency

_FIRST_DAY = timedelta(days=1)
_SOON = timedelta(hours=1)


def month_of(office: Office) -> str:
    """The month it is now at the office, as it stands in the counts: 2026-11."""
    return office.calendar.month_of(office.clock.now())


def next_month(office: Office) -> datetime:
    """The first moment of the next month (office time)."""
    return office.calendar.next_month(office.clock.now())


def works_since(office: Office) -> datetime:
    """When what was held begins to go out in this month (office time); it may be still to come."""
    return office.calendar.next_opening(_this_month(office), Urgency.NORMAL)


def asks_again_at(office: Office, settings: ConnectionSettings, spent_at: datetime) -> datetime | None:
    """When one message asks a platform again that called the month over at `spent_at` (machine time).

    Nobody knows when a platform's own month turns: on the first of the office's month it is asked sooner.

    Returns:
        Machine time; None: not in this month.
    """
    rest = settings.asks_again_after
    if not rest:
        return None
    is_first_day = office.clock.now() - _this_month(office) < _FIRST_DAY
    return spent_at + (min(rest, _SOON) if is_first_day else rest)


def works_again_at(office: Office, urgency: Urgency, *, lane: Lane) -> datetime:
    """The first moment of the next month at which something of that urgency goes out (office time).

    At no hour of the night, though some may go at any: when a platform begins to count anew is not known to
    the minute, and what comes too early would be refused for the whole month.
    """
    by_day = Urgency.NORMAL if lane is Lane.REPLY else urgency
    if by_day is Urgency.IMMEDIATE:
        by_day = Urgency.URGENT
    return office.calendar.next_opening(next_month(office), by_day)


def machine_time(office: Office, moment: datetime) -> datetime:
    """What the machine's clock shows when the office's shows that moment."""
    return office.clock.machine() + (moment - office.clock.now())


def _this_month(office: Office) -> datetime:
    first = office.clock.now().astimezone(office.zone).date().replace(day=1)
    return office.calendar.at(first, time.min)
