"""How an outage is noticed without sending: by what a poll says, and by asking while anything fails."""

import asyncio
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial

import pytest

from bot.channels.contract import Health, Polled, Unavailable
from bot.delivery import health
from bot.runtime.polling import Poller
from bot.runtime.watching import Watch
from storage.channels import connections
from storage.states import Reason
from tests.delivery.scripted import ScriptedChannel
from tests.ladder.house import TELEGRAM, ZALO, House


@dataclass
class Asked(ScriptedChannel):
    """Answers checks as the test says, and counts them."""

    reachable: bool = True
    checks: int = 0

    async def check(self) -> Health:
        self.checks += 1
        return Health(reachable=self.reachable, name="@bot", detail="")


@dataclass
class Polls(ScriptedChannel):
    """Brings what the test says, one after the other; then nothing for ever."""

    brings: list[Reason | None] = field(default_factory=list)
    done: asyncio.Event = field(default_factory=asyncio.Event)

    async def poll(self, offset: int | None, *, wait: timedelta) -> Polled:
        if not self.brings:
            self.done.set()
            await asyncio.Event().wait()
        failed = self.brings.pop(0)
        if failed is not None:
            raise Unavailable(failed, retry_after=timedelta(milliseconds=1))
        return Polled()


async def leads() -> bool:
    return True


def watch(house: House, channel: Asked, name: str = TELEGRAM) -> Watch:
    return Watch(house.office, channel, house.lines[name], leads)


async def polled(house: House, *brings: Reason | None) -> None:
    channel = Polls(brings=list(brings))
    poller = Poller(house.office, channel, house.lines[TELEGRAM], leads)
    running = asyncio.create_task(poller.run())
    ended = asyncio.create_task(channel.done.wait())
    await asyncio.wait({running, ended}, return_when=asyncio.FIRST_COMPLETED)
    if running.done():
        running.result()
    for one in (running, ended):
        one.cancel()
    await asyncio.wait({running, ended})


async def test_while_all_is_well_nobody_is_asked(house: House) -> None:
    channel = Asked()
    await watch(house, channel).step()
    assert channel.checks == 0


async def test_one_that_fails_is_asked_until_it_answers(house: House) -> None:
    await house.fails(TELEGRAM, for_=timedelta(minutes=1))
    since = (await house.line(TELEGRAM)).failing_since
    channel = Asked(reachable=False)
    await watch(house, channel).step()
    assert (await house.line(TELEGRAM)).failing_since == since
    channel.reachable = True
    await watch(house, channel).step()
    line = await house.line(TELEGRAM)
    assert (line.failing_since, line.good_since) == (None, house.office.clock.machine())
    await watch(house, channel).step()
    assert channel.checks == 2


async def test_the_others_are_asked_too_so_that_a_fault_of_ones_own_line_shows(house: House) -> None:
    await house.fails(TELEGRAM)
    await watch(house, Asked(reachable=False), ZALO).step()
    assert (await house.line(ZALO)).failing_since == house.office.clock.machine()


async def test_one_that_is_out_is_asked_after_a_new_start_before_word_goes_there(house: House) -> None:
    await house.note(TELEGRAM, out_since=house.office.clock.machine(), failing_since=None)
    house.forward(minutes=30)
    await house.turns()
    assert (await house.line(TELEGRAM)).out_since is not None
    await watch(house, Asked()).step()
    house.forward(minutes=3)
    await house.turns()
    assert (await house.line(TELEGRAM)).out_since is None


async def test_a_refused_bot_is_not_asked_back_into_service(house: House) -> None:
    await house.fails(TELEGRAM)
    await house.note(TELEGRAM, stopped_reason=Reason.TOKEN)
    channel = Asked()
    await watch(house, channel).step()
    assert channel.checks == 0
    assert (await house.line(TELEGRAM)).failing_since is not None


@pytest.mark.parametrize(
    ("reason", "fails"),
    [
        (Reason.NOT_CONNECTED, True),
        (Reason.CUT_OFF, True),
        (Reason.PLATFORM_FAULT, True),
        (Reason.TOKEN, True),
        (Reason.TOO_FAST, False),
        (Reason.TWO_INSTANCES, False),
    ],
)
async def test_a_poll_that_fails_for_want_of_the_platform_is_noted(
    house: House, reason: Reason, *, fails: bool
) -> None:
    await polled(house, reason)
    assert ((await house.line(TELEGRAM)).failing_since is not None) is fails


async def test_the_first_good_poll_ends_it(house: House) -> None:
    await house.fails(TELEGRAM)
    await polled(house, Reason.CUT_OFF, None)
    assert (await house.line(TELEGRAM)).failing_since is None


async def test_nothing_is_written_while_nothing_changes(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refuses(_body: object) -> None:
        raise AssertionError("a transaction was begun")

    monkeypatch.setattr(house.office.database, "transaction", refuses)
    await polled(house, None, None, None)
    is_well = Health(reachable=True, name="", detail="")
    await health.note_checked(house.office, house.lines[TELEGRAM], is_well)


async def test_a_new_start_forgets_a_failure_of_long_ago_but_not_an_outage(house: House) -> None:
    await house.fails(TELEGRAM, for_=timedelta(days=3))
    out_since = house.office.clock.machine()
    await house.note(TELEGRAM, out_since=out_since, stopped_reason=Reason.TOKEN)
    await house.office.database.transaction(
        partial(connections.begin_anew, connection_id=house.lines[TELEGRAM])
    )
    line = await house.line(TELEGRAM)
    assert (line.failing_since, line.stopped_reason, line.out_since) == (None, "", out_since)
