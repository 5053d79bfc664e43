"""The served pages of tests/inbox_page, and members who have a messenger that shows no buttons."""

from dataclasses import dataclass

import pytest
import pytest_asyncio

from bot.access import Door
from bot.messages.links import Links
from storage import tables
from storage.database import Connection
from storage.states import Platform, Purpose
from tests.cast import KEY, START, add_address
from tests.inbox_page.browsing import Browser
from tests.inbox_page.conftest import Site, office, site

__all__ = ["Cards", "cards", "office", "site"]

ADDRESSES = ("Tâm", "Thu", "Sơn")


@dataclass
class Cards:
    """The cards of some members, whose words and links stand in their Zalo.

    Args:
        site: everything that is served.
        addresses: the conversation of each, by given name.
    """

    site: Site
    addresses: dict[str, int]

    def link(self, given: str, publication_id: int, *, address: int | None = None) -> str:
        """The way to the page, as it stands in the card."""
        token = Links(KEY).card(
            member_id=self.site.cast[given],
            address_id=address or self.addresses[given],
            publication_id=publication_id,
            published_at=START,
        )
        return f"/v/{token}"

    async def opens(self, given: str, publication_id: int) -> Browser:
        """The member presses the link in the card."""
        browser = await self.site.browser()
        await browser.opens(self.link(given, publication_id))
        return browser

    async def everything(self) -> dict[str, list[dict[str, object]]]:
        """All that a look could have changed, without what the clock does by itself."""
        found = {table.name: await self.site.rows(table) for table in tables.metadata.sorted_tables}
        found.pop("installation")
        # The clock notes since when nobody serves a connection, and tells on Mondays who is not reached.
        found.pop("connections")
        found["deliveries"] = [one for one in found["deliveries"] if one["purpose"] != Purpose.COVERAGE]
        found["history"] = [one for one in found["history"] if one["door"] != Door.CLOCK]
        return found


@pytest_asyncio.fixture
async def cards(site: Site) -> Cards:
    """Tâm, Thu and their secretary have Zalo, which nobody serves here: what goes there waits in its row."""

    def body(connection: Connection) -> dict[str, int]:
        connection_id = connection.execute(
            tables.connections.insert()
            .values(platform=Platform.ZALO, name="zalo", stopped_reason="", account="")
            .returning(tables.connections.c.id)
        ).scalar_one()
        return {
            given: add_address(
                connection, connection_id, chat_id=f"zalo-{number}", member_id=site.cast[given]
            )
            for number, given in enumerate(ADDRESSES)
        }

    return Cards(site, await site.office.database.transaction(body))


@pytest.fixture
def prepared_url(prepared_sqlite_url: str) -> str:
    """One engine: what lies below this door runs on both in its own room (docs/decisions/0009)."""
    return prepared_sqlite_url
