"""The parts of a report by their headings: what was done, what was weak, what comes next."""

import re
from bisect import bisect_right

from bot.reading.document import PointPart
from bot.reading.lines import Span, lines_of
from bot.reading.sentences import is_finished, without_marker
from bot.reading.words import any_opening

_LONGEST_HEADING = 120
_PARTS = (
    (
        PointPart.WEAKNESS,
        any_opening(
            """hạn chế, tồn tại, những hạn chế, một số hạn chế, những tồn tại, tồn tại hạn chế, khó khăn,
            khuyết điểm, khuyết điểm hạn chế, những khó khăn, khó khăn hạn chế, nguyên nhân của hạn chế"""
        ),
    ),
    (
        PointPart.TASK,
        any_opening(
            """nhiệm vụ, nhiệm vụ trọng tâm, một số nhiệm vụ, phương hướng, phương hướng nhiệm vụ, giải pháp,
            công tác trọng tâm, kết luận, phân công, công việc tháng tới, nhiệm vụ giải pháp,
            tổ chức thực hiện"""
        ),
    ),
    (
        PointPart.RESULT,
        any_opening(
            """kết quả, kết quả đạt được, những kết quả, ưu điểm, tình hình, tình hình và kết quả, đánh giá,
            kết quả thực hiện, kết quả công tác"""
        ),
    ),
)
_PART_NUMBER = re.compile(r"phần (?:thứ )?[\wĩ]{1,6}\s?[.:\-–]\s{0,3}", re.IGNORECASE)
# "… kết luận như sau:" opens a list of what is asked.
_ANNOUNCES_TASKS = re.compile(
    r"(?<!\w)(?:kết luận|yêu cầu|đề nghị|chỉ đạo|giao|nhiệm vụ)(?!\w)[^.;:]{0,80}:$", re.IGNORECASE
)
_SIGNS = re.compile(r"[,:;.]")
_FOOT = re.compile(r"(?:Nơi nhận|NƠI NHẬN|T/M|TM\.|K/T|KT\.|T/L|TL\.)(?!\w)")


class Sections:
    """Where each part of a text begins."""

    def __init__(self, text: str, *, start: int = 0) -> None:
        found = [(line.start, _part_of(line)) for line in lines_of(text) if line.start >= start]
        marked = [(at, part) for at, part in found if part is not None]
        self._starts = [at for at, _ in marked]
        self._parts = [part for _, part in marked]

    def part_at(self, place: int) -> PointPart | None:
        """The part a place stands in: None before any heading, CONTENT under another great one."""
        at = bisect_right(self._starts, place)
        return self._parts[at - 1] if at else None


def foot_of(text: str, *, start: int) -> int:
    """Where the text ends and its foot begins: addressees and signature."""
    found = (
        line.start for line in lines_of(text) if line.start >= start and _FOOT.match(line.text.lstrip("│| "))
    )
    return next(found, len(text))


def _part_of(line: Span) -> PointPart | None:
    if _ANNOUNCES_TASKS.search(line.text[-_LONGEST_HEADING:]):
        return PointPart.TASK
    if len(line.text) > _LONGEST_HEADING or is_finished(line):
        return None
    bare = without_marker(line)
    numbered = _PART_NUMBER.match(bare.text)
    is_heading = bare.text.isupper() or bare.start > line.start or numbered is not None
    if not is_heading:
        return None
    words = _SIGNS.sub("", bare.text[numbered.end() if numbered else 0 :]).lower()
    named = next((part for part, opening in _PARTS if opening.match(words)), None)
    return named or (PointPart.CONTENT if bare.text.isupper() else None)
