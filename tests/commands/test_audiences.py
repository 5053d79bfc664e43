"""For whom a draft is, chosen by buttons and by typing, with the head-count after each step."""

from bot.messages.acts import Act
from bot.messages.reply import Reply
from bot.office import Office
from handlers.commands.drafting import approving
from storage import tables
from tests.cast import BRANCH_1, BRANCH_3, COMMITTEE, Cast
from tests.commands.chat import Chat, drafted
from tests.commands.saying import buttons, read
from tests.publication.steps import rows


async def _opens(office: Office, cast: Cast) -> Chat:
    lan = await drafted(office, cast)
    await lan.press(Act.CHOOSE_AUDIENCE)
    return lan


async def _presses(lan: Chat, label: str) -> Reply:
    (found,) = [one for one in buttons(lan.at_hand) if one.label == label]
    return await lan.press_this(found)


async def _rule(office: Office) -> dict[str, object]:
    (draft,) = await rows(office, tables.drafts)
    found: dict[str, object] = draft["audience"]
    return found


async def test_units_are_ticked_then_narrowed_and_two_left_out_by_name(office: Office, cast: Cast) -> None:
    lan = await _opens(office, cast)
    await _presses(lan, "Chọn đơn vị")
    await _presses(lan, "– – Chi bộ 1")
    shown = read(await _presses(lan, "– – Chi bộ 3"))
    assert "Gửi cho: Chi bộ 1, Chi bộ 3" in shown
    assert "7 người, gửi tin được cho 7 người" in shown
    assert "Gồm 4 đảng viên chính thức, 1 đảng viên dự bị, 2 đoàn viên công đoàn" in shown
    assert "✅ – – Chi bộ 3 (đã chọn)" in [one.label for one in buttons(lan.at_hand)]
    await _presses(lan, "‹ Về chọn người nhận")
    await _presses(lan, "Loại: tất cả")
    shown = read(await _presses(lan, "Đảng viên chính thức"))
    assert "Gửi cho: Chi bộ 1, Chi bộ 3 – chỉ đảng viên chính thức" in shown
    assert "4 người, gửi tin được cho 4 người" in shown
    await _presses(lan, "‹ Về chọn người nhận")
    await _presses(lan, "Trừ người theo tên")
    shown = read(await lan.say("nguyen van binh\n2. Đỗ Thị Mai"))
    assert "Đã trừ: Nguyễn Văn Bình (CB 1), Đỗ Thị Mai (CB 1)." in shown
    assert "Gửi cho: Chi bộ 1, Chi bộ 3 – chỉ đảng viên chính thức; trừ 2 người" in shown
    assert "2 người, gửi tin được cho 2 người" in shown
    assert "1. Nguyễn Văn Bình (CB 1)\n2. Đỗ Thị Mai (CB 1)" in shown
    shown = read(await _presses(lan, "Bỏ số 2 khỏi danh sách loại trừ"))
    assert "trừ 1 người" in shown
    assert await _rule(office) == {
        "kind": "unit",
        "subject": cast.units[BRANCH_1],
        "also": [cast.units[BRANCH_3]],
        "members": ["official"],
        "without": [cast["Bình"]],
    }
    details = [line["detail"] for line in await rows(office, tables.history) if line["thing"] == "draft"]
    assert details[-3:] == [
        "audience",
        f"left_out {cast['Bình']},{cast['Mai']}",
        f"put_back {cast['Mai']}",
    ]
    await _presses(lan, "‹ Về chọn người nhận")
    assert "Gửi cho: Chi bộ 1, Chi bộ 3 – chỉ" in read(await _presses(lan, "‹ Về bản dự thảo"))
    recipients = read(await lan.press(Act.RECIPIENTS))
    assert "Trừ theo tên: Nguyễn Văn Bình (CB 1)" in recipients


async def test_a_ready_made_choice_is_one_press_and_leads_back_to_the_draft(
    office: Office, cast: Cast
) -> None:
    lan = await _opens(office, cast)
    back = read(await _presses(lan, "Đảng viên (chính thức và dự bị)"))
    assert "DỰ THẢO" in back
    assert "Gửi cho: Toàn tổ chức – chỉ đảng viên" in back
    assert "14 người, gửi tin được cho 13 người" in back
    await lan.press(Act.CHOOSE_AUDIENCE)
    assert "16 người" in read(await _presses(lan, "Toàn tổ chức"))


async def test_secretaries_of_the_branches_are_chosen_by_their_role(office: Office, cast: Cast) -> None:
    lan = await _opens(office, cast)
    await _presses(lan, "Vai trò: không xét")
    shown = read(await _presses(lan, "Bí thư"))
    assert "Gửi cho: Toàn tổ chức – chỉ bí thư" in shown
    assert "3 người" in shown
    shown = read(await _presses(lan, "Phó bí thư"))
    assert "chỉ bí thư, phó bí thư" in shown
    assert "4 người" in shown
    assert "16 người" in read(await _presses(lan, "Không xét vai trò"))


async def test_a_topic_is_chosen_and_narrowed(office: Office, cast: Cast) -> None:
    lan = await _opens(office, cast)
    await _presses(lan, "Chọn chủ đề")
    shown = read(await _presses(lan, "Kết quả hội nghị"))
    assert "Gửi cho: Người nhận chủ đề Kết quả hội nghị" in shown
    await _presses(lan, "Loại: tất cả")
    assert "– chỉ đoàn viên công đoàn" in read(await _presses(lan, "Đoàn viên công đoàn"))
    assert (await _rule(office))["kind"] == "topic"


async def test_a_unit_above_takes_those_below_with_it(office: Office, cast: Cast) -> None:
    lan = await _opens(office, cast)
    await _presses(lan, "Chọn đơn vị")
    await _presses(lan, "– – Chi bộ 1")
    shown = read(await _presses(lan, "– Đảng ủy LĐLĐ tỉnh"))
    assert "Gửi cho: Đảng ủy LĐLĐ tỉnh và các đơn vị trực thuộc" in shown
    assert await _rule(office) == {"kind": "unit", "subject": cast.units[COMMITTEE]}
    reply = await _presses(lan, "– – Chi bộ 1 (đã gồm)")
    assert "đã gồm" in reply.toast
    assert await _rule(office) == {"kind": "unit", "subject": cast.units[COMMITTEE]}
    assert "Chưa chọn" in read(await _presses(lan, "✅ – Đảng ủy LĐLĐ tỉnh (đã chọn)"))


async def test_several_of_a_name_are_offered_and_a_stranger_is_said_so(office: Office, cast: Cast) -> None:
    lan = await _opens(office, cast)
    await _presses(lan, "Chọn đơn vị")
    await _presses(lan, "– – Chi bộ 1")
    await _presses(lan, "‹ Về chọn người nhận")
    await _presses(lan, "Trừ người theo tên")
    # Sơn is of another branch: whoever would not get it need not be left out.
    assert "Không có ai tên “Hoàng Văn Sơn” trong diện nhận" in read(await lan.say("Hoàng Văn Sơn"))
    shown = read(await lan.say("văn"))
    assert "Có nhiều người trùng tên" in shown
    labels = [one.label for one in buttons(lan.at_hand)]
    assert labels == ["Trừ Bùi Văn An (CB 1)", "Trừ Nguyễn Văn Bình (CB 1)", "‹ Về chọn người nhận"]
    assert "trừ 1 người" in read(await _presses(lan, "Trừ Bùi Văn An (CB 1)"))
    assert (await _rule(office))["without"] == [cast["An"]]


async def test_an_empty_audience_says_so_and_is_not_handed_in(office: Office, cast: Cast) -> None:
    lan = await _opens(office, cast)
    await _presses(lan, "Chọn đơn vị")
    await _presses(lan, "– – Chi bộ 1")
    await _presses(lan, "‹ Về chọn người nhận")
    await _presses(lan, "Loại: tất cả")
    shown = read(await _presses(lan, "Đoàn viên công đoàn"))
    assert "0 người" in shown
    assert "Hiện không có ai thuộc diện này" in shown


async def test_a_button_pressed_twice_comes_to_the_same(office: Office, cast: Cast) -> None:
    lan = await _opens(office, cast)
    await _presses(lan, "Chọn đơn vị")
    (tick,) = [one for one in buttons(lan.at_hand) if one.label.endswith(BRANCH_1)]
    await lan.press_this(tick)
    (draft,) = await rows(office, tables.drafts)
    await lan.press_this(tick)
    assert (await rows(office, tables.drafts))[0]["revision"] == draft["revision"]


async def test_parts_of_the_audience_have_lines_of_their_own(office: Office, cast: Cast) -> None:
    lan = await _opens(office, cast)
    await _presses(lan, "Việc riêng từng đối tượng")
    asked = read(await _presses(lan, "✏️ Việc của bí thư"))
    assert "Xin gõ những việc của bí thư, mỗi việc một dòng" in asked
    shown = read(await lan.say("1. Họp chi ủy trước 25/11\n2. Báo cáo kết quả"))
    assert "Việc riêng của bí thư:\n• Họp chi ủy trước 25/11\n• Báo cáo kết quả" in shown
    (draft,) = await rows(office, tables.drafts)
    own = {"members": [], "roles": ["secretary"], "lines": ["Họp chi ủy trước 25/11", "Báo cáo kết quả"]}
    assert draft["to_do_for"] == [own]
    await _presses(lan, "✏️ Việc của bí thư (2)")
    assert "Họp chi ủy" not in read(await lan.say("không"))


async def test_the_approver_reads_the_rule_the_number_left_out_and_every_part(
    office: Office, cast: Cast
) -> None:
    lan = await _opens(office, cast)
    await _presses(lan, "Trừ người theo tên")
    await lan.say("Nguyễn Văn Bình")
    await _presses(lan, "‹ Về chọn người nhận")
    await _presses(lan, "Việc riêng từng đối tượng")
    await _presses(lan, "✏️ Việc của phó bí thư")
    await lan.say("Kiểm tra sổ họp")
    await _presses(lan, "‹ Về chọn người nhận")
    await _presses(lan, "‹ Về bản dự thảo")
    await lan.press(Act.SUBMIT)
    minh = Chat(office, cast, "Minh")
    shown = read(await minh.command(approving.show_waiting, "/duyet"))
    assert "Gửi cho: Toàn tổ chức; trừ 1 người" in shown
    assert "15 người" in shown
    assert "Bình" not in shown
    assert "Việc riêng của phó bí thư:\n• Kiểm tra sổ họp" in shown
