"""/danhsach in the admin's, a secretary's and others' hands."""

from dataclasses import replace

import pytest

from bot.access import demand
from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Button
from bot.messages.reply import Awaited
from bot.office import Office
from bot.organisation.membership import changing, exempting, leaving, viewing
from bot.organisation.membership.exempting import Wish
from handlers.commands.table import AWAITED, BY_WORD
from storage import tables
from storage.states import Address, ExemptFrom, ExemptReason, MemberKind, ObligationState
from tests.acknowledgement.story import obligation, published, rows
from tests.cast import BRANCH_1, BRANCH_2, Cast, clock_of
from tests.commands.saying import buttons, says
from tests.membership.story import Chat, told


async def test_the_admin_finds_the_units_then_the_members_then_a_card(office: Office, cast: Cast) -> None:
    dung = Chat(office, cast, "Dũng")
    assert "Tất cả: 16 người" in await dung.say("/danhsach")
    assert dung.labels[:3] == ["Nhập từ Excel", "Tải danh sách (Excel)", "Chưa gửi tin được"]
    assert dung.labels[3:] == [
        "Liên đoàn Lao động tỉnh: 0 người",
        "Đảng ủy LĐLĐ tỉnh: 5 người",
        "Chi bộ 1: 4 người",
        "Chi bộ 2: 4 người",
        "Chi bộ 3: 3 người",
    ]
    assert (await dung.press(Act.ROSTER, label="Chi bộ 2: 4 người")).splitlines() == [
        "DANH SÁCH · Chi bộ 2 (4 người)",
        "1. Hoàng Văn Sơn – Bí thư Chi bộ 2",
        "2. Phan Văn Tâm (chưa gửi tin được)",
        "3. Lý Thị Thu",
        "4. Đặng Thị Yến – Phó Bí thư Chi bộ 2",
    ]
    card = await dung.press(Act.MEMBER_CARD, label="Mở số 4")
    assert card.splitlines() == [
        "Đặng Thị Yến",
        "Đảng viên chính thức · Phó Bí thư Chi bộ 2",
        "Đơn vị: Chi bộ 2",
        "Xưng hô: đồng chí",
        "Nhận tin: Hộp thư web (đang nhận tin)",
        "Vai trò: Phó Bí thư – Chi bộ 2",
    ]
    parts = {
        "Sửa thông tin": ["Đổi họ tên", "Cách xưng hô", "Diện", "Chức vụ"],
        "Mời, đường dẫn web": ["Cấp mã mời", "Cấp đường dẫn web"],
        "Chuyển, rời danh sách": ["Chuyển đơn vị", "Rời danh sách"],
        "Miễn, bản giấy": ["Miễn…", "Nhận bản giấy"],
        "Vai trò": [],
        "Vì sao nhận, dữ liệu": ["Vì sao nhận tin", "Dữ liệu cá nhân"],
    }
    assert dung.labels == list(parts)
    for part, choices in parts.items():
        if choices:
            await dung.press(Act.MEMBER_CARD, label=part)
            assert dung.labels == [*choices, "« Về thẻ"]
            assert await dung.press(Act.MEMBER_CARD, label="« Về thẻ") == card


async def test_a_name_is_found_without_accents(office: Office, cast: Cast) -> None:
    dung = Chat(office, cast, "Dũng")
    assert "Nguyễn Văn Bình" in await dung.say("/danhsach binh")
    assert "Nguyễn Văn Bình" in await dung.say("/danhsach nguyen binh")
    found = await dung.say("/danhsach thi")
    assert "1. Vũ Thị Hòa – Chi bộ 1" in found
    assert "Không có ai tên như vậy" in await dung.say("/danhsach Zinedine")


async def test_a_secretary_opens_the_own_branch_at_once_and_nothing_beyond(
    office: Office, cast: Cast
) -> None:
    hoa = Chat(office, cast, "Hòa")
    assert (await hoa.say("/danhsach")).startswith("DANH SÁCH · Chi bộ 1 (4 người)")
    assert "Thêm người" not in " ".join(hoa.labels)
    assert "Các đơn vị" not in " ".join(hoa.labels)
    await hoa.say("/danhsach Bình")
    assert hoa.labels == ["Cấp mã mời", "Cấp đường dẫn web", "Miễn…", "Nhận bản giấy"]
    assert "Không có ai tên như vậy" in await hoa.say("/danhsach Thu")
    for act, subject in ((Act.MEMBER_CARD, cast["Thu"]), (Act.ROSTER, cast.units[BRANCH_2])):
        with pytest.raises(Refused) as refused:
            await hoa.press_this(Button("", act, subject))
        assert refused.value.reason is Refusal.NOT_FOUND


async def test_the_clerk_sees_names_and_nothing_of_the_ways_to_them(office: Office, cast: Cast) -> None:
    lan = Chat(office, cast, "Lan")
    await lan.say("/danhsach")
    page = await lan.press(Act.ROSTER, subject=cast.units[BRANCH_2])
    assert "2. Phan Văn Tâm" in page.splitlines()
    looking = Chat(office, cast, "Lan")
    card = await looking.say("/danhsach Tâm")
    assert card.splitlines() == ["Phan Văn Tâm", "Đảng viên chính thức", "Đơn vị: Chi bộ 2"]
    assert looking.at_hand is None, "there is nothing to press"


async def test_the_auditor_reads_and_changes_nothing(office: Office, cast: Cast) -> None:
    kien = Chat(office, cast, "Kiên")
    card = await kien.say("/danhsach Tâm")
    assert "Nhận tin: chưa kết nối" in card
    assert kien.at_hand is None
    await _changes_nothing(office, cast, "Kiên")


@pytest.mark.parametrize("given", ["Bình", "Thuận", "Minh"])
async def test_others_do_not_see_the_roster(office: Office, cast: Cast, given: str) -> None:
    command = BY_WORD["danhsach"]
    with pytest.raises(Refused):
        demand(cast.caller(given), command.roles or frozenset())
    with pytest.raises(Refused):
        await viewing.card(cast.caller(given), office, member_id=cast["Mai"])
    await _changes_nothing(office, cast, given)


@pytest.mark.parametrize("given", ["Hòa", "Yến", "Lan"])
async def test_who_does_not_keep_the_roster_does_not_change_it(
    office: Office, cast: Cast, given: str
) -> None:
    await _changes_nothing(office, cast, given)


async def _changes_nothing(office: Office, cast: Cast, given: str) -> None:
    caller, whom = cast.caller(given), cast["Ngọc"]
    wish = Wish(whom, ExemptFrom.EVERYTHING, ExemptReason.ILL)
    for change in (
        changing.rename(caller, office, member_id=whom, full_name="Ai Khác"),
        changing.address_as(caller, office, member_id=whom, form=Address.BROTHER),
        changing.set_kind(caller, office, member_id=whom, kind=MemberKind.OFFICIAL),
        changing.set_position(caller, office, member_id=whom, position="Trưởng ban"),
        changing.transfer(caller, office, member_id=whom, to_unit_id=cast.units[BRANCH_1]),
        leaving.remove(caller, office, member_id=whom),
        leaving.take_back(caller, office, member_id=whom),
        exempting.exempt(caller, office, wish=wish),
    ):
        with pytest.raises(Refused) as refused:
            await change
        assert refused.value.reason is Refusal.NOT_ALLOWED
    assert await rows(office, tables.exemptions) == []
    assert [row for row in await rows(office, tables.history) if row.thing == "member"] == []


async def test_a_name_is_corrected_and_corrected_back(office: Office, cast: Cast) -> None:
    dung = Chat(office, cast, "Dũng")
    await dung.say("/danhsach Thị Mai")
    await dung.press(Act.MEMBER_NAME)
    said = await dung.say("  đỗ thị   Mai Anh ")
    assert "Đã đổi họ tên: Đỗ Thị Mai → đỗ thị Mai Anh" in said
    await dung.press(Act.MEMBER_NAME)
    await dung.say("Đỗ Thị Mai")
    changed = await told(office, thing="member", member_id=cast["Mai"])
    assert changed == [("on_roster", "changed", "name")] * 2
    (row,) = await rows(office, tables.members, id=cast["Mai"])
    assert row.full_name == "Đỗ Thị Mai"


@pytest.mark.parametrize("typed", ["", "   ", "1234", "=HYPERLINK()", "x" * 101, "Bùi Văn An"])
async def test_what_is_no_name_or_anothers_is_not_taken(office: Office, cast: Cast, typed: str) -> None:
    with pytest.raises(Refused):
        await changing.rename(cast.caller("Dũng"), office, member_id=cast["Mai"], full_name=typed)
    (row,) = await rows(office, tables.members, id=cast["Mai"])
    assert row.full_name == "Đỗ Thị Mai"


async def test_form_of_address_kind_and_position_are_chosen_and_confirmed_in_words(
    office: Office, cast: Cast
) -> None:
    dung = Chat(office, cast, "Dũng")
    await dung.say("/danhsach Ngọc")
    await dung.press(Act.MEMBER_FORM)
    assert "Đã đổi cách xưng hô: chị → đồng chí" in await dung.press(Act.MEMBER_FORM, label="đồng chí")
    await dung.press(Act.MEMBER_KIND)
    said = await dung.press(Act.MEMBER_KIND, label="Đảng viên dự bị")
    assert "Đã đổi diện: Đoàn viên công đoàn → Đảng viên dự bị" in said
    await dung.press(Act.MEMBER_POSITION)
    assert "Đã đổi chức vụ: (không ghi) → Tổ trưởng" in await dung.say("Tổ trưởng")
    await dung.press(Act.MEMBER_POSITION)
    said = await dung.press(Act.MEMBER_POSITION, label="Không ghi chức vụ")
    assert "Đã đổi chức vụ: Tổ trưởng → (không ghi)" in said
    details = [detail for _, _, detail in await told(office, thing="member", member_id=cast["Ngọc"])]
    assert details == ["form comrade", "kind probationary", "position", "position"]


async def test_choosing_what_stands_already_changes_nothing(office: Office, cast: Cast) -> None:
    dung = Chat(office, cast, "Dũng")
    await dung.say("/danhsach Bình")
    await dung.press(Act.MEMBER_KIND)
    assert "không thay đổi gì" in await dung.press(Act.MEMBER_KIND, label="Đảng viên chính thức")
    assert await told(office, thing="member", member_id=cast["Bình"]) == []


async def test_a_candidate_is_asked_of_nothing_until_they_are_a_member(office: Office, cast: Cast) -> None:
    publication_id = await published(office, cast)
    caller = cast.caller("Dũng")
    await changing.set_kind(caller, office, member_id=cast["An"], kind=MemberKind.CANDIDATE)
    gone = await obligation(office, publication_id, cast["An"])
    assert (gone.state, gone.because) == (ObligationState.WITHDRAWN, "chưa là đảng viên")
    await changing.set_kind(caller, office, member_id=cast["An"], kind=MemberKind.PROBATIONARY)
    back = await obligation(office, publication_id, cast["An"])
    assert (back.state, back.because) == (ObligationState.EXPECTED, "")


async def test_a_member_moves_after_a_question_and_the_ended_role_is_named(
    office: Office, cast: Cast
) -> None:
    await published(office, cast)
    dung = Chat(office, cast, "Dũng")
    await dung.say("/danhsach Hòa")
    await dung.press(Act.MOVE_MEMBER)
    asked = await dung.press(Act.MOVE_MEMBER_TO, label="Chi bộ 2")
    assert asked.startswith("Chuyển đồng chí Vũ Thị Hòa từ Chi bộ 1 sang Chi bộ 2, từ thứ Hai, 23/11/2026?")
    (row,) = await rows(office, tables.members, id=cast["Hòa"])
    assert row.unit_id == cast.units[BRANCH_1], "asking moves nobody"
    said = await dung.press(Act.MOVE_MEMBER_CONFIRMED)
    assert "Đã chuyển đồng chí Vũ Thị Hòa sang Chi bộ 2." in said
    assert "1 văn bản chưa xác nhận chuyển theo." in said
    assert "Vai trò đã kết thúc: Bí thư – Chi bộ 1" in said
    assert "Chuyển từ Chi bộ 1, 23/11/2026" in said
    with pytest.raises(Refused) as refused:
        await changing.transfer(dung.caller, office, member_id=cast["Hòa"], to_unit_id=cast.units[BRANCH_2])
    assert refused.value.reason is Refusal.NO_CHANGE


async def test_a_member_leaves_after_a_question_and_is_taken_back_the_same_day(
    office: Office, cast: Cast
) -> None:
    publication_id = await published(office, cast)
    dung = Chat(office, cast, "Dũng")
    await dung.say("/danhsach Bình")
    assert "rời danh sách Chi bộ 1?" in await dung.press(Act.REMOVE_MEMBER)
    said = await dung.press(Act.REMOVE_MEMBER_CONFIRMED)
    assert "1 văn bản chưa xác nhận thôi tính." in said
    assert "Đã rời danh sách hôm nay." in said
    assert "Nhận tin" not in said
    assert dung.labels == ["↩ Đưa trở lại danh sách"]
    assert "Không có ai" in await Chat(office, cast, "Dũng").say("/danhsach Bình")
    assert "đã trở lại danh sách. Đang chờ xác nhận: 1 văn bản." in await dung.press(Act.TAKE_MEMBER_BACK)
    assert (await obligation(office, publication_id, cast["Bình"])).state is ObligationState.EXPECTED


async def test_another_day_the_card_of_who_left_is_gone(office: Office, cast: Cast) -> None:
    await leaving.remove(cast.caller("Dũng"), office, member_id=cast["Bình"])
    clock_of(office).forward(days=1)
    with pytest.raises(Refused) as refused:
        await viewing.card(cast.caller("Dũng"), office, member_id=cast["Bình"])
    assert refused.value.reason is Refusal.NOT_FOUND


async def test_somebody_new_stands_in_the_unit_whose_list_was_open(office: Office, cast: Cast) -> None:
    await published(office, cast)
    dung = Chat(office, cast, "Dũng")
    await dung.say("/danhsach")
    await dung.press(Act.ROSTER, subject=cast.units[BRANCH_2])
    await dung.press(Act.ADD_MEMBER)
    assert "Thêm vào Chi bộ 2: Đoàn viên công đoàn." in await dung.press(
        Act.ADD_MEMBER, label="Đoàn viên công đoàn"
    )
    said = await dung.say("Tạ Thị Kim Oanh")
    assert "Đã thêm Tạ Thị Kim Oanh vào Chi bộ 2. 1 văn bản còn hiệu lực chờ xác nhận" in said
    (row,) = [one for one in await rows(office, tables.members) if one.full_name == "Tạ Thị Kim Oanh"]
    assert (row.unit_id, row.kind) == (cast.units[BRANCH_2], MemberKind.UNION)
    assert row.address_form is Address.UNKNOWN


async def test_after_somebody_new_the_next_one_is_a_press_away(office: Office, cast: Cast) -> None:
    unit_id = cast.units[BRANCH_2]
    dung = Chat(office, cast, "Dũng")
    await dung.press_this(Button("", Act.ADD_MEMBER, unit_id, 1))
    typed = replace(says(cast.caller("Dũng"), "Lê Thị Sen"), asking=dung.asking)
    reply = await AWAITED[Awaited.NEW_MEMBER](office, typed)
    (again,) = buttons(reply.messages[0])
    assert (again.label, again.act, again.subject) == ("➕ Thêm người nữa", Act.ADD_MEMBER, unit_id)


async def test_a_secretary_lets_a_member_off_until_a_day_and_ends_it(office: Office, cast: Cast) -> None:
    publication_id = await published(office, cast)
    hoa = Chat(office, cast, "Hòa")
    await hoa.say("/danhsach Thị Mai")
    await hoa.press(Act.EXEMPT)
    await hoa.press(Act.EXEMPT, label="Miễn sinh hoạt và xác nhận văn bản")
    await hoa.press(Act.EXEMPT, label="Ốm đau, điều trị")
    said = await hoa.say("hết 31/12/2026")
    assert "được miễn sinh hoạt và xác nhận văn bản (ốm đau, điều trị), đến hết thứ Năm, 31/12/2026." in said
    assert (await obligation(office, publication_id, cast["Mai"])).because == "ốm đau, điều trị"
    assert hoa.labels[-1] == "Kết thúc miễn sinh hoạt và xác nhận văn bản"
    await hoa.press(Act.END_EXEMPTION)
    assert "1 văn bản lại chờ xác nhận, với hạn mới." in await hoa.press(Act.END_EXEMPTION_CONFIRMED)
    assert (await obligation(office, publication_id, cast["Mai"])).state is ObligationState.EXPECTED
