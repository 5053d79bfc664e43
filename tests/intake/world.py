"""An office that looks at sources: what its people do, and what is left in the tables."""

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from bot.audience import Audience, AudienceKind
from bot.delivery.composing import Skip
from bot.intake.cards import SourceCard
from bot.intake.describing import NewSource
from bot.intake.looking import look_at_due
from bot.intake.sources import add_source
from bot.intake.taking import take_waiting
from bot.messages.blocks import Link
from bot.messages.splitting import visible_text
from bot.office import Office
from bot.runtime.rooms import COMPOSERS
from storage import tables
from storage.database import Connection
from storage.delivery.claims import Claimed
from storage.states import Purpose, Scope, SourceKind
from tests.cast import Cast, clock_of
from tests.intake.web import FEED, Web

SELECTORS = {"item": "li", "page": {"title": "h1", "body": ".body", "attachments": ".files a"}}
EVERYONE = Audience(AudienceKind.EVERYONE)


@dataclass
class World:
    office: Office
    cast: Cast
    web: Web

    async def adds(self, **said: Any) -> SourceCard:
        """Dũng adds a source; a feed unless said otherwise."""
        new = NewSource(
            **{"name": "Cổng tỉnh", "kind": SourceKind.FEED, "place": FEED, "selectors": SELECTORS} | said
        )
        return await add_source(self.cast.caller("Dũng"), self.office, new=new)

    async def adds_public(self, **said: Any) -> SourceCard:
        return await self.adds(audience=EVERYONE, scope=Scope.PUBLIC, **said)

    async def adds_folder(self, place: str = ".") -> SourceCard:
        return await self.adds(kind=SourceKind.FOLDER, place=place, selectors={}, name="Thư mục")

    async def looks(self, **later: float) -> None:
        """So much later the clock knocks at both rules."""
        clock_of(self.office).forward(**later)
        await look_at_due(self.office, self.web)
        await take_waiting(self.office, self.web)

    async def rows(self, table: str) -> list[Any]:
        def body(connection: Connection) -> list[Any]:
            found = tables.metadata.tables[table]
            return list(connection.execute(sa.select(found).order_by(found.c.id)).all())

        return await self.office.database.read(body)

    async def states(self) -> list[str]:
        """Of all items, in the order in which they were noted."""
        return [row.state.value for row in await self.rows("items")]

    async def titles(self) -> list[str]:
        """Of all drafts."""
        return [row.title for row in await self.rows("drafts")]

    async def told(self, purpose: Purpose) -> list[str]:
        """What everybody gets of this purpose, as it would be shown now; "" where it is left out."""

        def body(connection: Connection) -> list[str]:
            found = tables.deliveries
            question = sa.select(found.c.id).where(found.c.purpose == purpose).order_by(found.c.id)
            return [self._shown(connection, row.id) for row in connection.execute(question)]

        return await self.office.database.read(body)

    def _shown(self, connection: Connection, delivery_id: int) -> str:
        found, owner = tables.deliveries, tables.addresses
        question = (
            sa.select(found, owner.c.member_id.label("owner_id"), owner.c.chat_id, owner.c.is_group)
            .join(owner, owner.c.id == found.c.address_id)
            .where(found.c.id == delivery_id)
        )
        row = connection.execute(question).mappings().one()
        fields = {name: row[name] for name in Claimed.__dataclass_fields__ if name in row}
        claimed = Claimed(**fields | {"worker": "test"})
        composed = COMPOSERS[claimed.purpose](connection, self.office, claimed)
        if isinstance(composed, Skip):
            return ""
        links = [block.url for block in composed.blocks if isinstance(block, Link)]
        return "\n".join((visible_text(composed), *links))
