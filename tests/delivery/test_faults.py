"""Outages, faults and stops in the middle: what is owed stays owed, and nobody waits for ever."""

import asyncio
import logging
from collections import Counter
from functools import partial

import pytest
import sqlalchemy as sa

from bot.channels.contract import Attached, Outcome, OutcomeKind
from bot.clock import OfficeClock
from bot.delivery.rescuing import rescue, sweep
from bot.logs import redact
from bot.messages.blocks import Line, Message
from bot.office import Office
from storage import tables
from storage.database import Connection
from storage.delivery import renewals
from storage.delivery.claims import Claimed
from storage.delivery.deliveries import NewDelivery
from storage.rows import insert_row
from storage.states import DeliveryState, Lane, Purpose, Reason, Repeat, Rhythm
from tests.cast import KEY, START, Cast, clock_of
from tests.delivery.scripted import TABLE, ScriptedChannel, compose_plainly, drain, owe, say, sender

UNCLEAR = Outcome(OutcomeKind.MAYBE, reason=Reason.PLATFORM_FAULT, status=502)


def cards(office: Office, cast: Cast, *, repeat: Repeat = Repeat.ONCE) -> list[NewDelivery]:
    return [
        NewDelivery(
            once_key=f"card:{given}",
            address_id=address_id,
            purpose=Purpose.CARD,
            due_at=office.clock.machine(),
            repeat=repeat,
            subject=1,
        )
        for given, address_id in cast.addresses.items()
    ]


async def states(office: Office) -> Counter[DeliveryState]:
    def body(connection: Connection) -> list[DeliveryState]:
        return list(connection.execute(sa.select(tables.deliveries.c.state)).scalars())

    return Counter(await office.database.read(body))


async def test_an_outage_of_the_platform_does_not_use_up_the_broadcast(office: Office, cast: Cast) -> None:
    channel = ScriptedChannel()
    channel.script.extend([UNCLEAR] * 200)
    await owe(office, *cards(office, cast, repeat=Repeat.NEVER))
    one = sender(office, cast, channel)
    for _ in range(60):
        await drain(one)
        clock_of(office).forward(seconds=1)
    tried = len(channel.sent)
    assert tried <= 9
    channel.script.clear()
    for _ in range(700):
        await drain(one)
        clock_of(office).forward(seconds=1)
    found = await states(office)
    assert found[DeliveryState.UNKNOWN] == tried
    assert found[DeliveryState.SENT] == len(cast.addresses) - tried


async def test_a_stop_in_the_middle_of_taking_leaves_nothing_in_doubt(office: Office, cast: Cast) -> None:
    channel = ScriptedChannel()
    await owe(office, *cards(office, cast, repeat=Repeat.NEVER)[:3])
    one = sender(office, cast, channel)
    running = asyncio.create_task(one.run())
    await asyncio.sleep(0)
    one.end()
    await running
    assert await rescue(office, alone=True) == 0
    found = await states(office)
    assert found[DeliveryState.SENT] == len(channel.sent)
    assert found[DeliveryState.SENT] + found[DeliveryState.QUEUED] == 3


@pytest.mark.parametrize("fault", ["content", "composer", "question"])
async def test_one_bad_row_does_not_stop_those_behind_it(office: Office, cast: Cast, fault: str) -> None:
    def broken(connection: Connection, own: Office, row: Claimed) -> Message:
        if row.once_key == "card:Thuận" and fault == "composer":
            return say("\ud800")
        if row.once_key == "card:Thuận" and fault == "question":
            connection.execute(sa.text("SELECT nothing FROM nowhere"))
        return compose_plainly(connection, own, row)

    channel = ScriptedChannel()
    first, *others = cards(office, cast)
    if fault == "content":
        first = NewDelivery(**{**first.__dict__, "content": '{"blocks": [{"block": "of another version"}]}'})
    await owe(office, first, *others)
    one = sender(office, cast, channel, table={**TABLE, Purpose.CARD: broken})
    for _ in range(8):
        await drain(one)
        clock_of(office).forward(seconds=1)
    found = await states(office)
    assert found == {DeliveryState.FAILED: 1, DeliveryState.SENT: len(others)}


async def test_a_count_that_changes_while_its_card_is_being_sent_is_not_lost(
    office: Office, cast: Cast
) -> None:
    text = {"now": "5"}
    channel = ScriptedChannel()

    def progress(_connection: Connection, _office: Office, _row: Claimed) -> Message:
        return Message((Line(text["now"]),))

    row = NewDelivery(
        once_key="progress",
        address_id=cast.addresses["Thuận"],
        purpose=Purpose.PROGRESS,
        due_at=office.clock.machine(),
    )
    await owe(office, row)
    one = sender(office, cast, channel, table={**TABLE, Purpose.PROGRESS: progress})
    await one.step()
    text["now"] = "6"
    renew = partial(renewals.progress, publication_ids=[1], now=office.clock.machine())
    await office.database.transaction(renew)
    for _ in range(4):
        await drain(one)
        clock_of(office).forward(seconds=2)
    assert [str(message.blocks) for _, _, message in channel.edited] == [str((Line("6"),))]
    assert (await states(office))[DeliveryState.SENT] == 1


async def test_answers_find_room_while_a_broadcast_is_slow(office: Office, cast: Cast) -> None:
    held, answered = asyncio.Event(), asyncio.Event()

    class Slow(ScriptedChannel):
        async def send(
            self, chat_id: str, message: Message, *, once: str = "", attached: Attached | None = None
        ) -> Outcome:
            if once.startswith("card:"):
                await held.wait()
            else:
                answered.set()
            return await super().send(chat_id, message, once=once, attached=attached)

    channel = Slow()
    await owe(office, *cards(office, cast))
    one = sender(office, cast, channel, in_flight=4)
    for _ in range(5):
        await one.step()
        await asyncio.sleep(0)
        clock_of(office).forward(seconds=1)
    answer = cards(office, cast)[-1]
    await owe(office, NewDelivery(**{**answer.__dict__, "once_key": "knock:1:1", "lane": Lane.REPLY}))
    await one.step()
    async with asyncio.timeout(5):
        await answered.wait()
    assert len(channel.sent) == 1
    held.set()
    await one._finish()


async def test_the_rate_is_reached_on_a_quick_platform(office: Office, cast: Cast) -> None:
    clock = OfficeClock(START - OfficeClock().machine())
    lively = Office(database=office.database, clock=clock, settings=office.settings, key=KEY)
    rows = cards(lively, cast)
    await owe(lively, *rows)
    channel = ScriptedChannel()
    one = sender(lively, cast, channel, per_second=60, paced=False)
    looks = 0
    running = asyncio.create_task(one.run())
    async with asyncio.timeout(20):
        while len(channel.sent) < len(rows):
            looks += 1
            await asyncio.sleep(0.01)
    one.end()
    await running
    # With half a second's sleep between threes it would be over 200 looks of a hundredth.
    assert looks < 150


async def test_what_is_wrong_with_a_statement_is_logged_without_its_values(
    office: Office, cast: Cast, caplog: pytest.LogCaptureFixture
) -> None:
    def body(connection: Connection) -> None:
        values = {
            "name": "Nguyễn Văn Bình hỏi riêng",
            "position": None,
            "mandatory": False,
            "on_by_default": True,
            "rhythm": Rhythm.AT_ONCE,
            "locked_because": "",
        }
        insert_row(connection, tables.topics, values)

    try:
        await office.database.transaction(body)
    except sa.exc.IntegrityError:
        logging.getLogger("tests").exception("a fault")
    assert "a fault" in caplog.text
    assert "Nguyễn Văn Bình" not in redact(caplog.text)
    assert cast.connection_id


async def test_the_web_inbox_is_never_in_doubt(office: Office, cast: Cast) -> None:
    await owe(office, *cards(office, cast, repeat=Repeat.NEVER)[:1])
    one = sender(office, cast, ScriptedChannel())
    await office.database.transaction(
        lambda connection: connection.execute(
            tables.deliveries.update().values(
                state=DeliveryState.SENDING, attempt_number=1, worker="gone", lease_until=START
            )
        )
    )
    await rescue(office, alone=True)
    clock_of(office).forward(seconds=10)
    await sweep(office)
    await drain(one)
    assert (await states(office)) == {DeliveryState.SENT: 1}
