"""The menu in a person's chat follows their roles without a message from them."""

import asyncio
from collections.abc import AsyncIterator
from datetime import date, timedelta

import pytest

from bot.channels.telegram import TelegramChannel
from bot.office import Office
from bot.organisation.rights.granting import end, give
from bot.organisation.rights.proposals import Proposal
from bot.organisation.rights.terms import Term, day_begins, day_ends
from handlers.telegram.menus import Menus
from storage import tables
from storage.channels import connections
from storage.database import Connection
from storage.states import Platform, Role
from tests.cast import BRANCH_2, ROOT, ZONE, Cast, add_address, clock_of
from tests.organisation.joined import do
from tests.standins.telegram import FREE, TelegramServer

MENUS = frozenset({"setmycommands", "deletemycommands"})
CHATS = {"Dũng": 3001, "Bình": 3002, "Hòa": 3003, "Mai": 3004, "Kiên": 3005}


@pytest.fixture
async def server() -> AsyncIterator[TelegramServer]:
    async with TelegramServer(limits=FREE) as server:
        yield server


@pytest.fixture
async def channel(server: TelegramServer) -> AsyncIterator[TelegramChannel]:
    channel = TelegramChannel(server.token, api_url=server.url, read_after=timedelta(seconds=5))
    await channel.open()
    yield channel
    await channel.close()


class Bot:
    """One bot with the menus of five people, none of whom says anything."""

    def __init__(self, office: Office, channel: TelegramChannel, server: TelegramServer) -> None:
        self.office, self.channel, self.server = office, channel, server
        self.connection_id = 0
        self.rested: list[timedelta] = []
        self.mai_is_admin = asyncio.Event()
        self.menus = self.restarted()

    def restarted(self) -> Menus:
        async def pause(length: timedelta) -> None:
            self.rested.append(length)
            if "vaitro" in self.of("Mai"):
                self.mai_is_admin.set()
            await asyncio.sleep(0)

        return Menus(self.office, self.channel, pause=pause)

    async def looks(self) -> timedelta:
        return await self.menus.step(self.connection_id)

    def of(self, given: str) -> set[str]:
        return {one["command"] for one in self.server.menu(CHATS[given])}


@pytest.fixture
async def bot(office: Office, cast: Cast, channel: TelegramChannel, server: TelegramServer) -> Bot:
    made = Bot(office, channel, server)
    made.connection_id = await do(
        office, lambda connection: connections.ensure(connection, platform=Platform.TELEGRAM, name="main")
    )
    for given, number in CHATS.items():
        server.person(given, number).joins()

    def body(connection: Connection) -> None:
        for given, number in CHATS.items():
            add_address(connection, made.connection_id, chat_id=str(number), member_id=cast[given])

    await do(office, body)
    return made


def secretary(cast: Cast, term: Term | None = None) -> Proposal:
    return Proposal(cast["Bình"], Role.SECRETARY, cast.units[BRANCH_2], term or Term())


async def test_who_holds_a_role_gets_its_menu_and_who_holds_none_is_left_alone(bot: Bot) -> None:
    await bot.looks()
    assert "vaitro" in bot.of("Dũng")
    assert {"tiendo", "taolich"} <= bot.of("Hòa")
    assert bot.of("Mai") == bot.of("Bình") == set()


async def test_a_role_that_is_given_shows_in_the_menu_at_once(bot: Bot, office: Office, cast: Cast) -> None:
    await bot.looks()
    await give(cast.caller("Dũng"), office, proposal=secretary(cast))
    await bot.looks()
    assert {"taolich", "cauhoi", "canlam"} <= bot.of("Bình")


async def test_a_role_that_is_ended_leaves_the_menu_of_a_member(bot: Bot, office: Office, cast: Cast) -> None:
    given = await give(cast.caller("Dũng"), office, proposal=secretary(cast))
    await bot.looks()
    await end(cast.caller("Dũng"), office, grant_id=given.grant_id)
    await bot.looks()
    assert "taolich" not in bot.of("Bình")
    assert "canlam" in bot.of("Bình")


async def test_a_role_begins_and_lapses_in_the_menu_by_itself(bot: Bot, office: Office, cast: Cast) -> None:
    term = Term(date(2026, 12, 1), date(2026, 12, 2))
    await give(cast.caller("Dũng"), office, proposal=secretary(cast, term))
    clock_of(office).set(day_begins(ZONE, date(2026, 12, 1)) - timedelta(seconds=5))
    assert await bot.looks() == timedelta(seconds=5)
    assert "taolich" not in bot.of("Bình")
    clock_of(office).forward(seconds=5)
    await bot.looks()
    assert "taolich" in bot.of("Bình")
    clock_of(office).set(day_ends(ZONE, date(2026, 12, 2)))
    await bot.looks()
    assert "taolich" not in bot.of("Bình")


async def test_who_leaves_the_roster_loses_the_menu(bot: Bot, office: Office, cast: Cast) -> None:
    await bot.looks()
    left = tables.members.update().where(tables.members.c.id == cast["Hòa"])
    await do(office, lambda connection: connection.execute(left.values(left_at=office.clock.now())))
    await bot.looks()
    assert bot.of("Hòa") == set()
    assert bot.of("Dũng")


async def test_nothing_is_set_twice_and_after_a_restart_only_once_more(bot: Bot) -> None:
    await bot.looks()
    asked = len(bot.rested)
    await bot.looks()
    assert len(bot.rested) == asked
    bot.menus = bot.restarted()
    await bot.looks()
    # Dũng, Hòa and Kiên hold roles; nobody else is asked about.
    assert (asked, len(bot.rested)) == (3, 6)


async def test_a_429_is_waited_out_and_the_menu_set_later(bot: Bot, server: TelegramServer) -> None:
    server.answers(429, "Too Many Requests: retry after 7", methods=MENUS, retry_after=7)
    assert await bot.looks() == timedelta(seconds=7)
    assert bot.of("Hòa") == set() or bot.of("Dũng") == set()
    await bot.looks()
    assert bot.of("Hòa")
    assert bot.of("Dũng")


async def test_an_outage_is_tried_again_after_longer_and_longer_rests(
    bot: Bot, server: TelegramServer
) -> None:
    server.answers(502, "Bad Gateway", methods=MENUS, times=2)
    first, second = await bot.looks(), await bot.looks()
    assert second > first > timedelta()
    await bot.looks()
    assert bot.of("Kiên")


async def test_a_chat_that_is_gone_does_not_hold_up_the_others(bot: Bot, office: Office, cast: Cast) -> None:
    await do(
        office,
        lambda connection: connection.execute(
            tables.addresses.update().where(tables.addresses.c.chat_id == "3001").values(chat_id="404")
        ),
    )
    await bot.looks()
    assert bot.of("Hòa")
    assert bot.of("Kiên")
    asked = len(bot.rested)
    await bot.looks()
    assert len(bot.rested) == asked


async def test_a_chat_that_was_refused_is_asked_again_with_the_next_message(
    bot: Bot, office: Office, server: TelegramServer, cast: Cast
) -> None:
    addresses = tables.addresses
    unknown = addresses.update().where(addresses.c.chat_id == "3003").values(chat_id="404")
    await do(office, lambda connection: connection.execute(unknown))
    await bot.looks()
    assert server.menu(404) == []
    server.person("Hòa", 404).joins()
    # This is what the door does after an answer.
    await bot.menus.show("404", cast.caller("Hòa"))
    assert "taolich" in {one["command"] for one in server.menu(404)}


async def test_after_an_outage_the_bell_is_heard_again(bot: Bot, server: TelegramServer) -> None:
    server.answers(502, "Bad Gateway", methods=MENUS)
    await bot.looks()
    assert bot.menus._failures == 1
    await bot.looks()
    assert bot.menus._failures == 0


async def test_running_it_hears_the_bell(bot: Bot, office: Office, cast: Cast) -> None:
    running = asyncio.create_task(bot.menus.run(bot.connection_id))
    try:
        await give(cast.caller("Dũng"), office, proposal=Proposal(cast["Mai"], Role.ADMIN, cast.units[ROOT]))
        async with asyncio.timeout(30):
            await bot.mai_is_admin.wait()
    finally:
        running.cancel()
        await asyncio.wait({running})
