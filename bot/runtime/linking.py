"""Asking the office's bots who they are, without serving them."""

import asyncio
from datetime import timedelta

from bot.channels.contract import Health
from bot.channels.telegram.channel import TelegramChannel
from bot.channels.zalo.channel import ZaloChannel
from bot.settings import Connection, Settings
from storage.states import Platform

CONNECTS_WITHIN = timedelta(seconds=5)
ANSWERS_WITHIN = timedelta(seconds=10)

_CHANNELS: dict[Platform, type[TelegramChannel | ZaloChannel]] = {
    Platform.TELEGRAM: TelegramChannel,
    Platform.ZALO: ZaloChannel,
}


async def health_of(settings: Connection) -> Health:
    """Whether the platform can be reached and knows the token; what it says holds no token."""
    channel = _CHANNELS[settings.platform](
        settings.token.get_secret_value(),
        api_url=settings.api_url,
        proxy=settings.proxy.get_secret_value() or None,
        connect_after=CONNECTS_WITHIN,
        read_after=ANSWERS_WITHIN,
    )
    await channel.open()
    try:
        return await channel.check()
    finally:
        await channel.close()


async def bot_names(settings: Settings) -> list[str]:
    """The names of the Telegram bots that answered, without @, for links to them (t.me/NAME).

    One that did not answer is left out, and so is a Zalo bot: the way to it is its own `link`.
    """
    asked = [one for one in settings.connections.values() if one.platform is Platform.TELEGRAM]
    healths = await asyncio.gather(*map(health_of, asked))
    return [health.name.removeprefix("@") for health in healths if health.reachable]
