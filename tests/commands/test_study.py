"""/lich as a person meets it: the card, the answers, the names, moving and calling off."""

from datetime import datetime

import pytest

from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Button
from bot.office import Office
from bot.states import SessionState
from tests.cast import ZONE, Cast, clock_of
from tests.study.chatting import Chat
from tests.study.steps import announced, plan, revision, send_all, session, words


async def test_the_card_shows_the_answer_in_its_place(office: Office, cast: Cast) -> None:
    session_id = await announced(office, cast)
    chat = Chat(office, cast, "Bình")
    await chat.act(Act.OPEN_SESSION, session_id)
    assert [button.label for button in chat.buttons] == ["✅ Dự", "🙏 Xin vắng", "Chưa chắc"]
    card = await chat.press("✅ Dự")
    assert "✅ Đồng chí Bình đã trả lời lúc 08:00, 23/11: Dự" in card
    assert chat.reply.replaces is not None
    assert chat.reply.messages == ()
    assert chat.reply.toast == "Đã ghi nhận: Dự – “Sinh hoạt chuyên đề quý IV”, 08:00 ngày 23/11."
    assert chat.reply.receipt == chat.reply.toast
    assert [button.label for button in chat.buttons] == ["✅ Dự", "🙏 Xin vắng", "Chưa chắc"]


async def test_staying_away_asks_for_a_reason_that_may_be_skipped(office: Office, cast: Cast) -> None:
    session_id = await announced(office, cast)
    chat = Chat(office, cast, "Bình")
    await chat.act(Act.DECLINE, session_id, await revision(office, session_id))
    assert chat.asking is not None
    assert chat.buttons[-1] == Button("Bỏ qua", Act.NEVER_MIND)
    assert await chat.say("") == "Chưa có nội dung. Xin gửi lại."
    assert await chat.say("đi công tác") == "Đã ghi lý do xin vắng. Cảm ơn đồng chí Bình."
    assert chat.reply.asking is None
    assert "Lý do: đi công tác" in await chat.act(Act.OPEN_SESSION, session_id)


async def test_the_button_of_an_older_time_is_answered_with_the_new_card(office: Office, cast: Cast) -> None:
    session_id = await announced(office, cast)
    old = await revision(office, session_id)
    leader, chat = Chat(office, cast, "Hòa"), Chat(office, cast, "Bình")
    await leader.act(Act.MOVE_SESSION, session_id)
    await leader.say("19:30 4/12")
    card = await chat.act(Act.ATTEND, session_id, old)
    assert "thứ Sáu, 04/12/2026" in card
    assert "đã trả lời" not in card
    assert chat.reply.toast.startswith("Lịch đã đổi.")
    assert "đã trả lời" in await chat.press("✅ Dự")


async def test_after_the_start_an_answer_is_politely_refused(office: Office, cast: Cast) -> None:
    session_id = await announced(office, cast)
    shown = await revision(office, session_id)
    clock_of(office).set(datetime(2026, 12, 3, 19, 30, tzinfo=ZONE))
    chat = Chat(office, cast, "Bình")
    assert "Buổi sinh hoạt đã bắt đầu" in await chat.act(Act.ATTEND, session_id, shown)
    assert chat.buttons == []


async def test_a_session_that_is_off_says_so_when_its_button_is_pressed(office: Office, cast: Cast) -> None:
    session_id = await announced(office, cast)
    shown = await revision(office, session_id)
    leader, chat = Chat(office, cast, "Hòa"), Chat(office, cast, "Bình")
    await leader.act(Act.CANCEL_SESSION, session_id)
    await leader.press("Hủy buổi sinh hoạt")
    assert "đã hủy" in await chat.act(Act.ATTEND, session_id, shown)
    assert chat.buttons == []


async def test_a_member_s_agenda_has_their_answer_and_a_button_each(office: Office, cast: Cast) -> None:
    await announced(office, cast)
    chat = Chat(office, cast, "Bình")
    assert (await chat.say("/lich")).splitlines() == [
        "LỊCH SINH HOẠT",
        "1. Sinh hoạt chuyên đề quý IV",
        "🕢 19:30–21:00 thứ Năm, 03/12/2026",
        "📍 Phòng họp tầng 2",
        "Đồng chí Bình: chưa trả lời",
    ]
    assert "Kính mời đồng chí Bình dự" in await chat.press("Mở số 1")
    assert "Xem tên" not in "".join(button.label for button in chat.buttons)


async def test_an_empty_agenda_says_so(office: Office, cast: Cast) -> None:
    await announced(office, cast)
    assert "Chưa có buổi sinh hoạt nào" in await Chat(office, cast, "Sơn").say("/lich")


async def test_a_secretary_s_agenda_has_counts_and_what_is_planned(office: Office, cast: Cast) -> None:
    session_id = await announced(office, cast)
    await plan(office, cast, when="19:30 10/12")
    shown = await revision(office, session_id)
    await Chat(office, cast, "Bình").act(Act.ATTEND, session_id, shown)
    await Chat(office, cast, "Mai").act(Act.DECLINE, session_id, shown)
    chat = Chat(office, cast, "Hòa")
    agenda = await chat.say("/lich")
    assert "Mời 4 người: Dự 1 · Xin vắng 1 · Chưa trả lời 2" in agenda
    assert "Đang soạn, chưa gửi thư mời:\n2. Sinh hoạt chuyên đề quý IV\n19:30 thứ Năm, 10/12/2026" in agenda
    assert "XEM TRƯỚC" in await chat.press("Mở số 2")


async def test_the_secretary_sees_the_names_in_groups(office: Office, cast: Cast) -> None:
    session_id = await announced(office, cast, by="Sơn")
    shown = await revision(office, session_id)
    await Chat(office, cast, "Thu").act(Act.ATTEND, session_id, shown)
    chat = Chat(office, cast, "Sơn")
    await chat.act(Act.OPEN_SESSION, session_id)
    assert (await chat.press("👥 Xem tên")).splitlines() == [
        "TRẢ LỜI THƯ MỜI · Sinh hoạt chuyên đề quý IV",
        "Dự (1)",
        "1. Lý Thị Thu",
        "Chưa trả lời (3)",
        "1. Hoàng Văn Sơn",
        "2. Phan Văn Tâm (cần báo trực tiếp)",
        "3. Đặng Thị Yến",
    ]
    assert chat.messages[0].protected


async def test_another_branch_s_secretary_neither_moves_nor_cancels_nor_sees_names(
    office: Office, cast: Cast
) -> None:
    session_id = await announced(office, cast)
    chat = Chat(office, cast, "Sơn")
    for act in (
        Act.MOVE_SESSION,
        Act.MOVE_SESSION_PLACE,
        Act.CANCEL_SESSION,
        Act.CANCEL_SESSION_CONFIRMED,
        Act.SESSION_ANSWERS,
    ):
        with pytest.raises(Refused) as refused:
            await chat.act(act, session_id)
        assert refused.value.reason is Refusal.NOT_ALLOWED
    assert (await session(office, session_id)).state is SessionState.ANNOUNCED


async def test_a_session_moves_to_another_time(office: Office, cast: Cast) -> None:
    session_id = await announced(office, cast)
    await send_all(office)
    chat = Chat(office, cast, "Hòa")
    await chat.act(Act.OPEN_SESSION, session_id)
    await chat.press("Đổi lịch")
    assert "Chưa đọc được ngày giờ" in await chat.say("tuần sau")
    moved = await chat.say("19:30-21:00 4/12")
    assert "Tin đổi lịch gửi tới 4 người" in moved
    assert "thứ Sáu, 04/12/2026" in moved


async def test_a_session_moves_to_another_place(office: Office, cast: Cast) -> None:
    session_id = await announced(office, cast)
    chat = Chat(office, cast, "Hòa")
    await chat.act(Act.MOVE_SESSION, session_id)
    await chat.press("Đổi địa điểm")
    assert "📍 Hội trường" in await chat.say("Hội trường")
    assert (await session(office, session_id)).place == "Hội trường"


async def test_nothing_is_sent_when_nothing_changes(office: Office, cast: Cast) -> None:
    session_id = await announced(office, cast)
    await send_all(office)
    chat = Chat(office, cast, "Hòa")
    await chat.act(Act.MOVE_SESSION, session_id)
    assert "không gửi tin đổi lịch" in await chat.say("19:30-21:00 3/12")
    assert len(await words(office)) == 4


async def test_calling_off_takes_a_confirmation(office: Office, cast: Cast) -> None:
    session_id = await announced(office, cast)
    await send_all(office)
    chat = Chat(office, cast, "Hòa")
    await chat.act(Act.OPEN_SESSION, session_id)
    await chat.press("Hủy buổi")
    assert (await session(office, session_id)).state is SessionState.ANNOUNCED
    assert "Tin hủy gửi tới 4 người" in await chat.press("Hủy buổi sinh hoạt")
