"""`loa connections`: how each bot stands, what is left of its month; having one try again, renaming one."""

import asyncio
from datetime import datetime
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from bot.runtime.renaming import rename_connection
from handlers.cli.acting import act
from handlers.cli.shell import OneLine, aside, asked_of, screen
from handlers.serve.connections import LIST_CONNECTIONS, TRY_CONNECTION, Nothing, State, Which

app = typer.Typer(
    cls=OneLine,
    invoke_without_command=True,
    rich_markup_mode=None,
    help="Say how each bot stands and what is left of its month.",
)

_WORDS = {
    "unset": "not in the settings any more",
    "stopped": "stopped",
    "not_heard": "sends, but what people write does not come in: see the log",
    "out": "out",
    "failing": "does not answer",
    "spent": "the platform says that the month is used up",
    "used_up": "the month is used up",
    "running": "running",
}


@app.callback()
def connections(context: typer.Context) -> None:
    """Print how each connection stands, whom it holds and what is left of its month; no names of people."""
    if context.invoked_subcommand is not None:
        return
    settings = asked_of(context).settings()
    with aside.status("looking at the connections") as status:
        found = asyncio.run(act(settings, LIST_CONNECTIONS, Nothing(), say=status.update))
    for one in found.states:
        for line in _lines(one, settings.office.time_zone):
            screen.print(line)


@app.command("try", short_help="Send again where the platform called the month over.")
def try_again(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="As the settings call it.")],
) -> None:
    """Send there again this month; if the platform goes on refusing, it is noted again."""
    settings = asked_of(context).settings()
    with aside.status("letting go what was held") as status:
        tried = asyncio.run(act(settings, TRY_CONNECTION, Which(name=name), say=status.update))
    screen.print(f"{name} tries again; messages let go: {tried.released}")


@app.command("rename", short_help="Give a bot the name that the settings have for it now.")
def rename(
    context: typer.Context,
    old: Annotated[str, typer.Argument(metavar="OLD", help="What it was called until now.")],
    new: Annotated[str, typer.Argument(metavar="NEW", help="What the settings call it now.")],
) -> None:
    """Give a bot the name that the settings have for it now, with all its people; Loa must not run."""
    people = asyncio.run(rename_connection(asked_of(context).settings(), old=old, new=new))
    screen.print(f"{old} is called {new} from now on, with {people} people.")


def _lines(one: State, zone: ZoneInfo) -> tuple[str, ...]:
    held = [f"people {_of(one.people, one.most_people)}", f"groups {_of(one.groups, one.most_groups)}"]
    if one.month and one.limit:
        share = one.used * 100 // one.limit
        held.append(f"messages {_of(one.used, one.limit)} ({share}%) in {one.month}")
    if one.ends_on is not None:
        held.append(f"at this pace the month ends on {one.ends_on:%Y-%m-%d}")
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
    if one.since is not None:
        words += f", since {_moment(one.since, zone)}"
    if one.asks_again_at is not None:
        words += f", asks again at {_moment(one.asks_again_at, zone)}"
    return words


def _of(held: int, most: int) -> str:
    return f"{held:,}/{most:,}" if most else f"{held:,}"


def _moment(at: datetime | None, zone: ZoneInfo) -> str:
    return "never" if at is None else f"{at.astimezone(zone):%Y-%m-%d %H:%M}"
