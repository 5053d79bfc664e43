"""What a column of a roster holds, by its heading: Vietnamese or English, accents or not."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.reading.folding import fold
from bot.reading.words import phrases


class Column(StrEnum):
    """What Loa takes out of a roster. Each has its heading in `bot.texts.roster_tables`."""

    NUMBER = "number"
    """The member's number, as the template writes it."""
    NAME = "name"
    FAMILY = "family"
    """Family and middle names, where the given name has a column of its own."""
    GIVEN = "given"
    UNIT = "unit"
    POSITION = "position"
    KIND = "kind"
    FORM = "form"
    """How the office addresses the person."""
    GENDER = "gender"
    """Only to choose between anh and chị; it is not kept."""
    PHONE = "phone"
    EXEMPT = "exempt"
    LANGUAGE = "language"


# Folded headings. Those of an earlier row win over those of a later one: a file with "Chi bộ" and "Đơn vị"
# means the first, and the second is where somebody works.
_HEADINGS: dict[Column, Sequence[str]] = {
    Column.NUMBER: ("ma, ma loa, ma thanh vien, id, member id",),
    Column.NAME: (
        """ho va ten, ho ten, ho ten day du, ho va ten dang vien, ho ten dang vien, ho va ten doan
        vien, ho ten doan vien, ten dang vien, ten doan vien, hoten, full name, fullname, name,
        member, member name, ho va ten khai sinh, ho va ten nguoi, ho ten nguoi, ho dem va ten, ho
        chu dem va ten""",
        "ten",
        "dang vien, doan vien",
    ),
    Column.FAMILY: (
        "ho dem, ho va dem, ho va ten dem, ho chu dem, ho lot, ho va chu dem, ho, family name, last name",
    ),
    Column.GIVEN: ("ten goi, given name, first name",),
    Column.UNIT: (
        """chi bo, ten chi bo, chi bo sinh hoat, sinh hoat tai chi bo, thuoc chi bo, to chuc dang,
        branch, unit, sinh hoat tai, noi sinh hoat, chi bo dang, to dang""",
        """don vi, ten don vi, dang bo chi bo, don vi sinh hoat, thuoc don vi, don vi truc thuoc, to
        chuc, cong doan, cdcs, cong doan co so, to cong doan, cong doan bo phan, dang bo""",
    ),
    Column.POSITION: (
        "chuc vu dang, chuc vu trong dang, chuc vu cong doan",
        "chuc vu, chuc danh, position, title, chuc vu chuc danh, chuc vu don vi",
        "chuc vu chinh quyen, chuc vu cong tac, nhiem vu, chuc vu hien nay",
    ),
    Column.KIND: (
        """loai, loai dang vien, loai thanh vien, chinh thuc du bi, dang vien chinh thuc du bi, dang
        vien chinh thuc hay du bi, chinh thuc hay du bi, kind, status, dien, doi tuong, loai hinh,
        loai doan vien, tu cach, tu cach dang vien, membership, type, dang vien doan vien""",
    ),
    Column.FORM: ("xung ho, cach xung ho, cach goi, form of address, address form, salutation",),
    Column.GENDER: ("gioi tinh, nam nu, phai, gioi, gender, sex",),
    Column.PHONE: (
        """so dien thoai, dien thoai, sdt, dien thoai di dong, so dien thoai di dong, dtdd, dt, di
        dong, so dt, so dtdd, phone, phone number, mobile, tel, telephone, so zalo, zalo, so dien
        thoai lien he, dien thoai lien he, dt di dong""",
    ),
    Column.EXEMPT: (
        """mien sinh hoat, mien sh, mien cong tac, mien cong tac va sinh hoat, mien cong tac sinh hoat,
        mien sinh hoat dang, duoc mien sinh hoat, mien, exempt, exempt from meetings, mien shd""",
    ),
    Column.LANGUAGE: ("ngon ngu, tieng, language",),
}

SERIAL = frozenset({"stt", "tt", "so tt", "so thu tu", "no", "thu tu", "s tt"})
"""The numbering of the lines; nobody needs it."""

# In a heading these say that the column is not Loa's to keep, whatever else stands in it.
_PRIVATE = re.compile(
    phrases(
        """ngay, nam sinh, sinh nam, sinh, the, so the, cccd, cmnd, cmt, can cuoc, chung minh, dinh
        danh, ho chieu, dia chi, que, que quan, nguyen quan, noi o, cho o, thuong tru, tam tru, ho
        khau, dan toc, ton giao, trinh do, ly luan, bang cap, chuyen mon, suc khoe, benh, luong,
        ngach, he so, tai khoan, bao hiem, bhxh, bhyt, ma so thue, email, thu dien tu, vo, chong,
        con, cha, me, gia dinh, xuat than, ly lich, ho so, tuoi, ky luat, khen thuong, xep loai,
        dang phi, birth, birthday, dob, card, address, identity, passport, age, ethnic, ethnicity,
        religion, e mail, salary, insurance, family background, huyet thong"""
    )
)
_RANKS: Mapping[str, tuple[Column, int]] = {
    heading: (column, rank)
    for column, rows in _HEADINGS.items()
    for rank, row in enumerate(rows)
    for heading in (" ".join(one.split()) for one in row.split(","))
}
SURE_NAMES = frozenset({"ho va ten", "ho ten", "ho va ten dang vien", "full name"})
"""Headings that say where the names are, even if nothing stands beside them."""
_LONGEST_HEADING = 60
_IN_BRACKETS = re.compile(r"\([^()]{0,60}\)")


@dataclass(frozen=True)
class Meaning:
    """What a heading says.

    Args:
        column: what Loa takes from it; None: nothing.
        rank: the smaller wins where several columns hold the same.
    """

    column: Column | None = None
    rank: int = 0


def meaning_of(heading: str) -> Meaning | None:
    """What the heading stands for; None for words that head no column that Loa knows."""
    if not heading or len(heading) > _LONGEST_HEADING:
        return None
    whole = fold(heading)
    for words in (whole, fold(_IN_BRACKETS.sub(" ", heading))):
        if words in _RANKS:
            return Meaning(*_RANKS[words])
    if whole in SERIAL or _PRIVATE.search(whole):
        return Meaning()
    return None


def is_serial(heading: str) -> bool:
    """Whether it numbers the lines."""
    return fold(heading) in SERIAL
