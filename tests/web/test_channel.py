"""The web inbox as a channel: a send is one commit."""

import asyncio

from bot.channels.contract import OutcomeKind
from bot.messages.blocks import Line, Message
from bot.states import Reason
from storage import tables
from tests.web.conftest import CARD, House, Page, count


async def test_a_message_is_put_into_the_conversation(house: House, page: Page) -> None:
    outcome = await house.channel.send("chat-Bình", Message((Line("Chào đồng chí"),)), once="a")
    assert outcome.kind is OutcomeKind.SENT
    [message] = (await page.state(house.cast["Bình"]))["chat"]["messages"]
    assert str(message["id"]) == outcome.message_id
    assert (await page.state(house.cast["Mai"]))["chat"]["messages"] == []


async def test_the_same_delivery_is_put_there_once_even_when_sent_twice_at_once(house: House) -> None:
    outcomes = await asyncio.gather(
        *(house.channel.send("chat-Bình", CARD, once="pub:1:v1:m1:card") for _ in range(4))
    )
    assert len({outcome.message_id for outcome in outcomes}) == 1
    assert await count(house.office, tables.web_messages) == 1


async def test_deliveries_without_a_name_are_put_there_each_time(house: House) -> None:
    for _ in range(2):
        await house.channel.send("chat-Bình", CARD)
    assert await count(house.office, tables.web_messages) == 2


async def test_a_message_is_replaced_and_says_so(house: House, page: Page) -> None:
    sent = await house.channel.send("chat-Bình", CARD, once="a")
    edited = await house.channel.edit("chat-Bình", sent.message_id, Message((Line("Đã xác nhận"),)))
    assert (edited.kind, edited.message_id) == (OutcomeKind.SENT, sent.message_id)
    [message] = (await page.state(house.cast["Bình"]))["chat"]["messages"]
    assert message["edited"]
    assert message["parts"] == [{"part": "line", "text": "Đã xác nhận"}]


async def test_a_message_of_another_conversation_is_not_replaced(house: House) -> None:
    sent = await house.channel.send("chat-Bình", CARD, once="a")
    for chat_id, message_id in (
        ("chat-Mai", sent.message_id),
        ("chat-Bình", "999999"),
        ("chat-Bình", "x"),
    ):
        outcome = await house.channel.edit(chat_id, message_id, CARD)
        assert (outcome.kind, outcome.reason) == (OutcomeKind.REFUSED, Reason.MESSAGE_GONE)


async def test_an_unknown_conversation_cannot_be_written_to(house: House) -> None:
    for outcome in (
        await house.channel.send("chat-Ai", CARD, once="a"),
        await house.channel.edit("chat-Ai", "1", CARD),
    ):
        assert (outcome.kind, outcome.reason) == (OutcomeKind.UNREACHABLE, Reason.CHAT_NOT_FOUND)


async def test_a_toast_is_shown_once(house: House) -> None:
    await house.channel.toast("press", "Đã ghi nhận")
    assert house.channel.take_toast("press") == "Đã ghi nhận"
    assert house.channel.take_toast("press") == ""
    assert house.channel.take_toast("another") == ""


async def test_old_toasts_make_room(house: House) -> None:
    for number in range(300):
        await house.channel.toast(str(number), "x")
    assert house.channel.take_toast("0") == ""
    assert house.channel.take_toast("299") == "x"


async def test_it_is_healthy_while_its_database_is(house: House) -> None:
    assert (await house.channel.check()).reachable
    assert house.channel.abilities.text_limit == 4096
