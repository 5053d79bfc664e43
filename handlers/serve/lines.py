"""Each messenger's bot with its door: what answers its knocks, what runs beside it, where its webhook is."""

from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from typing import Protocol

from starlette.routing import Route

from bot.channels.contract import Received
from bot.channels.telegram.channel import TelegramChannel
from bot.inbox.choosing import TO_READ
from bot.inbox.handling import Handle
from bot.inbox.intake import take
from bot.office import Office
from bot.runtime.connecting import TelegramLine, ZaloLine
from bot.runtime.hook_secrets import HookSecret
from bot.runtime.running import Plugged
from bot.settings import Receive
from handlers.telegram import webhook as telegram_webhook
from handlers.telegram.door import TelegramDoor
from handlers.webhooks import Take
from handlers.zalo import webhook as zalo_webhook
from handlers.zalo.door import ZaloDoor


class _MakeRoute(Protocol):
    def __call__(self, name: str, *, secret: str, take: Take) -> Route: ...


@dataclass(frozen=True)
class ServedLine:
    """One bot as it is served.

    Args:
        plugged: for the runtime.
        handle: its door.
        webhook: where its platform posts; None where Loa asks instead.
    """

    plugged: Plugged
    handle: Handle
    webhook: Route | None

    @property
    def path(self) -> str:
        """Where its platform posts; empty where Loa asks instead."""
        return "" if self.webhook is None else self.webhook.path


def serve_line(office: Office, line: TelegramLine | ZaloLine, *, to_read: timedelta = TO_READ) -> ServedLine:
    """The bot with the door of its platform; only Telegram shows a menu of commands.

    Args:
        office: whose.
        line: the bot.
        to_read: how long before an answer a menu of numbers must have gone out.
    """
    if isinstance(line.channel, TelegramChannel):
        telegram = TelegramDoor(office, line.channel)
        beside = partial(telegram.menus.run, line.connection_id)
        route = _webhook(office, line, telegram_webhook.webhook_route)
        return ServedLine(replace(line.plugged, beside=(beside,)), telegram.handle, route)
    told = HookSecret(office, line.name)
    came = partial(line.channel.noticing.came, way="webhook")
    route = _webhook(office, line, partial(zalo_webhook.webhook_route, holds=told.matches, came=came))
    zalo = ZaloDoor(office, line.channel, receipts=line.settings.receipts, to_read=to_read)
    return ServedLine(line.plugged, zalo.handle, route)


def _webhook(office: Office, line: TelegramLine | ZaloLine, make: _MakeRoute) -> Route | None:
    if line.settings.receive is not Receive.WEBHOOK:
        return None
    secret = line.settings.webhook_secret.get_secret_value()
    return make(line.name, secret=secret, take=_taking(office, line))


def _taking(office: Office, line: TelegramLine | ZaloLine) -> Take:
    async def take_one(received: Received) -> None:
        await take(office, line.connection_id, [received])

    return take_one
