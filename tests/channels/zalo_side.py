"""What the tests of Zalo's channel share."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.channels.zalo import ZaloChannel
from tests.standins.zalo import FREE, Person, Switches, ZaloServer

NO_PAUSE = timedelta()
POLLS, HOOKS, ACTIONS = frozenset({"getUpdates"}), frozenset({"setWebhook"}), frozenset({"sendChatAction"})
BINH = "6ede9afa66b88fe6d6a9"


@pytest.fixture
async def zalo() -> AsyncIterator[ZaloServer]:
    async with ZaloServer(limits=FREE) as zalo:
        yield zalo


@pytest.fixture
async def zalo_channel(zalo: ZaloServer) -> AsyncIterator[ZaloChannel]:
    channel = to(zalo)
    await channel.open()
    yield channel
    await channel.close()


@pytest.fixture
def ted(zalo: ZaloServer) -> Person:
    """Somebody who wrote to the bot long ago."""
    ted = zalo.person("Bình", BINH)
    ted.joins()
    return ted


def to(zalo: ZaloServer, *, token: str = "", read_after: float = 5) -> ZaloChannel:
    """A channel to the stand-in that polls without a pause."""
    return ZaloChannel(
        token or zalo.token,
        api_url=zalo.url,
        connect_after=timedelta(seconds=2),
        read_after=timedelta(seconds=read_after),
        between_polls=NO_PAUSE,
    )


def odd(**switches: object) -> ZaloServer:
    """A stand-in without limits, with other guesses."""
    (name, value), *rest = switches.items()
    assert not rest
    return ZaloServer(limits=FREE, switches=Switches.named(name, value))
