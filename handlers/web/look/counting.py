"""How often something happened lately, in memory: one process serves the pages."""

import time
from collections import OrderedDict, deque
from collections.abc import Hashable


class Lately:
    """Counts by key.

    Args:
        within: seconds that count.
    """

    _KEPT = 10_000

    def __init__(self, *, within: float) -> None:
        self._within = within
        self._at: OrderedDict[Hashable, deque[float]] = OrderedDict()

    def amount(self, key: Hashable) -> int:
        """How often, within the last seconds that count."""
        counted = self._at.get(key, deque())
        while counted and counted[0] < time.monotonic() - self._within:
            counted.popleft()
        return len(counted)

    def count(self, key: Hashable) -> None:
        """It happened; who was not seen for the longest time is forgotten when there are too many."""
        self._at.setdefault(key, deque()).append(time.monotonic())
        self._at.move_to_end(key)
        while len(self._at) > self._KEPT:
            self._at.popitem(last=False)
