"""Asking the office's bots who they are, without serving them."""

import asyncio
from datetime import timedelta

from bot.channels.contract import Health
from bot.channels.telegram.channel import TelegramChannel
from bot.settings import Connection, Settings

_CONNECTS_WITHIN = timedelta(seconds=5)
_ANSWERS_WITHIN = timedelta(seconds=10)


async def health_of(settings: Connection) -> Health:
    """Whether the platform can be reached and knows the token; what it says holds no token."""
    channel = TelegramChannel(
        settings.token.get_secret_value(),
        api_url=settings.api_url,
        proxy=settings.proxy.get_secret_value() or None,
        connect_after=_CONNECTS_WITHIN,
        read_after=_ANSWERS_WITHIN,
    )
    await channel.open()
    try:
        return await channel.check()
    finally:
        await channel.close()


async def bot_names(settings: Settings) -> list[str]:
    """The names of the bots that answered, without @; one that did not is left out."""
    healths = await asyncio.gather(*map(health_of, settings.connections.values()))
    return [health.name.removeprefix("@") for health in healths if health.reachable]
