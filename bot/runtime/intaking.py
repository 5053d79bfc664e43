"""Sources are looked at beside the clock's rules: a slow site holds up no reminder."""

import asyncio
from collections.abc import Mapping
from contextlib import AsyncExitStack
from functools import partial

from bot.intake.fetchers import fetcher_for
from bot.intake.looking import look_at_due
from bot.intake.taking import take_waiting
from bot.intake.turns import Turns
from bot.logs import get
from bot.office import Office
from bot.schedule import Rule
from bot.sources.fetching import Fetcher
from storage.intake import sources

log = get(__name__)

LOOK, TAKE = "look at sources", "take what sources show"


class Intake:
    """Two rules that only begin their work, and the one way out that both use.

    Args:
        office: whose sources.
    """

    def __init__(self, office: Office) -> None:
        at_once = office.settings.sources.at_once
        self.office = office
        self._looks, self._takes = Turns(at_once), Turns(at_once)
        self._open = AsyncExitStack()
        self._fetcher: Fetcher | None = None
        self._running: set[asyncio.Task[None]] = set()

    @property
    def rules(self) -> Mapping[str, Rule]:
        """What the clock knocks at."""
        return {LOOK: partial(self._begin, LOOK), TAKE: partial(self._begin, TAKE)}

    async def stop(self) -> None:
        """End what runs; whatever was not committed is done anew after the next start."""
        running = list(self._running)
        for one in running:
            one.cancel()
        await asyncio.gather(*running, return_exceptions=True)
        await self._open.aclose()
        self._fetcher = None

    async def settled(self) -> None:
        """Wait until what has begun is done."""
        while running := list(self._running):
            await asyncio.wait(running)

    async def _begin(self, name: str, office: Office) -> None:
        if self._fetcher is None:
            # Making it ready takes longer than a round of rules, and most offices begin without sources.
            if not await office.database.read(sources.has_any):
                return
            self._fetcher = await self._open.enter_async_context(fetcher_for(office))
        one = asyncio.create_task(self._work(name, office, self._fetcher), name=name)
        self._running.add(one)
        one.add_done_callback(self._running.discard)

    async def _work(self, name: str, office: Office, fetcher: Fetcher) -> None:
        try:
            if name == LOOK:
                await look_at_due(office, fetcher, turns=self._looks)
            else:
                await take_waiting(office, fetcher, turns=self._takes)
        except Exception:
            # Beside the schedule nobody else would hear of it; the next knock tries again.
            log.exception("a rule failed", rule=name)
