"""The menus behind a draft's card: what was read and where, who signed, the mark, the topic, the due day."""

import pytest

from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Button
from bot.office import Office
from bot.publication.draft.correcting import DraftField
from bot.publication.draft.draft_menus import Menu
from handlers.commands.drafting import approving, pasting
from storage import tables
from storage.states import ObligationState
from tests.cast import Cast
from tests.commands.chat import Chat, drafted, field, handed_in
from tests.commands.saying import buttons, read
from tests.publication.steps import DIRECTIVE, MEETING, rows

MOST_CHOICES = 9


async def pasted(office: Office, cast: Cast, text: str) -> tuple[Chat, str]:
    """Lan has pasted this; what she reads then."""
    lan = Chat(office, cast, "Lan")
    await lan.command(pasting.ask_text, "/soan")
    return lan, read(await lan.say(text))


async def test_card_and_menus_are_short_and_lead_to_every_field(office: Office, cast: Cast) -> None:
    lan, _ = await pasted(office, cast, MEETING)
    await lan.press(Act.TOGGLE_ACKNOWLEDGEMENT)
    card = buttons(lan.at_hand)
    assert len(card) <= MOST_CHOICES
    ways, seen, fields = [one for one in card if one.act is Act.DRAFT_MENU], set[int](), set[int]()
    while ways:
        menu = ways.pop()
        inside = buttons((await lan.press_this(menu)).replaces)
        seen.add(menu.argument)
        assert len(inside) <= MOST_CHOICES, Menu(menu.argument)
        assert len({one.label for one in inside}) == len(inside)
        fields |= {one.argument % 100 for one in inside if one.act is Act.EDIT_FIELD}
        ways += [one for one in inside if one.act is Act.DRAFT_MENU and one.argument not in seen]
    assert fields == {one.value for one in DraftField}
    assert seen == {one.value for one in Menu}


async def test_who_signed_is_chosen_among_those_of_the_name_and_is_asked_nothing(
    office: Office, cast: Cast
) -> None:
    lan = await drafted(office, cast)
    await lan.press(Act.EDIT_FIELD, where=field(DraftField.SIGNATORY))
    await lan.say("Văn Thuận")
    offered = {one.label for one in buttons(lan.at_hand)}
    assert "Là Hà Văn Thuận (Đảng ủy LĐLĐ tỉnh)" in offered
    thuan = await lan.find(Act.DRAFT_SIGNATORY, where=lambda one: one.argument == cast["Thuận"])
    stranger = Button("", Act.DRAFT_SIGNATORY, thuan.subject, cast["Bình"])
    assert "Nội dung đã thay đổi" in (await lan.press_this(stranger)).toast
    assert "Người ký: Văn Thuận (không phải xác nhận)" in read(await lan.press_this(thuan))

    await handed_in(lan)
    minh = Chat(office, cast, "Minh")
    assert "Người ký: Văn Thuận (không" in read(await minh.command(approving.show_waiting, "/duyet"))
    await minh.press(Act.APPROVE_NOW)
    asked = await rows(office, tables.obligations)
    exempt = {row["member_id"] for row in asked if row["state"] == ObligationState.EXEMPT}
    assert exempt == {cast["Thuận"], cast["Minh"]}


async def test_a_signatory_of_the_roster_is_pointed_out_and_no_other(office: Office, cast: Cast) -> None:
    found = "Người ký có tên trong danh sách"
    signed = DIRECTIVE.replace("Đỗ Thị Minh Hòa", "Lê Thị Minh")
    _, card = await pasted(office, cast, signed)
    assert "Người ký: Lê Thị Minh" in card
    assert found in card
    _, card = await pasted(office, cast, DIRECTIVE)
    assert "Người ký: Đỗ Thị Minh Hòa" in card
    assert found not in card


async def test_what_is_marked_for_its_own_circle_is_never_made_public(office: Office, cast: Cast) -> None:
    lan = await drafted(office, cast)
    await lan.press(Act.TOGGLE_SCOPE)
    await lan.press(Act.EDIT_FIELD, where=field(DraftField.CIRCULATION))
    card = read(await lan.say("Tài liệu thu hồi"))
    assert "Dấu lưu hành: Tài liệu thu hồi (chỉ phạm vi nội bộ)" in card
    assert "Phạm vi: nội bộ" in card
    with pytest.raises(Refused) as refused:
        await lan.press(Act.TOGGLE_SCOPE)
    assert refused.value.reason is Refusal.KEPT_INSIDE
    assert refused.value.details == {"mark": "Tài liệu thu hồi"}
    await lan.press(Act.OPEN_DRAFT)
    await lan.press(Act.EDIT_FIELD, where=field(DraftField.CIRCULATION))
    await lan.say("không")
    assert "Phạm vi: công khai" in read(await lan.press(Act.TOGGLE_SCOPE))


async def test_a_topic_is_for_looking_up_and_changes_no_audience(office: Office, cast: Cast) -> None:
    lan, topic_id = await drafted(office, cast), cast.topics["Học tập chuyên đề"]
    for menu in (Menu.FIELDS, Menu.MORE, Menu.TOPIC):
        await lan.opens(menu)
    card = read(await lan.press(Act.DRAFT_TOPIC, where=lambda one: one.argument == topic_id))
    assert "Chủ đề: Học tập chuyên đề" in card
    assert "Gửi cho: cần chọn" in card
    for menu in (Menu.FIELDS, Menu.MORE, Menu.TOPIC):
        await lan.opens(menu)
    assert "Chủ đề:" not in read(await lan.press(Act.DRAFT_TOPIC, where=lambda one: not one.argument))


async def test_a_due_day_on_which_nobody_works_is_kept_and_the_next_one_offered(
    office: Office, cast: Cast
) -> None:
    lan = await drafted(office, cast)
    await lan.press(Act.CHOOSE_DUE)
    assert "Hạn rơi vào ngày nghỉ: Chủ nhật, 29/11/2026" in read(await lan.say("16:00 29/11/2026"))
    card = read(await lan.press(Act.DUE_ON_WORKING_DAY))
    assert "Hạn: 16:00 thứ Hai, 30/11/2026" in card
    assert "ngày nghỉ" not in card
    await lan.opens(Menu.ASKING)
    assert Act.DUE_ON_WORKING_DAY not in {one.act for one in buttons(lan.at_hand)}


async def test_each_field_shows_where_it_stands_and_an_unsure_one_first(office: Office, cast: Cast) -> None:
    lan, _ = await pasted(office, cast, DIRECTIVE.replace("12-KH/ĐU", "12-kh/du"))
    shown = read(await lan.press(Act.DRAFT_PLACES))
    assert shown.index("Số: chưa chắc, xin điền") < shown.index("Trích yếu: chắc chắn")
    assert "«12-kh/du»" in shown
    assert "«Nền nếp sinh hoạt chi bộ quý IV năm 2026»" in shown
    # What was typed by hand stands nowhere.
    await lan.opens(Menu.FIELDS)
    await lan.press(Act.EDIT_FIELD, where=field(DraftField.NUMBER))
    await lan.say("12-KH/ĐU")
    assert "12-kh/du»" not in read(await lan.press(Act.DRAFT_PLACES))
