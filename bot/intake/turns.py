"""Whose turn it is: a source is in one hand at a time, and a few are asked together."""

import asyncio
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from storage.intake.sources import Source


class Turns:
    """The turns of one kind of work in this process.

    A slow source keeps its own next turn waiting, and of the others only as many as there are slots short.

    Args:
        at_once: how many sites may be asked together.
    """

    def __init__(self, at_once: int) -> None:
        self._slots = asyncio.Semaphore(at_once)
        self._in_hand: set[int] = set()

    def take(self, found: Iterable[Source]) -> list[Source]:
        """Take those in hand that nobody has; each is to be given back by `done_with`."""
        mine = [source for source in found if source.id not in self._in_hand]
        self._in_hand.update(source.id for source in mine)
        return mine

    @contextmanager
    def done_with(self, source: Source) -> Iterator[None]:
        """Give the source back at the end of the block."""
        try:
            yield
        finally:
            self._in_hand.discard(source.id)

    def slot(self) -> asyncio.Semaphore:
        """To be held while a site is asked."""
        return self._slots
