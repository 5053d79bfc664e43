"""Days and hours as the clerk types them: day before month, always."""

import re
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from bot.errors import Refusal, Refused
from bot.reading.folding import fold
from bot.reading.moments import parse_moment, parse_span
from bot.reading.recognisers.dates import find_dates

_HOUR = re.compile(
    r"(?<![\d/.:])(?P<hour>[01]?\d|2[0-3])\s{0,2}(?:giờ|[:hg])\s{0,2}(?:(?P<minute>[0-5]\d)(?!\d)(?:\s{0,2}phút)?)?",
    re.IGNORECASE,
)
_AROUND = re.compile(
    r"(?<!\w)(?:thứ\s{1,3}(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|lúc|trước)(?!\w)\W{0,3}", re.IGNORECASE
)
_WEEKDAYS = (
    ("thu hai", "thu 2"),
    ("thu ba", "thu 3"),
    ("thu tu", "thu 4"),
    ("thu nam", "thu 5"),
    ("thu sau", "thu 6"),
    ("thu bay", "thu 7"),
    ("chu nhat",),
)
DUE_HOUR = time(17)
"""When nothing else is said, a day is over at the end of office hours."""


def typed_day(typed: str, *, today: date) -> date:
    """The only day in what was typed; a missing year is the nearest one.

    Raises:
        Refused: NOT_A_DATE.
    """
    # The reader takes "27/11" for a date only right after such a word: elsewhere it may be a ratio.
    text = f"ngày {_AROUND.sub('', typed).strip()}"
    found = list(find_dates(text))
    day = found[0].on(today) if len(found) == 1 else None
    if day is None or _says_another_weekday(typed, day):
        raise Refused(Refusal.NOT_A_DATE)
    rest = text[: found[0].start] + text[found[0].end :]
    if any(sign.isalnum() for sign in rest.removeprefix("ngày").replace("ngày", "")):
        raise Refused(Refusal.NOT_A_DATE)
    return day


def _says_another_weekday(typed: str, day: date) -> bool:
    folded = f" {fold(typed)} "
    named = [number for number, words in enumerate(_WEEKDAYS) if any(f" {word} " in folded for word in words)]
    return bool(named) and named != [day.weekday()]


def typed_moment(typed: str, *, now: datetime, zone: ZoneInfo, without_hour: time | None) -> datetime:
    """The only day and hour in what was typed; both after `now` (office time).

    `without_hour` is the hour meant where none is typed; with None it must be typed.

    Raises:
        Refused: NOT_A_DATE, IN_THE_PAST.
    """
    moment = _spoken(typed, now=now, zone=zone, without_hour=without_hour)
    if moment is None:
        moment = _written(typed, now=now, zone=zone, without_hour=without_hour)
    if moment <= now:
        raise Refused(Refusal.IN_THE_PAST)
    return moment


def _spoken(typed: str, *, now: datetime, zone: ZoneInfo, without_hour: time | None) -> datetime | None:
    """What the reader of session hours makes of it, which forgives accents."""
    if without_hour is not None:
        return parse_moment(typed, now=now, zone=zone, default_time=without_hour)
    span = parse_span(typed, now=now, zone=zone)
    return None if span is None or span[1] is not None else span[0]


def _written(typed: str, *, now: datetime, zone: ZoneInfo, without_hour: time | None) -> datetime:
    found = _HOUR.search(typed)
    bare = _HOUR.sub(" ", typed, count=1)
    if found is None and without_hour is None:
        raise Refused(Refusal.NOT_A_DATE)
    day = typed_day(bare, today=now.astimezone(zone).date())
    hour = without_hour if found is None else time(int(found["hour"]), int(found["minute"] or 0))
    return datetime.combine(day, hour or DUE_HOUR, zone)
