"""The cast, reached by two bots with ten messages a month each."""

from collections.abc import AsyncIterator

import pytest_asyncio

from bot.office import Office
from storage import tables
from storage.channels import connections
from storage.database import Connection
from storage.states import Platform
from tests.cast import Cast, add_address, cast, make_office
from tests.quotas.bots import Bots, limited

__all__ = ["cast"]


@pytest_asyncio.fixture
async def office(prepared_url: str) -> AsyncIterator[Office]:
    made = make_office(prepared_url, settings=limited(messages_a_month=10, kept_for_compulsory=20))
    yield made
    await made.database.close()


@pytest_asyncio.fixture
async def bots(office: Office, cast: Cast) -> Bots:
    def body(connection: Connection) -> Bots:
        ids = {
            name: connections.ensure(connection, platform=Platform.ZALO, name=name)
            for name in ("main", "second")
        }
        connection.execute(tables.addresses.update().values(member_id=None))
        found = {
            given: add_address(connection, ids["main"], chat_id=f"zalo-{given}", member_id=cast[given])
            for given in ("Bình", "Mai", "An")
        }
        return Bots(office, cast, ids, found)

    return await office.database.transaction(body)
