"""Two bots of ten messages a month beside the web inbox, and what a test asks of them."""

from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

import sqlalchemy as sa

from bot.channels.contract import Outcome, OutcomeKind
from bot.delivery.preparing import Wire
from bot.delivery.sending import Sender
from bot.office import Office
from bot.settings import Connection as ConnectionSettings
from bot.settings import Settings
from storage import tables
from storage.channels import usages
from storage.channels.usages import Usage
from storage.database import Connection
from storage.delivery.deliveries import NewDelivery
from storage.states import Purpose, Reason, Repeat
from tests.cast import Cast, clock_of
from tests.delivery.scripted import TABLE, ScriptedChannel, drain, owe

MONTH = "2026-11"
TOKEN = "123456789:abc-xyz"
QUOTA = Outcome(OutcomeKind.NOT_SENT, reason=Reason.QUOTA, status=429, whole_connection=True)


def limited(**zalo: object) -> Settings:
    """Two Zalo bots; nothing is kept for answers unless a test says so."""
    few = {"kept_for_answers": 0} | zalo
    bots = {
        name: ConnectionSettings.model_validate({"platform": "zalo", "token": f"{TOKEN}-{name}", **few})
        for name in ("main", "second")
    }
    return Settings(connections=bots)


ORDINARY = {"purpose": Purpose.ROSTER_NEWS}


class Bots:
    """Two bots of ten messages a month beside the web inbox; Bình is on the first one only."""

    def __init__(
        self,
        office: Office,
        cast: Cast,
        ids: dict[str, int],
        addresses: dict[str, int],
        channel: ScriptedChannel | None = None,
    ) -> None:
        self.office, self.cast, self.ids, self.addresses = office, cast, ids, addresses
        self.channel = channel or ScriptedChannel()

    def richer(self, **zalo: object) -> "Bots":
        """The same with other settings."""
        office = replace(self.office, settings=limited(**{"messages_a_month": 10} | zalo))
        return Bots(office, self.cast, self.ids, self.addresses, self.channel)

    async def spent_at(self, month: str = MONTH) -> Any:
        """Since when the platform says that the month is used up."""
        return (await self.used(month=month)).spent_at

    def sender(self, name: str = "main") -> Sender:
        wire = Wire(self.ids[name], 1000, self.channel.abilities, "test", timedelta(seconds=120), paced=False)
        return Sender(self.office, self.channel, wire, TABLE)

    async def sends(self, name: str = "main") -> list[str]:
        """What goes out now."""
        before = len(self.channel.sent)
        for _ in range(16):
            await drain(self.sender(name))
            clock_of(self.office).forward(seconds=0.01)
        return self.channel.chats[before:]

    async def used(self, name: str = "main", month: str = MONTH) -> Usage:
        return await self.office.database.read(
            partial(usages.of_month, connection_id=self.ids[name], month=month)
        )

    async def has_used(self, outgoing: int, name: str = "main") -> None:
        def body(connection: Connection) -> None:
            usages.hold(connection, self.ids[name], MONTH)
            connection.execute(
                tables.usages.update()
                .where(tables.usages.c.connection_id == self.ids[name])
                .values(outgoing=outgoing)
            )

        await self.office.database.transaction(body)

    async def rows(self) -> list[Any]:
        def body(connection: Connection) -> list[Any]:
            table = tables.deliveries
            return list(connection.execute(sa.select(table).order_by(table.c.id)))

        return await self.office.database.read(body)

    def owed(self, key: str, given: str = "Bình", **more: Any) -> NewDelivery:
        fields: dict[str, Any] = {
            "once_key": key,
            "address_id": self.addresses[given],
            "purpose": Purpose.CARD,
            "due_at": self.office.clock.machine(),
            "repeat": Repeat.ONCE,
            "subject": 1,
        }
        return NewDelivery(**fields | more)

    async def owes(self, *keys: str, **more: Any) -> None:
        await owe(self.office, *(self.owed(key, **more) for key in keys))
