"""`loa run` and `loa sandbox`."""

import asyncio
from typing import Annotated

import typer

from bot.settings import Settings, load, warnings_of
from handlers.cli.shell import aside, asked_of, screen, set_up_logs
from handlers.serve.running import serve


def run(context: typer.Context) -> None:
    """Serve the bots that are set and the web inbox; without either, the sandbox. Stop with Ctrl+C."""
    asked = asked_of(context)
    settings = load(asked.config)
    sandbox = asked.sandbox or not (settings.connections or settings.web.inbox)
    if sandbox and not asked.sandbox:
        screen.print("No connection is set, so this is the sandbox: an invented office, nothing is sent out.")
    _serve(settings, sandbox=sandbox)


def sandbox(
    context: typer.Context,
    port: Annotated[
        int | None, typer.Option(min=0, max=65535, help="The port on 127.0.0.1; otherwise web.port, or 8765.")
    ] = None,
    short: Annotated[
        bool,
        typer.Option("--short", help="Begin with one directive, one question and one study session only."),
    ] = False,
) -> None:
    """Start an invented office on a page of this machine, in mid-story; nothing is sent out."""
    settings = load(asked_of(context).config)
    if port is not None:
        settings = settings.model_copy(update={"web": settings.web.model_copy(update={"port": port})})
    _serve(settings, sandbox=True, is_short=short)


def _serve(settings: Settings, *, sandbox: bool, is_short: bool = False) -> None:
    set_up_logs(settings, settings.logs.level)
    for warning in warnings_of(settings):
        aside.print(f"loa: {warning}")
    asyncio.run(serve(settings, sandbox=sandbox, is_short=is_short, say=screen.print))
