from collections.abc import AsyncIterator

import pytest

from tests.flows.zalo_house import ZaloHouse, open_zalo_house
from tests.standins.zalo import FREE, ZaloServer


@pytest.fixture
async def house(prepared_url: str) -> AsyncIterator[ZaloHouse]:
    """Loa on Zalo, by polling."""
    async with ZaloServer(limits=FREE) as server, open_zalo_house(prepared_url, server) as one:
        yield one


@pytest.fixture
def prepared_url(prepared_sqlite_url: str) -> str:
    """One engine: what lies below this door runs on both in its own room (docs/decisions/0009)."""
    return prepared_sqlite_url
