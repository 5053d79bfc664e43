"""Dates as Vietnamese texts print them: day before month, always.

No library reads these safely: the best known one takes 06/07 for 7 June and "6 tháng" for half a year ago.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.reading.letters import LETTER, UPPER

_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])"
_MONTH = r"(?P<month>0?[1-9]|1[0-2])"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_GAP = r"[ \t]{0,4}"
_WORDED = re.compile(
    rf"(?<![\d/.]){_DAY}\s{{0,4}}tháng\s{{0,4}}{_MONTH}(?!\d)"
    rf"(?:(?:\s{{0,4}},?\s{{0,4}}năm\s{{0,4}}|{_GAP}[/.\-]{_GAP}){_YEAR}(?!\d))?"
)
_NUMERIC = re.compile(
    rf"(?<![\d/.]){_DAY}{_GAP}(?P<sign>[/.\-]){_GAP}{_MONTH}(?!\d)(?:{_GAP}(?P=sign){_GAP}{_YEAR}(?!\d))?"
    r"(?![ \t]?[/\-]\d|\.\d)"
)
# A date without a year is one only after such a word: 13/17 and 26.8 are ratios and decimals.
_DAY_WORD = re.compile(
    r"(?<!\w)(?:ngày|sáng|chiều|tối|trưa|hôm|trước|hết|nhất|nhất là|hạn là|vào|hạn:?|đến)\s{0,4}\(?$",
    re.IGNORECASE,
)
# In small letters: "ngày 20/11 Chi bộ 3 họp" begins a clause, "13/17 chi bộ" counts.
_COUNTED = re.compile(
    r"\s{0,4}(?:%|(?:đảng viên|đồng chí|đơn vị|đảng bộ|chi bộ|đại biểu|người|cơ sở|tổ chức|công đoàn|xã"
    r"|phường|lớp)(?!\w))"
)
# The end of a document number, or of its bare number, before the date of that document.
_CITED = re.compile(
    rf"(?:[/\-–][{UPPER}][{LETTER}\d&\-–]{{0,30}}|(?<!\w)số\s{{0,4}}\d{{1,5}}),?\s{{0,4}}"
    r"(?:ra\s)?(?:ngày\s{0,4})?$"
)
# Days before the last one: "24, 25/9/2022", "từ ngày 24 đến ngày 25/9/2022".
_EARLIER_DAY = re.compile(
    r"(?<![\d/.])(0?[1-9]|[12]\d|3[01])(?:/\d{1,2})?\s{0,4}(?:,|và|-|–|đến(?: hết)?(?: ngày)?)\s{0,4}$"
)

#: How far back a date looks at the words before it, in characters.
LOOK_BACK = 60


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date in a text. `year` is None if not printed; `first_day` is set where it ends a run of days."""

    day: int
    month: int
    year: int | None
    start: int
    end: int
    cited: bool
    first_day: int | None = None

    def on(self, anchor: date) -> date | None:
        """The calendar day, or None.

        A missing year is taken from the anchor (a date that the text itself or its reader is sure of) if
        that puts the day within four months of it; a day that does not exist (31/2) is None.
        """
        if self.year is not None:
            return _calendar_day(self.year, self.month, self.day)
        near = (_calendar_day(anchor.year + shift, self.month, self.day) for shift in (-1, 0, 1))
        return next((day for day in near if day is not None and abs((day - anchor).days) <= 120), None)


def find_dates(text: str, start: int = 0, *, end: int | None = None) -> Iterator[PrintedDate]:
    """The dates between two places of a text, in order; those that name a cited document say so."""
    end = len(text) if end is None else end
    matches = [*_WORDED.finditer(text, start, end), *_NUMERIC.finditer(text, start, end)]
    for match in sorted(matches, key=re.Match[str].start):
        before = text[max(0, match.start() - LOOK_BACK) : match.start()]
        earlier = _EARLIER_DAY.search(before)
        is_bare = match["year"] is None
        if is_bare and (_COUNTED.match(text, match.end()) or not (earlier or _DAY_WORD.search(before))):
            continue
        yield PrintedDate(
            day=int(match["day"]),
            month=int(match["month"]),
            year=int(match["year"]) if match["year"] else None,
            start=match.start(),
            end=match.end(),
            cited=_CITED.search(before) is not None,
            first_day=int(earlier[1]) if earlier else None,
        )


def _calendar_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
