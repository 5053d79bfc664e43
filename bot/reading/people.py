"""People as a text names them: after đồng chí, in the chair, under the signature."""

import re
from collections.abc import Iterator

from bot.reading.document import Field, Person
from bot.reading.letters import DASH, LOWER, UPPER
from bot.reading.lines import Span, cells_of, lines_of
from bot.reading.words import any_opening, phrases

_WORD = rf"[{UPPER}](?:['’][{UPPER}]?)?[{LOWER}]{{0,9}}"
_NAME = rf"{_WORD}(?:[ \t]{_WORD}){{1,5}}"
_TITLE_START = phrases(
    """Bí thư, Phó Bí thư, Quyền Bí thư, Nguyên Bí thư, nguyên Bí thư, Chủ tịch, Phó Chủ tịch, Quyền Chủ
    tịch, Nguyên Chủ tịch, nguyên Chủ tịch, Chủ nhiệm, Phó Chủ nhiệm, Trưởng, Phó Trưởng, Phó trưởng, Chánh,
    Phó Chánh, Giám đốc, Phó Giám đốc, Tổng Giám đốc, Tổ trưởng, Phó, Tỉnh ủy viên, Tỉnh uỷ viên, Thành ủy
    viên, Huyện ủy viên, Đảng ủy viên, Đảng uỷ viên, Chi ủy viên, Chi uỷ viên, Ủy viên, Uỷ viên, UV, Thường
    trực, Đại biểu, Thư ký, Chuyên viên, Cán bộ"""
)
# Where a title stops and the sentence goes on.
_GOES_ON = phrases(
    """đồng chủ trì, chủ trì, phát biểu, báo cáo, trình bày, ghi nhận, yêu cầu, đề nghị, nhấn mạnh, đã, điều
    hành, khai mạc, kết luận, dự, thông qua, thay mặt, quán triệt, biểu dương, đánh giá, chỉ đạo, trao,
    khẳng định, cho biết, triển khai, cùng, và, được, làm, tham dự, truyền đạt, đồng chí, các đồng chí, có,
    tại, nêu, giao"""
)
_TITLE = rf"{_TITLE_START}[^,;.:()\n–—]{{0,70}}?(?=\s+{_GOES_ON}|\s*[,;.:()\n–—]|\s+-\s|\s*$)"
_TITLES = rf"(?:\s{{0,2}}(?:{DASH}|,|\()\s{{0,2}}(?P<title>{_TITLE}(?:,\s{{0,2}}{_TITLE}){{0,4}}))?"
_COMRADE = r"(?<!\w)(?:[Đđ]ồng chí|[Đđ]/[Cc]|[Ôô]ng|[Bb]à)\s{1,2}"
_NAMED = re.compile(rf"{_COMRADE}(?P<name>{_NAME}){_TITLES}")
# Words that begin a title, a body or a day, and so no name; most are ordinary words that a capital makes
# look like one.
_NO_NAME = any_opening(
    """Phó, Bí, Chủ, Trưởng, Chánh, Giám, Tổng, Tỉnh, Thành, Huyện, Đảng, Chi, Ủy, Uỷ, Ban, Thường, Quyền,
    Nguyên, Các, Hội, Liên, Công"""
)
_MEETING = r"(?i:hội nghị|cuộc họp|phiên họp|buổi họp|buổi làm việc|buổi sinh hoạt|đại hội)"
_CHAIRED = (
    re.compile(
        rf"(?<!\w)(?i:chủ trì)(?:\s{_MEETING})?(?:\s?:|\s(?:của|có|là|gồm có))?\s{{1,2}}"
        rf"{_COMRADE}(?P<name>{_NAME}){_TITLES}"
    ),
    re.compile(rf"{_COMRADE}(?P<name>{_NAME}){_TITLES}\)?,?\s{{1,2}}chủ trì(?!\w)"),
)
_SIGNED_FOR = re.compile(r"(?:TM|T/M|KT|K/T|TL|T/L|TUQ|Q)[.\s]")
_FULL_NAME = re.compile(_NAME)


def find_people(text: str) -> tuple[Field[Person], ...]:
    """Whom the text names after đồng chí, đ/c, ông or bà, once each, with the title that follows."""
    found: dict[str, Field[Person]] = {}
    for match in _NAMED.finditer(text):
        if not _NO_NAME.match(match["name"]):
            found.setdefault(match["name"], _person(match))
    return tuple(found.values())


def find_chair(text: str) -> Field[Person] | None:
    """Who chaired, where the text says so of exactly one person; those who only spoke or directed did not."""
    found = [_person(match) for match in _chairing(text)]
    return found[0] if len({field.value.name for field in found}) == 1 else None


def find_signatory(text: str) -> Field[Person] | None:
    """Who signed: the last name under the last line that begins TM., T/M, KT., TL. or Q."""
    cells = [cell for line in lines_of(text) for cell in cells_of(line)][-40:]
    signed = [at for at, cell in enumerate(cells) if _SIGNED_FOR.match(cell.text)]
    if not signed:
        return None
    below = cells[signed[-1] + 1 :]
    names = [cell for cell in below if _is_name(cell.text)]
    if not names:
        return None
    name = names[-1]
    roles = [cell.text for cell in below if cell.start < name.start and _is_role(cell)]
    return Field(Person(name.text, roles[-1] if roles else ""), name.start, name.end, True)


def _chairing(text: str) -> Iterator[re.Match[str]]:
    for pattern in _CHAIRED:
        for match in pattern.finditer(text):
            if (
                not _NO_NAME.match(match["name"])
                and "đồng chủ trì" not in text[match.start() : match.end() + 20]
            ):
                yield match


def _person(match: re.Match[str]) -> Field[Person]:
    title = " ".join((match["title"] or "").split())
    return Field(
        Person(match["name"], title),
        match.start("name"),
        match.end("title") if title else match.end("name"),
        True,
    )


def _is_name(text: str) -> bool:
    return _FULL_NAME.fullmatch(text) is not None and not _NO_NAME.match(text)


def _is_role(cell: Span) -> bool:
    return cell.text.isupper() and len(cell.text) <= 60 and not _SIGNED_FOR.match(cell.text)
