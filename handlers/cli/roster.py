"""`loa roster`: the template, and importing a roster file."""

import asyncio
import base64
import re
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import Annotated, Self

import typer
from rich.progress import BarColumn, Progress, TaskID, TextColumn

from bot.organisation.roster.difference import Part
from bot.reading.tables.sheets import MAX_SHEET_BYTES
from handlers.cli.acting import act
from handlers.cli.shell import OneLine, aside, asked_of, screen
from handlers.serve.contract import BadInput
from handlers.serve.rosters import APPLY, COMPARE, TEMPLATE, Choice, Compared, RosterFile, ShownRow, Wanted

app = typer.Typer(cls=OneLine, no_args_is_help=True, help="The roster as a file.", rich_markup_mode=None)
_HOW_FAR = re.compile(r"(.+): (\d+) of (\d+)")


class Chosen(StrEnum):
    """What of the difference is to be applied."""

    ALL = "all"
    """Everything but those who leave units of which more than a third would."""
    JOINED = "joined"
    MOVED = "moved"
    CHANGED = "changed"
    LEFT = "left"
    EMPTIED = "emptied"
    """Also those who leave units of which more than a third would."""


_PARTS = {one: Part[one.name] for one in Chosen}


class _Bar:
    """A line on standard error that says how far it is, with a bar where that is known."""

    def __init__(self) -> None:
        self._progress = Progress(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            console=aside,
            transient=True,
            disable=not aside.is_terminal,
        )
        self._doing: TaskID = self._progress.add_task("", total=None)

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self._progress.stop()

    def say(self, words: str) -> None:
        """Show what is being done."""
        found = _HOW_FAR.fullmatch(words)
        if found is None:
            self._progress.update(self._doing, description=words, total=None)
            return
        done, whole = int(found[2]), int(found[3])
        self._progress.update(self._doing, description=found[1], completed=done, total=whole)


@app.command("template", short_help="Write the program's own file, filled with today's roster.")
def template(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="[FILE.xlsx]")] = Path("danh-sach.xlsx"),
    unit: Annotated[str, typer.Option(metavar="UNIT", help="Only this unit and what is below it.")] = "",
    empty: Annotated[bool, typer.Option("--empty", help="Without anybody in it.")] = False,
) -> None:
    """Write the program's own file; sent back as it is, it changes nothing."""
    if file.suffix.lower() != ".xlsx":
        raise BadInput(f"{file}: should end in .xlsx")
    if file.exists():
        raise BadInput(f"{file}: is there already; remove it, or name another")
    settings = asked_of(context).settings()
    with _Bar() as bar:
        made = asyncio.run(act(settings, TEMPLATE, Wanted(unit=unit, empty=empty), say=bar.say))
    file.write_bytes(made.content)
    screen.print(f"Wrote {file}")


@app.command("import", short_help="Show what a roster file would change, and apply it.")
def import_file(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="An .xlsx or .csv file.")],
    apply: Annotated[
        list[Chosen] | None,
        typer.Option(
            help="Apply this; may be given again. Without it nothing is changed. "
            "`all` leaves out who leaves a unit of which more than a third would: `emptied`."
        ),
    ] = None,
    open_units: Annotated[
        bool, typer.Option("--open-units", help="Open units that are not there, as branches.")
    ] = False,
    save: Annotated[
        Path | None, typer.Option(metavar="FILE.xlsx", help="Write the whole difference there.")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Apply without asking.")] = False,
) -> None:
    """Show what a roster file would change; with --apply, change it."""
    if yes and not apply:
        raise BadInput("--yes: say what to apply, as in --apply all")
    settings = asked_of(context).settings()
    asked = RosterFile(
        name=file.name,
        content=base64.b64encode(_read(file)),
        opens_units=open_units,
        keeps=bool(apply),
        writes_table=save is not None,
    )
    with _Bar() as bar:
        compared = asyncio.run(act(settings, COMPARE, asked, say=bar.say))
    _tell(compared)
    if save is not None:
        save.write_bytes(compared.table)
        screen.print(f"Wrote {save}")
    if not apply or not (compared.changes or compared.emptied):
        return
    if not yes:
        typer.confirm(f"Apply {', '.join(apply)}?", abort=True, err=True)
    choice = Choice(
        import_id=compared.import_id, seen=compared.seen, parts=tuple(_PARTS[one] for one in apply)
    )
    with _Bar() as bar:
        done = asyncio.run(act(settings, APPLY, choice, say=bar.say))
    if done.moved_on:
        raise BadInput("the roster has changed in between and nothing was applied; import the file again")
    screen.print(
        f"Applied: {done.joined} joined, {done.moved} moved, {done.changed} changed, {done.left} left, "
        f"{done.opened} units opened"
    )


def _read(file: Path) -> bytes:
    if file.stat().st_size > MAX_SHEET_BYTES:
        raise BadInput(f"{file}: larger than {MAX_SHEET_BYTES // 1024 // 1024} MB")
    return file.read_bytes()


def _tell(compared: Compared) -> None:
    sheet = f" in the sheet {compared.sheet!r}" if compared.sheet else ""
    screen.print(f"{compared.lines} people{sheet}")
    for does in dict.fromkeys(row.does for row in compared.rows):
        rows = [row for row in compared.rows if row.does == does]
        screen.print(f"{does}: {compared.counts[does]}")
        _list(rows, compared.counts[does] - len(rows))
    if not (compared.changes or compared.emptied):
        screen.print("Nothing would change")
    for one in compared.emptied:
        screen.print(f"{one.leaving} of {one.whole} of {one.unit!r} are not in the file; not part of `all`")
    if compared.unknown_units:
        how = "to be opened" if compared.opens_units else "not there; --open-units opens them"
        screen.print(f"Units {how}: {', '.join(compared.unknown_units)}")
    if compared.left_out:
        screen.print(f"Not kept: {', '.join(compared.left_out)}")
    if compared.other_sheets:
        screen.print(f"Not read, although they list people: {', '.join(compared.other_sheets)}")


def _list(rows: Sequence[ShownRow], more: int) -> None:
    for row in rows:
        place = f"row {row.row}" if row.row else "not in the file"
        units = " -> ".join(filter(None, (row.now, row.then)))
        screen.print("  " + "; ".join(filter(None, (place, row.name, units, row.words))))
    if more:
        screen.print(f"  and {more} more")
