"""What a site asks of programs that visit it (RFC 9309), remembered for a day."""

import re
import time
from collections import OrderedDict
from collections.abc import Callable
from datetime import timedelta
from urllib.robotparser import RobotFileParser

MOST_BYTES = 512 * 1024
"""RFC 9309 2.5: at least 500 KiB have to be read."""

_MOST_SITES = 1000
_LONGEST = 86_400
_BREAKS = re.compile(
    r"^\s*(?:crawl-delay|request-rate)\s*:(?!\s*[0-9]{1,6}(?:/[0-9]{1,6})?\s*(?:#.*)?$)"
    r"|^\s*(?:dis)?allow\s*:\s*(?:\w*:)?//[^/]*[\[\]]",
    re.IGNORECASE,
)


class Rules:
    """What one site asks of this program.

    Args:
        content: of robots.txt; empty where there is none, which asks nothing.
        agent: this program's name.
    """

    def __init__(self, content: bytes, *, agent: str) -> None:
        self._agent = agent
        self._parser = RobotFileParser()
        lines = content.decode("utf-8-sig", errors="replace").splitlines()
        # The library breaks over addresses that are none, and over numbers that Python takes for none.
        self._parser.parse([line for line in lines if not _BREAKS.search(line)])

    def allow(self, url: str) -> bool:
        """Whether a page may be fetched."""
        return self._parser.can_fetch(self._agent, url)

    @property
    def pause(self) -> timedelta | None:
        """How long it asks to wait between two calls, if it does."""
        wait = self._parser.crawl_delay(self._agent)
        return None if wait is None else timedelta(seconds=min(int(wait), _LONGEST))


class Remembered:
    """The rules of the sites that were visited lately.

    Args:
        kept_for: how long they count; RFC 9309 2.4 says a day at most.
        now: seconds, of a clock that never goes back.
    """

    def __init__(self, *, kept_for: timedelta, now: Callable[[], float] = time.monotonic) -> None:
        self._kept_for, self._now = kept_for.total_seconds(), now
        self._known: OrderedDict[str, tuple[Rules, float]] = OrderedDict()

    def of(self, origin: str) -> Rules | None:
        """The rules of a site; None when they have to be asked for."""
        rules, until = self._known.get(origin, (None, 0.0))
        return rules if until > self._now() else None

    def remember(self, origin: str, rules: Rules) -> None:
        """Keep the rules of a site."""
        self._known[origin] = rules, self._now() + self._kept_for
        self._known.move_to_end(origin)
        if len(self._known) > _MOST_SITES:
            self._known.popitem(last=False)
