"""The law's clocks for what members ask about their data.

Decree 356/2025/NĐ-CP article 5: an answer within 2 working days; withdrawing is done in 15 days, seeing and
correcting in 10, deleting in 20; each may be extended once, by as many days at most, with the reason told.
"""

from datetime import date, datetime, timedelta

from bot.office import Office
from storage.states import DataRequest

ACKNOWLEDGED_WITHIN = 2
"""Working days."""
DAYS = {
    DataRequest.COPY: 10,
    DataRequest.CORRECT: 10,
    DataRequest.WITHDRAW: 15,
    DataRequest.DELETE: 20,
}
"""Days of the calendar."""


def acknowledge_by(office: Office, made_at: datetime) -> datetime:
    """When the office closes on the second working day."""
    day = made_at.astimezone(office.zone).date()
    return _closing(office, office.calendar.working_days_after(day, ACKNOWLEDGED_WITHIN))


def due_by(office: Office, made_at: datetime, request: DataRequest) -> datetime:
    """When the office closes on the last day, working or not."""
    day = made_at.astimezone(office.zone).date() + timedelta(days=DAYS[request])
    return _closing(office, day)


def extended(due: datetime, request: DataRequest) -> datetime:
    """The end after the one extension."""
    return due + timedelta(days=DAYS[request])


def remind_at(office: Office, ends_at: datetime) -> datetime:
    """The first reminder hour, one working day before a clock ends."""
    return office.calendar.reminder_before(ends_at, working_days=1)


def days_left(office: Office, ends_at: datetime) -> int:
    """Days of the calendar from today until the clock ends; negative: it has."""
    today = office.clock.now().astimezone(office.zone).date()
    days = (ends_at.astimezone(office.zone).date() - today).days
    return -1 if not days and office.clock.now() > ends_at else days


def _closing(office: Office, day: date) -> datetime:
    return office.calendar.at(day, office.calendar.normal[-1][1])
