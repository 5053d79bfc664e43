"""What a row below the heading is: a person, a heading over people, a total, the foot of the page."""

import re
from collections.abc import Sequence
from enum import StrEnum

from bot.organisation.roster.columns import Column, meaning_of
from bot.organisation.roster.headers import Header
from bot.reading.folding import fold

_BEFORE = r"(?:[IVXLC]{1,6}|[A-ZĐ]|\d{1,3})?[.)\-–:/ ]*"
_UNIT_WORDS = re.compile(
    _BEFORE + r"((?:chi bộ|đảng bộ|đảng ủy|đảng uỷ|tổ đảng|tổ công đoàn|công đoàn|cđcs|liên đoàn)\s.+)",
    re.IGNORECASE,
)
# These may begin a name as well, so the row must not be numbered like a person's.
_MAYBE_UNIT = re.compile(_BEFORE + r"((?:đơn vị|tổ|ban|phòng|văn phòng|khối)\s.+)", re.IGNORECASE)
_NUMBERING = re.compile(r"^(?:[IVXLC]{1,6}|[A-ZĐ]|\d{1,3})[.)\-–:/]\s*")
# Offices write how many they are behind the name of the unit, in brackets or not.
_COUNT_BEHIND = re.compile(
    r"\s*(?:[:(–-]\s*)?(?:có\s+)?\d+\s*(?:đồng chí|đ/c|đc|đảng viên|người|đv)\s*\)?$", re.IGNORECASE
)
_TOTAL = re.compile(r"^(?:tong cong|tong so|tong|cong lai|danh sach nay co|danh sach co|an dinh|total)\b")
_SUM = re.compile(r"^cộng\s*(?:[:\d]|$)", re.IGNORECASE)
_FOOT = re.compile(
    r"^(?:người lập|lập biểu|lập bảng|người tổng hợp|xác nhận|t/m|tm\.?\s|thay mặt|ký tên|\(ký|nơi nhận"
    r"|ghi chú\s*:"
    r"|thủ trưởng|kt\.|bí thư$|phó bí thư$|chủ tịch$|.{0,40}\bngày\s.{0,12}\btháng\s.{0,12}\bnăm\b)",
    re.IGNORECASE,
)
_LONGEST = 160
_PLACEHOLDER = re.compile(r"^\(?(?:\d{1,2}|[a-zA-Z])\)?$")


class RowKind(StrEnum):
    """What a row is."""

    PERSON = "person"
    UNIT = "unit"
    """A heading over the people of a unit."""
    TOTAL = "total"
    FOOT = "foot"
    """Who drew the list up, place and date, signatures: from here on people are told more strictly."""
    NOTHING = "nothing"
    """Blank, numbered ahead, the heading repeated on a new page."""


def kind_of_row(row: Sequence[str], header: Header, units: frozenset[str]) -> RowKind:
    """What the row is.

    Args:
        row: its cells.
        header: the heading above.
        units: the folded names of the units that there are.
    """
    texts = [cell for place, cell in enumerate(row) if cell and place != header.serial]
    if not texts:
        return RowKind.UNIT if unit_heading(row, header, units) else RowKind.NOTHING
    first = next(cell for cell in row if cell)
    if any(_TOTAL.match(fold(one)) or _SUM.match(one) for one in {first, texts[0]}):
        return RowKind.TOTAL
    if unit_heading(row, header, units):
        return RowKind.UNIT
    # "Người lập" may stand in the first column, with a name beside it.
    if any(_FOOT.match(text) for text in (first, *texts)) and not _in_columns(row, header):
        return RowKind.FOOT
    if _repeats_heading(row, header) or all(_PLACEHOLDER.match(text) for text in texts):
        return RowKind.NOTHING
    beside = {header.columns.get(Column.UNIT), header.serial}
    told = [cell for place, cell in enumerate(row) if cell and place not in beside]
    return RowKind.PERSON if told else RowKind.NOTHING


def name_in(row: Sequence[str], header: Header) -> str:
    """The name, put together where it stands in two columns."""
    if Column.NAME in header.columns:
        return row[header.columns[Column.NAME]]
    places = [header.columns[one] for one in (Column.FAMILY, Column.GIVEN) if one in header.columns]
    parts = [row[place] for place in places]
    # A merged cell has the whole name twice.
    return parts[0] if len(set(parts)) == 1 else " ".join(part for part in parts if part)


def looks_signed(row: Sequence[str], header: Header) -> bool:
    """Whether a row of the foot is rather a signature than a person: nothing but a name."""
    number = row[header.serial] if header.serial is not None else ""
    told = [place for column, place in header.columns.items() if row[place] and column is not Column.UNIT]
    return not number.isdecimal() and len(told) < 3


def unit_heading(row: Sequence[str], header: Header, units: frozenset[str]) -> str:
    """The unit that the row heads, or nothing: one text alone, beside a number or a count at most."""
    texts = list(dict.fromkeys(cell for cell in row if cell))
    if len(texts) > 3:
        return ""
    # Where something stands for a name, only that can be the unit.
    named = [cell for cell in row_names(row, header) if cell] or texts
    is_numbered = header.serial is not None and row[header.serial].isdecimal()
    for text in named:
        unit = _unit_in(text, units, is_numbered=is_numbered)
        if unit:
            return unit if _is_alone(row, header, text, texts) else ""
    return ""


def _unit_in(text: str, units: frozenset[str], *, is_numbered: bool) -> str:
    if len(text) > _LONGEST:
        return ""
    bare = _COUNT_BEHIND.sub("", text).strip(" :.-–")
    for written in (bare, _NUMBERING.sub("", bare)):
        if fold(written) in units:
            return written
    found = _UNIT_WORDS.fullmatch(bare) or (None if is_numbered else _MAYBE_UNIT.fullmatch(bare))
    return found[1] if found else ""


def _is_alone(row: Sequence[str], header: Header, unit: str, texts: Sequence[str]) -> bool:
    """Whether no person stands beside it: the name's own cell is empty or holds the unit itself."""
    name = name_in(row, header)
    if name and name != unit and unit not in row_names(row, header):
        return False
    others = [text for text in texts if text != unit]
    is_short = all(len(text) <= 20 and (text[:1].isdigit() or len(text) <= 5) for text in others)
    place = header.columns.get(Column.UNIT)
    # In its own column, beside something else, the unit is that of a line without a name.
    is_cell = not name and place is not None and row[place] == unit and len(texts) > 1
    return is_short and not is_cell


def row_names(row: Sequence[str], header: Header) -> list[str]:
    """The cells in which a name stands."""
    places = (header.columns.get(one) for one in (Column.NAME, Column.FAMILY, Column.GIVEN))
    return [row[place] for place in places if place is not None]


def _in_columns(row: Sequence[str], header: Header) -> bool:
    """Whether name and unit, or name and number, stand where people's stand: "Bí thư" is a position then."""
    unit = header.columns.get(Column.UNIT)
    number = row[header.serial] if header.serial is not None else ""
    has_more = (unit is not None and bool(row[unit])) or number.isdecimal()
    return bool(name_in(row, header)) and has_more


def _repeats_heading(row: Sequence[str], header: Header) -> bool:
    places = [place for column, place in header.columns.items() if column is not Column.POSITION]
    cells = [row[place] for place in places if row[place]]
    return bool(cells) and all(meaning_of(cell) is not None for cell in cells)
