"""`loa history export`."""

import asyncio
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.access import Door
from bot.organisation.rights.history_sight import Theme
from handlers.cli.acting import act
from handlers.cli.shell import OneLine, aside, asked_of, screen
from handlers.serve.contract import BadInput
from handlers.serve.history import EXPORT_HISTORY, Part

app = typer.Typer(
    cls=OneLine,
    invoke_without_command=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
_DAY = ["%d/%m/%Y", "%Y-%m-%d"]
_ENDINGS = frozenset({".csv", ".xlsx"})


@app.callback()
def history(context: typer.Context) -> None:
    """Who did what to whom, when, from where."""
    if context.invoked_subcommand is None:
        screen.print(context.get_help())


@app.command(short_help="Write history into a file.")
def export(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A new file, .csv or .xlsx.")],
    begins: Annotated[
        datetime | None,
        typer.Option("--from", formats=_DAY, help="The first day; otherwise from the beginning."),
    ] = None,
    ends: Annotated[
        datetime | None, typer.Option("--to", formats=_DAY, help="The last day; otherwise until now.")
    ] = None,
    thing: Annotated[Theme | None, typer.Option(help="Only what is about this.")] = None,
    door: Annotated[Door | None, typer.Option(help="Only what came through this door.")] = None,
    member: Annotated[
        str, typer.Option(metavar="MEMBER", help="Only what this member did, or what was done about them.")
    ] = "",
) -> None:
    """Write history into a file that only you can read, the newest row first; the export itself is a row."""
    if file.suffix.casefold() not in _ENDINGS:
        raise BadInput(f"{file}: the name ends in .csv or .xlsx")
    part = Part(
        path=file.absolute(),
        first_on=begins.date() if begins else None,
        last_on=ends.date() if ends else None,
        theme=thing,
        door=door,
        member=member,
    )
    settings = asked_of(context).settings()
    with aside.status("writing history") as status:
        written = asyncio.run(act(settings, EXPORT_HISTORY, part, say=status.update))
    screen.print(f"{file}: {written.rows:,} rows. It holds names: keep it as you keep the database.")
