"""A sandbox whose house is a stand-in: what the page hands over is noted, nothing answers by itself."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import httpx
import pytest_asyncio
import sqlalchemy as sa

from bot.access import Caller
from bot.channels.contract import Received
from bot.channels.web import WebChannel
from bot.clock import OfficeClock
from bot.delivery.offering import numbered
from bot.messages.acts import Act
from bot.messages.blocks import Bold, Button, Buttons, Line, Message, to_json
from bot.messages.sealing import Sealer, owner
from bot.office import Office
from bot.sandbox.starting_over import start_over
from bot.settings import Settings
from bot.states import Role
from handlers.web.app import sandbox_app
from handlers.web.house import SandboxHouse
from storage import tables
from storage.database import Connection, Database
from storage.delivery import deliveries
from storage.delivery.claims import Claimed
from storage.delivery.deliveries import NewDelivery
from storage.states import DeliveryState, Lane, Purpose, Repeat, Urgency
from storage.web_inbox import web_messages
from tests.cast import KEY, START, ZONE, Cast, fill

HOST = "http://127.0.0.1:8765"

CARD = Message(
    (
        Bold("VĂN BẢN CHỈ ĐẠO · cần xác nhận"),
        Line("Số 12-KH/ĐU"),
        Buttons(
            (
                (Button("✅ Đã nắm", Act.ACKNOWLEDGE, 1),),
                (Button("📄 Toàn văn", Act.FULL_TEXT, 1), Button("❓ Hỏi lại", Act.ASK, 1)),
            )
        ),
    )
)


class StartedClock(OfficeClock):
    """An office's clock on a machine that stands at Monday 08:00."""

    def machine(self) -> datetime:
        return START


@dataclass
class House:
    """What the stand-in was asked, and the page's client."""

    office: Office
    cast: Cast
    channel: WebChannel
    taken: list[Received] = field(default_factory=list)
    knocks: int = 0
    faulty: bool = False

    def built(self) -> SandboxHouse:
        return SandboxHouse(
            office=self.office,
            connection_id=self.cast.connection_id,
            channel=self.channel,
            take=self._take,
            settled=self._settled,
            knock=self._knock,
            start_over=partial(start_over, self.office, found_sandbox),
            menu=_menu,
        )

    async def put(self, given: str, message: Message, *, once: str = "") -> int:
        """The office says something to the person of that name."""
        address_id = self.cast.addresses[given]
        whose = owner(
            member_id=self.cast[given], address_id=address_id, connection_id=self.cast.connection_id
        )
        sealed = Sealer(KEY).seal(message, owner=whose, now=self.office.clock.machine())
        body = partial(
            web_messages.put, address_id=address_id, content=to_json(sealed), once_key=once, now=START
        )
        return await self.office.database.transaction(body)

    async def offer(self, given: str, message: Message, *, once: str = "") -> int:
        """As `put`, with what to type for each button, as the sandbox's own deliveries have it."""
        address_id = self.cast.addresses[given]
        row = in_hand(self.cast.connection_id, address_id=address_id, member_id=self.cast[given])

        def body(connection: Connection) -> Message:
            now = self.office.clock.machine()
            new = NewDelivery(f"offer:{given}:{once}", address_id, Purpose.CARD, due_at=now)
            deliveries.add(connection, new)
            table = tables.deliveries
            of_this = table.c.once_key == new.once_key
            gone = {"state": DeliveryState.SENT, "sent_at": now}
            connection.execute(table.update().where(of_this).values(gone))
            sent = connection.execute(sa.select(table.c.id).where(of_this)).scalar_one()
            return numbered(connection, self.office, replace(row, id=sent), message)

        return await self.put(given, await self.office.database.transaction(body), once=once)

    async def _take(self, received: Received) -> None:
        if self.faulty:
            raise RuntimeError("the inbox is not there")
        self.taken.append(received)
        await self.channel.toast(received.update_id, "Đã ghi nhận")

    async def _settled(self) -> None:
        return

    async def _knock(self) -> None:
        self.knocks += 1


def _menu(caller: Caller) -> Sequence[tuple[str, str]]:
    everybody = [("canlam", "Việc cần xác nhận, trả lời"), ("vanban", "Văn bản còn hiệu lực")]
    return [*everybody, ("soan", "Soạn văn bản")] if caller.has({Role.CLERK}) else everybody


def in_hand(connection_id: int, *, address_id: int, member_id: int) -> Claimed:
    """A delivery that nobody asked for, as a sender holds it."""
    return Claimed(
        id=1,
        once_key="x",
        connection_id=connection_id,
        address_id=address_id,
        chat_id="",
        is_group=False,
        owner_id=member_id,
        member_id=member_id,
        purpose=Purpose.CARD,
        subject=None,
        publication_id=None,
        session_id=None,
        after_id=None,
        expires_at=None,
        version=None,
        lane=Lane.BROADCAST,
        urgency=Urgency.NORMAL,
        repeat=Repeat.ONCE,
        content=None,
        attempt_number=1,
        failures=0,
        maybe_count=0,
        message_id=None,
        fingerprint="",
    )


def found_sandbox(connection: Connection) -> Cast:
    cast = fill(connection)
    connection.execute(tables.installation.update().values(sandbox=True))
    return cast


@pytest_asyncio.fixture
async def office(prepared_url: str) -> AsyncIterator[Office]:
    database = Database(prepared_url)
    yield Office(database=database, clock=StartedClock(), settings=Settings(), key=KEY)
    await database.close()


@pytest_asyncio.fixture
async def house(office: Office) -> House:
    cast = await office.database.transaction(found_sandbox)
    return House(office, cast, WebChannel(office.database, office.clock, cast.connection_id))


class Page:
    """A browser that shows the page of a house."""

    def __init__(self, client: httpx.AsyncClient, token: str) -> None:
        self.client = client
        self.headers = {"x-loa-page": token, "origin": HOST, "sec-fetch-site": "same-origin"}

    async def state(self, member_id: int) -> dict[str, Any]:
        answer = await self.client.get(f"/api/state?member={member_id}", headers=self.headers)
        assert answer.status_code == 200, answer.text
        return dict(answer.json()["state"])

    async def post(self, path: str, body: dict[str, Any]) -> httpx.Response:
        return await self.client.post(path, json=body, headers=self.headers)

    async def file(self, member_id: int, name: str, content: bytes) -> httpx.Response:
        query = {"member": str(member_id), "name": name}
        return await self.client.post("/api/file", params=query, content=content, headers=self.headers)


@pytest_asyncio.fixture
async def page(house: House) -> AsyncIterator[Page]:
    transport = httpx.ASGITransport(sandbox_app(house.built()), raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url=HOST) as client:
        html = (await client.get("/")).text
        yield Page(client, html.split('name="page-token" content="')[1].split('"')[0])


async def count(office: Office, table: sa.Table) -> int:
    return await office.database.read(
        lambda connection: connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()
    )


def local(*, days: int = 0, hour: int) -> datetime:
    """An hour of the day so many days after the Monday on which the tests begin."""
    return replace_hour(START.astimezone(ZONE) + timedelta(days=days), hour)


def replace_hour(moment: datetime, hour: int) -> datetime:
    return moment.replace(hour=hour, minute=0, second=0, microsecond=0)
