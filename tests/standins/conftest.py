from collections.abc import AsyncIterator

import pytest
from telegram import Bot

from tests.standins.calling import bot_for
from tests.standins.telegram import FREE, Person, TelegramServer
from tests.standins.zalo import ZaloServer


@pytest.fixture
async def server() -> AsyncIterator[TelegramServer]:
    async with TelegramServer(limits=FREE) as server:
        yield server


@pytest.fixture
async def bot(server: TelegramServer) -> AsyncIterator[Bot]:
    async with bot_for(server) as bot:
        yield bot


@pytest.fixture
def binh(server: TelegramServer) -> Person:
    binh = server.person("Bình", 1001)
    binh.joins()
    return binh


@pytest.fixture
async def zalo() -> AsyncIterator[ZaloServer]:
    async with ZaloServer() as zalo:
        yield zalo
