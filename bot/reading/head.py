"""The head of an office document: who issued what, under which number, on which day.

Layout: Decree 30/2020/NĐ-CP, appendix I (State, union); Guide 05-HD/VPTW of 2026 (Party). The head may
arrive in two columns, or as one column after the other.
"""

import re
from dataclasses import dataclass
from datetime import date

from bot.reading.dates import find_dates
from bot.reading.document import DocumentNumber, Field, Urgency
from bot.reading.document_types import BY_LINE, DocumentType, type_of_abbreviation
from bot.reading.letters import LETTER, UPPER
from bot.reading.lines import Span, cells_of, lines_of
from bot.reading.numbers import number_after_word
from bot.reading.words import any_opening

# Longer heads have not been seen; what stands further down is cited.
_HEAD_LINES = 40
_HEAD_LINES_OF_LETTER = 15
_HEADER = re.compile(
    r"(?:ĐẢNG CỘNG SẢN VIỆT NAM|CỘNG H(?:ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập\s?[-–—]\s?Tự do)"
)
_ADDRESSEE = re.compile(r"(?i:kính gửi)\s?:")
_NUMBER_LINE = re.compile(r"(?:Số|SỐ)\s{0,4}:?\s")
_ABOUT = re.compile(r"(?:V/v|[Vv]ề việc)[:\s]")
_ABSTRACT_ENDS = re.compile(
    r"(?:Căn cứ|Thực hiện|Kính gửi|Xét |Theo |Nhằm |Để |Điều 1|[IVX]{1,4}\.|1\.|[-–—_*=]{2,}|\*"
    rf"|[{UPPER}\s]{{4,60}}QUYẾT (?:ĐỊNH|NGHỊ)\s?:)"
)
_ORGANISATION = any_opening(
    """ĐẢNG, CHI BỘ, CHI ỦY, CHI UỶ, BAN, LIÊN ĐOÀN, LĐLĐ, CÔNG ĐOÀN, TỔNG, ỦY BAN, UỶ BAN, UBND, HỘI, SỞ,
    VĂN PHÒNG, TỈNH ỦY, TỈNH UỶ, TỈNH ĐOÀN, HUYỆN ỦY, HUYỆN UỶ, THÀNH ỦY, THÀNH UỶ, THÀNH ĐOÀN, BỘ, CHÍNH PHỦ,
    QUỐC HỘI, THỦ TƯỚNG, TRƯỜNG, CÔNG TY, BCH, ĐOÀN, TRUNG TÂM"""
)
_DECORATION = " *_#\"'“”[](){}<>.:-–—=~"
_URGENCIES = {
    "KHẨN": Urgency.URGENT,
    "THƯỢNG KHẨN": Urgency.VERY_URGENT,
    "HỎA TỐC": Urgency.EXPRESS,
    "HOẢ TỐC": Urgency.EXPRESS,
    "HỎA TỐC HẸN GIỜ": Urgency.EXPRESS,
    "HOẢ TỐC HẸN GIỜ": Urgency.EXPRESS,
}
_URGENCY_FIELD = re.compile(r"(?i:độ khẩn)\s?:\s?(?P<words>(?i:thượng khẩn|hỏa tốc|hoả tốc|khẩn))(?!\w)")


@dataclass(frozen=True, slots=True)
class Head:
    """What the head says. `end` is where the text after head and abstract begins."""

    type: DocumentType | None
    type_name: Field[str] | None
    number: Field[DocumentNumber] | None
    issuer: Field[str] | None
    issued_on: Field[date] | None
    title: Field[str] | None
    end: int


def read_head(text: str) -> Head | None:
    """The head of an office document, or None if the text has none (an article, a message).

    A head has a type line in capitals ("KẾ HOẠCH") under a number, an issuer or the header of State or
    Party, or is that of a công văn. The own number is the one on a line that begins with "Số", above the
    type line.
    """
    lines = list(lines_of(text, until=_HEAD_LINES))
    type_at = next((at for at, line in enumerate(lines) if _type_of(line) is not None), None)
    top = lines[: _head_length(lines, type_at)]
    cells = [cell for line in top for cell in cells_of(line)]
    number = _own_number(text, cells)
    if number is None and not any(
        _HEADER.match(cell.text) or _ORGANISATION.match(cell.text) for cell in cells
    ):
        return None
    if type_at is None and (number is None or not _looks_official(cells)):
        return None
    kind = _document_type(None if type_at is None else lines[type_at], number)
    title = _letter_abstract(cells) if type_at is None else _abstract(lines[type_at + 1 :])
    return Head(
        type=kind,
        type_name=_type_name(kind, None if type_at is None else lines[type_at], number),
        number=number,
        issuer=_issuer(text, cells),
        issued_on=_issued_on(text, top),
        title=title,
        end=_end(title, top, None if type_at is None else lines[type_at]),
    )


def find_urgency(text: str) -> Field[Urgency] | None:
    """The urgency stamped in the head, a line or column of its own with its exact accents, or a field "Độ
    khẩn:".
    """
    for line in lines_of(text, until=_HEAD_LINES):
        for cell in cells_of(line):
            stamp = " ".join(cell.text.strip(_DECORATION).split())
            if stamp in _URGENCIES:
                return Field(_URGENCIES[stamp], cell.start, cell.end, True)
        named = _URGENCY_FIELD.search(line.text)
        if named is not None:
            start = line.start + named.start()
            return Field(_URGENCIES[named["words"].upper()], start, start + len(named.group()), True)
    return None


def _type_of(line: Span) -> DocumentType | None:
    return BY_LINE.get(" ".join(line.text.strip(_DECORATION).split()))


def _head_length(lines: list[Span], type_at: int | None) -> int:
    if type_at is not None:
        return type_at
    addressed = (at for at, line in enumerate(lines) if _ADDRESSEE.search(line.text))
    return min(next(addressed, _HEAD_LINES_OF_LETTER), _HEAD_LINES_OF_LETTER)


def _own_number(text: str, cells: list[Span]) -> Field[DocumentNumber] | None:
    for cell in cells:
        if _NUMBER_LINE.match(cell.text):
            return number_after_word(text, cell.start, end=cell.end)
    return None


def _looks_official(cells: list[Span]) -> bool:
    return any(_HEADER.match(cell.text) or _ABOUT.match(cell.text) for cell in cells)


def _document_type(line: Span | None, number: Field[DocumentNumber] | None) -> DocumentType | None:
    """The type line alone tells quyết định from quy định; without one the number must be unambiguous."""
    if line is not None:
        return _type_of(line)
    if number is None:
        return None
    return type_of_abbreviation(number.value.type or "CV")


def _type_name(
    kind: DocumentType | None, line: Span | None, number: Field[DocumentNumber] | None
) -> Field[str] | None:
    place = line or number
    return None if kind is None or place is None else Field(kind.name, place.start, place.end, True)


def _issuer(text: str, cells: list[Span]) -> Field[str] | None:
    """The last organisation named above the number: the line above it, if any, is its parent."""
    above: list[Span] = []
    for cell in cells:
        if _NUMBER_LINE.match(cell.text):
            break
        bare = cell.text.strip(_DECORATION)
        if bare and bare.isupper() and not _HEADER.match(bare) and bare not in _URGENCIES:
            above.append(cell)
    named = [at for at, cell in enumerate(above) if _ORGANISATION.match(cell.text.strip(_DECORATION))]
    if not named:
        return None
    pieces = above[named[-1] :]
    value = " ".join(" ".join(piece.text.strip(_DECORATION).split()) for piece in pieces)
    return Field(value, pieces[0].start, pieces[-1].end, True)


def _issued_on(text: str, top: list[Span]) -> Field[date] | None:
    """The date line of the head, "Địa danh, ngày 05 tháng 9 năm 2026"; a draft leaves day or month blank."""
    if not top:
        return None
    for printed in find_dates(text, top[0].start, end=top[-1].end):
        before = text[max(0, printed.start - 12) : printed.start]
        day = printed.on(date.min) if printed.year is not None else None
        if (
            day is not None
            and not printed.cited
            and re.search(rf"[{LETTER}.],\s{{0,4}}ngày\s{{0,4}}$", before)
        ):
            return Field(day, printed.start, printed.end, True)
    return None


def _abstract(after_type: list[Span]) -> Field[str] | None:
    """The lines under the type line, up to a rule, a blank line or the first words of the text itself."""
    taken: list[Span] = []
    for line in after_type[:8]:
        if _ABSTRACT_ENDS.match(line.text) or len(line.text) > 300:
            break
        if taken and line.start - taken[-1].end > 1 and not _goes_on(line):
            break
        taken.append(line)
    return _joined(taken)


def _letter_abstract(cells: list[Span]) -> Field[str] | None:
    """What a công văn is about: "V/v …" under its number, and the lines that carry it on."""
    begins = next((at for at, cell in enumerate(cells) if _ABOUT.match(cell.text)), None)
    if begins is None:
        return None
    taken = [cells[begins]]
    for cell in cells[begins + 1 :]:
        if not _goes_on(cell):
            break
        taken.append(cell)
    return _joined(taken)


def _goes_on(line: Span) -> bool:
    return line.text[:1].islower() or line.text[:1].isdigit()


def _joined(lines: list[Span]) -> Field[str] | None:
    if not lines:
        return None
    value = " ".join(" ".join(line.text.strip("*_ ").split()) for line in lines)
    return Field(value, lines[0].start, lines[-1].end, True)


def _end(title: Field[str] | None, top: list[Span], type_line: Span | None) -> int:
    ends = [title.end if title else 0, type_line.end if type_line else 0, top[-1].end if top else 0]
    return max(ends)
