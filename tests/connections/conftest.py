"""An office with two Zalo bots, a Telegram bot and the web inbox; everybody is on the web inbox at first."""

from collections.abc import AsyncIterator

import pytest_asyncio

from bot.office import Office
from tests.cast import Cast, cast, make_office
from tests.connections.bots import Bots, limited

__all__ = ["cast"]


@pytest_asyncio.fixture
async def office(prepared_url: str) -> AsyncIterator[Office]:
    made = make_office(prepared_url, settings=limited())
    yield made
    await made.database.close()


@pytest_asyncio.fixture
async def bots(office: Office, cast: Cast) -> Bots:
    return await Bots.open(office, cast)
