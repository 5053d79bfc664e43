"""`loa connections`: how each bot stands, what it holds, what is left of its month."""

import asyncio
from datetime import datetime
from zoneinfo import ZoneInfo

import typer

from handlers.cli.acting import act
from handlers.cli.shell import aside, asked_of, screen
from handlers.serve.connections import LIST_CONNECTIONS, Nothing, State

_WORDS = {
    "unset": "not in the settings any more",
    "stopped": "stopped",
    "out": "out",
    "failing": "does not answer",
    "spent": "the platform says that the month is used up",
    "used_up": "the month is used up",
    "running": "running",
}


def connections(context: typer.Context) -> None:
    """Print how each connection stands, whom it holds and what is left of its month; no names of people."""
    settings = asked_of(context).settings()
    with aside.status("looking at the connections") as status:
        found = asyncio.run(act(settings, LIST_CONNECTIONS, Nothing(), say=status.update))
    for one in found.states:
        for line in _lines(one, settings.office.time_zone):
            screen.print(line)


def _lines(one: State, zone: ZoneInfo) -> tuple[str, ...]:
    held = [f"people {_of(one.people, one.most_people)}", f"groups {_of(one.groups, one.most_groups)}"]
    if one.month and one.limit:
        share = one.used * 100 // one.limit
        held.append(f"messages {_of(one.used, one.limit)} ({share}%) in {one.month}")
    queue = [f"waiting {one.waiting:,}", f"held until next month {one.held:,}"]
    last = [f"last in {_moment(one.received_at, zone)}", f"last out {_moment(one.sent_at, zone)}"]
    return (
        f"{one.name} ({one.platform}): {_state(one, zone)}",
        f"  {', '.join(held)}",
        f"  {', '.join([*queue, *last])}",
    )


def _state(one: State, zone: ZoneInfo) -> str:
    words = _WORDS[one.condition]
    if one.reason is not None:
        words += f": {one.reason}"
    return words if one.since is None else f"{words}, since {_moment(one.since, zone)}"


def _of(held: int, most: int) -> str:
    return f"{held:,}/{most:,}" if most else f"{held:,}"


def _moment(at: datetime | None, zone: ZoneInfo) -> str:
    return "never" if at is None else f"{at.astimezone(zone):%Y-%m-%d %H:%M}"
