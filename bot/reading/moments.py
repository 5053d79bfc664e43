"""Days and hours as people type them to the office: "17:00 27/11/2026", "19h30 ngày 3/12", "8h sáng mai".

Strict on purpose: a word that is not understood gives None and the person is asked again, for a wrong hour
goes out to everybody. The day always comes before the month. dateparser was measured and rejected
(facts/documents-and-law.md section 5): it reads 06/07/2023 as 7 June and moves "8 giờ 30 ngày 21/5/2015" to
an afternoon of another year.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.reading.folding import without_accents
from bot.reading.letters import normalise

JUST_PASSED = timedelta(days=31)
"""A day without a year that is over by no more than this is that day, over, not the one next year: whoever
writes 20/11 on the 22nd has made a mistake and wants to be told."""

_LONGEST = 120  # characters; nobody needs more to name a day and an hour
_WEEKDAYS = {"hai": 0, "ba": 1, "tu": 2, "nam": 3, "sau": 4, "bay": 5}
_FILLERS = frozenset({"luc", "vao", "ngay", "tu", "-", "–", "—", "."})


def parse_moment(text: str, *, now: datetime, zone: ZoneInfo, default_time: time) -> datetime | None:
    """The moment that a text names, or None when it is not clear.

    Args:
        text: what a person typed.
        now: for a missing year, "hôm nay" and "mai" (aware).
        zone: in which the text is meant.
        default_time: the hour when only a day is named.

    Returns:
        An aware moment in the zone; it may lie in the past.
    """
    read = _read(text, today=now.astimezone(zone).date())
    if read is None or read.end is not None:
        return None
    return datetime.combine(read.day, read.start or default_time, zone)


def parse_span(text: str, *, now: datetime, zone: ZoneInfo) -> tuple[datetime, datetime | None] | None:
    """The beginning and, where it is named, the end of something on one day; None when it is not clear.

    Args:
        text: what a person typed; without an hour it is not clear.
        now: as for `parse_moment`.
        zone: in which the text is meant.

    Returns:
        Aware moments in the zone, the end after the beginning; they may lie in the past.
    """
    read = _read(text, today=now.astimezone(zone).date())
    if read is None or read.start is None:
        return None
    end = None if read.end is None else datetime.combine(read.day, read.end, zone)
    return datetime.combine(read.day, read.start, zone), end


def parse_day(text: str, *, today: date) -> date | None:
    """The day that a text names, or None when it is not clear or names an hour too."""
    read = _read(text, today=today)
    return None if read is None or read.start is not None else read.day


@dataclass(frozen=True)
class _Read:
    day: date
    start: time | None = None
    end: time | None = None


def _read(text: str, *, today: date) -> _Read | None:
    found = _pieces(text, today)
    if found is None or "d" not in found:
        return None
    day = date.fromisoformat(found["d"])
    if "w" in found and day.weekday() != int(found["w"]):
        return None
    if "t" not in found:
        # "Sáng mai" names no hour, and no usual hour fits every morning.
        return None if "p" in found else _Read(day)
    hours = [_in_part(time.fromisoformat(hour), found.get("p", "")) for hour in found["t"].split("~")]
    start, end = hours[0], hours[1] if len(hours) > 1 else None
    if start is None or (len(hours) > 1 and (end is None or end <= start)):
        return None
    return _Read(day, start, end)


def _pieces(text: str, today: date) -> dict[str, str] | None:
    """What the words stand for: d(ay), w(eekday), p(art of the day), t(ime); None if one is not known."""
    found: dict[str, str] = {}
    for word in _WORD.findall(_marked(text[: _LONGEST + 1], today)):
        if not word.startswith("<"):
            if word not in _FILLERS:
                return None
            continue
        kind, value = word[1], word[2:-1]
        if not value or found.setdefault(kind, value) != value:
            return None
    return None if len(text) > _LONGEST else found


_WORD = re.compile(r"<[^<>]*>|[^\s<>,;()]+")


def _marked(text: str, today: date) -> str:
    """The text with `<d2026-12-03>`, `<w3>`, `<pchieu>`, `<t19:30>` or `<t19:30~21:00>` for what it says.

    What looks like one of them but cannot be (31/11) becomes one without a value.
    """
    line = normalise(text).casefold().replace("<", "?").replace(">", "?")
    # Accents decide here: "tối" is the evening, "tới" leads to the end, and "toi" may be either.
    line = without_accents(_UNTIL.sub("den", _EVENING.sub("<ptoi>", line)))
    line = _PART.sub(r" <p\g<part>> ", line)
    line = _WEEKDAY.sub(lambda match: f" <w{_weekday(match)}> ", line)
    line = _RELATIVE.sub(lambda match: f" <d{today + timedelta(days=0 if match['today'] else 1)}> ", line)
    for pattern in (_ISO, _NUMERIC, _WORDED):
        line = pattern.sub(lambda match: f" <d{_day(match, today) or ''}> ", line)
    line = _TIME.sub(lambda match: f" <t{_time(match)}> ", line)
    line = _SPAN.sub(r"\2<t\1~\3>", line)
    return re.sub(r"(?<!\w)toi(?!\w)", "<pevening>", line)


_EVENING = re.compile(r"(?<!\w)tối(?!\w)")
_UNTIL = re.compile(r"(?<!\w)tới(?!\w)")
_PART = re.compile(r"(?<!\w)(?:buoi )?(?P<part>sang|trua|chieu)(?!\w)")
_WEEKDAY = re.compile(
    r"(?<!\w)(?:(?:thu\s?|t)(?P<number>[2-7])|thu\s(?P<word>hai|ba|tu|nam|sau|bay)|chu nhat|cn)"
    r"(?!\w|[/.\-]\d)"
)
_RELATIVE = re.compile(r"(?<!\w)(?:hom (?P<today>nay)|(?:ngay )?mai)(?!\w)")

_YEAR = r"(?P<year>20\d\d|\d\d)"
# Not the minutes of 19:30-21:00, not a part of 1/2/3/4; an hour may touch it: 17h27/11.
_NUMERIC = re.compile(
    rf"(?<![\d/.\-:])(?<![^\W\dhg])(?P<day>\d{{1,2}})\s?(?P<sign>[/.\-])\s?(?P<month>\d{{1,2}})"
    rf"(?:\s?(?P=sign)\s?{_YEAR})?(?!\w|[.\-:]\d|\s?/\s?\d|\s(?:h|gio|g)(?![^\W\d]))"
)
_WORDED = re.compile(
    rf"(?<![\w/.\-:])(?P<day>\d{{1,2}})\sthang\s(?P<month>\d{{1,2}})(?:(?:,?\snam\s|\s?[/\-]\s?){_YEAR})?(?!\w|/)"
)
_ISO = re.compile(r"(?<![\w/.\-:])(?P<year>20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?:t(?=\d)|(?![\w/\-]))")


def _weekday(match: re.Match[str]) -> int:
    if match["number"]:
        return int(match["number"]) - 2
    return _WEEKDAYS.get(match["word"] or "", 6)


def _day(match: re.Match[str], today: date) -> date | None:
    day, month, year = int(match["day"]), int(match["month"]), match["year"]
    if year:
        return _calendar_day(int(year) + (2000 if len(year) == 2 else 0), month, day)
    first = today - JUST_PASSED
    candidates = (_calendar_day(first.year + later, month, day) for later in (0, 1))
    return next((found for found in candidates if found is not None and found >= first), None)


def _calendar_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


_TIME = re.compile(
    r"(?<![\w:/.])(?P<hour>\d{1,2})\s?(?P<sign>:|h:?|gio|g)"
    r"(?:\s?(?P<minute>\d\d)(?!\d)|\s(?P<half>ruoi))?(?:\s?(?:phut|p|'|’))?(?![\w:/])"
)
_SPAN = re.compile(r"<t(\d\d:\d\d)>\s*(<p\w+>)?\s*(?:[-–—~]|(?:cho )?den|toi)\s*(?:luc )?<t(\d\d:\d\d)>")


def _time(match: re.Match[str]) -> str:
    hour, minute = int(match["hour"]), int(match["minute"] or (30 if match["half"] else 0))
    is_whole = match["sign"] not in {":", "h:"} or match["minute"]
    return f"{hour:02}:{minute:02}" if is_whole and hour <= 23 and minute <= 59 else ""


def _in_part(hour: time, part: str) -> time | None:
    """The hour on the 24-hour clock, or None where it does not belong to that part of the day."""
    allowed, is_after_noon = _PARTS[part]
    if hour.hour in allowed:
        return hour
    later = hour.hour + 12
    return hour.replace(hour=later) if is_after_noon and later in allowed else None


_PARTS: dict[str, tuple[range, bool]] = {
    "": (range(24), False),
    "sang": (range(12), False),
    "trua": (range(10, 15), True),
    "chieu": (range(13, 19), True),
    "toi": (range(17, 24), True),
    # Written without accents it may also have meant "tới": only what is an evening hour anyway.
    "evening": (range(17, 24), False),
}
