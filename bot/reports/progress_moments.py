"""When a leader hears of progress whose messages cannot be edited: three moments at most. Pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum

from bot.calendar import Calendar
from storage.states import Urgency

AFTER_REMINDERS = timedelta(minutes=30)
"""By then the reminders of that hour have gone out."""
_AFTER_PUBLISHING = {
    Urgency.NORMAL: timedelta(hours=2),
    Urgency.URGENT: timedelta(minutes=30),
    Urgency.IMMEDIATE: timedelta(minutes=30),
}
_WITHOUT_DATE = 5
"""Working days after which something without a due date is looked at once more."""


class Moment(IntEnum):
    """In their order; a later one makes those before it needless."""

    NONE = 0
    GONE_OUT = 1
    """All cards have gone out: who is to be called is known."""
    DAY_BEFORE = 2
    """The last working day before the due date, after the reminders."""
    RESULT = 3
    """The due date, or the last one has answered."""


@dataclass(frozen=True)
class Going:
    """A publication on its way.

    Args:
        published_at: office time.
        due_at: office time; None: there is no date.
        told: the last moment that passed.
    """

    published_at: datetime
    due_at: datetime | None
    urgency: Urgency
    told: int


def moment_of(
    calendar: Calendar, going: Going, *, now: datetime, most: int, still_open: int, waiting: int
) -> Moment:
    """The moment that has come and was not told of.

    Args:
        calendar: the office's.
        going: what is looked at.
        now: office time.
        most: of how many moments the leader hears: 1 is the result, 0 none.
        still_open: who has not answered.
        waiting: of those, whose card has not gone out.
    """
    day_before = _day_before_at(calendar, going)
    found = Moment.NONE
    if not waiting and _has_had_its_time(calendar, going, now):
        found = Moment.GONE_OUT
    if day_before is not None and day_before <= now:
        found = Moment.DAY_BEFORE
    if not still_open or (going.due_at is not None and going.due_at <= now):
        found = Moment.RESULT
    return found if found > max(going.told, Moment.RESULT - most) else Moment.NONE


def comes_later_today(calendar: Calendar, going: Going, *, now: datetime, most: int) -> bool:
    """Whether it has a moment of its own later on this very day, for which the others can wait."""
    at = _day_before_at(calendar, going)
    if at is None or going.told >= Moment.DAY_BEFORE or Moment.RESULT - most >= Moment.DAY_BEFORE:
        return False
    return now < at and at.date() == now.astimezone(calendar.zone).date()


def _has_had_its_time(calendar: Calendar, going: Going, now: datetime) -> bool:
    wait = _AFTER_PUBLISHING[going.urgency]
    return calendar.waited_since(now, going.urgency, wait) >= going.published_at


def _day_before_at(calendar: Calendar, going: Going) -> datetime | None:
    """In the office's zone; None: it was published too late for one."""
    if going.due_at is not None:
        slot = calendar.reminder_before(going.due_at, working_days=1)
    else:
        day = calendar.working_days_after(going.published_at.astimezone(calendar.zone).date(), _WITHOUT_DATE)
        slot = calendar.at(day, calendar.reminders[0])
    at = slot + AFTER_REMINDERS
    return at if at > going.published_at else None
