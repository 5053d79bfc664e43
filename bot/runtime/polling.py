"""Asking a platform for what came in: stored first, then confirmed by the next call."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from bot import retry
from bot.channels.contract import Polled, PollingChannel, Unavailable
from bot.delivery import health
from bot.inbox.intake import take
from bot.logs import get
from bot.office import Office
from storage.channels import connections
from storage.states import Reason

log = get(__name__)

_WAIT = timedelta(seconds=25)
_TOLD = frozenset({Reason.TOKEN, Reason.TWO_INSTANCES})
_NOT_LEADING = timedelta(seconds=1)


@dataclass
class Poller:
    """Polls one connection, in the process that leads.

    Args:
        lead: whether this process may poll (a second poller would get 409 Conflict).
    """

    office: Office
    channel: PollingChannel
    connection_id: int
    lead: Callable[[], Awaitable[bool]]
    wait: timedelta = _WAIT

    def __post_init__(self) -> None:
        self._noted = ""
        self._brought = Polled()
        self._told = asyncio.Event()

    def end(self) -> None:
        """Ask for nothing more; what came in is stored first. Cancelling instead could lose it."""
        self._told.set()

    async def run(self) -> None:
        """Poll until told to end, or until the platform refuses the token."""
        failures = 0
        while True:
            await self.keep()
            if self._told.is_set():
                return
            if not await self.lead():
                await self._rest(_NOT_LEADING)
                continue
            try:
                await self.step()
                failures = 0
                await self._note("")
                await health.note_polled(self.office, self.connection_id)
            except Unavailable as unavailable:
                log.warning("polling failed", connection=self.connection_id, reason=unavailable.reason)
                await health.note_polled(self.office, self.connection_id, failed=unavailable.reason)
                if unavailable.reason in _TOLD:
                    await self._note(unavailable.reason)
                if unavailable.reason is Reason.TOKEN:
                    return
                rest = unavailable.retry_after or retry.after_not_sent(failures, chance=1)
                failures += 1
                await self._rest(rest)

    async def step(self) -> int:
        """One call; what it brought is stored, with the offset of the next; how much was new.

        Raises:
            Unavailable: the platform gave no answer that can be used.
        """
        read = self.office.database.read
        offset = await read(partial(connections.poll_offset, connection_id=self.connection_id))
        await self._ask(offset)
        return await self.keep()

    async def keep(self) -> int:
        """Store what was brought and is not stored yet; how much was new.

        A platform without an offset never brings it again: it stays in hand through any fault of the
        database, and whoever runs this poller anew begins with it.
        """
        brought = self._brought
        if not brought.received:
            return 0
        new = await take(self.office, self.connection_id, brought.received, offset=brought.offset)
        self._brought = Polled()
        return new

    async def _ask(self, offset: int | None) -> None:
        asking = asyncio.create_task(self.channel.poll(offset, wait=self.wait))
        told = asyncio.create_task(self._told.wait())
        try:
            await asyncio.wait({asking, told}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            told.cancel()
            asking.cancel()
            await asyncio.wait({asking, told})
            if not asking.cancelled() and asking.exception() is None:
                # Also where it came at the last moment.
                self._brought = asking.result()
        if not asking.cancelled():
            asking.result()

    async def _rest(self, length: timedelta) -> None:
        try:
            async with asyncio.timeout(length.total_seconds()):
                await self._told.wait()
        except TimeoutError:
            return

    async def _note(self, reason: str) -> None:
        # What `loa check` shows; a second program on the same token may end, so polling goes on trying.
        if reason == self._noted:
            return
        self._noted = reason
        await self.office.database.transaction(
            partial(connections.note_stopped, connection_id=self.connection_id, reason=reason)
        )
