"""/lich and /taolich as a person meets them: what is asked, what is answered, what stands on the buttons."""

from datetime import datetime

import pytest

from bot.errors import Refusal, Refused
from bot.messages.acts import Act
from bot.messages.blocks import Button, Buttons, Message
from bot.messages.reply import Asking, Awaited, Reply
from bot.messages.splitting import visible_text
from bot.office import Office
from bot.states import Platform, SessionState
from handlers.commands import study, study_planning
from handlers.conversation import Handler, Incoming, Press, Text
from tests.cast import ZONE, Cast, clock_of
from tests.study.steps import announced, labels, plan, revision, send_all, session, words

COMMANDS = {command.name: command.run for command in (*study.COMMANDS, *study_planning.COMMANDS)}
PRESSES: dict[Act, Handler] = {**study.PRESSES, **study_planning.PRESSES}
AWAITED: dict[Awaited, Handler] = {**study.AWAITED, **study_planning.AWAITED}


class Chat:
    """One person's conversation: what they say, and what the last answer was."""

    def __init__(self, office: Office, cast: Cast, given: str) -> None:
        self.office = office
        self.cast = cast
        self.given = given
        self.asking: Asking | None = None
        self.reply = Reply()

    async def say(self, text: str) -> str:
        """Type a command, or the answer to what is asked; returns what can be read then."""
        incoming = self._incoming(Text(text))
        if text.startswith("/"):
            return self._heard(await COMMANDS[text[1:]](self.office, incoming))
        assert self.asking is not None, "nothing is asked"
        return self._heard(await AWAITED[self.asking.awaited](self.office, incoming))

    async def press(self, label: str) -> str:
        """Press a button of the last answer."""
        found = [button for button in self.buttons if button.label == label]
        assert len(found) == 1, [button.label for button in self.buttons]
        return await self.act(found[0].act, found[0].subject, found[0].argument)

    async def act(self, act: Act, subject: int, argument: int = 0) -> str:
        """Press a button that stood anywhere."""
        incoming = self._incoming(Press(act, subject, argument))
        return self._heard(await PRESSES[act](self.office, incoming))

    @property
    def messages(self) -> list[Message]:
        """What the last answer put on the screen."""
        replaced = [] if self.reply.replaces is None else [self.reply.replaces]
        return [*replaced, *self.reply.messages]

    @property
    def buttons(self) -> list[Button]:
        """The buttons of the last answer."""
        blocks = [block for message in self.messages for block in message.blocks]
        return [
            button for block in blocks if isinstance(block, Buttons) for row in block.rows for button in row
        ]

    def _incoming(self, content: Text | Press) -> Incoming:
        return Incoming(
            caller=self.cast.caller(self.given),
            address_id=self.cast.addresses[self.given],
            platform=Platform.WEB,
            content=content,
            asking=self.asking,
        )

    def _heard(self, reply: Reply) -> str:
        self.reply = reply
        if not reply.keeps_asking:
            self.asking = reply.asking
        return "\n".join(visible_text(message) for message in self.messages)


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
    assert "Đã gửi thư mời tới 4 người." in sent
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
    assert await chat.press("Bỏ buổi này") == "Đã bỏ buổi đang soạn."
    assert (await session(office, session_id)).state is SessionState.CANCELLED


async def test_a_member_does_not_plan(office: Office, cast: Cast) -> None:
    with pytest.raises(Refused) as refused:
        await Chat(office, cast, "Bình").say("/taolich")
    assert refused.value.reason is Refusal.NOT_ALLOWED


async def test_the_card_shows_the_answer_in_its_place(office: Office, cast: Cast) -> None:
    session_id = await announced(office, cast)
    chat = Chat(office, cast, "Bình")
    await chat.act(Act.OPEN_SESSION, session_id)
    assert [button.label for button in chat.buttons] == ["✅ Dự", "🙏 Xin vắng", "Chưa chắc"]
    card = await chat.press("✅ Dự")
    assert "✅ Đồng chí Bình đã trả lời lúc 08:00, 23/11: Dự" in card
    assert chat.reply.replaces is not None
    assert chat.reply.messages == ()
    assert chat.reply.toast == "Đã ghi nhận: Dự"
    assert [button.label for button in chat.buttons] == ["🙏 Xin vắng", "Chưa chắc"]


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
    assert "Dự 1 · Vắng 1 · Chưa trả lời 2 / 4 người được mời" in agenda
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
