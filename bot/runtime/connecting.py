"""From the settings to connections that are served."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial

from bot.channels.telegram.channel import TelegramChannel
from bot.channels.web import WebChannel
from bot.errors import SettingsError
from bot.office import Office
from bot.runtime.running import Plugged
from bot.settings import Connection as ConnectionSettings
from bot.settings import Receive
from storage import connections
from storage.states import Platform

WEB = "web"


@dataclass(frozen=True)
class TelegramLine:
    """One Telegram bot, open."""

    name: str
    connection_id: int
    channel: TelegramChannel
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


@asynccontextmanager
async def telegram_line(
    office: Office, name: str, settings: ConnectionSettings
) -> AsyncIterator[TelegramLine]:
    """Open the bot of that name; closed again at the end."""
    channel = telegram_channel(office, settings)
    await channel.open()
    try:
        ensure = partial(connections.ensure, platform=Platform.TELEGRAM, name=name)
        connection_id = await office.database.transaction(ensure)
        yield TelegramLine(name, connection_id, channel, settings)
    finally:
        await channel.close()


def telegram_channel(office: Office, settings: ConnectionSettings) -> TelegramChannel:
    """The bot as set, not yet open."""
    sending = office.settings.sending
    return TelegramChannel(
        settings.token.get_secret_value(),
        api_url=settings.api_url,
        proxy=settings.proxy.get_secret_value() or None,
        in_flight=sending.in_flight,
        connect_after=sending.connect_gives_up_after,
        read_after=sending.read_gives_up_after,
    )


async def receive_as_set(office: Office, line: TelegramLine, *, path: str) -> None:
    """Tell Telegram how this bot receives: by webhook at the public address, or by being asked.

    Raises:
        SettingsError: the webhook was refused.
    """
    if line.settings.receive is Receive.POLLING:
        await line.channel.delete_webhook()
        return
    url = office.settings.web.public_url.rstrip("/") + path
    outcome = await line.channel.set_webhook(url, secret=line.settings.webhook_secret.get_secret_value())
    if outcome.reason is not None:
        raise SettingsError(f"connections.{line.name}: the webhook was not set: {outcome.reason}")


async def web_line(office: Office) -> tuple[int, WebChannel]:
    """The office's own web inbox."""
    ensure = partial(connections.ensure, platform=Platform.WEB, name=WEB)
    connection_id = await office.database.transaction(ensure)
    return connection_id, WebChannel(office.database, office.clock, connection_id)
