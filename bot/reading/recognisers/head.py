"""The head of an office document: who issued what, under which number, on which day.

Layout: Decree 30/2020/NĐ-CP, appendix I (State, union); Guide 05-HD/VPTW of 2026 (Party). The head may
arrive in two columns, or as one column after the other.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.reading.display import display_issuer, display_title
from bot.reading.document import DocumentNumber, Field
from bot.reading.letters import LETTER, UPPER
from bot.reading.lines import DECORATION, Span, cells_of, lines_of, trimmed
from bot.reading.recognisers.circulation import MARKS_BY_LETTERS
from bot.reading.recognisers.dates import find_dates
from bot.reading.recognisers.document_types import BY_LINE, DocumentType, type_of_abbreviation
from bot.reading.recognisers.numbers import number_after_word
from bot.reading.recognisers.stamps import capitals_of
from bot.reading.recognisers.urgency import URGENCIES
from bot.reading.words import any_opening

# Longer heads have not been seen; what stands further down is cited.
_HEAD_LINES = 40
_HEAD_LINES_OF_LETTER = 15
_HEADER = re.compile(
    r"(?:ĐẢNG CỘNG SẢN VIỆT NAM|CỘNG H(?:ÒA|OÀ) XÃ HỘI|(?:XÃ HỘI )?CHỦ NGHĨA VIỆT NAM"
    r"|Độc lập\s?[-–—]\s?Tự do)"
)
_ADDRESSEE = re.compile(r"(?i:kính gửi)\s?:")
# Not the "Số hiệu:" of a box that a web page puts before the text.
_NUMBER_LINE = re.compile(r"(?:Số|SỐ)\s{0,4}(?::|\s(?!hiệu|lượng|công báo|điện thoại|ký hiệu)|$)")
# One blank only between the two columns, as some PDF readers leave it.
_RIGHT_COLUMN = re.compile(r"\s(?=ĐẢNG CỘNG SẢN VIỆT NAM|CỘNG H(?:ÒA|OÀ) XÃ HỘI|Độc lập\s?[-–—])")
_STAMPED = re.compile(r"(?:BẢN )?DỰ THẢO(?:\s|$)")
# Addresses that a mirror prints between the lines; so often repeated, a line is its watermark too.
_TYPE_AND_ABSTRACT = re.compile(rf"(?:{'|'.join(map(re.escape, BY_LINE))})\s{{0,2}}(?=V(?:Ề|ề)\s|V/[vV]\s)")
_ADDRESS = re.compile(r"(?:https?://|www\.)?[\w\-]{2,40}(?:\.[a-z]{2,12}){1,3}(?:/\S{0,80})?")
_WATERMARK_TIMES = 4
_ABOUT = re.compile(r"(?:V/v|[Vv]ề việc)[:\s]")
_ABSTRACT_ENDS = re.compile(
    r"(?:Căn cứ|Căn$|Thực hiện|Thi hành|Kính gửi|Xét |Theo |Nhằm |Để |Điều 1|"
    r"[IVX]{1,4}\.|\d{1,2}[.)](?!\d)|[a-zđ]\)|[-–—_*=]{2,}|\*"
    rf"|[{UPPER}\s]{{4,60}}QUYẾT (?:ĐỊNH|NGHỊ)\s?:)"
)
_ORGANISATION = any_opening(
    """ĐẢNG, CHI BỘ, CHI ỦY, CHI UỶ, BAN, LIÊN ĐOÀN, LĐLĐ, CÔNG ĐOÀN, TỔNG, ỦY BAN, UỶ BAN, UBND, HỘI, SỞ, VĂN
    PHÒNG, TỈNH ỦY, TỈNH UỶ, TỈNH ĐOÀN, HUYỆN ỦY, HUYỆN UỶ, THÀNH ỦY, THÀNH UỶ, THÀNH ĐOÀN, BỘ, CHÍNH
    PHỦ, QUỐC HỘI, THỦ TƯỚNG, TRƯỜNG, CÔNG TY, BCH, ĐOÀN, TRUNG TÂM, PHÒNG, CỤC, CHI CỤC, VIỆN, TRẠM, BỆNH
    VIỆN, NGÂN HÀNG, CHI ĐOÀN, CHI HỘI, TÒA ÁN, TOÀ ÁN, CÔNG AN, KHO BẠC, BẢO HIỂM, THANH TRA, HỌC VIỆN,
    MẶT TRẬN, HỢP TÁC XÃ, NGHIỆP ĐOÀN"""
)
# Half a name: what it is of stands on the next line.
_HALF_NAMED = re.compile(
    r"(?:CHI BỘ|ĐẢNG BỘ|ĐẢNG [ỦU][YỶ]|CHI ĐOÀN|CÔNG ĐOÀN(?: CƠ SỞ)?|BAN CHẤP HÀNH(?: ĐẢNG BỘ)?)"
)
# A line that cannot be the last of an abstract.
_OPEN_END = re.compile(
    r"(?:,|(?<!\w)(?:của|và|về|các|những|theo|tại|cho|với|trong|đến|năm|số|ngày|thực hiện|do|ở))$"
)
_DECIDES = any_opening(
    """CHỦ TỊCH, GIÁM ĐỐC, BỘ TRƯỞNG, THỦ TƯỚNG, CHÍNH PHỦ, BAN THƯỜNG VỤ, BAN CHẤP HÀNH, HỘI ĐỒNG NHÂN DÂN,
    ỦY BAN NHÂN DÂN, UỶ BAN NHÂN DÂN, ĐOÀN CHỦ TỊCH, BAN BÍ THƯ, BỘ CHÍNH TRỊ, CHÁNH VĂN PHÒNG, HIỆU
    TRƯỞNG, ĐẢNG ỦY, ĐẢNG UỶ, CHI BỘ"""
)


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
    lines = _head_lines(text)
    type_at = next((at for at, line in enumerate(lines) if _type_of(line) is not None), None)
    top = lines[: _head_length(lines, type_at)]
    cells = [cell for line in top for cell in _columns(line)]
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


def _head_lines(text: str) -> list[Span]:
    """Without watermarks; "HƯỚNG DẪN VỀ …" under the number as the two lines that it should be."""
    times = Counter(line.strip() for line in text.split("\n"))
    found: list[Span] = []
    is_numbered = False
    for line in lines_of(text, until=_HEAD_LINES):
        is_repeated = times[line.text] >= _WATERMARK_TIMES and any(map(str.isalpha, line.text))
        if _ADDRESS.fullmatch(line.text) or is_repeated:
            continue
        both = _TYPE_AND_ABSTRACT.match(line.text) if is_numbered else None
        if both is None:
            found.append(line)
        else:
            place = line.start + both.end()
            found += [trimmed(both.group(), line.start), trimmed(line.text[both.end() :], place)]
        is_numbered = is_numbered or any(map(_NUMBER_LINE.match, (cell.text for cell in cells_of(line))))
    return found


def _columns(line: Span) -> Iterator[Span]:
    for cell in cells_of(line):
        beside = _RIGHT_COLUMN.search(cell.text)
        if beside is None:
            yield cell
            continue
        yield trimmed(cell.text[: beside.start()], cell.start)
        yield trimmed(cell.text[beside.start() :], cell.start + beside.start())


def _type_of(line: Span) -> DocumentType | None:
    return BY_LINE.get(" ".join(line.text.strip(DECORATION).split()))


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
    if kind is None or place is None:
        return None
    return Field(kind.name, place.start, place.end, line is not None or (number is not None and number.sure))


def _issuer(text: str, cells: list[Span]) -> Field[str] | None:
    """The last organisation named above the number: the line above it, if any, is its parent."""
    above: list[Span] = []
    for cell in cells:
        if _NUMBER_LINE.match(cell.text):
            break
        bare = cell.text.strip(DECORATION)
        if bare and bare.isupper() and not _HEADER.match(bare) and not _is_stamp(bare):
            above.append(cell)
    named = [at for at, cell in enumerate(above) if _ORGANISATION.match(cell.text.strip(DECORATION))]
    if not named:
        return None
    first = named[-1]
    while first > 0 and _HALF_NAMED.fullmatch(above[first - 1].text.strip(DECORATION)):
        first -= 1
    pieces = above[first:]
    value = " ".join(" ".join(piece.text.strip(DECORATION).split()) for piece in pieces)
    return Field(display_issuer(value), pieces[0].start, pieces[-1].end, True)


def _is_stamp(bare: str) -> bool:
    letters = capitals_of(bare)
    return bare in URGENCIES or letters in MARKS_BY_LETTERS or _STAMPED.match(bare) is not None


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
    is_closed, is_doubtful = False, False
    for line in after_type[:8]:
        is_closed = _ABSTRACT_ENDS.match(line.text) is not None or len(line.text) > 300
        if taken and not _goes_on(line):
            is_closed = is_closed or line.start - taken[-1].end > 1 or _is_sentence(line) or _decides(line)
            is_doubtful = is_doubtful or (not is_closed and not _OPEN_END.search(taken[-1].text))
        if is_closed:
            break
        taken.append(line)
    return _joined(taken, sure=is_closed or not is_doubtful)


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


def _decides(line: Span) -> bool:
    """Who decides, in capitals under the abstract of a decision: "ỦY BAN NHÂN DÂN XÃ"."""
    return line.text.isupper() and _DECIDES.match(line.text) is not None


def _is_sentence(line: Span) -> bool:
    """An abstract carried on by a capital is a name ("… của / Ban Thường vụ"); the text itself has stops."""
    return line.text.endswith((".", ";", ":", "!"))


def _goes_on(line: Span) -> bool:
    return line.text[:1].islower() or line.text[:1].isdigit()


def _joined(lines: list[Span], *, sure: bool = True) -> Field[str] | None:
    if not lines:
        return None
    value = " ".join(" ".join(line.text.strip("*_ ").split()) for line in lines)
    return Field(display_title(value), lines[0].start, lines[-1].end, sure)


def _end(title: Field[str] | None, top: list[Span], type_line: Span | None) -> int:
    ends = [title.end if title else 0, type_line.end if type_line else 0, top[-1].end if top else 0]
    return max(ends)
