import pytest

from bot.channels.contract import OutcomeKind, PollingChannel
from bot.channels.telegram import TelegramChannel
from bot.messages.blocks import Bold, Folded, Message
from bot.messages.splitting import split
from storage.states import Reason
from tests.channels.messages import CARD, line
from tests.standins.telegram import ChatState, Person, TelegramServer


async def test_it_is_a_polling_channel(channel: TelegramChannel) -> None:
    as_contract: PollingChannel = channel
    assert as_contract.abilities.text_limit == 4096


async def test_a_card_arrives_with_its_fold_its_button_and_its_protection(
    channel: TelegramChannel, binh: Person
) -> None:
    outcome = await channel.send("1001", CARD)
    (shown,) = binh.chat
    assert outcome.kind is OutcomeKind.SENT
    assert outcome.message_id == str(shown.message_id)
    assert shown.text == "VĂN BẢN CHỈ ĐẠO\nÝ chính\nĐọc kế hoạch"
    assert [entity["type"] for entity in shown.entities] == ["bold", "bold", "expandable_blockquote"]
    assert (shown.buttons, shown.data) == ((("✅ Đã nắm",),), (("tok",),))
    assert shown.protected


async def test_a_public_message_is_not_protected(channel: TelegramChannel, binh: Person) -> None:
    await channel.send("1001", line("Công khai"))
    assert not binh.chat[0].protected


async def test_hostile_names_are_shown_and_not_obeyed(channel: TelegramChannel, binh: Person) -> None:
    hostile = '</b><script>alert(1)</script><a href="tg://user?id=1">'
    outcome = await channel.send("1001", Message(blocks=(Bold(hostile),)))
    assert outcome.kind is OutcomeKind.SENT
    assert binh.chat[0].text == hostile


async def test_an_edit_replaces_text_and_buttons(channel: TelegramChannel, binh: Person) -> None:
    sent = await channel.send("1001", CARD)
    edited = await channel.edit("1001", sent.message_id, line("Đã xác nhận"))
    (shown,) = binh.chat
    assert (edited.kind, edited.message_id) == (OutcomeKind.SENT, sent.message_id)
    assert (shown.text, shown.buttons) == ("Đã xác nhận", ())


async def test_an_edit_to_the_same_counts_as_sent(channel: TelegramChannel, binh: Person) -> None:
    sent = await channel.send("1001", CARD)
    edited = await channel.edit("1001", sent.message_id, CARD)
    assert (edited.kind, edited.message_id) == (OutcomeKind.SENT, sent.message_id)
    assert not binh.chat[0].edited


async def test_an_edit_of_a_message_that_is_gone_says_so(channel: TelegramChannel, binh: Person) -> None:
    outcome = await channel.edit("1001", "77", line("x"))
    assert (outcome.kind, outcome.reason) == (OutcomeKind.REFUSED, Reason.MESSAGE_GONE)


async def test_a_persons_own_message_cannot_be_edited(channel: TelegramChannel, binh: Person) -> None:
    binh.says("xin chào")
    outcome = await channel.edit("1001", str(binh.chat[0].message_id), line("x"))
    assert (outcome.kind, outcome.reason) == (OutcomeKind.REFUSED, Reason.MESSAGE_GONE)


STATES = [
    (ChatState.BLOCKED, Reason.BLOCKED),
    (ChatState.DEACTIVATED, Reason.DEACTIVATED),
    (ChatState.NEVER_STARTED, Reason.NEVER_STARTED),
    (ChatState.KICKED, Reason.GROUP_LEFT),
    (ChatState.KICKED_FROM_SUPERGROUP, Reason.GROUP_LEFT),
    (ChatState.NOT_A_MEMBER, Reason.GROUP_LEFT),
    (ChatState.DELETED, Reason.GROUP_LEFT),
    (ChatState.READ_ONLY, Reason.NO_RIGHT_TO_WRITE),
]


@pytest.mark.parametrize(("state", "reason"), STATES)
async def test_who_cannot_be_written_to_is_unreachable_with_the_reason(
    channel: TelegramChannel, server: TelegramServer, state: ChatState, reason: Reason
) -> None:
    server.group("Chi bộ 1", -500).becomes(state)
    outcome = await channel.send("-500", line("x"))
    assert (outcome.kind, outcome.reason) == (OutcomeKind.UNREACHABLE, reason)
    assert not server.accepted


@pytest.mark.parametrize("chat_id", ["404", "@nobody"])
async def test_a_chat_that_is_not_there_is_unreachable(channel: TelegramChannel, chat_id: str) -> None:
    outcome = await channel.send(chat_id, line("x"))
    assert (outcome.kind, outcome.reason) == (OutcomeKind.UNREACHABLE, Reason.CHAT_NOT_FOUND)


async def test_a_group_that_moved_names_its_new_id_and_is_reached_there(
    channel: TelegramChannel, server: TelegramServer
) -> None:
    moved = server.group("Chi bộ 1", -500).moves_to(-1009)
    outcome = await channel.send("-500", line("x"))
    assert (outcome.kind, outcome.chat_id) == (OutcomeKind.MOVED, "-1009")
    assert (await channel.send(outcome.chat_id, line("x"))).kind is OutcomeKind.SENT
    assert [shown.text for shown in moved.chat] == ["x"]


async def test_4096_units_pass_and_4097_do_not(channel: TelegramChannel, binh: Person) -> None:
    assert (await channel.send("1001", line("ộ" * 4094 + "📄"))).kind is OutcomeKind.SENT
    outcome = await channel.send("1001", line("ộ" * 4095 + "📄"))
    assert (outcome.kind, outcome.reason) == (OutcomeKind.REFUSED, Reason.CONTENT)
    assert len(binh.chat) == 1


async def test_every_part_of_a_split_text_is_taken(channel: TelegramChannel, binh: Person) -> None:
    text = "Chi bộ sinh hoạt đủ kỳ & đúng giờ <nghiêm túc>. " * 300
    message = Message(blocks=(Bold("KẾT QUẢ"), Folded("Toàn văn", text)))
    for part in split(message, limit=channel.abilities.text_limit, continued="(tiếp)"):
        assert (await channel.send("1001", part)).kind is OutcomeKind.SENT
    assert len(binh.chat) > 3


async def test_an_empty_text_is_a_fault_of_the_content(channel: TelegramChannel, binh: Person) -> None:
    outcome = await channel.send("1001", line(" "))
    assert (outcome.kind, outcome.reason) == (OutcomeKind.REFUSED, Reason.CONTENT)
