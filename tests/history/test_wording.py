"""History in sentences, found by words and by buttons."""

from bot.access import Door
from bot.errors import Refusal
from bot.messages.acts import Act
from bot.office import Office
from bot.organisation.rights.granting import give
from bot.organisation.rights.proposals import Proposal
from storage import tables
from storage.states import Role
from tests.cast import BRANCH_2, START, Cast
from tests.history.test_reading import one_of_each, write
from tests.organisation.joined import do
from tests.rights.talking import Talk, refused


async def test_a_row_is_told_as_a_sentence_with_hour_door_and_kind_of_chat(
    office: Office, cast: Cast
) -> None:
    proposal = Proposal(cast["Bình"], Role.SECRETARY, cast.units[BRANCH_2])
    await give(cast.caller("Dũng", door=Door.TELEGRAM), office, proposal=proposal)
    shown = await Talk(office, cast, "Kiên").says("/nhatky vai trò")
    assert "08:00 thứ Hai, 23/11/2026 · Telegram, chat riêng" in shown
    assert "Đồng chí Phạm Quốc Dũng giao vai trò Bí thư cho đồng chí Nguyễn Văn Bình, Chi bộ 2" in shown


async def test_an_erased_person_is_not_named(office: Office, cast: Cast) -> None:
    await write(office, thing="member", to_state="left", actor_id=cast["Dũng"], member_id=cast["Bình"])
    erased = tables.members.update().where(tables.members.c.id == cast["Bình"])
    await do(office, lambda connection: connection.execute(erased.values(erased_at=START, full_name="…")))
    shown = await Talk(office, cast, "Kiên").says("/nhatky")
    assert "ghi người đã xóa dữ liệu rời danh sách" in shown
    assert "Bình" not in shown.replace("/nhatky Bình từ", "")


async def test_the_machine_the_clock_and_a_stranger_are_named_as_such(office: Office, cast: Cast) -> None:
    for door in ("command_line", "clock", "zalo"):
        await write(office, thing="code_try", to_state="wrong", door=door)
    shown = await Talk(office, cast, "Kiên").says("/nhatky")
    for actor in ("Người phụ trách kỹ thuật", "Hệ thống (tự động)", "Người chưa kết nối"):
        assert f"{actor} gõ sai mã kết nối" in shown


async def test_words_after_the_command_filter(office: Office, cast: Cast) -> None:
    await one_of_each(office, cast)
    kien = Talk(office, cast, "Kiên")
    assert "Lọc: Nguyễn Văn Bình · Chi bộ 1" in await kien.says("/nhatky bình chi bộ 1")
    assert "Lọc: Vai trò · trang web" in await kien.says("/nhatky vai trò qua web")
    assert "từ 01/11/2026 · đến 20/11/2026" in await kien.says("/nhatky từ 01/11/2026 đến 20/11/2026")
    assert "ngày 22/11/2026" in await kien.says("/nhatky hôm qua")
    assert "Không thấy người" in await kien.says("/nhatky Xyz")
    assert await refused(kien.says("/nhatky 31/11/2026")) is Refusal.NOT_A_DATE
    assert await refused(kien.says("/nhatky từ 20/11/2026 đến 01/11/2026")) is Refusal.ENDS_FIRST


async def test_a_name_that_several_bear_is_chosen_from_and_the_rest_is_kept(
    office: Office, cast: Cast
) -> None:
    await one_of_each(office, cast)
    kien = Talk(office, cast, "Kiên")
    await kien.says("/nhatky văn vai trò")
    await kien.presses(Act.HISTORY_PERSON, label="Nguyễn Văn Bình")
    assert "Lọc: Nguyễn Văn Bình · Vai trò" in kien.text


async def test_a_secretary_learns_no_names_of_other_branches_by_asking(office: Office, cast: Cast) -> None:
    hoa = Talk(office, cast, "Hòa")
    assert "Không thấy người" in await hoa.says("/nhatky Thu")
    assert await refused(hoa.says("/nhatky Bình")) is None
    assert "Không thấy người" in await Talk(office, cast, "Minh").says("/nhatky Bình")


async def test_buttons_narrow_by_theme_door_and_days(office: Office, cast: Cast) -> None:
    await one_of_each(office, cast)
    kien = Talk(office, cast, "Kiên")
    await kien.says("/nhatky")
    await kien.presses(Act.HISTORY_THING)
    assert "Lọc: Vai trò" in await kien.presses(Act.HISTORY_THING, label="Vai trò")
    await kien.presses(Act.HISTORY_DOOR)
    assert "Lọc: Vai trò · trang web" in await kien.presses(Act.HISTORY_DOOR, label="trang web")
    await kien.presses(Act.HISTORY_DAYS)
    assert "từ 17/11/2026" in await kien.presses(Act.HISTORY_DAYS, label="7 ngày qua")
    await kien.presses(Act.HISTORY_THING)
    assert "Vai trò" not in (await kien.presses(Act.HISTORY_THING, label="Mọi loại việc")).split("\n")[1]


async def test_the_words_of_the_buttons_can_be_typed_as_well(office: Office, cast: Cast) -> None:
    kien = Talk(office, cast, "Kiên")
    for theme in ("Dữ liệu cá nhân", "Danh sách, đơn vị", "Kết nối, lời mời"):
        assert f"Lọc: {theme}" in await kien.says(f"/nhatky {theme}")


async def test_words_that_fit_nothing_get_a_way_on_and_show_nothing(office: Office, cast: Cast) -> None:
    said = await Talk(office, cast, "Kiên").says("/nhatky khongcoai")
    assert "/nhatky Bình từ 01/11/2026" in said
    assert "Lọc:" not in said
