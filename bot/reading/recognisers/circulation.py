"""Marks of limited circulation: stamps that keep a paper inside its circle without making it a secret.

Sources: Decree 30/2020/NĐ-CP, appendix I, box 11; the Party's own marks (Guide 36-HD/VPTW of 2018 and after).
"""

import re
from dataclasses import dataclass

from bot.reading.document import Field
from bot.reading.recognisers.stamps import HEAD_LINES, capitals_of, columns_of, prepared_lines

_MARKS = (
    "LƯU HÀNH NỘI BỘ",
    "TÀI LIỆU LƯU HÀNH NỘI BỘ",
    "TÀI LIỆU NỘI BỘ",
    "NỘI BỘ",
    "TÀI LIỆU HỘI NGHỊ",
    "TÀI LIỆU PHỤC VỤ HỘI NGHỊ",
    "TÀI LIỆU THU HỒI",
    "TÀI LIỆU HỘI NGHỊ THU HỒI",
    "THU HỒI SAU HỘI NGHỊ",
    "XEM XONG TRẢ LẠI",
    "ĐỌC XONG TRẢ LẠI",
    "HỌP XONG TRẢ LẠI",
    "XONG HỘI NGHỊ TRẢ LẠI",
    "KHÔNG PHỔ BIẾN",
    "KHÔNG PHỔ BIẾN TRÊN PHƯƠNG TIỆN THÔNG TIN ĐẠI CHÚNG",
    "KHÔNG PHỔ BIẾN TRÊN CÁC PHƯƠNG TIỆN THÔNG TIN ĐẠI CHÚNG",
)
#: The marks as they are printed, by their letters run together.
MARKS_BY_LETTERS = {words.replace(" ", ""): words for words in _MARKS}
# "KHÔNG PHỔ BIẾN TRÊN CÁC" and what follows it on the next line.
_SHORTEST_HALF = len("KHÔNGPHỔBIẾN") + 1
_DRAFT = re.compile(
    r"\W{0,9}(?:BẢN )?DỰ THẢO(?:\s{1,3}(?:LẦN\s{1,3})?(?:THỨ\s{1,3})?(?P<count>\d{1,2}|[IVX]{1,4}))?\W{0,9}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class CirculationMark:
    """A mark that keeps a paper in its circle (scope nội bộ): its words, and its lines (from 1)."""

    words: str
    line: int
    last_line: int


def find_circulation_mark(text: str) -> CirculationMark | None:
    """The first mark of limited circulation, or None: LƯU HÀNH NỘI BỘ, XEM XONG TRẢ LẠI, DỰ THẢO LẦN 2.

    Not a state secret: such a paper may be announced by number and title, in scope nội bộ. A long mark may
    be broken over two lines.
    """
    begun: set[str] = set()
    for number, line, _ in prepared_lines(text):
        parts = [(part, capitals_of(part)) for part in columns_of(line, number=number)]
        for part, letters in parts:
            halves = (MARKS_BY_LETTERS.get(half + letters) for half in begun if letters)
            whole = next(filter(None, halves), None)
            if whole is not None:
                return CirculationMark(whole, number - 1, number)
            words = MARKS_BY_LETTERS.get(letters) or _draft(part, number=number)
            if words is not None:
                return CirculationMark(words, number, number)
        begun = {letters for _, letters in parts if len(letters) >= _SHORTEST_HALF and _opens_mark(letters)}
    return None


def circulation_field(body: str) -> Field[str] | None:
    """The mark with its place in a normalised text, or None."""
    mark = find_circulation_mark(body)
    if mark is None:
        return None
    lines = body.split("\n")
    start = sum(len(line) + 1 for line in lines[: mark.line - 1])
    end = start + sum(len(line) + 1 for line in lines[mark.line - 1 : mark.last_line]) - 1
    return Field(mark.words, start, end, True)


def _opens_mark(letters: str) -> bool:
    return any(key.startswith(letters) for key in MARKS_BY_LETTERS)


def _draft(part: str, *, number: int) -> str | None:
    bare = part.strip()
    found = _DRAFT.fullmatch(bare) if number <= HEAD_LINES and len(bare) <= 40 else None
    if found is None:
        return None
    return f"DỰ THẢO LẦN {found['count'].upper()}" if found["count"] else "DỰ THẢO"
