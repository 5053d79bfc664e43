"""Loa at work on Zalo, on one bot or several, by polling or by webhook, and its people there."""

import asyncio
import re
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from socket import socket

import sqlalchemy as sa
from pydantic import SecretStr
from starlette.applications import Starlette
from starlette.routing import Route

from bot.channels.zalo.channel import ZaloChannel
from bot.clock import OfficeClock
from bot.inbox.handling import Handle, Handled, Knock
from bot.office import Office
from bot.organisation.joining.inviting import invite
from bot.runtime.connecting import Line, ZaloLine
from bot.runtime.running import Plugged, Runtime
from bot.settings import Connection as ConnectionSettings
from bot.settings import Receive, Settings
from bot.settings.sections import WebSection
from bot.states import Platform
from handlers.serve.lines import ServedLine, serve_line
from handlers.serve.listening import listen, web_server
from storage import tables
from storage.channels import connections
from storage.database import Connection, Database
from storage.states import DeliveryState
from tests.cast import COMMAND_LINE, KEY, START, Cast, fill
from tests.standins.zalo import Person, Shown, ZaloServer

SECRET = SecretStr("the-secret-of-this-house")
MAIN = "main"
AT_ONCE = timedelta(minutes=-1)
"""For people who answer sooner than anybody can read."""
_LOOKS = 3000
_BETWEEN_POLLS = timedelta(milliseconds=5)


@dataclass
class ZaloHouse:
    """Everything that a story needs.

    Args:
        servers: the stand-ins, by the name of their connection.
        lines: as served, by the same name.
        people: who has joined, by given name.
        at_once: whether what is answered counts as read whenever it went out.
    """

    office: Office
    cast: Cast
    servers: Mapping[str, ZaloServer]
    lines: Mapping[str, ZaloLine]
    runtime: Runtime
    people: dict[str, Person] = field(default_factory=dict)
    at_once: bool = True

    @property
    def server(self) -> ZaloServer:
        """The only stand-in, or the first."""
        return next(iter(self.servers.values()))

    async def joins(self, given: str, *, on: str = MAIN) -> Person:
        """A member types the code that the office gave them, and agrees by number."""
        invitation = await invite(COMMAND_LINE, self.office, member_id=self.cast[given])
        person = self.servers[on].person(given)
        person.says(invitation.code)
        await person.receives("Đồng ý cả 4 mục: gõ đồng ý")
        if not self.at_once:
            # The office has to have heard that it went out.
            await self.settles()
        person.says("đồng ý")
        await person.receives("Cảm ơn")
        self.people[given] = person
        return person

    async def forwards(self, **length: float) -> None:
        """The office's clock moves on, and what is due then happens."""
        clock = self.office.clock
        assert isinstance(clock, OfficeClock)
        clock.forward(clock.offset + timedelta(**length))
        await self.runtime.schedule.knock()
        await self.settles()

    async def settles(self) -> None:
        """Wait until nothing is left to be handled or sent now, nor waits at Zalo's to be fetched."""
        for name, server in self.servers.items():
            await server.all_pushed()
            by_polling = self.lines[name].settings.receive is Receive.POLLING
            for _ in range(_LOOKS):
                if server.is_all_fetched or not by_polling:
                    break
                await asyncio.sleep(0.01)
        assert await self.runtime.settled(within=timedelta(seconds=30))


def number_of(label: str, shown: Shown) -> str:
    """What the message says to type for the button of that label.

    Raises:
        AssertionError: it offers no such thing.
    """
    for line in shown.text.splitlines():
        found = re.search(
            r"(?:^(?=\d\d?\b)|: (?:trả lời|gõ) (?!số thứ tự))(?P<code>\w[^.:]*?)(?:\.|$| và )", line
        )
        if label in line and found:
            return found["code"].strip()
    raise AssertionError(f"no number for {label!r} in:\n{shown.text}")


@asynccontextmanager
async def open_zalo_house(
    url: str,
    servers: ZaloServer | Mapping[str, ZaloServer],
    *,
    receive: Receive = Receive.POLLING,
    settings: Settings | None = None,
    to_read: timedelta = AT_ONCE,
    **each: object,
) -> AsyncIterator[ZaloHouse]:
    """Loa on this database and these bots, on Monday at 08:00.

    Args:
        url: of the database.
        servers: one stand-in, or several by the names of their connections.
        receive: how all of them receive.
        settings: everything but the connections, as the office set it.
        to_read: how long before an answer a menu must have gone out.
        each: further settings of each connection.
    """
    by_name = {MAIN: servers} if isinstance(servers, ZaloServer) else dict(servers)
    async with AsyncExitStack() as stack:
        listening = stack.enter_context(listen(Settings(web=WebSection(port=0))))
        own_url = f"http://127.0.0.1:{listening.getsockname()[1]}"
        set_ = {name: _settings(server, receive, each) for name, server in by_name.items()}
        whole = (settings or Settings()).model_copy(update={"connections": set_})
        clock = OfficeClock(START - datetime.now(UTC))
        office = Office(database=Database(url), clock=clock, settings=whole, key=KEY)
        stack.push_async_callback(office.database.close)
        cast = await office.database.transaction(_cast_without_web)
        lines = {name: await _line(stack, office, name, one) for name, one in set_.items()}
        served = {name: serve_line(office, line, to_read=to_read) for name, line in lines.items()}
        await _serve_web(stack, [one.webhook for one in served.values() if one.webhook], listening)
        for name, line in lines.items():
            if receive is Receive.WEBHOOK:
                hooked = await line.channel.set_webhook(
                    own_url + served[name].path, secret=SECRET.get_secret_value()
                )
                assert hooked.verified, hooked
        runtime = Runtime(office, _plugged(served), once_sent(office, partial(_handle, served)), alone=False)
        await runtime.start()
        stack.push_async_callback(runtime.stop)
        yield ZaloHouse(office, cast, by_name, lines, runtime, at_once=to_read == AT_ONCE)


def once_sent(office: Office, handle: Handle) -> Handle:
    """The door, for people who answer as soon as a message stands on their telephone.

    They are faster than the office, which may not have heard yet that it was sent.
    """

    def is_under_way(connection: Connection, knock: Knock) -> bool:
        table = tables.deliveries
        under_way = (table.c.state == DeliveryState.SENDING) & (
            tables.addresses.c.chat_id == knock.conversation
        )
        question = sa.select(sa.func.count()).select_from(table.join(tables.addresses)).where(under_way)
        return bool(connection.execute(question).scalar_one())

    async def patiently(knock: Knock) -> Handled:
        for _ in range(_LOOKS):
            if not await office.database.read(partial(is_under_way, knock=knock)):
                break
            await asyncio.sleep(0.01)
        return await handle(knock)

    return patiently


def _settings(server: ZaloServer, receive: Receive, each: Mapping[str, object]) -> ConnectionSettings:
    return ConnectionSettings.model_validate(
        {
            "platform": Platform.ZALO,
            "token": SecretStr(server.token),
            "api_url": server.url,
            "receive": receive,
            "webhook_secret": SECRET,
            **each,
        }
    )


async def _line(stack: AsyncExitStack, office: Office, name: str, settings: ConnectionSettings) -> ZaloLine:
    # One event a poll, and a second between two polls, would be a slow story.
    channel = ZaloChannel(
        settings.token.get_secret_value(), api_url=settings.api_url, between_polls=_BETWEEN_POLLS
    )
    await channel.open()
    stack.push_async_callback(channel.close)
    ensure = partial(connections.ensure, platform=Platform.ZALO, name=name)
    return Line(name, await office.database.transaction(ensure), channel, settings)


def _plugged(served: Mapping[str, ServedLine]) -> dict[int, Plugged]:
    # A second's rest per conversation is shown by the sender's own tests.
    fast = [replace(one.plugged, paced=False, per_second=1000) for one in served.values()]
    return {one.connection_id: one for one in fast}


async def _handle(served: Mapping[str, ServedLine], knock: Knock) -> Handled:
    (one,) = [one for one in served.values() if one.plugged.connection_id == knock.connection_id]
    return await one.handle(knock)


async def _serve_web(stack: AsyncExitStack, routes: list[Route], listening: socket) -> None:
    server = web_server(Starlette(routes=routes))
    serving = asyncio.create_task(server.serve([listening]))

    async def stop() -> None:
        server.should_exit = True
        await serving

    stack.push_async_callback(stop)


def _cast_without_web(connection: Connection) -> Cast:
    cast = fill(connection)
    # Nobody serves the cast's web inbox here: who wants to be reached has to join.
    connection.execute(tables.addresses.delete())
    return cast
