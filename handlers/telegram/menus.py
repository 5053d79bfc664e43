"""The menu of each person's chat: it follows a role that begins, changes or lapses, without their asking."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot import retry
from bot.access import Caller, Door
from bot.channels.contract import Outcome, OutcomeKind
from bot.channels.telegram.channel import TelegramChannel
from bot.logs import get
from bot.office import Office
from bot.organisation.rights.holding import holders_on
from handlers.commands.table import commands_for

log = get(__name__)

Menu = tuple[tuple[str, str], ...]
_IDLE = timedelta(seconds=30)
# The bell rings for every change of anything: roles are looked at this often at most.
_LOOK_EVERY = timedelta(seconds=1)
# After a start every holder's menu is set once: ten a second leave the sender its room.
_BETWEEN = timedelta(milliseconds=100)
_ANSWERED = frozenset({OutcomeKind.SENT, OutcomeKind.UNREACHABLE, OutcomeKind.REFUSED})


@dataclass
class Menus:
    """The menus of one bot, as this process knows it set them.

    Args:
        office: whose.
        channel: the bot.
        pause: waits between two calls.
    """

    office: Office
    channel: TelegramChannel
    pause: Callable[[timedelta], Awaitable[None]] = field(
        default=lambda length: asyncio.sleep(length.total_seconds())
    )

    def __post_init__(self) -> None:
        self._shown: dict[str, Menu] = {}
        self._refused: dict[str, Menu] = {}
        self._failures = 0

    async def show(self, chat_id: str, caller: Caller) -> Outcome | None:
        """Let the chat show this person's menu; None where it does already.

        Who has left the roster gets no menu.
        """
        menu = _menu(caller)
        if self._shown.get(chat_id) == menu:
            return None
        outcome = await self.channel.set_commands(chat_id, menu)
        if outcome.kind is OutcomeKind.SENT:
            self._shown[chat_id] = menu
        elif outcome.kind in _ANSWERED:
            self._refused[chat_id] = menu
        return outcome

    async def run(self, connection_id: int) -> None:
        """Keep the menus of those who hold or held a role as they have to be, until cancelled."""
        while True:
            heard = self.office.bell.rung
            rest = await self.step(connection_id)
            await self._wait(heard, rest)

    async def step(self, connection_id: int) -> timedelta:
        """Set every menu that is not as it has to be; how long to rest unless something changes."""
        found = await holders_on(self.office, connection_id=connection_id, door=Door.TELEGRAM)
        for holder in found.holders:
            if self._refused.get(holder.chat_id) == _menu(holder.caller):
                # Asking again is of no use before the person says something: then the door asks.
                continue
            outcome = await self.show(holder.chat_id, holder.caller)
            if outcome is None:
                continue
            if outcome.kind not in _ANSWERED:
                return self._after(outcome)
            await self.pause(_BETWEEN)
        self._failures = 0
        return self._until(found.changes_at)

    def _after(self, outcome: Outcome) -> timedelta:
        rest = outcome.retry_after or retry.after_not_sent(self._failures, chance=1)
        self._failures += 1
        log.info("a menu was not set", reason=outcome.reason, seconds=rest.total_seconds())
        return rest

    def _until(self, changes_at: datetime | None) -> timedelta:
        if changes_at is None:
            return _IDLE
        return min(_IDLE, max(changes_at - self.office.clock.now(), timedelta()))

    async def _wait(self, heard: int, rest: timedelta) -> None:
        if self._failures:
            # Asked to wait: a bell changes nothing about that.
            await self.pause(rest)
            return
        try:
            async with asyncio.timeout(rest.total_seconds()):
                await self.office.bell.after(heard)
        except TimeoutError:
            return
        await self.pause(_LOOK_EVERY)


def _menu(caller: Caller) -> Menu:
    if caller.member_id is None:
        return ()
    return tuple((command.name, command.help) for command in commands_for(caller))
