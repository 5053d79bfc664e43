"""`loa unit`: list, open, rename, move, merge, close."""

import asyncio
from datetime import date, datetime
from typing import Annotated

import typer

from bot.settings import Settings
from bot.states import UnitChange, UnitKind
from handlers.cli.acting import act
from handlers.cli.shell import OneLine, aside, asked_of, screen
from handlers.serve.contract import Arguments, BadInput, Request, Result
from handlers.serve.units import CHANGE_UNIT, LIST_UNITS, Change, Day

app = typer.Typer(
    cls=OneLine,
    invoke_without_command=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
_ISO = ["%Y-%m-%d"]

Unit = Annotated[str, typer.Argument(metavar="UNIT", help="A number, or a name; accents are optional.")]
On = Annotated[
    datetime | None,
    typer.Option(
        formats=_ISO, help="From this day on: a day to come is planned, one that is over dated back."
    ),
]
Short = Annotated[str, typer.Option("--short", metavar="NAME", help="The short name in tables.")]


@app.callback()
def units(context: typer.Context) -> None:
    """List or change the tree of units."""
    if context.invoked_subcommand is None:
        screen.print(context.get_help())


@app.command("list", short_help="Print the tree.")
def list_units(
    context: typer.Context,
    on: Annotated[datetime | None, typer.Option(formats=_ISO, help="As on this day.")] = None,
) -> None:
    """Print the tree of today or of a day, each unit with its number."""
    found = _act(asked_of(context).settings(), LIST_UNITS, Day(on=_day(on)), "looking up units")
    for one in found.lines:
        screen.print(f"{'  ' * one.depth}{one.unit_id} {one.name} ({one.kind})")


@app.command("open", short_help="Open a unit.")
def open_unit(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="Its name.")],
    kind: Annotated[UnitKind, typer.Option(help="What it is.")],
    under: Annotated[str, typer.Option(metavar="UNIT", help="Under which unit; otherwise none.")] = "",
    short: Short = "",
    on: On = None,
) -> None:
    """Open a unit under another one, or at the top."""
    change = Change(change=UnitChange.OPEN, kind=kind, name=name, short_name=short, target=under, on=_day(on))
    _tell(context, change, "Opened")


@app.command(short_help="Give a unit another name.")
def rename(
    context: typer.Context,
    unit: Unit,
    name: Annotated[str, typer.Argument(metavar="NAME", help="Its name from then on.")],
    short: Short = "",
    on: On = None,
) -> None:
    """Give a unit another name; reports on earlier days keep the old one."""
    change = Change(change=UnitChange.RENAME, unit=unit, name=name, short_name=short, on=_day(on))
    _tell(context, change, "Renamed")


@app.command(short_help="Hang a unit under another one.")
def move(
    context: typer.Context,
    unit: Unit,
    under: Annotated[str, typer.Option(metavar="UNIT", help="Under which unit.")] = "",
    top: Annotated[bool, typer.Option("--top", help="At the top, under no unit.")] = False,
    on: On = None,
) -> None:
    """Hang a unit, with all below it, under another one or at the top."""
    if bool(under) == top:
        raise BadInput("say either --under UNIT or --top")
    _tell(context, Change(change=UnitChange.MOVE, unit=unit, target=under, on=_day(on)), "Moved")


@app.command(short_help="Merge a unit into another one.")
def merge(
    context: typer.Context,
    unit: Unit,
    into: Annotated[str, typer.Argument(metavar="INTO", help="The unit that takes its members.")],
    on: On = None,
) -> None:
    """Merge a unit into another one: members, open obligations and units below it go along."""
    _tell(context, Change(change=UnitChange.MERGE, unit=unit, target=into, on=_day(on)), "Merged")


@app.command(short_help="Close or dissolve a unit.")
def close(
    context: typer.Context,
    unit: Unit,
    members_to: Annotated[
        str, typer.Option(metavar="UNIT", help="Where its members go; units below it go to the one above.")
    ] = "",
    on: On = None,
) -> None:
    """Close a unit that stands empty, or dissolve one, with its members going elsewhere."""
    _tell(context, Change(change=UnitChange.CLOSE, unit=unit, target=members_to, on=_day(on)), "Closed")


def _tell(context: typer.Context, change: Change, word: str) -> None:
    made = _act(asked_of(context).settings(), CHANGE_UNIT, change, "changing units")
    number = "" if made.unit_id is None else f" {made.unit_id}"
    if made.is_planned:
        screen.print(f"Planned for {made.on.isoformat()}")
    else:
        screen.print(f"{word} unit{number}, from {made.on.isoformat()} on")


def _day(moment: datetime | None) -> date | None:
    return None if moment is None else moment.date()


def _act(settings: Settings, request: Request[Arguments, Result], arguments: Arguments, words: str) -> Result:
    with aside.status(words) as status:
        return asyncio.run(act(settings, request, arguments, say=status.update))
