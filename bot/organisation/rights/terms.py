"""From when until when a role is held, as it is typed and as it is counted: in whole days of the office."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.errors import Refusal, Refused
from bot.office import Office
from bot.reading.folding import fold
from bot.reading.moments import parse_day

_BEGINNING = date(2020, 1, 1)
_LAST_NUMBER = 0x7FFF  # fifteen bits: until 2109
_BETWEEN = re.compile(
    r"\s*(?:(?<!\w)(?:đến|tới|den|toi)(?!\w)(?:\s+h[ếe]t(?!\w))?|\s[-–—]\s)\s*", re.IGNORECASE
)
_LEADING = re.compile(r"^\s*(?:từ|tu|bắt đầu|bat dau)(?!\w)\s*", re.IGNORECASE)
_AT_ONCE = frozenset({"", "nay", "bay gio", "ngay", "ngay bay gio", "luc nay"})
_OPEN_END = frozenset({"", "khi co thay doi", "khong thoi han", "khi thay doi"})


@dataclass(frozen=True)
class Term:
    """A span of office days.

    Args:
        first_on: the first day; None: from now on.
        last_on: the last day, to its end; None: until it is ended.
    """

    first_on: date | None = None
    last_on: date | None = None


@dataclass(frozen=True)
class Span:
    """A term as moments; `until_at` is the first moment that no longer belongs to it (None: open)."""

    from_at: datetime
    until_at: datetime | None

    def touches(self, other: "Span") -> bool:
        """Whether the two overlap or follow one another without a gap."""
        return (other.until_at is None or self.from_at <= other.until_at) and (
            self.until_at is None or other.from_at <= self.until_at
        )

    def joined(self, other: "Span") -> "Span":
        """From the earlier beginning to the later end."""
        open_end = self.until_at is None or other.until_at is None
        until_at = None if open_end else max(filter(None, (self.until_at, other.until_at)))
        return Span(min(self.from_at, other.from_at), until_at)


def span_of(office: Office, term: Term) -> Span:
    """The moments of a term that begins now or later.

    Raises:
        Refused: IN_THE_PAST, ENDS_FIRST.
    """
    now = office.clock.now()
    today = now.astimezone(office.zone).date()
    first_on = today if term.first_on is None else term.first_on
    if first_on < today:
        raise Refused(Refusal.IN_THE_PAST)
    from_at = now if first_on == today else day_begins(office.zone, first_on)
    until_at = None if term.last_on is None else day_ends(office.zone, term.last_on)
    if until_at is not None and until_at <= from_at:
        raise Refused(Refusal.IN_THE_PAST if until_at <= now else Refusal.ENDS_FIRST)
    return Span(from_at, until_at)


def day_begins(zone: ZoneInfo, day: date) -> datetime:
    """The first moment of that day at the office."""
    return datetime.combine(day, time.min, zone)


def day_ends(zone: ZoneInfo, day: date) -> datetime:
    """The first moment after that day at the office."""
    return day_begins(zone, day + timedelta(days=1))


def last_day(until_at: datetime, zone: ZoneInfo) -> date:
    """The last day that a span with this end touches."""
    return (until_at.astimezone(zone) - timedelta(microseconds=1)).date()


def typed_term(typed: str, *, today: date) -> Term:
    """What was typed: "từ 01/12/2026 đến 31/12/2026", "đến 31/12", "từ 01/12", "từ nay".

    Raises:
        Refused: NOT_A_DATE.
    """
    parts = _BETWEEN.split(_LEADING.sub("", typed), maxsplit=1)
    first = parts[0].strip()
    last = parts[1] if len(parts) > 1 else ""
    first_on = None if fold(first) in _AT_ONCE else _day(first, today)
    last_on = None if fold(last) in _OPEN_END else _day(last, today)
    if not typed.strip():
        raise Refused(Refusal.NOT_A_DATE)
    return Term(None if first_on == today else first_on, last_on)


def typed_last_day(typed: str, *, today: date) -> date:
    """The one day that was typed, also after "đến" or "hết".

    Raises:
        Refused: NOT_A_DATE.
    """
    words = re.sub(r"^\s*(?:(?:đến|tới|hết|den|toi|het)(?!\w)\s*)+", "", typed, flags=re.IGNORECASE)
    return _day(words, today)


def number_of(day: date | None) -> int:
    """The day in fifteen bits; 0 for none.

    Raises:
        Refused: NOT_A_DATE for a day that does not fit.
    """
    if day is None:
        return 0
    number = (day - _BEGINNING).days
    if not 0 < number <= _LAST_NUMBER:
        raise Refused(Refusal.NOT_A_DATE)
    return number


def day_of(number: int) -> date | None:
    """The day of that number; None for 0."""
    return _BEGINNING + timedelta(days=number) if number else None


def _day(words: str, today: date) -> date:
    found = parse_day(words, today=today)
    if found is None:
        raise Refused(Refusal.NOT_A_DATE)
    return found
