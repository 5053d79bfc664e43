"""An office with a Telegram bot, a Zalo bot and the web inbox; its people stand on several of them."""

from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
import pytest_asyncio
import sqlalchemy as sa
from pydantic import SecretStr

from bot.chasing.climbing import climb_ladders
from bot.delivery.sending import Sender
from bot.messages.splitting import visible_text
from bot.office import Office
from bot.organisation.outages.turning import turn_around_outages
from bot.runtime.rooms import COMPOSERS
from bot.settings import Connection as ConnectionSettings
from bot.settings import Settings
from bot.settings.sections import WebSection
from storage import tables
from storage.channels import connections
from storage.channels.connections import Line
from storage.database import Connection
from storage.states import Platform, Purpose
from tests.acknowledgement.story import rows
from tests.cast import Cast, add_address, clock_of, make_office
from tests.delivery.scripted import ScriptedChannel, sender

TELEGRAM, ZALO, ZALO_2, WEB = "telegram", "zalo", "zalo_2", "web"
_PLATFORMS = {TELEGRAM: Platform.TELEGRAM, ZALO: Platform.ZALO, ZALO_2: Platform.ZALO}


def settings() -> Settings:
    named = {
        name: ConnectionSettings.model_validate(
            {"platform": platform, "token": SecretStr(f"1234567890:{name:x<35}"), "messages_a_month": 0}
        )
        for name, platform in _PLATFORMS.items()
    }
    return Settings(connections=named, web=WebSection(public_url="https://loa.example"))


@pytest_asyncio.fixture
async def office(prepared_url: str) -> AsyncIterator[Office]:
    made = make_office(prepared_url, settings=settings())
    yield made
    await made.database.close()


@dataclass
class House:
    """The office, its ways out, and who stands where.

    Args:
        lines: the connections' numbers, by name.
        channels: what each was given.
    """

    office: Office
    cast: Cast
    lines: dict[str, int]
    channels: dict[str, ScriptedChannel]
    senders: dict[str, Sender] = field(default_factory=dict)

    async def reach(self, given: str, *names: str) -> None:
        """The member stands on these, in this order, and nowhere else."""

        def body(connection: Connection) -> None:
            table = tables.addresses
            own = table.c.member_id == self.cast[given]
            connection.execute(table.update().where(own).values(member_id=None))
            for place, name in enumerate(names):
                chat_id = f"{name}-{given}"
                known = table.update().where(table.c.chat_id == chat_id)
                member_id = self.cast[given]
                if not connection.execute(known.values(member_id=member_id, preference=place)).rowcount:
                    add_address(
                        connection,
                        self.lines[name],
                        chat_id=chat_id,
                        member_id=member_id,
                        preference=place,
                    )

        await self.office.database.transaction(body)

    async def send(self, *names: str) -> None:
        """What may go out on these (none named: on all) goes out; it takes a second."""
        sending = True
        while sending:
            sending = False
            for name in names or self.channels:
                way = self.senders[name]
                while way.stopped is None and await way.step():
                    await way._finish()
                    sending = True
            self.forward(seconds=0.05)

    async def climbs(self) -> int:
        """The clock's rule for ladders."""
        return await climb_ladders(self.office)

    async def turns(self) -> int:
        """The clock's rule for outages."""
        return await turn_around_outages(self.office)

    def got(self, given: str, name: str) -> list[str]:
        """What the member was sent there."""
        return [visible_text(said) for chat, said in self.channels[name].sent if chat == f"{name}-{given}"]

    def counts(self, given: str) -> dict[str, int]:
        """How many messages the member got where; places without any are left out."""
        found = {name: len(self.got(given, name)) for name in self.channels}
        return {name: amount for name, amount in found.items() if amount}

    async def line(self, name: str) -> Line:
        """The connection's row."""
        return await self.office.database.read(partial(connections.line, connection_id=self.lines[name]))

    async def note(self, name: str, **values: Any) -> None:
        """Give the connection's row other values."""
        changed = tables.connections.update().where(tables.connections.c.id == self.lines[name])

        def body(connection: Connection) -> None:
            connection.execute(changed.values(values))

        await self.office.database.transaction(body)

    async def fails(self, *names: str, for_: timedelta = timedelta()) -> None:
        """Every call on these has failed for so long."""
        for name in names:
            since = self.office.clock.machine() - for_
            await self.note(name, failing_since=since, good_since=None)

    async def answers(self, *names: str) -> None:
        """The platform answers again on these."""
        for name in names:
            note = partial(
                connections.note_good, connection_id=self.lines[name], now=self.office.clock.machine()
            )
            await self.office.database.transaction(note)

    async def cards(self, given: str) -> list[tuple[str, str]]:
        """The member's cards: on which connection, in which state."""
        by_id = {number: name for name, number in self.lines.items()}
        found = await rows(self.office, tables.deliveries, member_id=self.cast[given], purpose=Purpose.CARD)
        return [(by_id[row.connection_id], str(row.state)) for row in found]

    async def only(self, members: Iterable[str], *names: str) -> None:
        """These members stand on these; everybody else cannot be reached."""
        kept = set(members)
        for given in self.cast.members:
            await self.reach(given, *(names if given in kept else ()))

    def forward(self, **length: float) -> None:
        clock_of(self.office).forward(**length)


@pytest.fixture
async def house(office: Office, cast: Cast) -> House:
    def body(connection: Connection) -> dict[str, int]:
        lines = {
            name: connections.ensure(connection, platform=platform, name=name)
            for name, platform in _PLATFORMS.items()
        }
        return lines | {WEB: cast.connection_id}

    lines = await office.database.transaction(body)
    channels = {name: ScriptedChannel() for name in lines}
    made = House(office, cast, lines, channels)
    for name, channel in channels.items():
        at = type(cast)(**{**cast.__dict__, "connection_id": lines[name]})
        made.senders[name] = sender(office, at, channel, per_second=1000, table=COMPOSERS, paced=False)
    return made


async def count(office: Office, table: sa.Table, **fits: Any) -> int:
    return len(await rows(office, table, **fits))
