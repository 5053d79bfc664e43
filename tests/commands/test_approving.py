"""/duyet as the approver meets it."""

import pytest

from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Button
from bot.office import Office
from handlers.commands.drafting import drafting
from storage import tables
from tests.cast import Cast
from tests.commands.chat import Chat, drafted, submitted
from tests.commands.saying import button, read
from tests.publication.steps import rows


async def test_the_approver_publishes_with_one_press(office: Office, cast: Cast) -> None:
    minh = await submitted(office, cast)
    reply = await minh.press(Act.APPROVE_NOW)
    assert "Đã duyệt và phát hành" in read(reply)
    assert len(await rows(office, tables.publications)) == 1


async def test_the_approver_sets_a_time(office: Office, cast: Cast) -> None:
    minh = await submitted(office, cast)
    await minh.press(Act.APPROVE_AT)
    assert "Giờ phát hành phải trước hạn xác nhận" in read(await minh.say("08:00 02/12/2026"))
    shown = read(await minh.say("18:30 26/11/2026"))
    assert "phát hành lúc 18:30 thứ Năm, 26/11/2026" in shown
    assert "tin sẽ đi từ 07:00 thứ Sáu, 27/11/2026" in shown
    assert await rows(office, tables.publications) == []


async def test_the_approver_sends_it_back_with_a_note(office: Office, cast: Cast) -> None:
    minh = await submitted(office, cast)
    await minh.press(Act.RETURN_DRAFT)
    assert "Đã trả lại" in read(await minh.say("Sửa tên"))
    lan = Chat(office, cast, "Lan")
    await lan.command(drafting.show_waiting, "/choduyet")
    assert "Người duyệt trả lại: Sửa tên" in read(await lan.press(Act.OPEN_DRAFT))


async def test_a_second_press_is_answered_with_what_it_became(office: Office, cast: Cast) -> None:
    minh = await submitted(office, cast)
    approve = button(minh.at_hand, Act.APPROVE_NOW)
    await minh.press_this(approve)
    reply = await minh.press_this(approve)
    assert "đã phát hành" in read(reply)
    assert len(await rows(office, tables.publications)) == 1


async def test_the_clerk_cannot_press_the_approvers_button(office: Office, cast: Cast) -> None:
    minh = await submitted(office, cast)
    lan = Chat(office, cast, "Lan")
    for act in (Act.APPROVE_NOW, Act.APPROVE_AT, Act.RETURN_DRAFT):
        with pytest.raises(Refused) as refused:
            await lan.press_this(button(minh.at_hand, act))
        assert refused.value.reason is Refusal.NOT_ALLOWED


async def test_the_approver_cannot_take_an_open_draft(office: Office, cast: Cast) -> None:
    await drafted(office, cast)
    (draft,) = await rows(office, tables.drafts)
    minh = Chat(office, cast, "Minh")
    with pytest.raises(Refused) as refused:
        await minh.press_this(Button("", Act.OPEN_DRAFT, draft["id"]))
    assert refused.value.reason is Refusal.NOT_FOUND
    with pytest.raises(Refused) as forged:
        await minh.press_this(Button("", Act.APPROVE_NOW, draft["id"], 1))
    assert forged.value.reason is Refusal.GONE_ON


async def test_what_the_clerk_took_back_is_not_approved(office: Office, cast: Cast) -> None:
    minh = await submitted(office, cast)
    lan = Chat(office, cast, "Lan")
    await lan.command(drafting.show_waiting, "/choduyet")
    await lan.press(Act.OPEN_DRAFT)
    await lan.press(Act.WITHDRAW_SUBMISSION)
    with pytest.raises(Refused) as refused:
        await minh.press(Act.APPROVE_NOW)
    assert refused.value.reason is Refusal.GONE_ON
    assert await rows(office, tables.publications) == []
