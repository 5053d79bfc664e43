"""Files, contacts and ways out of Telegram: what the channel hands over beside text and buttons."""

import json

import pytest

from bot.channels.contract import Attached, OutcomeKind
from bot.channels.telegram import TelegramChannel
from bot.messages.acts import Act
from bot.messages.blocks import AskContact, Button, Buttons, File, Line, Link, Message
from bot.messages.splitting import split, utf16_length, visible_text
from storage.states import Reason
from tests.standins.telegram import Person, TelegramServer

SHEET = Attached("phiếu mời.pdf", "application/pdf", b"%PDF-1.7")
WITH_SHEET = Message((Line("Phiếu mời của Chi bộ 1"), File("phiếu mời.pdf", 1)))


async def test_a_file_goes_along_with_its_text(
    channel: TelegramChannel, server: TelegramServer, binh: Person
) -> None:
    outcome = await channel.send("1001", WITH_SHEET, attached=SHEET)
    (shown,) = binh.chat
    assert outcome.kind is OutcomeKind.SENT
    assert (shown.document, shown.text) == ("phiếu mời.pdf", "Phiếu mời của Chi bộ 1")


async def test_a_file_is_sent_again_by_the_id_that_telegram_gave(
    channel: TelegramChannel, server: TelegramServer, binh: Person
) -> None:
    first = await channel.send("1001", WITH_SHEET, attached=SHEET)
    assert first.file_id
    again = Attached("phiếu mời.pdf", "", platform_id=first.file_id)
    outcome = await channel.send("1001", WITH_SHEET, attached=again)
    assert (outcome.kind, outcome.file_id) == (OutcomeKind.SENT, first.file_id)
    assert [one.document for one in binh.chat] == ["phiếu mời.pdf", "phiếu mời.pdf"]
    assert len(server.state.files) == 1


async def test_an_id_that_telegram_does_not_know_is_told_from_other_refusals(
    channel: TelegramChannel, binh: Person
) -> None:
    unknown = Attached("phiếu mời.pdf", "", platform_id="BQACAgUAAxk")
    outcome = await channel.send("1001", WITH_SHEET, attached=unknown)
    assert (outcome.kind, outcome.reason) == (OutcomeKind.REFUSED, Reason.FILE_FORGOTTEN)


async def test_buttons_stand_under_a_file_too(channel: TelegramChannel, binh: Person) -> None:
    below = Buttons(((Button("Bỏ", Act.NEVER_MIND, token="tok"),),))
    await channel.send("1001", Message((*WITH_SHEET.blocks, below)), attached=SHEET)
    assert binh.chat[0].buttons == (("Bỏ",),)


async def test_an_empty_file_is_refused_with_the_reason(channel: TelegramChannel, binh: Person) -> None:
    outcome = await channel.send("1001", WITH_SHEET, attached=Attached("x.pdf", "application/pdf", b""))
    assert (outcome.kind, outcome.reason) == (OutcomeKind.REFUSED, Reason.CONTENT)


def test_the_text_beside_a_file_is_cut_where_telegram_cuts_it_and_the_file_goes_last() -> None:
    long = Message((Line("một câu dài. " * 150), File("x.pdf", 1)))
    parts = split(long, limit=4096, continued="(tiếp)")
    assert len(parts) > 1
    assert all(utf16_length(visible_text(part)) <= 1024 for part in parts)
    assert [any(isinstance(block, File) for block in part.blocks) for part in parts[:-1]] == [False] * (
        len(parts) - 1
    )
    assert isinstance(parts[-1].blocks[-1], File)


async def test_a_contact_is_asked_for_by_a_key_under_the_chat(
    channel: TelegramChannel, server: TelegramServer, binh: Person
) -> None:
    outcome = await channel.send("1001", Message((Line("Xin gửi số"), AskContact("📱 Gửi số của tôi"))))
    assert outcome.kind is OutcomeKind.SENT
    sent = [fields for name, fields in server.calls if name == "sendmessage"]
    [[key]] = json.loads(sent[-1]["reply_markup"])["keyboard"]
    assert (key["text"], key["request_contact"]) == ("📱 Gửi số của tôi", True)


async def test_a_link_that_is_to_be_pressed_is_a_button(channel: TelegramChannel, binh: Person) -> None:
    link = Link("Mở", "https://t.me/loa_thu_bot?start=vb1", as_button=True)
    await channel.send("1001", Message((Line("Văn bản mới"), link)))
    (shown,) = binh.chat
    assert (shown.text, shown.buttons) == ("Văn bản mới", (("Mở",),))


@pytest.mark.parametrize("url", ["javascript:alert(1)", "tg://user?id=1", "https://"])
async def test_a_link_to_anything_but_the_web_is_no_button(
    channel: TelegramChannel, binh: Person, url: str
) -> None:
    await channel.send("1001", Message((Line("Văn bản mới"), Link("Mở", url, as_button=True))))
    assert binh.chat[0].buttons == ()
