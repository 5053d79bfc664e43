"""`loa source`: add, list, try, pause, resume, close."""

import asyncio
import base64
import re
from datetime import datetime
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from bot.settings import Settings
from handlers.cli.acting import act
from handlers.cli.shell import OneLine, aside, asked_of, screen
from handlers.serve.contract import Arguments, BadInput, Request, Result
from handlers.serve.sources import (
    ADD_SOURCE,
    LIST_SOURCES,
    TRY_SOURCE,
    TURN_SOURCE,
    Nothing,
    SourceFile,
    State,
    TriedDocument,
    Turn,
    Turned,
    Wanted,
)

app = typer.Typer(
    cls=OneLine,
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Where newly published documents are looked for.",
)
MOST_FILE_BYTES = 64 * 1024

File = Annotated[Path, typer.Argument(metavar="FILE.toml", help="Says what the source is.")]
Number = Annotated[int, typer.Argument(metavar="ID", help="Its number, as `loa source list` prints it.")]


@app.command("add", short_help="Add a source from a file.")
def add(context: typer.Context, file: File) -> None:
    """Add a source; what it shows at first contact is noted and not sent."""
    content = _read(file)
    made = _act(asked_of(context).settings(), ADD_SOURCE, SourceFile(content=content), "adding the source")
    screen.print(f"Added source {made.source_id}: {made.name}")


@app.command("list", short_help="Say how each source stands.")
def list_sources(context: typer.Context) -> None:
    """Print each source that is not closed, how it stands, and what came of it."""
    settings = asked_of(context).settings()
    found = _act(settings, LIST_SOURCES, Nothing(), "looking up sources")
    for one in found.states:
        for line in _lines(one, settings.office.time_zone):
            screen.print(line)
    if not found.states:
        screen.print("There are no sources; add one with loa source add FILE.toml")


@app.command("try", short_help="Show what a source would bring; nothing is stored.")
def try_one(
    context: typer.Context,
    wanted: Annotated[str, typer.Argument(metavar="ID|FILE.toml", help="A source that is there, or a file.")],
) -> None:
    """Read what a source shows now and its first documents; nothing is stored or sent."""
    asked = (
        Wanted(source_id=int(wanted))
        if re.fullmatch(r"\d{1,9}", wanted, re.ASCII)
        else Wanted(content=_read(Path(wanted)))
    )
    tried = _act(asked_of(context).settings(), TRY_SOURCE, asked, "trying the source")
    if tried.fault is not None:
        screen.print(f"Nothing came: {_because(tried.fault, tried.detail)}")
        raise typer.Exit(1)
    screen.print(f"{tried.found} on its list; the first {len(tried.documents)}:")
    for one in tried.documents:
        for line in _document(one):
            screen.print(line)


@app.command("pause", short_help="Let a source rest.")
def pause(context: typer.Context, source: Number) -> None:
    """Let a source rest; what it showed stays."""
    _turn(context, source, Turn.PAUSE, "Paused")


@app.command("resume", short_help="Look at a source again.")
def resume(context: typer.Context, source: Number) -> None:
    """Look at a source again; what came meanwhile is drafted."""
    _turn(context, source, Turn.RESUME, "Resumed")


@app.command("close", short_help="Look at a source no more.")
def close(
    context: typer.Context,
    source: Number,
    yes: Annotated[bool, typer.Option("--yes", help="Close without asking.")] = False,
) -> None:
    """Look at a source no more, for good; what came from it stays."""
    if not yes:
        typer.confirm(f"Close source {source} for good?", abort=True, err=True)
    _turn(context, source, Turn.CLOSE, "Closed")


def _turn(context: typer.Context, source: int, turn: Turn, word: str) -> None:
    wanted = Turned(source_id=source, turn=turn)
    done = _act(asked_of(context).settings(), TURN_SOURCE, wanted, "changing the source")
    screen.print(f"{word} source {done.source_id}: {done.name}")


def _lines(one: State, zone: ZoneInfo) -> tuple[str, ...]:
    itself = "; publishes by itself" if one.publishes_itself else ""
    looks = f"  looked at {_moment(one.looked_at, zone)}, next {_moment(one.next_look_at, zone)}"
    counts = ", ".join(f"{state.value} {amount}" for state, amount in sorted(one.counts.items()))
    return (
        f"{one.source_id} {one.name} ({one.kind}): {_health(one, zone)}{itself}",
        f"  {one.place}",
        looks + (f"; {counts}" if counts else ""),
    )


def _health(one: State, zone: ZoneInfo) -> str:
    if one.fault is None:
        return one.health.value
    since = "" if one.since is None else f", since {_moment(one.since, zone)}"
    return f"{one.health.value}: {_because(one.fault, one.fault_detail)}{since}"


def _because(fault: str, detail: str) -> str:
    return f"{fault} ({detail})" if detail else fault


def _document(one: TriedDocument) -> tuple[str, ...]:
    read = [one.number, one.kind, one.issued_on and one.issued_on.isoformat(), one.title]
    words = "; ".join(str(part) for part in read if part)
    if one.fault is not None:
        words = "; ".join(filter(None, (words, _because(one.fault, one.detail))))
    files = f"  {one.files} file{'s' if one.files != 1 else ''}" if one.files else ""
    return tuple(filter(None, (f"- {words}", f"  {one.link}" if one.link else "", files)))


def _moment(at: datetime | None, zone: ZoneInfo) -> str:
    return "never" if at is None else f"{at.astimezone(zone):%Y-%m-%d %H:%M}"


def _read(file: Path) -> bytes:
    if file.stat().st_size > MOST_FILE_BYTES:
        raise BadInput(f"{file}: larger than {MOST_FILE_BYTES // 1024} KB")
    return base64.b64encode(file.read_bytes())


def _act(settings: Settings, request: Request[Arguments, Result], arguments: Arguments, words: str) -> Result:
    with aside.status(words) as status:
        return asyncio.run(act(settings, request, arguments, say=status.update))
