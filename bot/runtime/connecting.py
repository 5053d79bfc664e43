"""From the settings to connections that are served."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

from bot.channels.telegram.channel import TelegramChannel
from bot.channels.web import WebChannel
from bot.channels.zalo.channel import ZaloChannel
from bot.office import Office
from bot.runtime.noticed import noticing_in
from bot.runtime.renaming import demand_same_name
from bot.runtime.running import Plugged
from bot.settings import Connection as ConnectionSettings
from bot.settings import Receive
from storage.channels import connections
from storage.states import Platform

WEB = "web"
Messenger = TypeVar("Messenger", TelegramChannel, ZaloChannel)


@dataclass(frozen=True)
class Line(Generic[Messenger]):
    """One bot of a messenger, open."""

    name: str
    connection_id: int
    channel: Messenger
    settings: ConnectionSettings

    @property
    def plugged(self) -> Plugged:
        """As the runtime serves it."""
        return Plugged(
            self.connection_id,
            self.channel,
            per_second=self.settings.sends_per_second,
            polls=self.channel if self.settings.receive is Receive.POLLING else None,
            paced=True,
        )


TelegramLine = Line[TelegramChannel]
ZaloLine = Line[ZaloChannel]


@asynccontextmanager
async def messenger_line(
    office: Office, name: str, settings: ConnectionSettings
) -> AsyncIterator[TelegramLine | ZaloLine]:
    """Open the bot of that name, on whichever platform it is; closed again at the end."""
    if settings.platform is Platform.ZALO:
        async with zalo_line(office, name, settings) as zalo:
            yield zalo
    else:
        async with telegram_line(office, name, settings) as telegram:
            yield telegram


@asynccontextmanager
async def telegram_line(
    office: Office, name: str, settings: ConnectionSettings
) -> AsyncIterator[TelegramLine]:
    """Open the Telegram bot of that name; closed again at the end."""
    channel = telegram_channel(office, settings)
    await channel.open()
    try:
        await demand_same_name(office, channel, name=name, platform=Platform.TELEGRAM)
        yield Line(name, await _row(office, name, Platform.TELEGRAM), channel, settings)
    finally:
        await channel.close()


@asynccontextmanager
async def zalo_line(office: Office, name: str, settings: ConnectionSettings) -> AsyncIterator[ZaloLine]:
    """Open the Zalo bot of that name; closed again at the end."""
    channel = zalo_channel(office, settings)
    channel.noticing.keep(noticing_in(office.settings.data_folder, name))
    await channel.open()
    try:
        await demand_same_name(office, channel, name=name, platform=Platform.ZALO)
        yield Line(name, await _row(office, name, Platform.ZALO), channel, settings)
    finally:
        await channel.close()


def telegram_channel(office: Office, settings: ConnectionSettings) -> TelegramChannel:
    """The Telegram bot as set, not yet open."""
    sending = office.settings.sending
    return TelegramChannel(
        settings.token.get_secret_value(),
        api_url=settings.api_url,
        proxy=settings.proxy.get_secret_value() or None,
        in_flight=sending.in_flight,
        connect_after=sending.connect_gives_up_after,
        read_after=sending.read_gives_up_after,
    )


def zalo_channel(office: Office, settings: ConnectionSettings) -> ZaloChannel:
    """The Zalo bot as set, not yet open."""
    sending = office.settings.sending
    return ZaloChannel(
        settings.token.get_secret_value(),
        api_url=settings.api_url,
        proxy=settings.proxy.get_secret_value() or None,
        in_flight=sending.in_flight,
        connect_after=sending.connect_gives_up_after,
        read_after=sending.read_gives_up_after,
        quota_words=settings.quota_words,
    )


async def web_line(office: Office) -> tuple[int, WebChannel]:
    """The office's own web inbox."""
    connection_id = await _row(office, WEB, Platform.WEB)
    return connection_id, WebChannel(office.database, office.clock, connection_id)


async def _row(office: Office, name: str, platform: Platform) -> int:
    return await office.database.transaction(partial(connections.ensure, platform=platform, name=name))
