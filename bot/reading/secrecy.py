"""The gate: marks of secrecy, and marks that keep a paper inside its circle.

Three levels exist (Law 117/2025/QH15 on state secrets); the mark is stamped in capitals, alone, in the
head (Decree 30/2020/NĐ-CP, appendix I, box 10a). So a mark is a whole line or column with its exact
accents: prose about secrecy, "bí mật", "Mặt trận" and "mất" are none. In doubt the gate refuses: a refusal
costs the clerk a minute.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from bot.reading.letters import DASH, LETTER, normalise


class SecrecyLevel(StrEnum):
    """How secret a marked document is."""

    MAT = "mật"
    TOI_MAT = "tối mật"
    TUYET_MAT = "tuyệt mật"


@dataclass(frozen=True, slots=True)
class SecrecyMark:
    """A mark of secrecy: its level, and the line (from 1) it stands on. Holds nothing of the text."""

    level: SecrecyLevel
    line: int


@dataclass(frozen=True, slots=True)
class CirculationMark:
    """A mark that keeps a paper in its circle (scope nội bộ): its words, and the line (from 1) it is on."""

    words: str
    line: int


_LEVELS = {
    "MẬT": SecrecyLevel.MAT,
    "TỐIMẬT": SecrecyLevel.TOI_MAT,
    "TUYỆTMẬT": SecrecyLevel.TUYET_MAT,
}
_URGENCIES = ("KHẨN", "THƯỢNGKHẨN", "HỎATỐC", "HOẢTỐC", "HỎATỐCHẸNGIỜ", "HOẢTỐCHẸNGIỜ")
_CIRCULATION = (
    "LƯU HÀNH NỘI BỘ",
    "TÀI LIỆU LƯU HÀNH NỘI BỘ",
    "TÀI LIỆU NỘI BỘ",
    "NỘI BỘ",
    "TÀI LIỆU HỘI NGHỊ",
    "TÀI LIỆU PHỤC VỤ HỘI NGHỊ",
    "TÀI LIỆU THU HỒI",
    "TÀI LIỆU HỘI NGHỊ THU HỒI",
    "XEM XONG TRẢ LẠI",
    "ĐỌC XONG TRẢ LẠI",
    "XONG HỘI NGHỊ TRẢ LẠI",
    "KHÔNG PHỔ BIẾN",
    "KHÔNG PHỔ BIẾN TRÊN CÁC PHƯƠNG TIỆN THÔNG TIN ĐẠI CHÚNG",
)
_CIRCULATION_KEYS = {words.replace(" ", ""): words for words in _CIRCULATION}


def _stamps() -> dict[str, SecrecyLevel]:
    """Every run of capitals, blanks taken out, that is a mark: alone or stamped together with another."""
    stamps = dict(_LEVELS)
    for key, level in _LEVELS.items():
        for other in (*_URGENCIES, *_CIRCULATION_KEYS):
            stamps[key + other] = stamps[other + key] = level
        for before in ("TÀILIỆU", "VĂNBẢN"):
            stamps[before + key] = level
    return stamps


_STAMPS = _stamps()
_LONGEST_STAMP = max(map(len, (*_STAMPS, *_CIRCULATION_KEYS)))

# Stamps stand in the head; further down, two blanks in a row are a slip of the typist, not a column.
_HEAD_LINES = 40
_COLUMN = re.compile(r"[\t|│┃║¦]|<[^<>]{0,60}>")
_WIDE_COLUMN = re.compile(r"[\t|│┃║¦]|<[^<>]{0,60}>|  +")
_NOT_LETTERS = re.compile(r"[\W\d_]+")
_LIST_ITEM = re.compile(rf"(?:(?:{DASH}|[+•*])\s(?!.*[-–—*]$)|\w{{1,2}}[.)]\s*\w)|.*[;,]$")
_FIELD = re.compile(
    r"(?:^|[\t|;,(]|  )[\s*_\"“•+-]{0,9}(?:mức\s)?độ\s{0,9}(?:bảo\s{0,9})?mật(?:\s?[/,]\s?(?:độ\s)?khẩn)?"
    r"(?:[\s*_]{0,9}[:=|\-–—]|\t|  )[\s|*_\"“(\[]{0,9}"
    r"(tuyệt\s{0,9}mật|tối\s{0,9}mật|mật)"
)
# One blank only between the stamp and the head beside it: what some PDF readers make of two columns.
_MARK = r"(TUYỆT MẬT|TỐI MẬT|MẬT)"
_BEFORE_HEAD = re.compile(
    rf"\W{{0,9}}{_MARK}\W{{1,9}}"
    r"(?:ĐẢNG CỘNG SẢN|CỘNG H(?:ÒA|OÀ) XÃ|Độc lập|Số\b|ĐẢNG (?:BỘ|ỦY|UỶ)|CHI BỘ|[^,]{2,40}, ngày)"
)
_AFTER_HEAD = re.compile(
    rf"(?:VIỆT NAM|[Hh]ạnh phúc|năm \d{{4}}|^\W{{0,9}}Số.{{0,40}}/[{LETTER}\d-]{{1,30}})"
    rf"\W{{1,9}}{_MARK}\W{{0,9}}$"
)


def find_mark(text: str) -> SecrecyMark | None:
    """The first mark of secrecy in a text, or None.

    Takes raw or normalised text of any size, in time proportional to it. A mark is MẬT, TỐI MẬT or TUYỆT
    MẬT as a whole line or a column of its own (quotes, stars, rules and brackets around it, letters spaced
    out or stacked one a line), beside other words of the head in its first lines, or as the value of a
    field "Độ mật:".
    """
    for number, line, previous in _prepared_lines(text):
        level = _level_of_line(line, number=number, previous=previous)
        if level is not None:
            return SecrecyMark(level, number)
    return None


def find_circulation_mark(text: str) -> CirculationMark | None:
    """The first mark of limited circulation, or None: LƯU HÀNH NỘI BỘ, XEM XONG TRẢ LẠI and their like.

    Not a state secret: such a paper may be announced by number and title, in scope nội bộ.
    """
    for number, line, _ in _prepared_lines(text):
        for part in _parts(line, number=number):
            words = _CIRCULATION_KEYS.get(_capitals(part))
            if words is not None:
                return CirculationMark(words, number)
    return None


def _prepared_lines(text: str) -> Iterator[tuple[int, str, str]]:
    """Each line with its number and the line before; a word stacked one letter a line comes as one line more.

    NFKC also brings full-width and ornamental capitals home; soft hyphens inside a word are taken out.
    """
    plain = normalise(unicodedata.normalize("NFKC", normalise(text)).replace("\u00ad", ""))
    stacked = previous = ""
    number = 0
    for number, line in enumerate(plain.split("\n"), start=1):
        yield number, line, previous
        previous = line
        letter = line.strip()
        if len(letter) == 1:
            # Longer than any mark is none; growing it on would cost the square of the lines.
            stacked += letter if len(stacked) <= _LONGEST_STAMP else ""
        elif letter:
            if stacked:
                yield number - 1, stacked, ""
            stacked = ""
    if stacked:
        yield number, stacked, ""


def _level_of_line(line: str, *, number: int, previous: str) -> SecrecyLevel | None:
    for part in _parts(line, number=number):
        level = _STAMPS.get(_capitals(part)) or (
            number <= _HEAD_LINES and _level_in_small_letters(part, previous)
        )
        if level:
            return level
    return (
        _level_in_small_letters(line, previous)
        or _level_of_field(line)
        or _level_beside_head(line, number=number)
    )


def _parts(line: str, *, number: int) -> Iterator[str]:
    yield line
    columns = _WIDE_COLUMN if number <= _HEAD_LINES else _COLUMN
    pieces = columns.split(line)
    if len(pieces) > 1:
        yield from pieces


def _capitals(part: str) -> str:
    """The letters of a part run together, or "" if it cannot be a stamp (short, capitals, no digits)."""
    bare = part.strip()
    if (
        not bare
        or len(bare) > 4 * _LONGEST_STAMP
        or not bare.isupper()
        or any(sign.isdigit() for sign in bare)
    ):
        return ""
    return _NOT_LETTERS.sub("", bare)


def _level_in_small_letters(line: str, previous: str) -> SecrecyLevel | None:
    """The level of "Mật" or "tối mật" alone, unless it is an item of a list or ends a broken sentence."""
    bare = line.strip()
    if not 3 <= len(bare) <= 40 or bare.isupper() or _LIST_ITEM.match(bare):
        return None
    words = _NOT_LETTERS.sub(" ", bare).split()
    level = _LEVELS.get("".join(words).upper())
    before = previous.strip()
    continues = bare.islower() and (before[-1:].isalpha() or before[-1:] == ",") and not before.isupper()
    return None if continues else level


def _level_of_field(line: str) -> SecrecyLevel | None:
    found = _FIELD.search(line.lower())
    return None if found is None else _LEVELS[_NOT_LETTERS.sub("", found.group(1)).upper()]


def _level_beside_head(line: str, *, number: int) -> SecrecyLevel | None:
    if number > _HEAD_LINES or len(line) > 400 or "MẬT" not in line:
        return None
    found = _BEFORE_HEAD.match(line) or _AFTER_HEAD.search(line)
    return None if found is None else _LEVELS[found.group(1).replace(" ", "")]
