"""How a step is measured: in a process of its own, beside the step with which it is compared."""

import asyncio
import json
import resource
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bot.clock import Clock, OfficeClock
from bot.office import Office
from bot.organisation.founding import found_office
from bot.settings import Settings
from storage.database import Database
from storage.migrate import upgrade

KEY = b"k" * 32


@dataclass(frozen=True)
class Step:
    """One thing that is measured.

    Args:
        title: its line in the table.
        baseline: the step with which it is compared.
    """

    title: str
    run: Callable[[Path, str], None]
    baseline: str = ""


Steps = Mapping[str, Step]
Figures = dict[str, dict[str, float]]


def office_does(
    url: str,
    do: Callable[[Office], Awaitable[None]],
    clock: Clock | None = None,
    *,
    settings: Settings | None = None,
) -> None:
    """Let the office of this database do something.

    Args:
        url: of a database that is founded already.
        do: what is measured, or begins to be with `TIMED.restart()`.
        clock: None: the machine's.
        settings: None: those of an office without any messenger.
    """

    async def run() -> None:
        office = Office(Database(url), clock or OfficeClock(timedelta()), settings or Settings(), KEY)
        try:
            TIMED.restart()
            await do(office)
        finally:
            await office.database.close()

    asyncio.run(run())


def new_office_does(url: str, do: Callable[[Office], Awaitable[None]]) -> None:
    """Found an office in an empty database, and let it do something."""

    async def begun(office: Office) -> None:
        await office.database.transaction(
            lambda connection: found_office(
                connection, office, first_admin_name="Phạm Quốc Dũng", unit_name="Đảng ủy"
            )
        )
        TIMED.restart()
        await do(office)

    upgrade(url)
    office_does(url, begun)


def expect(found: object, wanted: object) -> None:
    """A figure of something that was not done would mislead."""
    if found != wanted:
        raise SystemExit(f"found {found}, not {wanted}")


class Timed:
    """What is measured begins only when what it needs is there."""

    def __init__(self) -> None:
        self.begun = time.perf_counter()

    def restart(self) -> None:
        """Begin now."""
        self.begun = time.perf_counter()


TIMED = Timed()


def measure(name: str, folder: Path, url: str) -> dict[str, float]:
    """Run one step in a process of its own: seconds, and the peak of its memory in MB."""
    done = subprocess.run(
        [sys.executable, "-m", "bench", name, str(folder), url],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"{name}: {done.stderr.strip()}")
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def print_table(title: str, steps: Steps, figures: Figures, own: float) -> None:
    """One line a step: seconds, how many times its baseline, memory above the program's own."""
    table = Table(title=title, title_justify="left")
    for heading in ("step", "seconds", "ratio", "of", "peak MB above the program's own"):
        table.add_column(heading, justify="left" if heading in {"step", "of"} else "right")
    for name, step in steps.items():
        one = figures[name]
        base = figures.get(step.baseline)
        ratio = f"{one['seconds'] / base['seconds']:.2f}" if base else ""
        of = steps[step.baseline].title if step.baseline in steps else ""
        table.add_row(step.title, f"{one['seconds']:.2f}", ratio, of, f"{one['memory'] - own:.0f}")
    Console(width=150).print(table)


def measure_here(step: Step, folder: Path, url: str) -> None:
    """Run the step and write its figures as JSON."""
    TIMED.restart()
    step.run(folder, url)
    seconds = time.perf_counter() - TIMED.begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(json.dumps({"seconds": seconds, "memory": peak}) + "\n")
