"""Who signed: the name at the foot of a paper.

Party papers write T/M and T/L, the State and the unions TM., KT., TL. (Decree 30/2020/NĐ-CP, appendix I;
Guide 05-HD/VPTW); the head of an office signs under the bare role.
"""

import re

from bot.reading.document import Field, Person
from bot.reading.letters import UPPER
from bot.reading.lines import Span, cells_of, lines_of
from bot.reading.recognisers.people import NAME
from bot.reading.words import any_opening, phrases

_FOOT_CELLS = 40
# What some PDF readers make of two columns: the addressees and the authority on one line.
_BESIDE = r"(?:Nơi nhận\s?:?\s{1,3})?"
_SIGNED_FOR = re.compile(rf"{_BESIDE}(?:TM|T/M|KT|K/T|TL|T/L|TUQ|Q)[.\s]")
_FULL_NAME = re.compile(
    rf"(?:{phrases('Nhà giáo, ThS., TS., PGS., PGS.TS., BS., Thạc sĩ, Tiến sĩ')}\s)?{NAME}"
)
_NO_NAME = any_opening("Nơi, Như, Các, Lưu, Ban, Đảng, Chi, Văn phòng, Hội, Đã")
_TAIL_OF_CAPITALS = re.compile(rf"^[-–+]\s.{{0,60}}?[,;.]\s((?:[{UPPER}]{{2,10}}\s?){{2,8}})$")
_HEAD_OF_OFFICE = re.compile(
    r"(?:QUYỀN |PHÓ )?(?:CHỦ TỊCH|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|BÍ THƯ|HIỆU TRƯỞNG|BỘ TRƯỞNG|THỦ TƯỚNG|CỤC TRƯỞNG"
    r"|CHÁNH VĂN PHÒNG|TRƯỞNG BAN|TRƯỞNG PHÒNG|VIỆN TRƯỞNG|CHỦ NHIỆM|CHÁNH THANH TRA|TỔNG THƯ KÝ|CHÁNH ÁN"
    r"|TRƯỞNG (?:TRẠM|THÔN|BẢN|ĐOÀN|NHÓM)|(?:TỔ|TRẠM|ĐỘI) TRƯỞNG|(?:NGƯỜI )?CHỦ TRÌ|CHỦ T[ỌO][AẠ])"
    rf"(?: [{UPPER} ]{{2,40}})?"
)
_FURTHEST = 4


def find_signatory(text: str) -> Field[Person] | None:
    """Who signed: the last name under the last line that begins TM., T/M, KT., TL. or Q."""
    cells = _last_cells(text)
    signed = [at for at, cell in enumerate(cells) if _SIGNED_FOR.match(cell.text)]
    if not signed:
        return None
    below = cells[signed[-1] + 1 :]
    names = [cell for cell in below if _is_name(cell.text)]
    if not names:
        return None
    name = names[-1]
    roles = [role for cell in below if cell.start < name.start and (role := _role_in(cell))]
    return Field(Person(name.text, roles[-1] if roles else ""), name.start, name.end, True)


def find_head_of_office(text: str) -> Field[Person] | None:
    """Who signed a paper under the bare role, as the head of an office does; None where several might have.

    Only for texts with the head of an office document: elsewhere such lines introduce people.
    """
    cells = _last_cells(text)[-12:]
    names = [at for at, cell in enumerate(cells) if _is_name(cell.text)]
    if len(names) != 1:
        return None
    above = cells[max(0, names[0] - _FURTHEST) : names[0]]
    roles = [cell.text for cell in above if _HEAD_OF_OFFICE.fullmatch(cell.text)]
    name = cells[names[0]]
    return Field(Person(name.text, roles[0]), name.start, name.end, True) if len(roles) == 1 else None


def _last_cells(text: str) -> list[Span]:
    return [cell for line in lines_of(text) for cell in cells_of(line)][-_FOOT_CELLS:]


def _is_name(text: str) -> bool:
    return _FULL_NAME.fullmatch(text) is not None and not _NO_NAME.match(text)


def _role_in(cell: Span) -> str:
    if cell.text.isupper() and len(cell.text) <= 60 and not _SIGNED_FOR.match(cell.text):
        return cell.text
    beside = _TAIL_OF_CAPITALS.match(cell.text)
    return beside[1].strip() if beside else ""
