"""What a site asks of programs that visit it (RFC 9309), remembered for a day."""

import re
import time
from collections import OrderedDict
from collections.abc import Callable
from datetime import timedelta

from protego import Protego

from bot.sources.fetched import Unfetched
from storage.states import SourceFault

MOST_BYTES = 512 * 1024
"""RFC 9309 2.5: at least 500 KiB have to be read."""

_MOST_SITES = 1000
_LONGEST = 86_400
_AGENT_LINE = re.compile(r"^\s*user[- ]?agent\b", re.IGNORECASE | re.MULTILINE)
# The library keeps a rule once for each name of its group, and goes through the names for each repeated one.
_MOST_EFFORT = 2_000_000


class Rules:
    """What one site asks of this program.

    Args:
        content: of robots.txt; empty where there is none, which asks nothing.
        agent: this program's name, perhaps with its version and more behind it.

    Raises:
        Unfetched: SITE_FAULT, where reading it would take too long; such a site is left alone.
    """

    def __init__(self, content: bytes, *, agent: str) -> None:
        # RFC 9309 2.2.1: groups name the product; words of a contact address behind it are no names.
        self._agent = agent.partition("/")[0].strip()
        text = content.decode("utf-8-sig", errors="replace")
        agents = sum(1 for _ in _AGENT_LINE.finditer(text))
        if agents * len(text.splitlines()) > _MOST_EFFORT:
            raise Unfetched(SourceFault.SITE_FAULT, "robots.txt: more groups and rules than can be read")
        self._parser = Protego.parse(text)

    def allow(self, url: str) -> bool:
        """Whether a page may be fetched; "*" and "$" count, and the longest rule before shorter ones."""
        return self._parser.can_fetch(url, self._agent)

    @property
    def pause(self) -> timedelta | None:
        """How long it asks to wait between two calls, if it does."""
        wait = self._parser.crawl_delay(self._agent)
        return None if wait is None else timedelta(seconds=min(wait, _LONGEST))


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
