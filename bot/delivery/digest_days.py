"""On which office days digests go out. A day's digest takes along what was published before its hour."""

from datetime import date, datetime, timedelta

from bot.office import Office
from storage.delivery.digest_gathering import Gathering
from storage.delivery.digests import DigestDays
from storage.states import Lane, Urgency

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday")
_WEEK = timedelta(days=7)


def digest_days(office: Office) -> DigestDays:
    """The next day of each digest for what is published now."""
    return DigestDays(daily=next_daily(office), weekly=next_weekly(office))


def next_daily(office: Office) -> date:
    """Today while its digest is still to come, else the next working day."""
    today = office.clock.now().astimezone(office.zone).date()
    calendar = office.calendar
    if calendar.is_working(today) and _is_ahead(office, today):
        return today
    return calendar.working_days_after(today, 1)


def next_weekly(office: Office) -> date:
    """The set weekday, or the first working day after it, whose digest is still to come."""
    today = office.clock.now().astimezone(office.zone).date()
    weekday = _WEEKDAYS.index(office.settings.digests.weekly_on)
    # Last week's may have been put off into this one by days off.
    named = today - timedelta(days=today.weekday() - weekday) - _WEEK
    while True:
        day = office.calendar.working_days_after(named, 0)
        if day >= today and _is_ahead(office, day):
            return day
        named += _WEEK


def is_digest_time(office: Office) -> bool:
    """Whether a digest may be made now: from its hour on, while normal messages go out."""
    now = office.clock.now()
    today = now.astimezone(office.zone).date()
    # Made in open hours only, so that a day on which nothing went out is merged into the next.
    return office.calendar.is_open(now, Urgency.NORMAL) and not _is_ahead(office, today)


def gathering(office: Office, *, member_id: int | None = None, lane: Lane = Lane.BROADCAST) -> Gathering:
    """A look for what is to go out today."""
    today = office.clock.now().astimezone(office.zone).date()
    return Gathering(day=today, machine=office.clock.machine(), lane=lane, member_id=member_id)


def digest_at(office: Office, day: date) -> datetime:
    """When the digest of that day goes out."""
    return office.calendar.at(day, office.settings.digests.at)


def _is_ahead(office: Office, day: date) -> bool:
    return office.clock.now() < digest_at(office, day)
