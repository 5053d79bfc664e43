"""Asking a platform for what came in: stored first, confirmed by the next call."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from bot import retry
from bot.channels.contract import PollingChannel, Received, Unavailable
from bot.inbox.intake import take
from bot.logs import get
from bot.office import Office
from storage import connections
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

    async def run(self) -> None:
        """Poll until cancelled, or until the platform refuses the token."""
        failures = 0
        while True:
            if not await self.lead():
                await asyncio.sleep(_NOT_LEADING.total_seconds())
                continue
            try:
                await self.step()
                failures = 0
                await self._note("")
            except Unavailable as unavailable:
                log.warning("polling failed", connection=self.connection_id, reason=unavailable.reason)
                if unavailable.reason in _TOLD:
                    await self._note(unavailable.reason)
                if unavailable.reason is Reason.TOKEN:
                    return
                rest = unavailable.retry_after or retry.after_not_sent(failures, chance=1)
                failures += 1
                await asyncio.sleep(rest.total_seconds())

    async def step(self) -> int:
        """One call; what it brought is stored, with the offset of the next; how much was new.

        Raises:
            Unavailable: the platform gave no answer that can be used.
        """
        read = self.office.database.read
        offset = await read(partial(connections.poll_offset, connection_id=self.connection_id))
        received = await self.channel.poll(offset, wait=self.wait)
        if not received:
            return 0
        return await take(self.office, self.connection_id, received, offset=_next(received))

    async def _note(self, reason: str) -> None:
        # What `loa check` shows; a second program on the same token may end, so polling goes on trying.
        if reason == self._noted:
            return
        self._noted = reason
        await self.office.database.transaction(
            partial(connections.note_stopped, connection_id=self.connection_id, reason=reason)
        )


def _next(received: list[Received]) -> int:
    return max(int(one.update_id) for one in received) + 1
