"""Two senders at once: each delivery goes out once, and the rate is theirs together."""

import asyncio
from collections import Counter
from datetime import timedelta
from functools import partial

from bot.delivery.preparing import Wire
from bot.delivery.sending import Sender
from bot.office import Office
from storage.database import Connection
from storage.delivery import deliveries
from storage.delivery.deliveries import NewDelivery
from storage.states import Purpose, Repeat
from tests.cast import Cast, add_address, clock_of
from tests.delivery.scripted import TABLE, ScriptedChannel

MANY = 60


def fill_the_queue(connection: Connection, *, office: Office, cast: Cast) -> None:
    for number in range(MANY):
        address_id = add_address(
            connection, cast.connection_id, chat_id=f"many-{number}", member_id=cast["Bình"]
        )
        deliveries.add(
            connection,
            NewDelivery(
                once_key=f"many:{number}",
                address_id=address_id,
                purpose=Purpose.CARD,
                due_at=office.clock.machine(),
                repeat=Repeat.ONCE,
                subject=number,
            ),
        )


async def test_two_senders_send_each_delivery_once(office: Office, cast: Cast) -> None:
    await office.database.transaction(partial(fill_the_queue, office=office, cast=cast))
    channel = ScriptedChannel()
    senders = [
        Sender(office, channel, Wire(cast.connection_id, 1000, channel.abilities, name, LEASE), TABLE)
        for name in ("one", "two")
    ]
    for _ in range(MANY):
        await asyncio.gather(*(sender.step() for sender in senders))
        await asyncio.gather(*(sender._finish() for sender in senders))
        clock_of(office).forward(seconds=0.003)
    assert Counter(channel.chats) == {f"many-{number}": 1 for number in range(MANY)}


async def test_two_senders_share_one_rate(office: Office, cast: Cast) -> None:
    await office.database.transaction(partial(fill_the_queue, office=office, cast=cast))
    channel = ScriptedChannel()
    senders = [
        Sender(office, channel, Wire(cast.connection_id, 30, channel.abilities, name, LEASE), TABLE)
        for name in ("one", "two")
    ]
    for _ in range(50):
        await asyncio.gather(*(sender.step() for sender in senders))
        await asyncio.gather(*(sender._finish() for sender in senders))
        clock_of(office).forward(seconds=0.02)
    assert 27 <= len(channel.sent) <= 33


LEASE = timedelta(seconds=120)
