"""One call to a host at a time, a pause after each, and none while it asks to be left alone."""

import asyncio
import time
from collections import OrderedDict
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta

from bot.sources.fetched import Unfetched
from storage.states import SourceFault

_MOST_HOSTS = 1000
_LONGEST_REST = timedelta(days=1)
"""However long a host asks to be left alone."""


@dataclass
class _Host:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    free_at: float = 0
    rests_until: float = 0


class Turns:
    """Who may call which host when.

    Args:
        pause: after each call, before the next to the same host.
        longest_pause: however long robots.txt asks for.
        rest: waits for so many seconds.
        now: seconds, of a clock that never goes back.
    """

    def __init__(
        self,
        *,
        pause: timedelta,
        longest_pause: timedelta,
        rest: Callable[[float], Awaitable[None]] = asyncio.sleep,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._pause, self._longest_pause = pause, longest_pause
        self._rest, self._now = rest, now
        self._hosts: OrderedDict[str, _Host] = OrderedDict()

    @asynccontextmanager
    async def at(self, name: str, *, pause: timedelta | None) -> AsyncIterator[None]:
        """Wait for a turn, and hold it.

        Args:
            name: the host's.
            pause: that its robots.txt asks for, if it does.

        Raises:
            Unfetched: SITE_FAULT, while it asked to be left alone.
        """
        host = self._host(name)
        async with host.lock:
            left = host.rests_until - self._now()
            if left > 0:
                raise Unfetched(
                    SourceFault.SITE_FAULT, "it asked to be left alone", retry_after=timedelta(seconds=left)
                )
            wait = host.free_at - self._now()
            if wait > 0:
                await self._rest(wait)
            try:
                yield
            finally:
                asked = min(pause or timedelta(), self._longest_pause)
                host.free_at = self._now() + max(asked, self._pause).total_seconds()

    def leave_alone(self, name: str, wait: timedelta) -> None:
        """Call a host no more for so long; a day at most."""
        self._host(name).rests_until = self._now() + min(wait, _LONGEST_REST).total_seconds()

    def _host(self, name: str) -> _Host:
        host = self._hosts.setdefault(name, _Host())
        self._hosts.move_to_end(name)
        if len(self._hosts) > _MOST_HOSTS:
            # The longest unused; a line that is held by somebody goes on with its own.
            self._hosts.popitem(last=False)
        return host
