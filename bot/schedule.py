"""APScheduler only knocks: every few seconds the rules look at their rows, whose unique keys decide.

Missed knocks are merged into one (`coalesce`), however late (`misfire_grace_time=None`; the library's
default of one second drops them, facts/reliability.md section 5).
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from weakref import WeakKeyDictionary

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

from bot.logs import get
from bot.office import Office
from storage.database import Database

log = get(__name__)

Rule = Callable[[Office], Awaitable[object]]
"""Something that becomes due; running it twice must change nothing more."""

EVERY = timedelta(seconds=5)


@dataclass(frozen=True)
class Seldom:
    """A rule that looks through many rows to find that nothing is due, and can wait a little.

    Args:
        rule: what is to run.
        every: how often, by the office's clock: when that is turned forward, at once.
    """

    rule: Rule
    every: timedelta
    _ran_at: WeakKeyDictionary[Database, datetime] = field(default_factory=WeakKeyDictionary)

    async def __call__(self, office: Office) -> object:
        """Run the rule, unless it ran just before; one that failed runs again with the next knock."""
        now = office.clock.now()
        ran_at = self._ran_at.get(office.database)
        if ran_at is not None and now - ran_at < self.every:
            return None
        outcome = await self.rule(office)
        self._ran_at[office.database] = now
        return outcome


@dataclass
class Schedule:
    """Knocks at the rules.

    Args:
        office: whose time it is.
        rules: by name, in the order in which they run.
        lead: whether this process is the one to knock.
    """

    office: Office
    rules: Mapping[str, Rule]
    lead: Callable[[], Awaitable[bool]]

    def __post_init__(self) -> None:
        self._scheduler = AsyncIOScheduler(timezone=self.office.zone)
        self._round = asyncio.Lock()

    def start(self) -> None:
        """Knock from now on, in the running event loop."""
        self._scheduler.add_job(
            self.knock,
            IntervalTrigger(seconds=int(EVERY.total_seconds())),
            coalesce=True,
            max_instances=1,
            misfire_grace_time=None,
            # What became due while Loa was away does not wait for the first interval to pass.
            next_run_time=datetime.now(UTC),
        )
        self._scheduler.start()

    async def stop(self) -> None:
        """Knock no more; a round of the rules that has begun is finished first."""
        if self._scheduler.running:
            # Shutting down cancels what runs, in the middle of a transaction.
            self._scheduler.pause()
            async with self._round:
                self._scheduler.shutdown(wait=False)

    async def knock(self) -> None:
        """Run every rule once, if this process leads."""
        async with self._round:
            await self._run_rules()

    async def _run_rules(self) -> None:
        if not await self.lead():
            return
        for name, rule in self.rules.items():
            try:
                await rule(self.office)
            except Exception:
                # A rule that fails must not keep the others from running; the next knock tries it again.
                log.exception("a rule failed", rule=name)
