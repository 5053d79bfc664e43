"""/taolich as a secretary meets it: what is asked, what is shown, what is sent."""

from datetime import datetime

import pytest

from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.office import Office
from bot.states import SessionState
from tests.cast import ZONE, Cast, clock_of
from tests.study.chatting import Chat
from tests.study.steps import labels, plan, session, words


async def test_a_session_is_planned_step_by_step_and_announced(office: Office, cast: Cast) -> None:
    chat = Chat(office, cast, "Hòa")
    assert "Tên buổi sinh hoạt" in await chat.say("/taolich")
    assert "Họp khi nào?" in await chat.press("Sinh hoạt chi bộ tháng 12")
    assert "Họp ở đâu?" in await chat.say("19h30 ngày 3/12")
    assert "Ai chủ trì?" in await chat.say("Phòng họp tầng 2")
    assert chat.buttons[0].label == "Vũ Thị Hòa (Bí thư Chi bộ 1)"
    preview = await chat.press("Vũ Thị Hòa (Bí thư Chi bộ 1)")
    assert preview.splitlines() == [
        "XEM TRƯỚC THƯ MỜI · chưa gửi",
        "Sinh hoạt chi bộ tháng 12",
        "Mời toàn thể Chi bộ 1",
        "🕢 19:30–21:00 thứ Năm, 03/12/2026",
        "📍 Phòng họp tầng 2",
        "Chủ trì: đ/c Hòa, Bí thư Chi bộ 1",
    ]
    assert await words(office) == []
    sent = await chat.press("✉️ Gửi thư mời")
    assert " tới 4 người." in sent
    assert "Ngoài giờ" not in sent
    assert len(await words(office)) == 4


async def test_bad_input_gets_a_clear_answer_and_is_asked_for_again(office: Office, cast: Cast) -> None:
    chat = Chat(office, cast, "Hòa")
    await chat.say("/taolich")
    assert await chat.say("x" * 121) == "Nội dung dài quá 120 ký tự. Xin viết ngắn lại."
    await chat.say("Sinh hoạt tháng 12")
    assert "Chưa đọc được ngày giờ" in await chat.say("tuần sau")
    assert "đã qua" in await chat.say("19h30 20/11")
    assert "thứ phải khớp với ngày" in await chat.say("19h30 thứ Tư 3/12")
    assert "Họp ở đâu?" in await chat.say("19h30 thứ Năm 3/12")


async def test_a_restart_in_the_middle_loses_nothing(office: Office, cast: Cast) -> None:
    before = Chat(office, cast, "Hòa")
    await before.say("/taolich")
    await before.say("Sinh hoạt tháng 12")
    after = Chat(office, cast, "Hòa")
    resumed = await after.say("/taolich")
    assert "đang soạn dở" in resumed
    assert "Họp khi nào?" in resumed
    assert labels(after.messages[0]) == ["Bỏ buổi này"]


async def test_what_waits_for_an_answer_lapses_within_the_hour(office: Office, cast: Cast) -> None:
    chat = Chat(office, cast, "Hòa")
    await chat.say("/taolich")
    assert chat.asking is not None
    assert (chat.asking.until - office.clock.now()).total_seconds() == 3600


async def test_each_field_of_the_preview_can_be_mended(office: Office, cast: Cast) -> None:
    session_id = await plan(office, cast)
    chat = Chat(office, cast, "Hòa")
    await chat.act(Act.OPEN_SESSION, session_id)
    await chat.press("Sửa giờ")
    assert "20:00–21:30 thứ Năm, 03/12/2026" in await chat.say("20:00-21:30 3/12")
    await chat.press("Sửa nơi")
    assert "📍 Hội trường" in await chat.say("Hội trường")
    await chat.press("Sửa tên")
    assert "Tên khác" in await chat.say("Tên khác")
    await chat.press("Sửa chủ trì")
    assert "Chủ trì: đ/c Mai" in await chat.press("Đỗ Thị Mai")


async def test_a_short_session_is_remarked_upon_in_the_preview(office: Office, cast: Cast) -> None:
    session_id = await plan(office, cast, when="19:30-20:30 3/12")
    chat = Chat(office, cast, "Hòa")
    assert "tối thiểu 90 phút" in await chat.act(Act.OPEN_SESSION, session_id)


async def test_an_old_preview_does_not_announce(office: Office, cast: Cast) -> None:
    session_id = await plan(office, cast)
    old, chat = Chat(office, cast, "Hòa"), Chat(office, cast, "Hòa")
    await old.act(Act.OPEN_SESSION, session_id)
    await chat.act(Act.OPEN_SESSION, session_id)
    await chat.press("Sửa nơi")
    await chat.say("Hội trường")
    with pytest.raises(Refused) as refused:
        await old.press("✉️ Gửi thư mời")
    assert refused.value.reason is Refusal.GONE_ON
    assert await words(office) == []


async def test_who_sends_out_of_hours_is_told_when_it_goes(office: Office, cast: Cast) -> None:
    clock_of(office).set(datetime(2026, 11, 27, 18, 0, tzinfo=ZONE))
    session_id = await plan(office, cast)
    chat = Chat(office, cast, "Hòa")
    await chat.act(Act.OPEN_SESSION, session_id)
    assert "tin đi lúc 07:00 thứ Hai, 30/11/2026" in await chat.press("✉️ Gửi thư mời")


async def test_a_plan_is_given_up_after_a_confirmation(office: Office, cast: Cast) -> None:
    session_id = await plan(office, cast)
    chat = Chat(office, cast, "Hòa")
    await chat.act(Act.OPEN_SESSION, session_id)
    await chat.press("Bỏ buổi này")
    assert (await session(office, session_id)).state is SessionState.PLANNED
    assert await chat.press("Bỏ buổi này") == "Đã bỏ buổi đang soạn “Sinh hoạt chuyên đề quý IV”."
    assert (await session(office, session_id)).state is SessionState.CANCELLED


async def test_a_member_does_not_plan(office: Office, cast: Cast) -> None:
    with pytest.raises(Refused) as refused:
        await Chat(office, cast, "Bình").say("/taolich")
    assert refused.value.reason is Refusal.NOT_ALLOWED
