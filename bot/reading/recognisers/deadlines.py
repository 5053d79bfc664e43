"""Deadlines for action: "trước ngày" leaves the day out, "hết ngày" keeps it, a printed hour keeps it too."""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, time

from bot.reading.document import Deadline, Field
from bot.reading.recognisers.dates import LOOK_BACK, PrintedDate, find_dates
from bot.reading.words import any_phrase

_HOUR = (
    r"(?:lúc\s{1,3})?(?:(?P<hour>[01]?\d|2[0-4])\s{0,2}(?:giờ|h|:)\s{0,2}(?P<minute>[0-5]\d)?"
    r"(?:\s{0,2}phút)?[,\s]{0,3})?"
)
_CUE = re.compile(
    r"(?<!\w)(?P<cue>trước|chậm nhất|muộn nhất|đến hết|hết|thời hạn|hạn cuối|hạn chót|hạn)"
    rf"(?:\s{{1,3}}(?:là|vào|đến))?:?\s{{0,3}}{_HOUR}"
    r"(?:thứ\s{1,3}\w{2,4},?\s{1,3}|chủ nhật,?\s{1,3})?(?:ngày\s{0,4})?\(?$",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    r"(?<!\w)(?P<cue>cuối|đến hết|hết|trong)\s{1,3}"
    r"(?:tháng\s{1,3}(?P<month>0?[1-9]|1[0-2])|quý\s{1,3}(?P<quarter>IV|I{1,3}|[1-4]))"
    r"(?:\s{0,3}[-/]\s{0,3}|\s{1,3}năm\s{1,3}|\s{1,3})(?P<year>20\d\d)(?!\d)",
    re.IGNORECASE,
)
# "trong quý III/2026" alone only says when; it binds after such a word in the same clause.
_TO_FINISH = any_phrase("hoàn thành, hoàn tất, xong", then=r"[^.;\n]{0,80}$")
# A date in the story of something else: who joined before it, what was issued before it, what is already
# done.
_OTHER_STORY = re.compile(
    r"(?<!\w)(?:(?:kết nạp|vào đảng|tuổi đảng|ban hành|được ký|thành lập|hiệu lực|đã hoàn thành|đã gửi"
    r"|đã xong)(?!\w)|(?<!đăng )ký(?! kết)(?!\w)|sinh(?! hoạt)(?!\w))[^.;,\n]{0,30}$",
    re.IGNORECASE,
)
# "tạm dừng … từ 17 giờ ngày 18/9 đến hết ngày 20/9": how long something lasts, asked of nobody.
_LASTS = re.compile(
    r"(?<!\w)(?:tạm dừng|tạm ngừng|dừng|ngừng|nghỉ|đóng cửa|cấm|mất điện|cắt điện|diễn ra|kéo dài|trực)(?!\w)"
    r"[^.;\n]{0,80}(?<!\w)từ\s[^.;\n]{0,50}$",
    re.IGNORECASE,
)
# "nhận hồ sơ từ ngày 22/6 đến ngày 30/6": the last day to hand something in.
_TAKEN_IN = re.compile(
    r"(?<!\w)(?:nhận|tiếp nhận|nộp|gửi|đăng ký|thu)(?!\w)[^.;\n]{0,60}(?<!\w)từ\s[^.;\n]{0,40}$",
    re.IGNORECASE,
)
_TO_DAY = re.compile(r"(?<!\w)(?P<cue>đến)\s{1,3}(?P<hour>(?!))?(?:ngày\s{0,4})?$", re.IGNORECASE)
_LONGEST_SPAN = 160
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def find_deadlines(text: str, *, anchor: date) -> list[Field[Deadline]]:
    """The deadlines of a text, in order.

    `anchor` is the date of the document (or of the reading): it gives a missing year, and what lies before
    it is a story, not a deadline.
    """
    found = [*_days(text, anchor), *_periods(text)]
    coming = [field for field in found if field.value.due_on >= anchor]
    return sorted(coming, key=lambda field: field.start)


def only_deadline(found: list[Field[Deadline]]) -> Field[Deadline] | None:
    """The one deadline of a text, or None if it sets none or several different ones."""
    return found[0] if len({field.value for field in found}) == 1 else None


def _days(text: str, anchor: date) -> Iterator[Field[Deadline]]:
    for printed in find_dates(text):
        before_start = max(0, printed.start - LOOK_BACK)
        cue = None if printed.cited else _cue_before(text, before_start, printed.start)
        due_on = printed.on(anchor)
        if cue is None or due_on is None or _OTHER_STORY.search(text, before_start, cue.start()):
            continue
        deadline = Deadline(
            due_on=due_on,
            inclusive=cue["cue"].lower() != "trước" or cue["hour"] is not None,
            due_time=_time_of(cue),
        )
        yield Field(deadline, cue.start(), printed.end, _is_sure(printed))


def _cue_before(text: str, start: int, end: int) -> re.Match[str] | None:
    """The words that make the day at `end` a last day; None where it only ends a span of time."""
    cue = _CUE.search(text, start, end) or _TO_DAY.search(text, start, end)
    if cue is None:
        return None
    span_start = max(0, cue.start() - _LONGEST_SPAN)
    if cue.re is _TO_DAY:
        return cue if _TAKEN_IN.search(text, span_start, cue.start()) else None
    ends_span = cue["cue"].lower() in {"đến hết", "hết"}
    return None if ends_span and _LASTS.search(text, span_start, cue.start()) else cue


def _is_sure(printed: PrintedDate) -> bool:
    return printed.year is not None


def _time_of(cue: re.Match[str]) -> time | None:
    """The printed hour; "24 giờ" is the end of the day, which is what no hour means."""
    if cue["hour"] is None or int(cue["hour"]) == 24:
        return None
    return time(int(cue["hour"]), int(cue["minute"] or 0))


def _periods(text: str) -> Iterator[Field[Deadline]]:
    for match in _PERIOD.finditer(text):
        before = max(0, match.start() - 100)
        if match["cue"].lower() == "trong" and not _TO_FINISH.search(text, before, match.start()):
            continue
        year, month = int(match["year"]), _last_month(match)
        due_on = date(year, month, monthrange(year, month)[1])
        yield Field(Deadline(due_on=due_on, inclusive=True), match.start(), match.end(), True)


def _last_month(match: re.Match[str]) -> int:
    if match["month"]:
        return int(match["month"])
    quarter = match["quarter"].lower()
    return 3 * (_QUARTERS.get(quarter) or int(quarter))
