"""While a platform cannot be reached, every messenger is asked how it stands: also one with nothing to send.

So an outage is seen to be over without risking a message on it, and a fault of the office's own line is not
taken for one of the platform that happened to be used.
"""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta

from bot.channels.contract import Channel
from bot.delivery import health
from bot.delivery.lines import in_service
from bot.office import Office
from storage.channels import connections
from storage.database import Connection

_EVERY = timedelta(seconds=30)


@dataclass(frozen=True)
class Watch:
    """Looks after one connection, in the process that leads.

    Args:
        lead: whether this process may ask.
        every: how long it rests between two looks.
    """

    office: Office
    channel: Channel
    connection_id: int
    lead: Callable[[], Awaitable[bool]]
    every: timedelta = _EVERY

    async def run(self) -> None:
        """Look until cancelled."""
        while True:
            await asyncio.sleep(self.every.total_seconds())
            if await self.lead():
                await self.step()

    async def step(self) -> None:
        """Ask the platform, if any of those that are served fails or is out."""
        if await self.office.database.read(self._has_reason_to_ask):
            answer = await self.channel.check()
            await health.note_checked(self.office, self.connection_id, answer)

    def _has_reason_to_ask(self, connection: Connection) -> bool:
        lines = in_service(connection, self.office)
        # A connection that was refused stays stopped until it is started anew, whatever it answers.
        sends = {"", connections.NOT_HEARD}
        is_stopped = any(line.id == self.connection_id and line.stopped_reason not in sends for line in lines)
        troubled = any(line.failing_since is not None or line.out_since is not None for line in lines)
        return troubled and not is_stopped
