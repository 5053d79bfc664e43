"""What a poll brought is stored whatever happens: a platform without an offset never brings it again."""

import asyncio
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
import sqlalchemy as sa

from bot.channels.contract import Polled, Received, Unavailable
from bot.inbox import intake
from bot.inbox.handling import Handled, Knock
from bot.messages.reply import Reply
from bot.office import Office
from bot.runtime import polling, running
from bot.runtime.polling import Poller
from bot.runtime.running import Plugged, Runtime
from storage import tables
from storage.channels import connections
from storage.database import Connection
from storage.states import Reason
from tests.cast import Cast
from tests.delivery.scripted import ScriptedChannel


@dataclass
class Once(ScriptedChannel):
    """Brings each event once, like a platform without an offset; then nothing for ever."""

    brings: list[str] = field(default_factory=list)
    waits: asyncio.Event = field(default_factory=asyncio.Event)
    asked: int = 0

    async def poll(self, offset: int | None, *, wait: timedelta) -> Polled:
        self.asked += 1
        if self.brings:
            return Polled((Received(self.brings.pop(0), "chat-Bình", {"text": "27"}),))
        self.waits.set()
        await asyncio.Event().wait()
        return Polled()


async def leads() -> bool:
    return True


async def stored(office: Office) -> list[str]:
    def body(connection: Connection) -> list[str]:
        return list(connection.execute(sa.select(tables.inbox.c.update_id)).scalars())

    return await office.database.read(body)


def at_work(office: Office, cast: Cast, channel: Once) -> Runtime:
    async def handle(_knock: Knock) -> Handled:
        return Handled(None, Reply())

    plugged = Plugged(cast.connection_id, channel, polls=channel)
    return Runtime(office, {cast.connection_id: plugged}, handle, alone=False)


async def test_told_to_end_in_the_middle_it_stores_first_and_asks_no_more(
    office: Office, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, may_go_on = asyncio.Event(), asyncio.Event()

    async def take(*arguments: Any, **named: Any) -> int:
        begun.set()
        await may_go_on.wait()
        return await intake.take(*arguments, **named)

    monkeypatch.setattr(polling, "take", take)
    channel = Once(brings=["a", "b"])
    poller = Poller(office, channel, cast.connection_id, leads)
    work = asyncio.create_task(poller.run())
    await begun.wait()
    poller.end()
    may_go_on.set()
    await work
    assert await stored(office) == ["a"]
    assert channel.asked == 1


async def test_told_to_end_while_nothing_comes_it_does_not_wait_for_the_platform(
    office: Office, cast: Cast
) -> None:
    channel = Once()
    poller = Poller(office, channel, cast.connection_id, leads)
    work = asyncio.create_task(poller.run())
    await channel.waits.wait()
    poller.end()
    await work
    assert await stored(office) == []


async def test_what_comes_at_the_moment_of_the_end_is_stored(office: Office, cast: Cast) -> None:
    class Late(Once):
        async def poll(self, offset: int | None, *, wait: timedelta) -> Polled:
            self.waits.set()
            try:
                await asyncio.Event().wait()
            except asyncio.CancelledError:
                # The answer was there already when the call was to be given up.
                return Polled((Received("late", "chat-Bình", {"text": "27"}),))
            return Polled()

    channel = Late()
    poller = Poller(office, channel, cast.connection_id, leads)
    work = asyncio.create_task(poller.run())
    await channel.waits.wait()
    poller.end()
    await work
    assert await stored(office) == ["late"]


async def test_a_fault_of_the_database_costs_nothing_and_nothing_is_asked_before_it_is_stored(
    office: Office, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    channel = Once(brings=["a", "b"])
    asked_at_faults: list[int] = []

    async def take(*arguments: Any, **named: Any) -> int:
        if len(asked_at_faults) < 2:
            asked_at_faults.append(channel.asked)
            raise OSError("the database is away")
        return await intake.take(*arguments, **named)

    monkeypatch.setattr(polling, "take", take)
    monkeypatch.setattr(running, "after_not_sent", lambda _failures, *, chance: timedelta())
    house = at_work(office, cast, channel)
    await house.start()
    await channel.waits.wait()
    await house.stop()
    assert asked_at_faults == [1, 1]
    assert await stored(office) == ["a", "b"]


async def test_one_that_rests_after_a_fault_stores_when_all_is_stopped(
    office: Office, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    channel = Once(brings=["a"])
    failed = asyncio.Event()

    async def take(*arguments: Any, **named: Any) -> int:
        if not failed.is_set():
            failed.set()
            raise OSError("the database is away")
        return await intake.take(*arguments, **named)

    monkeypatch.setattr(polling, "take", take)
    monkeypatch.setattr(running, "after_not_sent", lambda _failures, *, chance: timedelta(hours=1))
    sending = office.settings.sending.model_copy(update={"lease_after": timedelta()})
    hasty = replace(office, settings=office.settings.model_copy(update={"sending": sending}))
    house = at_work(hasty, cast, channel)
    await house.start()
    await failed.wait()
    await house.stop()
    assert await stored(office) == ["a"]


async def test_a_refused_token_ends_the_polling_and_is_noted(office: Office, cast: Cast) -> None:
    class Refused(Once):
        async def poll(self, offset: int | None, *, wait: timedelta) -> Polled:
            self.asked += 1
            raise Unavailable(Reason.TOKEN)

    channel = Refused()
    await Poller(office, channel, cast.connection_id, leads).run()
    assert channel.asked == 1
    line = await office.database.read(partial(connections.line, connection_id=cast.connection_id))
    assert line.stopped_reason == Reason.TOKEN


async def test_only_the_process_that_leads_polls(
    office: Office, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(polling, "_NOT_LEADING", timedelta())
    channel = Once(brings=["a"])
    asked: list[int] = []

    async def follows() -> bool:
        asked.append(channel.asked)
        if len(asked) == 3:
            poller.end()
        return False

    poller = Poller(office, channel, cast.connection_id, follows)
    await poller.run()
    assert asked == [0, 0, 0]
    assert channel.asked == 0
