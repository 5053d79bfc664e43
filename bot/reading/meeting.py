"""Meetings that a text tells of: was one held, and on which day."""

import re
from collections.abc import Iterable
from datetime import date

from bot.reading.dates import PrintedDate, find_dates
from bot.reading.document import Field
from bot.reading.lines import Span

_HELD = re.compile(r"(?<!\w)(?:tổ chức|diễn ra|khai mạc|tiến hành)(?!\w)", re.IGNORECASE)
_MEETING = re.compile(
    r"(?<!\w)(?:hội nghị|đại hội|cuộc họp|phiên họp|buổi họp|họp|hội thảo|tọa đàm|toạ đàm|giao ban|sinh hoạt|sơ kết|tổng kết)(?!\w)",
    re.IGNORECASE,
)
# Not held: still to come, put off or called off. "kế hoạch tổ chức" is a plan, too.
_NOT_YET = re.compile(
    r"(?<!\w)(?:sẽ|dự kiến|kế hoạch tổ chức|kính mời|trân trọng mời|hoãn|huỷ|hủy|chuẩn bị tổ chức|xin mời)(?!\w)",
    re.IGNORECASE,
)
# A day in the name of something else.
_REMEMBERED = re.compile(
    r"(?<!\w)(?:kỷ niệm|kỉ niệm|thành lập|ngày sinh|sinh ngày|chào mừng)(?!\w)[^,;]{0,45}$", re.IGNORECASE
)
_WHEN = re.compile(
    r"(?:(?<!\w)(?:ngày|sáng|chiều|tối|trưa|vào|hôm|từ)(?: nay)?,?\s{0,3}\(?(?:ngày\s{0,3})?)$", re.IGNORECASE
)


def find_meeting(sentences: Iterable[Span]) -> Span | None:
    """The first sentence that tells of a meeting held, or None."""
    for sentence in sentences:
        text = sentence.text
        if _HELD.search(text) and _MEETING.search(text) and not _NOT_YET.search(text):
            return sentence
    return None


def find_event_day(text: str, sentences: Iterable[Span], *, anchor: date) -> Field[date] | None:
    """The day on which the event of these sentences takes or took place, or None.

    Needs the verb (tổ chức, diễn ra …) in the sentence of the date: a published date, a cited document's date and an
    anniversary are none. Several days in different sentences leave it open; the last days of a run ("24, 25/9/2022")
    and a year that is not printed (taken from near `anchor`) make it unsure.
    """
    found = [field for sentence in sentences if (field := _day_in(text, sentence, anchor)) is not None]
    return found[0] if len({field.value for field in found}) == 1 else None


def _day_in(text: str, sentence: Span, anchor: date) -> Field[date] | None:
    if not _HELD.search(sentence.text):
        return None
    for printed in find_dates(text, sentence.start, end=sentence.end):
        before = text[max(sentence.start, printed.start - 60) : printed.start]
        if printed.cited or _REMEMBERED.search(before) or not (_WHEN.search(before) or printed.first_day):
            continue
        day = printed.on(anchor)
        if day is not None:
            return _field(printed, day)
    return None


def _field(printed: PrintedDate, day: date) -> Field[date] | None:
    """A run of days begins on its first; across the end of a month that cannot be told."""
    if printed.first_day is None:
        return Field(day, printed.start, printed.end, printed.year is not None)
    if printed.first_day >= day.day:
        return None
    return Field(day.replace(day=printed.first_day), printed.start, printed.end, False)
