"""Dates as feeds and pages write them: the day first, always, and none where it is not certain."""

import re
import unicodedata
from datetime import date, datetime, timedelta, timezone, tzinfo
from email.utils import parsedate_tz

OFFICE_ZONE = timezone(timedelta(hours=7))
"""Viet Nam; it has no summer time."""

_DMY = re.compile(
    r"(?<![\d/.\-])(?P<day>0?[1-9]|[12]\d|3[01])\s?(?P<by>[/.\-])\s?(?P<month>0?[1-9]|1[0-2])\s?(?P=by)\s?"
    r"(?P<year>(?:19|20)\d\d)(?!\d)"
)
_IN_WORDS = re.compile(
    r"ngày\s*(?P<day>\d{1,2})\s*tháng\s*(?P<month>\d{1,2}),?\s*năm\s*(?P<year>\d{4})", re.IGNORECASE
)
_ISO = re.compile(
    r"(?<!\d)(?:19|20)\d\d-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?\s?(?:Z|[+\-]\d\d:?\d\d)?)?"
)
_ENGLISH = re.compile(
    r"\d{1,2}[ \-](?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*[ \-]\d{4}", re.IGNORECASE
)
# What email.utils does not know, or takes for Greenwich: the zone's name here, and "GMT+7".
_ZONE_AS_NAME = re.compile(r"\b(?:GMT|UTC)\s?(?P<sign>[+\-])\s?(?P<hours>\d{1,2})(?::?(?P<minutes>\d\d))?\b")
_LONGEST = 200


def date_of(written: str, *, zone: tzinfo = OFFICE_ZONE) -> date | None:
    """The first date in a few words: "Thứ Năm, 06/07/2023 08:30", "15/05/2015 | 9079", ISO, or as in mails.

    Args:
        written: what stands beside it does not matter.
        zone: in which the day is told, where the text names a moment with a zone of its own.

    Returns:
        None for what could be read in two ways, and for what is no date.
    """
    text = unicodedata.normalize("NFC", written)[:_LONGEST].replace("\u00a0", " ")
    for read in (_numbers, _iso, _mail):
        found = read(text, zone)
        if found is not None:
            return found
    return None


def _numbers(text: str, _zone: tzinfo) -> date | None:
    found = _DMY.search(text) or _IN_WORDS.search(text)
    if found is None:
        return None
    try:
        return date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        return None


def _iso(text: str, zone: tzinfo) -> date | None:
    found = _ISO.search(text)
    if found is None:
        return None
    try:
        moment = datetime.fromisoformat(found[0].strip())
    except ValueError:
        return None
    return _day(moment, zone)


def _mail(text: str, zone: tzinfo) -> date | None:
    if _ENGLISH.search(text) is None:
        return None
    known = _ZONE_AS_NAME.sub(_offset, text).replace("ICT", "+0700")
    parts = parsedate_tz(known)
    if parts is None:
        return None
    offset = None if parts[9] is None else timezone(timedelta(seconds=parts[9]))
    try:
        return _day(datetime(*parts[:6], tzinfo=offset), zone)
    except (ValueError, OverflowError):
        return None


def _offset(found: re.Match[str]) -> str:
    return f"{found['sign']}{int(found['hours']):02d}{found['minutes'] or '00'}"


def _day(moment: datetime, zone: tzinfo) -> date:
    return moment.date() if moment.tzinfo is None else moment.astimezone(zone).date()
