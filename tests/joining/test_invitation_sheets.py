"""Invitations on paper."""

import asyncio
import re
from datetime import date, datetime, timedelta
from functools import partial
from importlib import resources
from pathlib import Path

import pytest
from fpdf import FPDF
from fpdf.fonts import TTFFont

from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Button
from bot.office import Office
from bot.organisation.invitation_sheets import drawing, making
from bot.organisation.invitation_sheets.drawing import Part, Sheet, draw
from bot.organisation.invitation_sheets.making import MOST, make_sheet, plan_sheet, units_to_print
from bot.organisation.joining import codes
from bot.organisation.joining.joining import consent, show_invitation
from bot.settings import Settings
from bot.settings.sections import WebSection
from bot.states import AddressState
from bot.texts import coverage as coverage_texts
from bot.texts import invitation_sheets as texts
from bot.texts import inviting as inviting_texts
from storage import files, tables
from tests.cast import (
    BRANCH_1,
    BRANCH_2,
    COMMAND_LINE,
    COMMITTEE,
    PEOPLE,
    ROOT,
    START,
    ZONE,
    Cast,
    fill,
    make_office,
)
from tests.joining.house import House
from tests.joining.test_codes_handed_out import has_bot
from tests.joining.test_coverage import many_more, on_paper, set_state
from tests.organisation.joined import do, invited, join, new_phone, rows

PAGE = re.compile(rb"/Type /Page\n")
VIETNAMESE = (
    "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệfghiìỉĩíịjklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvwxyỳỷỹýỵz"
    "0123456789 .,:;!?()/-–—…“”‘’·%@&+"
)


class Drawn:
    """Keeps the sheets that were drawn."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.sheets: list[Sheet] = []
        monkeypatch.setattr(making, "draw", self._draw)

    def _draw(self, sheet: Sheet) -> bytes:
        self.sheets.append(sheet)
        return draw(sheet)


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> Drawn:
    return Drawn(monkeypatch)


async def test_a_secretary_prints_a_sheet_and_its_codes_work(house: House, drawn: Drawn) -> None:
    await has_bot(house.office)
    await set_state(house.office, house.cast, "Thu", AddressState.BLOCKED)
    secretary = house.of("Sơn")
    await secretary.says("/moi")
    await secretary.presses(inviting_texts.OTHERS_BUTTON)
    await secretary.presses(coverage_texts.BUTTON)
    await secretary.presses(coverage_texts.SHEET_BUTTON)
    asked = await secretary.presses(texts.unit_button(BRANCH_2, 2))
    assert "Phiếu có 2 phần" in asked
    assert await rows(house.office, tables.invitations) == []
    done = await secretary.presses(texts.MAKE_BUTTON)
    assert texts.MADE in done
    (file,) = secretary.files
    (attached,) = house.channel.attached
    assert (file.name, attached.media_type) == ("phieu-moi-chi-bo-2.pdf", "application/pdf")
    assert attached.content.startswith(b"%PDF-")
    (sheet,) = drawn.sheets
    assert [part.invited for part in sheet.parts] == [
        "Kính gửi: đồng chí Phan Văn Tâm",
        "Kính gửi: đồng chí Lý Thị Thu",
    ]
    assert {part.unit_line for part in sheet.parts} == {"Chi bộ 2 · Văn phòng Đảng ủy"}
    assert sheet.until == "Dùng đến 08:00 thứ Hai, 07/12/2026; một lần, chỉ cho người có tên trên phiếu."
    for part in sheet.parts:
        code = codes.read(part.code)
        assert part.link == f"https://t.me/van_phong_bot?start={code}"
    phone = await new_phone(house.office, house.cast)
    offer = await show_invitation(phone, house.office, code=sheet.parts[0].code)
    assert offer.full_name == "Phan Văn Tâm"


async def test_earlier_codes_of_these_people_end_and_it_is_said_first(house: House) -> None:
    old, other = await invited(house.office, house.cast), await invited(house.office, house.cast, "Bình")
    plan = await plan_sheet(house.cast.caller("Sơn"), house.office, unit_id=house.cast.units[BRANCH_2])
    assert (plan.people, plan.ends) == (1, 1)
    assert "1 mã đã cấp mà chưa dùng" in "\n".join(
        texts.plan_lines(people=plan.people, ends=plan.ends, on_paper=0, with_roles=0)
    )
    await make_sheet(house.cast.caller("Sơn"), house.office, unit_id=house.cast.units[BRANCH_2])
    revoked = {row["id"]: row["revoked_at"] for row in await rows(house.office, tables.invitations)}
    assert revoked[old.id] == house.office.clock.now()
    assert revoked[other.id] is None
    (line,) = await rows(house.office, tables.history, thing="invitation_sheet")
    assert (line["unit_id"], line["actor_id"], line["detail"]) == (
        house.cast.units[BRANCH_2],
        house.cast["Sơn"],
        "1",
    )


async def test_units_below_are_on_it_and_others_are_not(office: Office, cast: Cast, drawn: Drawn) -> None:
    for given in ("Bình", "Ngọc", "Kiên"):
        await set_state(office, cast, given, AddressState.GONE)
    await make_sheet(cast.caller("Dũng"), office, unit_id=cast.units[COMMITTEE])
    await make_sheet(cast.caller("Dũng"), office, unit_id=cast.units[BRANCH_1])
    everybody, branch = ([part.invited.split()[-1] for part in one.parts] for one in drawn.sheets)
    assert everybody == ["Kiên", "Bình", "Tâm", "Ngọc"]
    assert branch == ["Bình"]


async def test_who_chose_paper_who_holds_a_role_and_who_is_reached_are_left_out(
    office: Office, cast: Cast, drawn: Drawn
) -> None:
    await on_paper(office, cast, "Thu")
    await set_state(office, cast, "Yến", AddressState.BLOCKED)
    unit_id = cast.units[BRANCH_2]
    plan = await plan_sheet(cast.caller("Sơn"), office, unit_id=unit_id)
    assert (plan.people, plan.on_paper, plan.with_roles) == (1, 1, 1)
    await make_sheet(cast.caller("Sơn"), office, unit_id=unit_id)
    assert [part.invited.split()[-1] for part in drawn.sheets[0].parts] == ["Tâm"]
    assert (await plan_sheet(cast.caller("Dũng"), office, unit_id=unit_id)).people == 2


async def test_where_nobody_is_left_no_sheet_is_made(office: Office, cast: Cast) -> None:
    await join(office, cast)
    for attempt in (
        plan_sheet(cast.caller("Sơn"), office, unit_id=cast.units[BRANCH_2]),
        make_sheet(cast.caller("Sơn"), office, unit_id=cast.units[BRANCH_2]),
        make_sheet(COMMAND_LINE, office, unit_id=cast.units[ROOT]),
    ):
        with pytest.raises(Refused) as refused:
            await attempt
        assert refused.value.reason is Refusal.NOBODY_TO_INVITE
    assert await units_to_print(cast.caller("Dũng"), office) == ()
    assert await rows(office, tables.files) == []


@pytest.mark.parametrize("given", ["Hòa", "Bình", "Lan", "Kiên", "Thuận"])
async def test_who_may_not_invite_there_makes_no_sheet(office: Office, cast: Cast, given: str) -> None:
    for attempt in (
        plan_sheet(cast.caller(given), office, unit_id=cast.units[BRANCH_2]),
        make_sheet(cast.caller(given), office, unit_id=cast.units[BRANCH_2]),
    ):
        with pytest.raises(Refused) as refused:
            await attempt
        assert refused.value.reason is Refusal.NOT_ALLOWED
    assert await rows(office, tables.invitations) == []


async def test_too_many_are_asked_for_unit_by_unit(office: Office, cast: Cast) -> None:
    await many_more(office, cast, MOST)
    with pytest.raises(Refused) as refused:
        await plan_sheet(cast.caller("Dũng"), office, unit_id=cast.units[ROOT])
    assert (refused.value.reason, refused.value.details) == (Refusal.TOO_MANY, {"limit": str(MOST)})


async def test_who_is_connected_while_it_is_drawn_stops_it_and_no_code_ends(
    office: Office, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    await many_more(office, cast, 1)
    old = await invited(office, cast)
    loop = asyncio.get_running_loop()

    def meanwhile(sheet: Sheet) -> bytes:
        # Drawing has a thread of its own; the office goes on in the meantime.
        asyncio.run_coroutine_threadsafe(_joins(office, cast, old.code), loop).result()
        return draw(sheet)

    monkeypatch.setattr(making, "draw", meanwhile)
    with pytest.raises(Refused) as refused:
        await make_sheet(cast.caller("Sơn"), office, unit_id=cast.units[BRANCH_2])
    assert refused.value.reason is Refusal.GONE_ON
    assert [row["used_at"] for row in await rows(office, tables.invitations)] == [START]
    assert await rows(office, tables.files) == []


async def _joins(office: Office, cast: Cast, code: str) -> None:
    phone = await new_phone(office, cast)
    offer = await show_invitation(phone, office, code=code)
    await consent(phone, office, invitation_id=offer.invitation_id)


async def test_the_file_is_gone_after_a_day(office: Office, cast: Cast) -> None:
    made = await make_sheet(cast.caller("Sơn"), office, unit_id=cast.units[BRANCH_2])
    for now, is_there in ((START + timedelta(hours=23), True), (START + timedelta(hours=24), False)):
        await do(office, partial(files.sweep, now=now))
        found = await do(office, lambda connection: files.file(connection, made.file_id))
        assert (found is not None) == is_there


async def test_without_a_bots_name_there_is_no_qr_and_the_command_line_may_bring_one(
    office: Office, cast: Cast, drawn: Drawn
) -> None:
    unit_id = cast.units[BRANCH_2]
    await make_sheet(COMMAND_LINE, office, unit_id=unit_id)
    await make_sheet(COMMAND_LINE, office, unit_id=unit_id, account="own_bot")
    without, with_it = (one.parts[0] for one in drawn.sheets)
    assert without.link == ""
    assert with_it.link.startswith("https://t.me/own_bot?start=")


async def test_the_web_inbox_stands_on_it_once_there_is_one(prepared_url: str, drawn: Drawn) -> None:
    settings = Settings(web=WebSection(public_url="https://loa.example.vn"))
    office = make_office(prepared_url, settings=settings)
    try:
        cast = await do(office, fill)
        await make_sheet(COMMAND_LINE, office, unit_id=cast.units[BRANCH_2])
        assert drawn.sheets[0].web_line == texts.WEB_LINE
    finally:
        await office.database.close()


async def test_a_forged_button_makes_no_sheet(house: House) -> None:
    unit_id = house.cast.units[BRANCH_2]
    for token in ("zz", Button("", Act.INVITATION_SHEET_CONFIRMED, unit_id).token, f"153:{unit_id}:0"):
        await house.of("Bình").presses_token(token)
    assert await rows(house.office, tables.invitations) == []


async def test_codes_stand_in_no_repr(office: Office, cast: Cast, drawn: Drawn) -> None:
    made = await make_sheet(cast.caller("Sơn"), office, unit_id=cast.units[BRANCH_2])
    (part,) = drawn.sheets[0].parts
    assert part.code not in repr(drawn.sheets[0])
    assert "PDF" not in repr(made)


# ---- the drawing


def sheet_of(amount: int, *, name: str = "Nguyễn Thị Hoàng Phượng Quỳnh Như") -> Sheet:
    part = Part(
        f"Kính gửi: đồng chí {name}", "Chi bộ 2 · Văn phòng", "ABCD-EFGH-JKLM", "https://t.me/x?start=y"
    )
    until = texts.until(datetime(2026, 12, 7, 8, tzinfo=ZONE), ZONE)
    return Sheet("Chi bộ 2", date(2026, 11, 23), until, "", (part,) * amount)


@pytest.mark.parametrize(("people", "pages"), [(1, 1), (4, 1), (5, 2), (9, 3)])
def test_four_people_stand_on_a_page(people: int, pages: int) -> None:
    assert len(PAGE.findall(draw(sheet_of(people)))) == pages


def test_a_name_of_any_length_and_kind_is_drawn() -> None:
    for name in ("A" * 300, "Ẩn ẻ ỵ Ỡ", "</b>&amp;", "Tâm\u202e"):
        assert draw(sheet_of(1, name=name)).startswith(b"%PDF-")


def test_drawing_leaves_no_file_open() -> None:
    draw(sheet_of(1))
    opened = [str(one.readlink()) for one in Path("/proc/self/fd").iterdir() if one.is_symlink()]
    assert not [name for name in opened if name.endswith(".ttf")]


@pytest.mark.parametrize("style", ["Regular", "Bold"])
def test_the_fonts_have_every_letter_that_is_printed(style: str) -> None:
    font = resources.files(drawing.__package__) / "fonts" / f"Roboto-{style}.ttf"
    pdf = FPDF()
    with resources.as_file(font) as path:
        pdf.add_font("Roboto", "", path)
    loaded = pdf.fonts["roboto"]
    assert isinstance(loaded, TTFFont)
    known = loaded.cmap
    printed = "".join(
        [
            texts.CUT,
            texts.BY_HAND,
            *(texts.scan(opens_page=opens_page) for opens_page in (True, False)),
            texts.ASK,
            *texts.steps(has_link=True, opens_page=True),
            *texts.steps(has_link=True, opens_page=False),
            *texts.steps(has_link=False, opens_page=False),
            texts.WEB_LINE,
            *(person.full_name for person in PEOPLE),
        ]
    )
    wanted = set(VIETNAMESE + VIETNAMESE.upper() + printed)
    loaded.close()
    assert not {letter for letter in wanted if ord(letter) not in known}


def test_the_fonts_licence_lies_beside_them() -> None:
    licence = resources.files(drawing.__package__) / "fonts" / "Roboto-LICENSE.txt"
    assert "Apache License" in licence.read_text(encoding="utf-8")
