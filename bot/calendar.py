"""Working days, and when messages may be sent (design.md section 6). Pure: exceptions come in as values."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import holidays

from storage.states import Urgency

_SATURDAY = 5
_LOOK_AHEAD = timedelta(days=40)  # longer than any Tết with its swapped days

_DAY = timedelta(days=1)
_LONGEST_WAIT = timedelta(days=400)

Span = tuple[time, time]


@lru_cache(maxsize=8)
def _holidays(year: int) -> Mapping[date, str]:
    # The library knows Vietnam's days by law, Tết on Vietnamese reckoning (facts/documents-and-law.md 5).
    return dict(holidays.country_holidays("VN", years=[year]))


@dataclass(frozen=True)
class Calendar:
    """The office's days and hours.

    Args:
        zone: where the office is.
        normal: spans of a working day in which normal messages go out.
        urgent: the span of any day for urgent ones.
        reminders: the hours at which reminders go out.
        working: days declared working although the rule says free (swapped days).
        free: days declared free although the rule says working.
        mourning: days of national mourning: only urgent and above.
    """

    zone: ZoneInfo
    normal: Sequence[Span]
    urgent: Span
    reminders: Sequence[time]
    working: Collection[date] = field(default_factory=frozenset)
    free: Collection[date] = field(default_factory=frozenset)
    mourning: Collection[date] = field(default_factory=frozenset)

    def is_working(self, day: date) -> bool:
        """Whether the office works that day."""
        if day in self.working:
            return True
        return not (day in self.free or day.weekday() >= _SATURDAY or day in _holidays(day.year))

    def working_days_after(self, day: date, amount: int) -> date:
        """The day `amount` working days after `day` (0: `day` itself, or the first working one after it)."""
        # One working day after a Saturday is Monday, not Tuesday: the way to Monday is that day.
        if not amount and not self.is_working(day):
            amount = 1
        for _ in range(amount):
            day += timedelta(days=1)
            while not self.is_working(day):
                day += timedelta(days=1)
        return day

    def working_days_before(self, day: date, amount: int) -> date:
        """The day that comes `amount` working days before `day`."""
        for _ in range(amount):
            day -= timedelta(days=1)
            while not self.is_working(day):
                day -= timedelta(days=1)
        return day

    def month_of(self, moment: datetime) -> str:
        """The office's month at that moment, as it stands in counts: 2026-11."""
        return f"{moment.astimezone(self.zone):%Y-%m}"

    def next_month(self, moment: datetime) -> datetime:
        """When the office's next month begins."""
        this = moment.astimezone(self.zone).date().replace(day=1)
        # Longer than any month, shorter than two.
        return datetime.combine((this + timedelta(days=32)).replace(day=1), time.min, self.zone)

    def at(self, day: date, hour: time) -> datetime:
        """That hour of that day at the office."""
        return datetime.combine(day, hour, self.zone)

    def is_open(self, now: datetime, urgency: Urgency) -> bool:
        """Whether a message of that urgency may go out now."""
        if urgency is Urgency.IMMEDIATE:
            return True
        local = now.astimezone(self.zone)
        return any(start <= local.time() < end for start, end in self._spans(local.date(), urgency))

    def open_urgencies(self, now: datetime) -> frozenset[Urgency]:
        """The urgencies that may go out now."""
        return frozenset(urgency for urgency in Urgency if self.is_open(now, urgency))

    def next_opening(self, now: datetime, urgency: Urgency) -> datetime:
        """When a message of that urgency may go out: `now` itself, or the next opening (office's zone)."""
        local = now.astimezone(self.zone)
        if self.is_open(now, urgency):
            return local
        day = local.date()
        while day <= local.date() + _LOOK_AHEAD:
            for start, _end in self._spans(day, urgency):
                opening = self.at(day, start)
                if opening > local:
                    return opening
            day += timedelta(days=1)
        raise ValueError("the sending hours never open")

    def waited_since(self, now: datetime, urgency: Urgency, wait: timedelta) -> datetime:
        """What went out at this moment or before has had `wait` to be answered, reckoned in sending hours.

        A night or a weekend is no time to answer: 24 hours are the sending hours of one day (to the same
        hour of the next working day), 4 hours are four of them.
        """
        if urgency is Urgency.IMMEDIATE:
            return now - wait
        a_day = _length(self._hours(urgency))
        days, rest = divmod(wait, _DAY)
        wanted = days * a_day + min(rest, a_day)
        local = now.astimezone(self.zone)
        for back in range(_LONGEST_WAIT.days):
            day = local.date() - timedelta(days=back)
            for start, end in reversed(self._spans(day, urgency)):
                opens, closes = self.at(day, start), min(self.at(day, end), local)
                if closes - opens >= wanted:
                    return closes - wanted
                wanted -= max(closes - opens, timedelta())
        return now - _LONGEST_WAIT

    def _hours(self, urgency: Urgency) -> Sequence[Span]:
        return (self.urgent,) if urgency is Urgency.URGENT else self.normal

    def _spans(self, day: date, urgency: Urgency) -> Sequence[Span]:
        if urgency is Urgency.NORMAL and (day in self.mourning or not self.is_working(day)):
            return ()
        return self._hours(urgency)

    def reminder_before(self, due_at: datetime, *, working_days: int) -> datetime:
        """When the reminder of something due goes out: the first reminder hour so many working days before.

        With 0 days it is the last reminder hour before the due moment on its own day; where that day is free
        or the moment comes before its first hour, the last one of the working day before.
        """
        due = due_at.astimezone(self.zone)
        if working_days:
            return self.at(self.working_days_before(due.date(), working_days), self.reminders[0])
        hours = [self.at(due.date(), hour) for hour in self.reminders if self.at(due.date(), hour) < due]
        if hours and self.is_working(due.date()):
            return hours[-1]
        return self.at(self.working_days_before(due.date(), 1), self.reminders[-1])


def _length(spans: Sequence[Span]) -> timedelta:
    return sum(
        (datetime.combine(date.min, end) - datetime.combine(date.min, start) for start, end in spans),
        timedelta(),
    )
