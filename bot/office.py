"""What every use case works with, and the one way it changes things."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar
from zoneinfo import ZoneInfo

from pydantic import TypeAdapter, ValidationError

from bot.access import Caller
from bot.calendar import Calendar
from bot.clock import Clock
from bot.settings import Settings
from storage.database import Connection, Database
from storage.inbox import knocks

T = TypeVar("T")


class Bell:
    """Rung after every change; each listener hears every ring that came after its last look."""

    def __init__(self) -> None:
        self.rung = 0
        self._event = asyncio.Event()

    def ring(self) -> None:
        """Wake everybody who waits."""
        self.rung += 1
        self._event.set()
        self._event = asyncio.Event()

    async def after(self, heard: int) -> None:
        """Wait for a ring after the `heard`-th."""
        if self.rung == heard:
            await self._event.wait()


@dataclass(frozen=True)
class Office:
    """The organisation that this installation serves.

    Args:
        database: where everything is remembered.
        clock: office time and machine time.
        settings: as read at start.
        key: signs buttons; made by `loa init`, 0600 in the data folder.
        bell: rung after every change, so that the senders look at once.
    """

    database: Database
    clock: Clock
    settings: Settings
    key: bytes = field(repr=False)
    bell: Bell = field(default_factory=Bell)

    @property
    def zone(self) -> ZoneInfo:
        """The office's time zone."""
        return self.settings.office.time_zone

    @property
    def calendar(self) -> Calendar:
        """Working days and sending hours, as set."""
        hours, days = self.settings.hours, self.settings.calendar
        return Calendar(
            zone=self.zone,
            normal=hours.normal,
            urgent=hours.urgent,
            reminders=hours.reminders,
            working=days.working,
            free=days.free,
            mourning=days.mourning,
        )

    async def perform(
        self, caller: Caller, step: str, body: Callable[[Connection], T], *, outcome: type[T]
    ) -> T:
        """Run a change in one transaction, once for each (knock, step).

        A knock may be handled twice (Loa was killed between the change and its reply): the second run
        finds what the first one recorded in the same transaction, and returns it.

        Args:
            caller: who asks; without a knock every call is a new one.
            step: the name of the change within its knock.
            body: the change; it may raise `Refused`, and then nothing is kept.
            outcome: the type of what it returns (JSON of it is recorded).
        """
        adapter: TypeAdapter[T] = TypeAdapter(outcome)

        def run(connection: Connection) -> T:
            knock = caller.knock
            if knock is None:
                return body(connection)
            before = knocks.outcome(connection, knock_id=knock, step=step)
            if before is not None:
                return _recorded(adapter, before)
            result = body(connection)
            recorded = adapter.dump_json(result).decode()
            knocks.record(connection, knock_id=knock, step=step, outcome=recorded)
            return result

        result = await self.database.transaction(run)
        self.bell.ring()
        return result


def _recorded(adapter: TypeAdapter[T], outcome: str) -> T:
    try:
        return adapter.validate_json(outcome)
    except ValidationError:
        # The library's own error would quote the outcome, which may hold a name or a question.
        raise ValueError("a recorded outcome cannot be read by this version") from None
