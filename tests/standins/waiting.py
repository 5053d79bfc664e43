"""Waiting until something is seen, without looking at the clock again and again."""

import asyncio
from collections.abc import Callable


class Watched:
    """Tells whoever waits that something has changed."""

    def __init__(self) -> None:
        self._waiting: list[Callable[[], None]] = []

    def tell(self) -> None:
        """Something has changed."""
        for wake in list(self._waiting):
            wake()

    async def until(self, done: Callable[[], bool], *, within: float) -> None:
        """Wait until it is so.

        Raises:
            TimeoutError: it was not, in so many seconds.
        """
        changed = asyncio.Event()
        self._waiting.append(changed.set)
        try:
            async with asyncio.timeout(within):
                while not done():
                    changed.clear()
                    await changed.wait()
        finally:
            self._waiting.remove(changed.set)
