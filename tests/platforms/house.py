"""One office on one database with three connections, all at work over HTTP: Telegram, Zalo, the web inbox."""

import asyncio
import socket
import ssl
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import httpx
import sqlalchemy as sa
from pydantic import SecretStr

from bot.access import Door
from bot.channels.zalo.channel import ZaloChannel
from bot.clock import OfficeClock
from bot.inbox.handling import Handled, Knock
from bot.inbox.intake import take
from bot.office import Office
from bot.organisation.callers import address_for, caller_of
from bot.organisation.joining.inviting import invite
from bot.organisation.joining.joining import consent, show_invitation
from bot.organisation.web_inbox.making import make
from bot.runtime.connecting import Line, TelegramLine, ZaloLine, telegram_line, web_line
from bot.runtime.running import Plugged, Runtime
from bot.settings import Connection as ConnectionSettings
from bot.settings import Settings
from bot.settings.sections import OfficeSection, WebSection
from handlers.serve.lines import serve_line
from handlers.serve.listening import listen, web_server
from handlers.serve.sandbox import menu_of
from handlers.web.door import WebDoor
from handlers.web.inbox.app import inbox_site
from handlers.web.inbox.house import InboxHouse
from handlers.web.joining.app import joining_routes
from handlers.web.personal.app import personal_routes
from storage import tables
from storage.channels import connections
from storage.database import Connection, Database
from storage.states import Platform
from tests.cast import COMMAND_LINE, KEY, START, Cast
from tests.flows.zalo_house import AT_ONCE
from tests.inbox_page.browsing import Browser
from tests.platforms.company import fill_companies
from tests.platforms.groups import TelegramGroup, ZaloGroup
from tests.platforms.on_telegram import OnTelegram
from tests.platforms.on_web import OnWeb
from tests.platforms.on_zalo import OnZalo
from tests.platforms.person import Person
from tests.standins.telegram import FREE, TelegramServer
from tests.standins.zalo import FREE as ZALO_FREE
from tests.standins.zalo import ZaloServer

TELEGRAM, ZALO, WEB = "telegram", "zalo", "web"
_BETWEEN_POLLS = timedelta(milliseconds=30)
_LOOKS = 3000
# Reading the machine's certificates for each browser would take longer than a story.
_NO_TLS = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


@dataclass
class House:
    """Everything that the stories of one row share.

    Args:
        url: where the web inbox is served.
        connection_ids: by platform.
        clients: closes the browsers at the end.
    """

    office: Office
    cast: Cast
    telegram: TelegramServer
    zalo: ZaloServer
    url: str
    connection_ids: dict[Platform, int]
    runtime: Runtime
    clients: AsyncExitStack

    async def stranger(self, platform: Platform, given: str) -> OnTelegram | OnZalo:
        """Somebody with a messenger whom the office does not know there."""
        if platform is Platform.TELEGRAM:
            number = 2000 + len(self.telegram.state.chats)
            telephone = self.telegram.person(given, number)
            telephone.joins()
            return OnTelegram(given, await self.browser(), self.telegram, telephone)
        return OnZalo(given, await self.browser(), self.zalo.person(given))

    async def joined(self, platform: Platform, given: str) -> Person:
        """A member who has long been reached there and agreed to everything."""
        if platform is Platform.WEB:
            return await self._logged_in(given)
        person = await self.stranger(platform, given)
        person.telephone.joins()
        connection_id, chat_id = self.connection_ids[platform], str(person.telephone.id)
        await address_for(self.office, connection_id=connection_id, chat_id=chat_id)
        invitation = await invite(COMMAND_LINE, self.office, member_id=self.cast[given])
        who = partial(
            caller_of, self.office, connection_id=connection_id, chat_id=chat_id, door=Door(platform.value)
        )
        await show_invitation(await who(), self.office, code=invitation.code)
        await consent(await who(), self.office, invitation_id=invitation.id)
        return person

    def group(self, name: str, speaker: Person) -> TelegramGroup | ZaloGroup:
        """A group chat with the bot in it, and somebody who speaks there."""
        if isinstance(speaker, OnTelegram):
            return TelegramGroup(name, self.telegram, speaker)
        assert isinstance(speaker, OnZalo), "pages have no groups"
        return ZaloGroup(name, self.zalo, speaker)

    @property
    def read_on_zalo(self) -> list[str]:
        """All that the office said there, to anybody and in any group."""
        return [one.text for chat in self.zalo.state.chats.values() for one in chat.messages if one.from_bot]

    async def browser(self) -> Browser:
        """One that has never been here."""
        client = httpx.AsyncClient(base_url=self.url, follow_redirects=True, timeout=20, verify=_NO_TLS)
        browser = Browser(await self.clients.enter_async_context(client))
        browser.headers = {"origin": self.url, "sec-fetch-site": "same-origin"}
        return browser

    async def opens_own_link(self, given: str) -> OnWeb:
        """The member has opened their link with its code: what they see next is the question of consent."""
        made = await make(COMMAND_LINE, self.office, member_id=self.cast[given])
        browser = await self.browser()
        await browser.opens(made.url)
        await browser.sends("Mở hộp thư", code=made.code)
        return OnWeb(given, browser, f"{self.url}/w/")

    async def forwards(self, **length: float) -> None:
        """The office's clock moves on, and what is due then happens."""
        clock = self.office.clock
        assert isinstance(clock, OfficeClock)
        await self.settles()
        clock.forward(clock.offset + timedelta(**length))
        await self.runtime.schedule.knock()
        await self.settles()

    async def settles(self) -> None:
        """Wait until nothing is left to be fetched, to be handled, or to be sent now."""
        for _ in range(_LOOKS):
            if not self.telegram.state.updates.waiting and await self._all_of_zalo_arrived():
                break
            await asyncio.sleep(0.01)
        assert await self.runtime.settled(within=timedelta(seconds=30))

    async def _all_of_zalo_arrived(self) -> bool:
        """An event that was fetched is gone from there before it is stored here."""
        said = [one for chat in self.zalo.state.chats.values() for one in chat.messages if not one.from_bot]
        inbox, connection_id = tables.inbox, self.connection_ids[Platform.ZALO]

        def count(connection: Connection) -> int:
            question = sa.select(sa.func.count()).where(inbox.c.connection_id == connection_id)
            return int(connection.execute(question).scalar_one())

        return await self.office.database.read(count) >= len(said)

    async def _logged_in(self, given: str) -> OnWeb:
        person = await self.opens_own_link(given)
        await person.browser.sends("Đồng ý cả 4 mục")
        return person


@asynccontextmanager
async def open_house(url: str, folder: Path) -> AsyncIterator[House]:
    """Loa on this database with its three connections, on Monday at 08:00.

    Args:
        url: of the database.
        folder: for its data; it exists.
    """
    async with AsyncExitStack() as stack:
        telegram = await stack.enter_async_context(TelegramServer(limits=FREE))
        zalo = await stack.enter_async_context(ZaloServer(limits=ZALO_FREE))
        listening = stack.enter_context(listen(Settings(web=WebSection(port=0))))
        own_url = f"http://127.0.0.1:{listening.getsockname()[1]}"
        settings = _settings(own_url, folder, telegram, zalo)
        clock = OfficeClock(START - datetime.now(UTC))
        office = Office(database=Database(url), clock=clock, settings=settings, key=KEY)
        stack.push_async_callback(office.database.close)
        cast = await office.database.transaction(fill_companies)
        by_name = settings.connections
        lines: list[TelegramLine | ZaloLine] = [
            await stack.enter_async_context(telegram_line(office, TELEGRAM, by_name[TELEGRAM])),
            await _zalo_line(stack, office, by_name[ZALO]),
        ]
        served = [serve_line(office, line, to_read=AT_ONCE) for line in lines]
        inbox = await _inbox(office)
        await _serve(stack, inbox, listening)
        doors = {one.plugged.connection_id: one.handle for one in served}
        doors[inbox.connection_id] = WebDoor(office).handle

        async def handle(knock: Knock) -> Handled:
            return await doors[knock.connection_id](knock)

        # A second's rest per conversation is shown by the sender's own tests.
        fast = [replace(one.plugged, paced=False, per_second=1000) for one in served]
        plugged = {one.connection_id: one for one in [*fast, Plugged(inbox.connection_id, inbox.channel)]}
        runtime = Runtime(office, plugged, handle, alone=False)
        await runtime.start()
        stack.push_async_callback(runtime.stop)
        numbers = dict(zip((Platform.TELEGRAM, Platform.ZALO, Platform.WEB), plugged, strict=True))
        clients = await stack.enter_async_context(AsyncExitStack())
        yield House(office, cast, telegram, zalo, own_url, numbers, runtime, clients)


def _settings(own_url: str, folder: Path, telegram: TelegramServer, zalo: ZaloServer) -> Settings:
    on_telegram = {"token": SecretStr(telegram.token), "api_url": telegram.url}
    on_zalo = {"platform": Platform.ZALO, "token": SecretStr(zalo.token), "api_url": zalo.url}
    return Settings(
        office=OfficeSection(data_folder=folder),
        web=WebSection(public_url=own_url),
        connections={
            TELEGRAM: ConnectionSettings.model_validate(on_telegram),
            ZALO: ConnectionSettings.model_validate(on_zalo),
        },
    )


async def _zalo_line(stack: AsyncExitStack, office: Office, settings: ConnectionSettings) -> ZaloLine:
    # One event a poll, and a second between two polls, would be a slow story.
    channel = ZaloChannel(
        settings.token.get_secret_value(), api_url=settings.api_url, between_polls=_BETWEEN_POLLS
    )
    await channel.open()
    stack.push_async_callback(channel.close)
    ensure = partial(connections.ensure, platform=Platform.ZALO, name=ZALO)
    return Line(ZALO, await office.database.transaction(ensure), channel, settings)


async def _inbox(office: Office) -> InboxHouse:
    connection_id, channel = await web_line(office)
    return InboxHouse(
        office, connection_id, channel, lambda received: take(office, connection_id, [received]), menu_of
    )


async def _serve(stack: AsyncExitStack, inbox: InboxHouse, listening: socket.socket) -> None:
    server = web_server(inbox_site(inbox, *personal_routes(inbox.office), *joining_routes(inbox.office)))
    serving = asyncio.create_task(server.serve([listening]))

    async def stop() -> None:
        server.should_exit = True
        await serving

    stack.push_async_callback(stop)
