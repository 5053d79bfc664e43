"""`loa check`, and how a check is shown."""

import asyncio
from collections.abc import Iterable

import typer
from rich.text import Text

from bot.runtime.checking import check as look
from bot.runtime.findings import Finding, Level
from bot.settings import Settings
from handlers.cli.shell import Code, aside, asked_of, screen

_STYLES = {Level.OK: "green", Level.WARN: "yellow", Level.FAULT: "bold red"}


def check(context: typer.Context) -> None:
    """Look at settings, connections, database, rights and time, and say on one page what to mend.

    Each line is OK, WARN (works, but look) or FAULT (exit code 1), with the next step. Nothing is changed.
    A Zalo bot is asked a few harmless things as well, to see that it answers as Loa expects.
    """
    levels = asyncio.run(_shown(asked_of(context).settings()))
    _end(levels)


def show(findings: Iterable[Finding]) -> None:
    """Print the lines; the process ends with 1 if there is a fault among them."""
    _end([_print(finding) for finding in findings])


async def _shown(settings: Settings) -> list[Level]:
    with aside.status("looking"):
        return [_print(finding) async for finding in look(settings)]


def _print(finding: Finding) -> Level:
    line = Text(f"{finding.level:<5} ", style=_STYLES[finding.level])
    line.append(f"{finding.about}: {finding.words}", style="default")
    screen.print(line)
    if finding.next_step:
        screen.print(f"      -> {finding.next_step}")
    return finding.level


def _end(levels: list[Level]) -> None:
    faults, warnings = levels.count(Level.FAULT), levels.count(Level.WARN)
    screen.print(f"{faults} FAULT, {warnings} WARN" if faults or warnings else "Everything is in order.")
    if faults:
        raise typer.Exit(Code.REFUSED)
