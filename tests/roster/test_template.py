"""The file that the program writes itself."""

import io
import zipfile
from dataclasses import replace

import pytest

from bot.errors import Refusal, Refused
from bot.office import Office
from bot.organisation.roster.comparing import compare
from bot.organisation.roster.difference import Difference, Listed, Place
from bot.organisation.roster.lines import Trouble
from bot.organisation.roster.reading import RosterFile, read_roster
from bot.organisation.roster.template import make_template, places_named, template_workbook
from bot.states import Address, MemberKind
from tests.cast import COMMAND_LINE, Cast
from tests.roster.files import SHEET

PLACES = [
    Place(1, "Đảng ủy", "ĐU", ""),
    Place(2, "Chi bộ 1", "CB 1", "Đảng bộ A"),
    Place(3, "Chi bộ 1", "CB 1", "Đảng bộ B"),
]
BINH = Listed(11, "Nguyễn Văn Bình", 2, "Bí thư", MemberKind.OFFICIAL, Address.COMRADE, "vi", "hash")
MEMBERS = [
    BINH,
    replace(BINH, id=12, name="Cao Thị Ngọc", kind=MemberKind.UNION, form=Address.SISTER, position=""),
    replace(BINH, id=13, unit_id=3, kind=MemberKind.PROBATIONARY, exempt=True),
    replace(BINH, id=14, name="Hmok", unit_id=1, form=Address.UNKNOWN, kind=MemberKind.CANDIDATE),
    replace(BINH, id=15, name="Nguyễn Văn Bình (2)", is_exempt_wholly=True, form=Address.BROTHER),
    replace(BINH, id=16, name="Lê Văn Lộc", position='=HYPERLINK("http://a.example")'),
    replace(BINH, id=17, name="Tạ Văn Xuân", position="-1+2"),
]


def read(content: bytes) -> RosterFile:
    return read_roster("danh-sach.xlsx", content, key=b"k", units=[place.name for place in PLACES])


def test_sent_back_as_it_is_it_changes_nothing() -> None:
    file = read(template_workbook(MEMBERS, PLACES))
    assert (len(file.lines), file.unclear, file.left_out, file.other_sheets) == (len(MEMBERS), (), (), ())
    assert compare(file.lines, members=MEMBERS, places=PLACES) == Difference()


def test_nothing_in_it_is_a_formula_or_a_telephone() -> None:
    content = template_workbook(MEMBERS, PLACES)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = b"".join(archive.read(name) for name in archive.namelist())
        assert b"<f>" not in archive.read(SHEET)
    assert b"hash" not in parts
    assert b"=HYPERLINK" in parts


def test_its_lists_offer_the_units_and_the_kinds() -> None:
    with zipfile.ZipFile(io.BytesIO(template_workbook(MEMBERS, PLACES))) as archive:
        sheet, book = archive.read(SHEET).decode(), archive.read("xl/workbook.xml").decode()
        strings = archive.read("xl/sharedStrings.xml").decode()
    assert sheet.count('<dataValidation type="list"') == 4
    assert "'Giá trị'!$A$1:$A$3" in sheet
    assert "Chi bộ 1 – Đảng bộ B" in strings
    assert 'name="Giá trị" sheetId="3" state="hidden"' in book
    assert "<pane ySplit" in sheet


def test_an_empty_one_lists_nobody_and_says_so_when_sent_back() -> None:
    with pytest.raises(Refused) as refused:
        read(template_workbook([], PLACES))
    assert "không có người nào" in refused.value.details["because"]


def test_a_line_taken_out_is_somebody_who_leaves_though_a_namesake_stands_elsewhere() -> None:
    file = read(template_workbook(MEMBERS[1:], PLACES))
    made = compare(file.lines, members=MEMBERS, places=PLACES)
    assert [one.member_id for one in made.left] == [BINH.id]
    assert (made.joined, made.moved, made.changed, made.unclear) == ((), (), (), ())


def test_a_number_of_somebody_who_is_no_longer_there_brings_nobody_back() -> None:
    file = read(template_workbook([*MEMBERS, replace(BINH, id=99, name="Hồ Thị Nga")], PLACES))
    made = compare(file.lines, members=MEMBERS, places=PLACES)
    assert [(one.about, one.trouble) for one in made.unclear] == [("Hồ Thị Nga", Trouble.NUMBER_UNKNOWN)]
    assert made.is_empty


async def test_a_unit_has_a_template_of_its_own_with_all_below_it(office: Office, cast: Cast) -> None:
    content = await make_template(COMMAND_LINE, office, unit_id=cast.units["Đảng ủy"])
    assert len(read(content).lines) == len(cast.members)
    content = await make_template(COMMAND_LINE, office, unit_id=cast.units["Chi bộ 2"])
    assert {line.unit for line in read(content).lines} == {"Chi bộ 2"}
    with pytest.raises(Refused, match=Refusal.NOT_FOUND):
        await make_template(COMMAND_LINE, office, unit_id=987_654)


async def test_a_unit_is_found_by_number_name_or_a_part_of_it(office: Office, cast: Cast) -> None:
    number = cast.units["Chi bộ 2"]
    for written in (str(number), "chi bo 2", "CB 2"):
        assert await places_named(office, written) == [(number, "Chi bộ 2")]
    assert len(await places_named(office, "chi bo")) == 3
    assert await places_named(office, "…") == []


@pytest.mark.parametrize("given", ["Bình", "Hòa", "Lan", "Kiên"])
async def test_nobody_but_an_admin_gets_it(office: Office, cast: Cast, given: str) -> None:
    with pytest.raises(Refused, match=Refusal.NOT_ALLOWED):
        await make_template(cast.caller(given), office)
