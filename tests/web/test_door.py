"""From a knock on the page to the commands, and what the conversation shows of it."""

import json
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot.inbox.handling import Knock
from handlers.web.door import WebDoor
from handlers.web.translate import pressed, said, sent_file
from storage.inbox import inbox
from storage.inbox.inbox import Arrived
from tests.cast import START
from tests.commands.saying import read
from tests.web.conftest import CARD, House, Page


@dataclass
class Arrivals:
    """Knocks as the inbox would hand them out."""

    house: House

    async def of(self, received: Any, *, refused_because: str = "") -> Knock:
        body = "" if refused_because else json.dumps(dict(received.body))
        arrived = Arrived(received.update_id, received.conversation, body, len(body), refused_because)
        now: datetime = START

        def store(connection: Any) -> int:
            inbox.store(connection, self.house.cast.connection_id, [arrived], now=now)
            number = inbox.number_of(connection, self.house.cast.connection_id, received.update_id)
            assert number is not None
            return number

        number = await self.house.office.database.transaction(store)
        return Knock(
            id=number,
            connection_id=self.house.cast.connection_id,
            update_id=received.update_id,
            conversation=received.conversation,
            body=body,
            failures=0,
            refused_because=refused_because,
            received_at=now,
        )


async def test_typed_words_are_shown_once_although_they_are_handled_twice(house: House, page: Page) -> None:
    knock = await Arrivals(house).of(said("chat-Bình", "/canlam\nxin chào"))
    door = WebDoor(house.office)
    first, second = await door.handle(knock), await door.handle(knock)
    assert first.address_id == second.address_id == house.cast.addresses["Bình"]
    assert await _mine(page, house, "Bình") == ["/canlam\nxin chào"]


async def test_a_press_is_answered_with_its_ids_and_shows_no_words(house: House, page: Page) -> None:
    number = await house.put("Bình", CARD)
    [row] = (await page.state(house.cast["Bình"]))["chat"]["messages"]
    update = pressed("chat-Bình", row["rows"][1][0]["token"], message_id=str(number))
    handled = await WebDoor(house.office).handle(await Arrivals(house).of(update))
    assert (handled.message_id, handled.press_id) == (str(number), update.update_id)
    assert handled.about == 1
    assert await _mine(page, house, "Bình") == []


async def test_a_number_presses_in_a_chat_without_buttons_and_is_shown(house: House, page: Page) -> None:
    await house.offer("Bình", CARD)
    update = said("chat-Bình", "27 toan van", plainly=True)
    handled = await WebDoor(house.office).handle(await Arrivals(house).of(update))
    assert (handled.about, handled.message_id) == (1, "")
    assert await _mine(page, house, "Bình") == ["27 toan van"]


async def test_a_number_that_was_offered_to_somebody_else_presses_nothing(house: House) -> None:
    await house.offer("Bình", CARD)
    update = said("chat-Mai", "27", plainly=True)
    handled = await WebDoor(house.office).handle(await Arrivals(house).of(update))
    assert handled.about is None


async def test_a_number_of_what_waits_for_nobody_is_said_to_be_so(house: House) -> None:
    await house.offer("Bình", CARD)
    update = said("chat-Bình", "27 ok", plainly=True)
    handled = await WebDoor(house.office).handle(await Arrivals(house).of(update))
    assert "27 không còn chờ xác nhận" in read(handled.reply)
    assert handled.reply.keeps_asking


async def test_a_number_that_stands_for_nothing_is_answered(house: House) -> None:
    await house.offer("Bình", CARD)
    update = said("chat-Bình", "28", plainly=True)
    handled = await WebDoor(house.office).handle(await Arrivals(house).of(update))
    assert "Không có việc nào mang số 28" in read(handled.reply)


async def test_a_command_needs_no_slash_in_a_chat_without_buttons(house: House) -> None:
    door, arrivals = WebDoor(house.office), Arrivals(house)
    plain = await door.handle(await arrivals.of(said("chat-Bình", "Cần làm", plainly=True)))
    assert "VIỆC CẦN" in read(plain.reply)
    other = await door.handle(await arrivals.of(said("chat-Bình", "Cần làm")))
    assert "VIỆC CẦN" not in read(other.reply)


async def test_a_number_stays_a_text_where_there_are_buttons(house: House) -> None:
    await house.offer("Bình", CARD)
    handled = await WebDoor(house.office).handle(await Arrivals(house).of(said("chat-Bình", "27 toàn văn")))
    assert handled.about is None


async def test_another_persons_button_is_not_believed(house: House, page: Page) -> None:
    await house.put("Bình", CARD)
    [row] = (await page.state(house.cast["Bình"]))["chat"]["messages"]
    update = pressed("chat-Mai", row["rows"][0][0]["token"], message_id=str(row["id"]))
    handled = await WebDoor(house.office).handle(await Arrivals(house).of(update))
    assert handled.about is None
    assert "không dùng được ở đây" in handled.reply.toast


async def test_a_file_is_shown_by_its_name(house: House, page: Page) -> None:
    update = await sent_file("chat-Bình", "ke-hoach.txt", "Kế hoạch".encode())
    await WebDoor(house.office).handle(await Arrivals(house).of(update))
    assert await _mine(page, house, "Bình") == ["📎 ke-hoach.txt"]


async def test_what_the_gate_refused_is_not_shown(house: House, page: Page) -> None:
    knock = await Arrivals(house).of(said("chat-Lan", "nội dung mật"), refused_because="mật")
    handled = await WebDoor(house.office).handle(knock)
    assert handled.reply.messages
    assert await _mine(page, house, "Lan") == ["(Nội dung này không được nhận và không được lưu.)"]


async def test_a_knock_whose_conversation_is_gone_answers_nobody(house: House) -> None:
    knock = await Arrivals(house).of(said("chat-Bình", "chào"))
    handled = await WebDoor(house.office).handle(replace(knock, conversation="chat-Ai"))
    assert handled.address_id is None


async def _mine(page: Page, house: House, given: str) -> list[str]:
    messages = (await page.state(house.cast[given]))["chat"]["messages"]
    return [message["text"] for message in messages if message["mine"]]
