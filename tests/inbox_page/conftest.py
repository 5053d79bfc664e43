"""A served web inbox with everything behind it at work, and browsers that look at it."""

import re
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import httpx
import pytest
import pytest_asyncio
import sqlalchemy as sa
from starlette.applications import Starlette

from bot.channels.web import WebChannel
from bot.clock import OfficeClock
from bot.inbox.intake import take
from bot.office import Office
from bot.organisation.web_inbox.making import Made, make
from bot.runtime.running import Plugged, Runtime
from bot.settings import Settings
from handlers.serve.sandbox import menu_of
from handlers.web.door import WebDoor
from handlers.web.inbox.app import inbox_site
from handlers.web.inbox.house import InboxHouse
from handlers.web.personal.app import personal_routes
from storage import tables
from storage.database import Connection, Database
from storage.states import Platform, Scope
from tests.cast import COMMAND_LINE, KEY, START, Cast, add_address, fill
from tests.inbox_page.browsing import PUBLIC_URL, Browser
from tests.organisation.joined import publish

SETTINGS = Settings.model_validate({"web": {"public_url": PUBLIC_URL}})
TEXT = "Điều 1. Nền nếp sinh hoạt.\nĐiều 2. Tổ chức thực hiện."


@dataclass
class Site:
    """Everything that a story needs; nobody has an address until they come in."""

    office: Office
    cast: Cast
    runtime: Runtime
    app: Starlette
    clients: AsyncExitStack

    async def browser(self) -> Browser:
        """A browser that has never been here."""
        transport = httpx.ASGITransport(self.app, raise_app_exceptions=False)
        client = httpx.AsyncClient(transport=transport, base_url=PUBLIC_URL, follow_redirects=True)
        return Browser(await self.clients.enter_async_context(client))

    async def made_for(self, given: str) -> Made:
        return await make(COMMAND_LINE, self.office, member_id=self.cast[given])

    async def comes_in(self, given: str) -> Browser:
        """The whole way: link, code, consent."""
        made = await self.made_for(given)
        browser = await self.browser()
        await browser.opens(made.url)
        await browser.sends("Mở hộp thư", code=made.code)
        if browser.offers("Đồng ý cả 4 mục"):
            await browser.sends("Đồng ý cả 4 mục")
        await self.settles()
        await browser.opens("/w/")
        return browser

    async def publishes(self, *given: str, number: str = "12-KH/ĐU", internal: bool = False) -> int:
        """Something that waits for these members."""

        def body(connection: Connection) -> int:
            publication_id = publish(connection, self.cast, *given, number=number)
            scope = Scope.INTERNAL if internal else Scope.PUBLIC
            connection.execute(
                tables.versions.update()
                .where(tables.versions.c.publication_id == publication_id)
                .values(scope=scope, body=TEXT)
            )
            return publication_id

        return await self.office.database.transaction(body)

    async def has_telegram(self, given: str) -> int:
        """The member has a messenger, which nobody serves here: what goes there waits in its row."""

        def body(connection: Connection) -> int:
            connection_id = connection.execute(
                tables.connections.insert()
                .values(platform=Platform.TELEGRAM, name="main", stopped_reason="", account="")
                .returning(tables.connections.c.id)
            ).scalar_one()
            return add_address(connection, connection_id, chat_id="777", member_id=self.cast[given])

        return await self.office.database.transaction(body)

    async def told(self, address_id: int) -> str:
        """What waits to be sent to that conversation."""
        found = await self.rows(tables.deliveries, address_id=address_id)
        return str(found[-1]["content"])

    async def rows(self, table: sa.Table, **wanted: object) -> list[dict[str, object]]:
        def body(connection: Connection) -> list[dict[str, object]]:
            question = sa.select(table).filter_by(**wanted).order_by(*table.primary_key.columns)
            return [dict(row) for row in connection.execute(question).mappings()]

        return await self.office.database.read(body)

    async def change(self, body: Callable[[Connection], object]) -> None:
        await self.office.database.transaction(body)

    def forwards(self, **length: float) -> None:
        clock = self.office.clock
        assert isinstance(clock, OfficeClock)
        clock.forward(clock.offset + timedelta(**length))

    async def settles(self) -> None:
        assert await self.runtime.settled(within=timedelta(seconds=30))


@pytest_asyncio.fixture
async def office(prepared_url: str) -> AsyncIterator[Office]:
    database = Database(prepared_url)
    clock = OfficeClock(START - datetime.now(UTC))
    yield Office(database=database, clock=clock, settings=SETTINGS, key=KEY)
    await database.close()


@pytest_asyncio.fixture
async def site(office: Office) -> AsyncIterator[Site]:
    cast = await office.database.transaction(_nobody_reached)
    channel = WebChannel(office.database, office.clock, cast.connection_id)
    house = InboxHouse(
        office,
        cast.connection_id,
        channel,
        take=lambda received: take(office, cast.connection_id, [received]),
        menu=menu_of,
    )
    plugged = {cast.connection_id: Plugged(cast.connection_id, channel)}
    runtime = Runtime(office, plugged, WebDoor(office).handle, alone=False)
    async with AsyncExitStack() as stack:
        await runtime.start()
        stack.push_async_callback(runtime.stop)
        clients = await stack.enter_async_context(AsyncExitStack())
        yield Site(office, cast, runtime, inbox_site(house, *personal_routes(office)), clients)


def _nobody_reached(connection: Connection) -> Cast:
    cast = fill(connection)
    connection.execute(tables.addresses.delete())
    return replace(cast, addresses={})


def code_in(text: str) -> str:
    """The one-time code in a message."""
    found = re.search(r"\b(\d{3} \d{3})\b", text)
    assert found is not None, text
    return found[1]


@pytest.fixture
def prepared_url(prepared_sqlite_url: str) -> str:
    """One engine: what lies below this door runs on both in its own room (docs/decisions/0009)."""
    return prepared_sqlite_url
