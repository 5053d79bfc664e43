"""People as a text names them: after đồng chí, in a list, after a role, in the chair."""

import re
from collections.abc import Iterator

from bot.reading.document import Field, Person
from bot.reading.letters import DASH, LOWER, UPPER
from bot.reading.words import any_opening, phrases

_WORD = rf"[{UPPER}](?:['’][{UPPER}]?)?[{LOWER}]{{0,9}}"
#: A name of two to six words, or of one as some peoples have it (K'Sế).
NAME = rf"(?:{_WORD}(?:[ \t]{_WORD}){{1,5}}|[{UPPER}]['’][{UPPER}][{LOWER}]{{1,9}})"
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
_NAMED = re.compile(rf"{_COMRADE}(?P<name>{NAME}){_TITLES}")
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
        rf"{_COMRADE}(?P<name>{NAME}){_TITLES}"
    ),
    re.compile(rf"{_COMRADE}(?P<name>{NAME}){_TITLES}\)?,?\s{{1,2}}chủ trì(?!\w)"),
)
# A list: "các đồng chí: Lý A Páo, Bí thư; Nông Thị Sen và …".
_COMRADES = re.compile(
    r"(?<!\w)[Cc]ác\s{1,2}(?:[Đđ]ồng chí|[Đđ]/[Cc]|ông(?:,\s?|/)bà|ông|bà)"
    r"(?:\s(?:dự|tham dự|có mặt|sau|sau đây))?(?:\s{0,2}:)?\s{1,3}"
)
_LISTED = re.compile(rf"(?P<name>{NAME})(?![{LOWER}]){_TITLES}")
_NEXT = re.compile(rf"\)?\s{{0,2}}(?:[;,]\s{{0,2}}(?:và|cùng)?|và|cùng)\s{{0,3}}(?:{_COMRADE})?(?=[{UPPER}])")
_MOST_LISTED = 60
# A role of one body only before a family name that is one: "Phó Chủ tịch Mạc Thị Diệu Hằng".
_FAMILY = phrases(
    """Nguyễn, Trần, Lê, Phạm, Hoàng, Huỳnh, Phan, Vũ, Võ, Đặng, Bùi, Đỗ, Hồ, Ngô, Dương, Lý, Đinh, Trịnh,
    Đoàn, Lâm, Mai, Đào, Hà, Cao, Tạ, Mạc, Tô, Lương, Lưu, Triệu, Nông, Hứa, Vi, Lò, Lù, Vàng, Giàng,
    Sùng, Thào, Hoàng, Quách, Khúc, Phùng, Phí, Kiều, Tống, Thân, Thẩm, Doãn, Ngân, Âu, Bế, Chử, Vương,
    Lục, Quản, Diệp, Từ, Trương, Châu, Chu, Nghiêm, Ninh, Thái, Tăng, Văn, Viên, Ông, Uông, Y, Ksor,
    Siu, Rơ, Kpă, Rah, Nay, Hờ, Điểu, Thạch, Sơn, Kim, Danh"""
)
_ROLE = phrases(
    """Bí thư, Phó Bí thư, Quyền Bí thư, Bí thư Đảng ủy, Phó Bí thư Đảng ủy, Bí thư Đảng uỷ, Phó Bí thư Đảng
    uỷ, Bí thư Thành ủy, Phó Bí thư Thành ủy, Bí thư Huyện ủy, Phó Bí thư Huyện ủy, Bí thư Đảng ủy xã,
    Bí thư Đảng ủy phường, Bí thư Chi bộ, Phó Bí thư Chi bộ, Bí thư chi bộ, Phó Bí thư chi bộ, Bí thư
    Tỉnh ủy, Phó Bí thư Tỉnh ủy, Chủ tịch, Phó Chủ tịch, Quyền Chủ tịch, Chủ tịch Công đoàn, Phó Chủ
    tịch Công đoàn, Giám đốc, Phó Giám đốc, Tổng Giám đốc, Hiệu trưởng, Phó Hiệu trưởng, Chánh Văn
    phòng, Phó Chánh Văn phòng, Tổ trưởng, Trưởng ban, Phó Trưởng ban"""
)
_BY_ROLE = re.compile(
    rf"(?P<title>{_ROLE})\s{{1,2}}(?P<name>(?={_FAMILY}){_WORD}(?:[ \t]{_WORD}){{2,4}})(?![{LOWER}\w])"
    rf"(?!\s(?:{_WORD}))"
)
# A day, a street or a union is named after him, and no meeting has him as a guest.
_NEVER_PRESENT = frozenset({"Hồ Chí Minh"})
# Who is told to take the lead in a piece of work chairs nothing yet.
_TOLD_TO_LEAD = re.compile(r"(?<!\w)(?:giao|phân công|đề nghị|yêu cầu)(?: cho)?\s{1,3}$", re.IGNORECASE)
_CHAIRED_BY_ROLE = re.compile(r",?\s{1,2}chủ trì(?!\w)")


def find_people(text: str) -> tuple[Field[Person], ...]:
    """Whom the text names after đồng chí, đ/c, ông, bà or a role, once each, in order, with their titles."""
    found: dict[str, Field[Person]] = {}
    each = [*(_person(match) for match in _NAMED.finditer(text)), *_listed(text), *_by_role(text)]
    for field in sorted(each, key=lambda field: (field.start, -len(field.value.title))):
        if not _NO_NAME.match(field.value.name):
            found.setdefault(field.value.name, field)
    return tuple(found.values())


def find_chair(text: str) -> Field[Person] | None:
    """Who chaired, where the text says so of exactly one person; those who only spoke or directed did not."""
    found = [_person(match) for match in _chairing(text)]
    found += [field for field in _by_role(text) if _CHAIRED_BY_ROLE.match(text, field.end)]
    return found[0] if len({field.value.name for field in found}) == 1 else None


def _listed(text: str) -> Iterator[Field[Person]]:
    """The names of a list after "các đồng chí", as far as it goes on without a break."""
    for opening in _COMRADES.finditer(text):
        at = opening.end()
        for _ in range(_MOST_LISTED):
            match = _LISTED.match(text, at)
            if match is None or _NO_NAME.match(match["name"]):
                break
            yield _person(match)
            following = _NEXT.match(text, match.end())
            if following is None:
                break
            at = following.end()


def _by_role(text: str) -> Iterator[Field[Person]]:
    for match in _BY_ROLE.finditer(text):
        if match["name"] not in _NEVER_PRESENT:
            yield Field(Person(match["name"], match["title"]), match.start("name"), match.end("name"), True)


def _chairing(text: str) -> Iterator[re.Match[str]]:
    for pattern in _CHAIRED:
        for match in pattern.finditer(text):
            beside = text[match.start() : match.end() + 20]
            is_asked = _TOLD_TO_LEAD.search(text, max(0, match.start() - 20), match.start())
            if not _NO_NAME.match(match["name"]) and "đồng chủ trì" not in beside and not is_asked:
                yield match


def _person(match: re.Match[str]) -> Field[Person]:
    title = " ".join((match["title"] or "").split())
    return Field(
        Person(match["name"], title),
        match.start("name"),
        match.end("title") if title else match.end("name"),
        True,
    )
