"""Loa at work on Telegram, and its people, in the words of what they do."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial

from pydantic import SecretStr

from bot.clock import OfficeClock
from bot.office import Office
from bot.organisation.joining.inviting import invite
from bot.runtime.connecting import TelegramLine, telegram_line
from bot.runtime.receiving import receive_as_set
from bot.runtime.running import Runtime
from bot.settings import Connection as ConnectionSettings
from bot.settings import Settings
from bot.settings.sections import SourcesSection
from handlers.telegram.door import TelegramDoor
from storage import tables
from storage.database import Connection, Database
from tests.cast import COMMAND_LINE, KEY, START, Cast, fill
from tests.standins.telegram import Person, TelegramServer

_LOOKS = 3000


@dataclass
class House:
    """Everything that a story needs.

    Args:
        people: who has joined, by given name.
    """

    office: Office
    cast: Cast
    server: TelegramServer
    runtime: Runtime
    line: TelegramLine
    people: dict[str, Person]

    async def joins(self, given: str) -> Person:
        """A member gets a code from the office, opens the bot with it, and agrees."""
        invitation = await invite(COMMAND_LINE, self.office, member_id=self.cast[given])
        person = self.server.person(given, 2000 + len(self.people))
        person.starts(invitation.in_link)
        await person.receives("Đồng ý cả 4 mục")
        person.presses("✅ Đồng ý cả 4 mục")
        await person.receives("Cảm ơn")
        self.people[given] = person
        return person

    async def forwards(self, **length: float) -> None:
        """The office's clock moves on, and what is due then happens."""
        clock = self.office.clock
        assert isinstance(clock, OfficeClock)
        clock.forward(clock.offset + timedelta(**length))
        await self.runtime.schedule.knock()
        await self.runtime.intake.settled()
        await self.settles()

    async def settles(self) -> None:
        """Wait until nothing is left to be handled or sent now, nor waits at Telegram's to be fetched."""
        for _ in range(_LOOKS):
            if not self.server.state.updates.waiting:
                break
            await asyncio.sleep(0.01)
        assert await self.runtime.settled(within=timedelta(seconds=30))


@asynccontextmanager
async def open_house(
    url: str, server: TelegramServer, *, sources: SourcesSection | None = None
) -> AsyncIterator[House]:
    """Loa on this database and this Telegram, on Monday at 08:00."""
    connection = ConnectionSettings(token=SecretStr(server.token), api_url=server.url)
    settings = Settings(connections={"main": connection}, sources=sources or SourcesSection())
    async with AsyncExitStack() as stack:
        clock = OfficeClock(START - datetime.now(UTC))
        office = Office(database=Database(url), clock=clock, settings=settings, key=KEY)
        stack.push_async_callback(office.database.close)
        cast = await office.database.transaction(_cast_without_web)
        line = await stack.enter_async_context(telegram_line(office, "main", connection))
        await receive_as_set(office, line, path="")
        door = TelegramDoor(office, line.channel)
        # A second's rest per conversation is shown by the sender's own tests.
        plugged = replace(
            line.plugged,
            paced=False,
            per_second=1000,
            beside=(partial(door.menus.run, line.connection_id),),
        )
        runtime = Runtime(office, {line.connection_id: plugged}, door.handle, alone=False)
        await runtime.start()
        stack.push_async_callback(runtime.stop)
        yield House(office, cast, server, runtime, line, {})


def _cast_without_web(connection: Connection) -> Cast:
    cast = fill(connection)
    # Nobody serves the cast's web inbox here: who wants to be reached has to join.
    connection.execute(tables.addresses.delete())
    return cast
