"""The gate: marks of secrecy.

Three levels exist (Law 117/2025/QH15 on state secrets); the mark is stamped in capitals, alone, in the
head (Decree 30/2020/NĐ-CP, appendix I, box 10a). So a mark is a whole line or column with its exact
accents: prose about secrecy, "bí mật", "Mặt trận" and "mất" are none. In doubt the gate refuses: a refusal
costs the clerk a minute.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from bot.reading.letters import DASH, LETTER, LOWER, UPPER
from bot.reading.recognisers.circulation import MARKS_BY_LETTERS
from bot.reading.recognisers.stamps import HEAD_LINES, capitals_of, columns_of, prepared_lines


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


_LEVELS = {
    "MẬT": SecrecyLevel.MAT,
    "TỐIMẬT": SecrecyLevel.TOI_MAT,
    "TUYỆTMẬT": SecrecyLevel.TUYET_MAT,
}
_URGENCIES = ("KHẨN", "THƯỢNGKHẨN", "HỎATỐC", "HOẢTỐC", "HỎATỐCHẸNGIỜ", "HOẢTỐCHẸNGIỜ")


def _stamps() -> dict[str, SecrecyLevel]:
    """Every run of capitals, blanks taken out, that is a mark: alone or stamped together with another."""
    stamps = dict(_LEVELS)
    for key, level in _LEVELS.items():
        for other in (*_URGENCIES, *MARKS_BY_LETTERS):
            stamps[key + other] = stamps[other + key] = level
        for before in ("TÀILIỆU", "VĂNBẢN"):
            stamps[before + key] = level
    return stamps


_STAMPS = _stamps()
_NOT_LETTERS = re.compile(r"[\W\d_]+")
_LIST_ITEM = re.compile(rf"(?:(?:{DASH}|[+•*])\s(?!.*[-–—*]$)|\w{{1,2}}[.)]\s*\w)|.*[;,]$")
_FIELD = re.compile(
    r"(?:^|[\t|;,(]|  )[\s*_\"“•+-]{0,9}(?:mức\s)?độ\s{0,9}(?:bảo\s{0,9})?mật(?:\s?[/,]\s?(?:độ\s)?khẩn)?"
    r"(?:[\s*_]{0,9}[:=|\-–—]|\t|  )[\s|*_\"“(\[]{0,9}"
    r"(tuyệt\s{0,9}mật|tối\s{0,9}mật|mật)"
)
# One blank only between the stamp and the head beside it: what some PDF readers make of two columns.
_MARK = r"(TUYỆT MẬT|TỐI MẬT|MẬT)"
# The mark in the head of every page, beside its number.
_ON_A_PAGE = re.compile(
    rf"\W{{0,9}}(?:(?:[Tt]rang\s?)?\d{{1,4}}(?:\s?/\s?\d{{1,4}})?\W{{1,9}})?{_MARK}"
    r"(?:\W{1,9}(?:[Tt]rang\s?)?\d{1,4}(?:\s?/\s?\d{1,4})?)?\W{0,9}"
)
_BEFORE_HEAD = re.compile(
    rf"\W{{0,9}}{_MARK}\W{{1,9}}"
    r"(?:ĐẢNG CỘNG SẢN|CỘNG H(?:ÒA|OÀ) XÃ|Độc lập|Số\b|ĐẢNG (?:BỘ|ỦY|UỶ)|CHI BỘ|[^,]{2,40}, ngày)"
)
_AFTER_HEAD = re.compile(
    rf"(?:VIỆT NAM|[Hh]ạnh phúc|năm \d{{4}}|^\W{{0,9}}Số.{{0,40}}/[{LETTER}\d-]{{1,30}})"
    rf"\W{{1,9}}{_MARK}\W{{0,9}}$"
)
_BETWEEN_PARTS = re.compile(rf"(?:_|[.,;:()\[\]{{}}+~&|]|{DASH})+")
_BEGINS_TITLE = re.compile(rf"\W{{0,9}}{_MARK}\W{{1,9}}(?=[{UPPER}]?[{LOWER}])")
# Their second half is "mật", and a name may have a stroke between them.
_FIRST_HALVES = frozenset({"bí", "bảo", "cơ", "thân", "cẩn", "nồng", "ong", "đường"})


def find_mark(text: str) -> SecrecyMark | None:
    """The first mark of secrecy in a text, or None.

    Takes raw or normalised text of any size, in time proportional to it. A mark is MẬT, TỐI MẬT or TUYỆT
    MẬT as a whole line or a column of its own (quotes, stars, rules and brackets around it, letters spaced
    out or stacked one a line), beside other words of the head in its first lines, or as the value of a
    field "Độ mật:".
    """
    if text.isascii():
        # Every mark has an Ậ; a file that goes along as base64 has megabytes of one line.
        return None
    for number, line, previous in prepared_lines(text):
        level = _level_of_line(line, number=number, previous=previous)
        if level is not None:
            return SecrecyMark(level, number)
    return None


def find_mark_in_name(name: str) -> SecrecyMark | None:
    """The first mark in a title or in the name of a file without its ending, or None.

    There a mark is a part of its own ("KH 12_MẬT", "[MẬT] Kế hoạch số 12") as well, or stands in capitals
    before words that are not, where a title of two lines was made one. "BẢO-MẬT" is none.
    """
    found = find_mark(name)
    if found is not None:
        return found
    plain = " ".join(line for _, line, _ in prepared_lines(name)).strip()
    begins = _BEGINS_TITLE.match(plain)
    if begins is not None:
        return SecrecyMark(_LEVELS[begins.group(1).replace(" ", "")], 1)
    before = ""
    for part in map(str.strip, _BETWEEN_PARTS.split(plain)):
        mark = find_mark(part) if part else None
        if mark is not None and before.rpartition(" ")[2].lower() not in _FIRST_HALVES:
            return mark
        before = part or before
    return None


def _level_of_line(line: str, *, number: int, previous: str) -> SecrecyLevel | None:
    for part in columns_of(line, number=number):
        level = _STAMPS.get(capitals_of(part)) or (
            number <= HEAD_LINES and _level_in_small_letters(part, previous)
        )
        if level:
            return level
    return (
        _level_in_small_letters(line, previous)
        or _level_of_field(line)
        or _level_on_a_page(line)
        or _level_beside_head(line, number=number)
    )


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


def _level_on_a_page(line: str) -> SecrecyLevel | None:
    found = _ON_A_PAGE.fullmatch(line) if len(line) <= 60 else None
    return None if found is None else _LEVELS[found.group(1).replace(" ", "")]


def _level_beside_head(line: str, *, number: int) -> SecrecyLevel | None:
    if number > HEAD_LINES or len(line) > 400 or "MẬT" not in line:
        return None
    found = _BEFORE_HEAD.match(line) or _AFTER_HEAD.search(line)
    return None if found is None else _LEVELS[found.group(1).replace(" ", "")]
