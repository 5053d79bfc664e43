"""`loa db`: upgrade, check, backup."""

import asyncio
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.errors import LoaError
from bot.runtime.inspecting import database_lines, revision_of
from bot.runtime.keeping import NotWhole, back_up
from bot.runtime.opening import lock_folder, make_key, prepare_folder, upgrade_database
from handlers.cli.checking import show
from handlers.cli.shell import OneLine, aside, asked_of, screen

app = typer.Typer(
    cls=OneLine,
    invoke_without_command=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def database(context: typer.Context) -> None:
    """Upgrade, check or copy the database."""
    if context.invoked_subcommand is None:
        screen.print(context.get_help())


@app.command(short_help="Bring the tables to this version.")
def upgrade(context: typer.Context) -> None:
    """Bring the database to the tables of this version, or make it; a SQLite file is copied first."""
    settings = asked_of(context).settings()
    prepare_folder(settings)
    lock = lock_folder(settings) if settings.alone else None
    try:
        make_key(settings.data_folder)
        with aside.status("upgrading the database"):
            before = revision_of(settings)
            upgrade_database(settings)
            after = revision_of(settings)
    finally:
        if lock is not None:
            lock.give_back()
    screen.print(
        f"Database at {after}" + (", as before" if before == after else f", before {before or 'new'}")
    )


@app.command("check", short_help="Compare the tables, look for faults.")
def check_database(context: typer.Context) -> None:
    """Compare the tables with this version's, and have the database look through itself."""
    settings = asked_of(context).settings()
    with aside.status("looking through the database"):
        lines = asyncio.run(database_lines(settings, thoroughly=True))
    show(lines)


@app.command(short_help="Copy the database and the key.")
def backup(
    context: typer.Context,
    target: Annotated[
        Path | None,
        typer.Argument(
            metavar="[TARGET]", help="A new file, or a folder; otherwise `backups` in the data folder."
        ),
    ] = None,
) -> None:
    """Copy the database, with the key beside it, while Loa is running or not; the copy is proven whole.

    To go back: stop Loa, put the two copies in the data folder as `loa.db` and `key`, remove `loa.db-wal`
    and `loa.db-shm`, start Loa.
    """
    settings = asked_of(context).settings()
    try:
        with aside.status("copying the database"):
            now = datetime.now(settings.office.time_zone)
            kept = asyncio.run(back_up(settings, target, now=now))
    except NotWhole as error:
        raise LoaError(str(error)) from None
    screen.print(f"Database: {kept.database} ({kept.size:,} bytes, {kept.rows:,} rows, proven whole)")
    screen.print(f"Key: {kept.key}")
    screen.print("Both are secret: who has them can read everything and act as the office.")
