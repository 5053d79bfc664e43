"""Learning how a platform calls the bot behind a connection: links that lead to it need its name."""

import asyncio
from datetime import timedelta
from functools import partial

from bot.channels.contract import Channel
from bot.office import Office
from storage.channels import connections

ASK_AGAIN_AFTER = timedelta(minutes=1)


async def learn_account(
    office: Office, channel: Channel, connection_id: int, *, again_after: timedelta = ASK_AGAIN_AFTER
) -> None:
    """Ask until the platform answers, and keep the name without @; the one known before holds till then."""
    while True:
        health = await channel.check()
        if health.reachable:
            break
        await asyncio.sleep(again_after.total_seconds())
    account = health.name.removeprefix("@")
    await office.database.transaction(
        partial(connections.note_account, connection_id=connection_id, account=account)
    )


async def names_of(office: Office, connection_id: int) -> frozenset[str]:
    """What people in a group may call the bot: as its platform, the settings or its office name it."""
    line = await office.database.read(partial(connections.line, connection_id=connection_id))
    settings = office.settings.connections.get(line.name)
    called = "" if settings is None else settings.called.removeprefix("@")
    own = office.settings.office.name
    # A Zalo bot's name begins with "Bot" (facts/zalo.md 1.1).
    names = {line.account, called, f"Bot {called}" if called else "", own, f"Bot {own}"}
    return frozenset(filter(None, names))
