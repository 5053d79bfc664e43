"""What waits to be polled: one object a time, nothing to confirm it with."""

import asyncio
import contextlib
from collections.abc import Callable
from typing import Any

from tests.standins.wire import Request
from tests.standins.zalo.refusals import Refused
from tests.standins.zalo.switches import Switches

Event = dict[str, Any]


class Queue:
    """The events of one bot that nobody has fetched. Two who poll split them."""

    def __init__(self, switches: Switches, now: Callable[[], float]) -> None:
        self._switches = switches
        self._now = now
        self._waiting: list[tuple[Event, int]] = []
        self._pollers: list[asyncio.Event] = []
        self._polled_at = float("-inf")
        self.is_closed = False

    @property
    def waiting(self) -> list[Event]:
        """What the next polls would bring."""
        return [event for event, _ in self._waiting]

    @property
    def is_empty_and_polled(self) -> bool:
        """Whether somebody waits for the next event: what was handed out before is behind them."""
        return not self._waiting and bool(self._pollers)

    def push(self, event: Event) -> None:
        """Put one in, unless it is lost because nobody polls."""
        if self._nobody_polls():
            return
        self._waiting.append((event, self._switches.replays))
        self._wake_next()

    def empty(self) -> list[Event]:
        """Take everything out."""
        events = self.waiting
        self._waiting.clear()
        return events

    def close(self, *, closed: bool) -> None:
        """Begin or end to refuse polls; those under way are refused too."""
        self.is_closed = closed
        for poller in self._pollers:
            poller.set()
        self._pollers.clear()

    async def poll(self, request: Request, *, seconds: float) -> Event | None:
        """The oldest event, waiting for it; None when none came or the poller has gone.

        Raises:
            Refused: a webhook is set.
        """
        if self._nobody_polls():
            self._waiting.clear()
        gone = False
        mine = asyncio.Event()

        def leave() -> None:
            nonlocal gone
            gone = True
            mine.set()

        request.when_gone.append(leave)
        try:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(seconds):
                    while not gone:
                        await self._refused_while_closed()
                        if self._waiting:
                            return self._taken()
                        await self._woken(mine)
            return None
        finally:
            self._polled_at = self._now()
            self._wake_next()

    async def _refused_while_closed(self) -> None:
        if not self.is_closed:
            return
        code = self._switches.poll_beside_webhook
        if code == 408:
            await asyncio.Event().wait()
        raise Refused(code)

    async def _woken(self, mine: asyncio.Event) -> None:
        mine.clear()
        self._pollers.append(mine)
        try:
            await mine.wait()
        finally:
            if mine in self._pollers:
                self._pollers.remove(mine)

    def _wake_next(self) -> None:
        """What this one left is for the next, also when it went away just as it was woken."""
        if self._waiting and self._pollers:
            self._pollers.pop(0).set()

    def _taken(self) -> Event:
        event, replays = self._waiting.pop(0)
        if replays:
            self._waiting.append((event, replays - 1))
        return event

    def _nobody_polls(self) -> bool:
        lost_after = self._switches.lost_after
        return lost_after is not None and not self._pollers and self._now() - self._polled_at > lost_after
