"""The clerk's, the approver's and a member's conversation, button after button, as a door hands it on."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.messages.acts import Act
from bot.messages.blocks import Button, Message
from bot.messages.reply import Asking, Reply
from bot.office import Office
from handlers.commands.member.current_cards import with_current_card
from handlers.commands.member.typed_words import typed_words
from handlers.commands.table import AWAITED, BY_WORD, PRESSES
from handlers.conversation import Incoming
from storage.states import ObligationState, Purpose
from tests.cast import Cast, clock_of
from tests.commands.saying import buttons, presses, read, says
from tests.publication.steps import DIRECTIVE, owed, published
from tests.versions.steps import amended, asked, goes_out, takes_note


@pytest.fixture
def prepared_url(prepared_sqlite_url: str) -> str:
    """One engine: what lies below the commands runs on both beside this."""
    return prepared_sqlite_url


class Chat:
    """One person's conversation: what was asked, and the message at hand."""

    def __init__(self, office: Office, cast: Cast, given: str) -> None:
        self.office, self.caller = office, cast.caller(given)
        self.asking: Asking | None = None
        self.at_hand: Message | None = None

    async def command(self, word: str) -> str:
        return self._took(await BY_WORD[word].run(self.office, says(self.caller, f"/{word}")))

    async def press(self, act: Act, *, where: Callable[[Button], bool] = lambda one: True) -> str:
        (found,) = [one for one in buttons(self.at_hand) if one.act is act and where(one)]
        run = with_current_card(act, PRESSES[act])
        return self._took(await run(self.office, presses(self.caller, found)))

    async def say(self, text: str) -> str:
        assert self.asking is not None
        incoming = replace(says(self.caller, text), asking=self.asking)
        return self._took(await AWAITED[self.asking.awaited](self.office, incoming))

    def _took(self, reply: Reply) -> str:
        if not reply.keeps_asking:
            self.asking = reply.asking
        shown = [*reply.messages, *([reply.replaces] if reply.replaces else [])]
        self.at_hand = next((one for one in shown if buttons(one)), self.at_hand)
        return "\n".join(part for part in (reply.toast, read(reply)) if part)


async def opened(office: Office, cast: Cast, given: str, about: int) -> Chat:
    """Somebody has the publication's card at hand."""
    chat = Chat(office, cast, given)
    incoming = presses(chat.caller, Button("", Act.OPEN_CARD, about))
    chat._took(await PRESSES[Act.OPEN_CARD](office, incoming))
    return chat


async def test_from_the_list_to_a_material_correction_that_is_approved_and_acknowledged_anew(
    office: Office, cast: Cast
) -> None:
    about = await published(office, cast)
    await goes_out(office)
    await takes_note(office, cast, "Bình", about)
    mai = await opened(office, cast, "Mai", about)
    clock_of(office).forward(hours=1)
    lan = Chat(office, cast, "Lan")
    assert "VĂN BẢN ĐANG CÓ HIỆU LỰC" in await lan.command("thuhoi")
    assert "Phát hành lúc 08:00, 23/11" in await lan.press(Act.MANAGE)
    said = await lan.press(Act.CORRECT)
    assert "Bản sửa của văn bản số 12-KH/ĐU, đang có hiệu lực" in said
    assert "ĐÍNH CHÍNH" in said
    assert "Chưa khác bản đang gửi." in said
    said = await lan.press(Act.CORRECTION, where=lambda one: one.argument % 100 == 1)
    assert "SỬA ĐỔI NỘI DUNG: gửi bản mới, 1 người đã xác nhận phải xác nhận lại." in said
    assert "Điểm thay đổi: cần ghi" in said
    assert "1 đến 3 dòng" in await lan.press(Act.CORRECTION, where=lambda one: one.argument % 100 == 2)
    assert "Xin ghi gọn trong 3 dòng" in await lan.say("a\nb\nc\nd")
    assert "Điểm thay đổi: Họp chuyển sang thứ Sáu." in await lan.say("Họp chuyển sang thứ Sáu.")
    await lan.press(Act.CORRECTION, where=lambda one: one.argument % 100 == 3)
    said = await lan.say(DIRECTIVE.replace("quý IV", "quý I"))
    assert "Khác bản đang gửi:" in said
    assert "quý I" in said
    assert "Đã trình" in await lan.press(Act.SUBMIT)
    minh = Chat(office, cast, "Minh")
    said = await minh.command("duyet")
    assert "Điểm thay đổi: Họp chuyển sang thứ Sáu." in said
    assert "Khác bản đang gửi:" in said
    assert "Đã duyệt và phát hành" in await minh.press(Act.APPROVE_NOW)

    # The old card is still on Mai's screen: the press takes nothing and shows what changed.
    said = await mai.press(Act.ACKNOWLEDGE)
    assert "Văn bản này đã có bản sửa" in said
    assert "✏️ Bản 2, sửa 09:00, 23/11" in said
    assert "Thay đổi: Họp chuyển sang thứ Sáu." in said
    assert (await asked(office, cast, about, "Mai"))["state"] is ObligationState.EXPECTED
    assert "Đã ghi nhận" in await mai.press(Act.ACKNOWLEDGE)
    for given in ("Bình", "Mai"):
        state = (await asked(office, cast, about, given))["state"]
        assert state is (ObligationState.ACKNOWLEDGED if given == "Mai" else ObligationState.EXPECTED)


async def test_typed_words_are_answered_with_the_new_card_until_it_was_in_sight(
    office: Office, cast: Cast
) -> None:
    about = await published(office, cast)
    await goes_out(office)
    await amended(office, cast, about, material=True)
    binh: Incoming = says(cast.caller("Bình"), "đã nắm")
    reply = await typed_words(office, binh)
    assert reply is not None
    assert "Văn bản này đã có bản sửa" in read(reply)
    assert "✏️ Bản 2" in read(reply)
    assert (await asked(office, cast, about, "Bình"))["state"] is ObligationState.EXPECTED
    await goes_out(office)
    reply = await typed_words(office, binh)
    assert reply is not None
    assert "Đã ghi nhận" in read(reply)


async def test_withdrawing_asks_why_shows_what_follows_and_wants_to_be_confirmed(
    office: Office, cast: Cast
) -> None:
    about = await published(office, cast)
    await goes_out(office)
    mai = await opened(office, cast, "Mai", about)
    lan = Chat(office, cast, "Lan")
    await lan.command("thuhoi")
    await lan.press(Act.MANAGE)
    assert "Vì sao thu hồi?" in await lan.press(Act.TAKE_OUT)
    said = await lan.say("Ghi nhầm ngày họp.")
    assert "THU HỒI VĂN BẢN NÀY?" in said
    assert "Lý do: Ghi nhầm ngày họp" in said
    assert "Sẽ báo cho 14 người đã nhận." in said
    assert not await owed(office, Purpose.PUBLICATION_CHANGE)
    # What changes nothing stands first.
    assert [one.act for one in buttons(lan.at_hand)] == [Act.MANAGE, Act.TAKE_OUT_CONFIRMED]
    said = await lan.press(Act.TAKE_OUT_CONFIRMED)
    assert "Đã thu hồi văn bản số 12-KH/ĐU. Đang báo cho 14 người đã nhận." in said
    said = await mai.press(Act.ACKNOWLEDGE)
    assert "⛔ Đã thu hồi lúc 08:00, 23/11: Ghi nhầm ngày họp" in said
    assert "Đã ghi nhận" not in said


async def test_what_takes_its_place_is_drafted_from_its_page_and_old_buttons_open_it(
    office: Office, cast: Cast
) -> None:
    about = await published(office, cast)
    await goes_out(office)
    mai = await opened(office, cast, "Mai", about)
    lan = Chat(office, cast, "Lan")
    await lan.command("thuhoi")
    await lan.press(Act.MANAGE)
    assert "Xin dán nội dung văn bản mới" in await lan.press(Act.REPLACE)
    said = await lan.say(DIRECTIVE.replace("12-KH", "15-KH"))
    assert "Khi phát hành sẽ thay thế văn bản số 12-KH/ĐU." in said
    await lan.press(Act.CHOOSE_AUDIENCE)
    await lan.press(Act.AUDIENCE_EVERYONE)
    # Another one may be chosen, or none; here it stays.
    assert "THAY THẾ VĂN BẢN NÀO?" in await lan.press(Act.REPLACES)
    await lan.press(Act.REPLACES, where=lambda one: one.argument == 2 * about + 1)
    await lan.press(Act.SUBMIT)
    minh = Chat(office, cast, "Minh")
    assert "Khi phát hành sẽ thay thế văn bản số 12-KH/ĐU." in await minh.command("duyet")
    await minh.press(Act.APPROVE_NOW)
    said = await mai.press(Act.ACKNOWLEDGE)
    assert "Số 15-KH/ĐU" in said
    assert (await asked(office, cast, about, "Mai"))["state"] is ObligationState.WITHDRAWN
    assert "Đã ghi nhận: 15-KH/ĐU" in await mai.press(Act.ACKNOWLEDGE)
