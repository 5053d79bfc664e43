"""Bots side by side, and people who write to them."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

import sqlalchemy as sa

from bot.access import Caller, Door
from bot.messages.blocks import Message
from bot.messages.splitting import visible_text
from bot.office import Office
from bot.runtime.rooms import COMPOSERS
from bot.settings import Connection as ConnectionSettings
from bot.settings import Settings
from storage import tables
from storage.channels import connections, usages
from storage.database import Connection
from storage.delivery.claims import Claimed
from storage.organisation import organisation
from storage.rows import insert_row
from storage.states import AddressState, Platform, Purpose
from tests.cast import START, Cast, add_address

T = TypeVar("T")
MONTH = "2026-11"
TOKEN = "123456789:abc-xyz"


def limited(**zalo: object) -> Settings:
    """Two Zalo bots of five people, two groups and a hundred messages, and a Telegram bot without limits."""
    few = {"most_people": 5, "most_groups": 2, "messages_a_month": 100, "kept_for_answers": 0} | zalo
    return Settings(
        connections={
            name: ConnectionSettings.model_validate(
                {
                    "platform": "zalo",
                    "token": f"{TOKEN}-{name}",
                    "link": f"https://zalo.example/{name}",
                    **few,
                }
            )
            for name in ("first", "second")
        }
        | {"tele": ConnectionSettings.model_validate({"platform": "telegram", "token": TOKEN})}
    )


@dataclass
class Bots:
    """The bots by name."""

    office: Office
    cast: Cast
    ids: dict[str, int] = field(default_factory=dict)
    strangers: int = 0

    @classmethod
    async def open(cls, office: Office, cast: Cast) -> "Bots":
        bots = cls(office, cast)

        def body(connection: Connection) -> None:
            for name, settings in office.settings.connections.items():
                number = connections.ensure(connection, platform=Platform(settings.platform), name=name)
                connections.note_account(connection, number, f"Bot {name}")
                bots.ids[name] = number

        await office.database.transaction(body)
        return bots

    async def do(self, body: Callable[[Connection], T]) -> T:
        return await self.office.database.transaction(body)

    async def joined(self, given: str, bot: str, *, preference: int = -1) -> int:
        """The member can be written to there, before their other ways."""
        return await self.do(
            lambda connection: add_address(
                connection,
                self.ids[bot],
                chat_id=f"{bot}-{given}",
                member_id=self.cast[given],
                preference=preference,
            )
        )

    async def wrote(self, bot: str, amount: int = 1) -> Caller:
        """So many strangers wrote there; the last of them."""

        def body(connection: Connection) -> int:
            self.strangers += 1
            return organisation.address_for(
                connection,
                connection_id=self.ids[bot],
                chat_id=f"stranger-{self.strangers}",
                is_group=False,
                now=START,
            )

        address_ids = [await self.do(body) for _ in range(amount)]
        return Caller(member_id=None, door=Door.ZALO, address_id=address_ids[-1])

    async def group(self, bot: str, unit: str | None = None) -> int:
        """A group chat, bound to a unit."""
        return await self.do(
            lambda connection: insert_row(
                connection,
                tables.addresses,
                {
                    "connection_id": self.ids[bot],
                    "chat_id": f"group-{bot}-{unit}",
                    "is_group": True,
                    "unit_id": None if unit is None else self.cast.units[unit],
                    "state": AddressState.ACTIVE,
                    "preference": 0,
                    "created_at": START,
                },
            )
        )

    async def has_used(self, bot: str, outgoing: int) -> None:
        def body(connection: Connection) -> None:
            usages.hold(connection, self.ids[bot], MONTH)
            table = tables.usages
            here = table.update().where(table.c.connection_id == self.ids[bot])
            connection.execute(here.values(outgoing=outgoing))

        await self.do(body)

    async def is_spent(self, bot: str) -> None:
        await self.do(
            lambda connection: usages.note_spent(
                connection, self.ids[bot], MONTH, at=self.office.clock.machine()
            )
        )

    def with_settings(self, **zalo: object) -> "Bots":
        return replace(self, office=replace(self.office, settings=limited(**zalo)))

    async def owed(self, purpose: Purpose) -> list[Any]:
        def body(connection: Connection) -> list[Any]:
            table = tables.deliveries
            return list(
                connection.execute(sa.select(table).where(table.c.purpose == purpose).order_by(table.c.id))
            )

        return await self.do(body)

    async def shown(self, row: Any) -> str:
        """What would go out for this row now; the reason, where nothing would."""

        def body(connection: Connection) -> str:
            fields: dict[str, Any] = {name: getattr(row, name, None) for name in Claimed.__dataclass_fields__}
            claimed = Claimed(**fields | {"owner_id": row.member_id, "worker": "test"})
            message = COMPOSERS[row.purpose](connection, self.office, claimed)
            return visible_text(message) if isinstance(message, Message) else str(message.reason)

        return await self.do(body)
