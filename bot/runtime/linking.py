"""The names of the office's bots, for links that open a conversation with them."""

import asyncio
from datetime import timedelta

from bot.office import Office
from bot.runtime.connecting import telegram_channel
from bot.settings import Connection

_ANSWERS_WITHIN = timedelta(seconds=8)


async def bot_names(office: Office) -> list[str]:
    """The names of the bots that answered in time, without @; a bot that did not is left out."""
    asked = [_name(office, one) for one in office.settings.connections.values()]
    return [name for name in await asyncio.gather(*asked) if name]


async def _name(office: Office, settings: Connection) -> str:
    channel = telegram_channel(office, settings)
    await channel.open()
    try:
        async with asyncio.timeout(_ANSWERS_WITHIN.total_seconds()):
            return (await channel.check()).name.removeprefix("@")
    except TimeoutError:
        return ""
    finally:
        await channel.close()
