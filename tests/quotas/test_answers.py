"""The very end of a month is for answers to people; an answer of several parts goes whole or is cut."""

from dataclasses import replace
from typing import Any

from bot.messages.blocks import to_json
from bot.messages.splitting import visible_text
from bot.texts import delivering
from storage.states import DeliveryState, Lane, Purpose, Reason, Repeat
from tests.cast import clock_of
from tests.delivery.scripted import say
from tests.quotas.bots import Bots


def answer(text: str = "Đây") -> dict[str, Any]:
    return {
        "purpose": Purpose.REPLY,
        "lane": Lane.REPLY,
        "repeat": Repeat.ONCE,
        "content": to_json(say(text)),
    }


def said(bots: Bots) -> list[str]:
    return [visible_text(message) for _, message in bots.channel.sent]


async def test_a_directive_leaves_the_last_messages_and_answers_take_them(bots: Bots) -> None:
    kept = bots.richer(kept_for_answers=20)
    await kept.has_used(7)
    await kept.owes("card:1", "card:2")
    assert len(await kept.sends()) == 1

    await kept.owes("knock:1:1", given="Mai", **answer())
    await kept.owes("draft:1", given="An", purpose=Purpose.APPROVAL)
    assert sorted(await kept.sends()) == ["zalo-An", "zalo-Mai"]
    await kept.owes("knock:2:1", given="Mai", **answer())
    assert await kept.sends() == []


async def test_what_is_kept_for_answers_is_no_more_than_what_is_kept(bots: Bots) -> None:
    none = bots.richer(kept_for_answers=50, kept_for_compulsory=0)
    await none.has_used(9)
    await none.owes("card")

    assert await none.sends() == ["zalo-Bình"]


async def test_out_of_them_a_person_gets_three_answers_a_day_and_reads_so_in_the_last(bots: Bots) -> None:
    kept = bots.richer(kept_for_answers=100, kept_for_compulsory=100)
    for number in range(5):
        await kept.owes(f"knock:{number}:1", **answer())
        await kept.sends()

    assert [delivering.LAST_ANSWER in one for one in said(kept)] == [False, False, True]
    await kept.owes("knock:9:1", given="Mai", **answer())
    assert await kept.sends() == ["zalo-Mai"]
    clock_of(kept.office).forward(days=1)
    await kept.owes("knock:10:1", **answer())
    assert await kept.sends() == ["zalo-Bình"]


async def test_an_answer_of_several_parts_is_cut_where_not_all_of_them_fit(bots: Bots) -> None:
    short = bots.channel
    short.abilities = replace(short.abilities, text_limit=400)
    await bots.has_used(9)
    await bots.owes("knock:1:1", **answer("Danh mục văn bản. " * 60))

    assert len(await bots.sends()) == 1
    (text,) = said(bots)
    assert text.endswith(delivering.CUT)
    assert len(await bots.rows()) == 1


async def test_while_its_parts_are_on_their_way_nothing_else_takes_their_room(bots: Bots) -> None:
    short = bots.channel
    short.abilities = replace(short.abilities, text_limit=400)
    await bots.has_used(7)
    await bots.owes("knock:1:1", **answer("Danh mục văn bản. " * 60))
    await bots.sender().step()
    parts = len(await bots.rows())
    assert parts == 3
    await bots.owes("knock:2:1", given="Mai", **answer())
    await bots.owes("card", given="An")
    await bots.sends()

    states = [(row.state, row.reason) for row in await bots.rows()]
    assert states[:parts] == [(DeliveryState.SENT, None)] * parts
    assert states[parts:] == [(DeliveryState.SKIPPED, Reason.QUOTA), (DeliveryState.QUEUED, Reason.QUOTA)]
