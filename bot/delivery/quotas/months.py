"""The office's months, and when the next one begins to work."""

from datetime import datetime

from bot.office import Office
from storage.states import Lane, Urgency


def month_of(office: Office) -> str:
    """The month it is now at the office, as it stands in the counts: 2026-11."""
    return office.calendar.month_of(office.clock.now())


def next_month(office: Office) -> datetime:
    """The first moment of the next month (office time)."""
    return office.calendar.next_month(office.clock.now())


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
