from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.channels.telegram import TelegramChannel
from tests.channels.zalo_side import ted, zalo, zalo_channel
from tests.standins.telegram import FREE, Person, TelegramServer

__all__ = ["binh", "channel", "server", "ted", "zalo", "zalo_channel"]


@pytest.fixture
async def server() -> AsyncIterator[TelegramServer]:
    async with TelegramServer(limits=FREE) as server:
        yield server


@pytest.fixture
async def channel(server: TelegramServer) -> AsyncIterator[TelegramChannel]:
    channel = TelegramChannel(server.token, api_url=server.url, read_after=timedelta(seconds=5))
    await channel.open()
    yield channel
    await channel.close()


@pytest.fixture
def binh(server: TelegramServer) -> Person:
    binh = server.person("Bình", 1001)
    binh.joins()
    return binh
