"""What comes in besides words that can be read, and what comes twice."""

import asyncio
import json
from typing import Any

import pytest
import sqlalchemy as sa

from bot.inbox.handling import Handled, Knock
from bot.messages.blocks import Line
from handlers.zalo.door import ZaloDoor
from storage import tables
from storage.database import Connection
from storage.states import DeliveryState, InboxState, Purpose, Reason
from tests.flows.test_zalo import publishes
from tests.flows.zalo_house import ZaloHouse, number_of


async def rows(house: ZaloHouse, query: sa.Select[Any]) -> list[Any]:
    def body(connection: Connection) -> list[Any]:
        return list(connection.execute(query))

    return await house.office.database.read(body)


def said_in(handled: Handled) -> str:
    return "\n".join(
        block.text for one in handled.reply.messages for block in one.blocks if isinstance(block, Line)
    )


EVENT = {
    "from": {"id": "a1b2c3", "display_name": "Ai đó", "is_bot": False},
    "chat": {"id": "a1b2c3", "chat_type": "PRIVATE"},
    "text": "cần làm",
    "message_id": "m1",
    "date": 1750316131602,
}


TEXT = "message.text.received"


def in_text(**changed: object) -> dict[str, Any]:
    return {"event_name": TEXT, "message": {**EVENT, **changed}}


async def told_after(house: ZaloHouse, event: dict[str, Any]) -> list[str]:
    """What the person got for it, before the answer to a plain message that follows it."""
    person = house.server.person("Ai đó", "a1b2c3")
    person.joins()
    house.server.pushes(event)
    house.server.pushes(in_text(message_id="m2"))
    for _ in range(1000):
        fetched = await rows(house, sa.select(tables.inbox.c.update_id))
        if any(row.update_id.endswith(":m2") for row in fetched):
            break
        await asyncio.sleep(0.01)
    await person.receives("Kính chào")
    await house.settles()
    states = await rows(house, sa.select(tables.inbox.c.state, tables.inbox.c.body))
    assert {(row.state, row.body) for row in states} == {(InboxState.DONE, "")}
    return [one.text for one in person.got[:-1]]


@pytest.mark.parametrize(
    "event",
    [
        {"event_name": TEXT},
        in_text(**{"from": {"id": "a1b2c3", "is_bot": True}}),
        in_text(chat={"id": None, "chat_type": "GROUP"}),
        in_text(chat={"id": "g", "chat_type": "GROUP"}, text={"deep": [1, 2]}),
        {"event_name": "group.bot.add", "message": {**EVENT, "chat": {"id": "g", "chat_type": "GROUP"}}},
        {"event_name": "user.follow", "message": EVENT},
    ],
)
@pytest.mark.timeout(60)
async def test_an_event_in_which_nobody_says_anything_to_loa_is_closed_and_holds_nothing_up(
    house: ZaloHouse, event: dict[str, Any]
) -> None:
    assert await told_after(house, event) == []


@pytest.mark.parametrize(
    "event",
    [
        in_text(chat={"id": ""}),
        in_text(**{"from": None}),
        in_text(text={"deep": [1, 2]}),
        in_text(text=None),
        in_text(text=" \n "),
        {"message": {**EVENT, "text": None}},
        {"event_name": "message.location.received", "message": EVENT},
    ],
)
@pytest.mark.timeout(60)
async def test_whose_words_were_lost_on_the_way_is_told_so(house: ZaloHouse, event: dict[str, Any]) -> None:
    (hint,) = await told_after(house, event)
    assert "xin liên hệ văn phòng" in hint


@pytest.mark.parametrize(
    "event",
    [
        in_text(**{"from": {"id": "a1b2c3", "display_name": None, "is_bot": None}}),
        in_text(**{"from": {"id": "a1b2c3", "display_name": ["x"], "is_bot": "maybe"}}),
        in_text(chat={"id": "a1b2c3", "chat_type": None}),
        in_text(chat={"id": "a1b2c3", "chat_type": ["PRIVATE"]}),
        in_text(message_id=None, date="x"),
        in_text(text="cần làm \0"),
        {"message": EVENT},
        {"event_name": 7, "message": EVENT},
        {"event_name": None, "message": EVENT},
    ],
)
@pytest.mark.timeout(60)
async def test_a_field_that_nobody_needs_costs_no_words(house: ZaloHouse, event: dict[str, Any]) -> None:
    (answer,) = await told_after(house, event)
    assert "Kính chào" in answer


@pytest.mark.timeout(60)
async def test_half_a_letter_is_cleaned_and_the_words_are_read(house: ZaloHouse) -> None:
    person = house.server.person("Ai đó", "a1b2c3")
    person.joins()
    text = '{"event_name": "message.text.received", "message": {"from": {"id": "a1b2c3"}, '
    text += '"chat": {"id": "a1b2c3"}, "message_id": "h", "text": "xin ch\\u00e0o \\ud83d\\u0000"}}'
    house.server.answers(200, status=200, methods=frozenset({"getUpdates"}), body=text.encode())
    await person.receives("Kính chào")


@pytest.mark.timeout(60)
async def test_a_replay_is_one_and_the_same_id_in_another_chat_is_another(house: ZaloHouse) -> None:
    first, second = house.server.person("Ai đó", "a1b2c3"), house.server.person("Ai kia", "d4e5f6")
    for one in (first, second):
        one.joins()
    other = {"from": {"id": "d4e5f6"}, "chat": {"id": "d4e5f6"}}
    for event in (in_text(), in_text(), in_text(**other), in_text(**other)):
        house.server.pushes(event)
    await first.receives("Kính chào")
    await second.receives("Kính chào")
    await house.settles()
    assert (len(first.got), len(second.got)) == (1, 1)


@pytest.mark.timeout(60)
async def test_ids_that_are_numbers_and_fields_that_nobody_knows_are_read_all_the_same(
    house: ZaloHouse,
) -> None:
    person = house.server.person("Ai đó", "77")
    person.joins()
    message = {
        **EVENT,
        "from": {"id": 77, "display_name": "Ai đó", "new": [1]},
        "chat": {"id": 77},
        "message_id": 8,
    }
    house.server.pushes({"event_name": "message.text.received", "message": message, "extra": True})
    await person.receives("Kính chào")


def knock_of(house: ZaloHouse, number: int, chat_id: str, text: str) -> Knock:
    chat = {"id": chat_id, "chat_type": "PRIVATE"}
    body = {
        "event_name": "message.text.received",
        "message": {**EVENT, "from": chat, "chat": chat, "text": text},
    }
    return Knock(
        id=number,
        connection_id=house.lines["main"].connection_id,
        update_id=str(number),
        conversation=chat_id,
        body=json.dumps(body),
        failures=0,
        refused_because="",
        received_at=house.office.clock.machine(),
    )


@pytest.mark.timeout(120)
async def test_a_question_behind_a_number_survives_a_kill_between_its_two_steps(house: ZaloHouse) -> None:
    binh, hoa = [await house.joins(one) for one in ("Bình", "Hòa")]
    await publishes(house)
    number = number_of("Hỏi lại", await binh.receives("Số 11-KH/ĐU"))
    binh.says("cần làm")
    await house.settles()
    (last,) = await rows(house, sa.select(sa.func.max(tables.inbox.c.id)))
    door = ZaloDoor(house.office, house.lines["main"].channel)
    # Handled, and killed before it was closed; then handled again.
    knock = knock_of(house, last[0], binh.id, f"{number} Nộp ở đâu ạ?")
    first = await door.handle(knock)
    second = await door.handle(knock)
    assert said_in(first) == said_in(second)
    assert "Nộp ở đâu" not in said_in(first)
    assert len(await rows(house, sa.select(tables.questions.c.id))) == 1
    await hoa.receives("Nộp ở đâu ạ?")


@pytest.mark.timeout(120)
async def test_a_question_that_is_refused_can_be_said_again_without_its_number(house: ZaloHouse) -> None:
    binh, hoa = [await house.joins(one) for one in ("Bình", "Hòa")]
    await publishes(house)
    card = await binh.receives("Số 11-KH/ĐU")
    binh.says(f"{number_of('Hỏi lại', card)} {'rất dài ' * 200}?")
    await house.settles()
    assert "dài" in binh.got[-1].text
    binh.says("Nộp ở đâu ạ?")
    await hoa.receives("Nộp ở đâu ạ?")


@pytest.mark.timeout(120)
async def test_a_typed_number_proves_that_the_card_arrived(house: ZaloHouse) -> None:
    binh = await house.joins("Bình")
    await publishes_losing_the_answer(house, binh.id)
    card = await binh.receives("Số 11-KH/ĐU")
    binh.says(number_of("Đã nắm", card))
    await binh.receives("Đã ghi nhận")
    await house.settles()
    table = tables.deliveries
    query = sa.select(table.c.state, table.c.reason).where(
        table.c.purpose == Purpose.CARD, table.c.member_id == house.cast["Bình"]
    )
    assert [tuple(row) for row in await rows(house, query)] == [(DeliveryState.SENT, Reason.TOLD_BY_TAP)]


async def publishes_losing_the_answer(house: ZaloHouse, chat_id: str) -> None:
    for given in ("Lan", "Minh"):
        await house.joins(given)
    house.server.drops_reply(chat_id)
    await publishes(house)
