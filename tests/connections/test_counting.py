"""What comes in, and what a knock costs, counted through the inbox and the desk."""

from typing import Any

import pytest

from bot.channels.contract import Received
from bot.inbox.handling import Desk, Handled, Knock
from bot.inbox.intake import take
from bot.messages.blocks import Line, Message
from bot.messages.receipts import is_only_receipt
from bot.messages.reply import Reply
from storage import tables
from storage.channels import usages
from storage.database import Connection
from storage.states import Purpose, Repeat
from tests.connections.bots import MONTH, Bots


async def came_in(bots: Bots, bot: str) -> int:
    def body(connection: Connection) -> int:
        return usages.of_month(connection, bots.ids[bot], MONTH).incoming

    return await bots.do(body)


def update(number: int) -> Received:
    return Received(f"u{number}", "zalo-1", {"text": "27"})


async def test_what_comes_in_is_counted_once_where_the_settings_say_so(bots: Bots) -> None:
    counting = bots.with_settings(counts_incoming=True)
    await take(counting.office, bots.ids["first"], [update(1), update(2)])
    await take(counting.office, bots.ids["first"], [update(2), update(3)])

    assert await came_in(bots, "first") == 3
    assert await came_in(bots, "second") == 0


async def test_it_is_not_counted_where_they_do_not(bots: Bots) -> None:
    await take(bots.office, bots.ids["first"], [update(1)])

    assert await came_in(bots, "first") == 0


async def test_the_web_inbox_is_never_counted(bots: Bots) -> None:
    counting = bots.with_settings(counts_incoming=True)
    await take(counting.office, bots.cast.connection_id, [update(1)])

    def rows(connection: Connection) -> list[Any]:
        return list(connection.execute(tables.usages.select()))

    assert await bots.do(rows) == []


@pytest.mark.parametrize("is_receipt", [True, False])
async def test_a_receipt_is_marked_as_what_goes_first_when_it_runs_short(
    bots: Bots, is_receipt: bool
) -> None:
    address_id = await bots.joined("Bình", "first")
    await take(bots.office, bots.ids["first"], [update(1)])

    async def handle(_knock: Knock) -> Handled:
        reply = Reply(messages=(Message((Line("Đã ghi nhận"),)),))
        return Handled(address_id, reply, is_receipt=is_receipt)

    async def toast(_knock: Knock, _press_id: str, _text: str) -> None:
        return None

    assert await Desk(bots.office, handle, toast).step("test")
    (row,) = await bots.owed(Purpose.REPLY)
    assert row.repeat is (Repeat.NEVER if is_receipt else Repeat.ONCE)


def test_an_answer_that_says_more_than_its_receipt_is_none() -> None:
    noted, more = Message((Line("Đã ghi nhận: 12"),)), Message((Line("Còn 2 việc"),))

    assert is_only_receipt(Reply(replaces=noted, receipt="Đã ghi nhận: 12"))
    assert not is_only_receipt(Reply(replaces=noted, messages=(more,), receipt="Đã ghi nhận: 12"))
    assert not is_only_receipt(Reply(messages=(noted,)))
