"""`loa`: the commands, put together."""

from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import typer

from handlers.cli import (
    asking,
    checking,
    connections,
    database,
    history,
    initialising,
    personal_data,
    roles,
    roster,
    serving,
    sources,
    units,
    web_links,
    withdrawing,
)
from handlers.cli.shell import Asked, OneLine, screen

app = typer.Typer(
    name="loa",
    cls=OneLine,
    invoke_without_command=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 done, 1 a fault was found or the request was refused, 2 bad input or settings.",
)


@app.callback()
def loa(
    context: typer.Context,
    config: Annotated[
        Path | None,
        typer.Option(
            metavar="PATH",
            help="The settings file; otherwise what LOA_CONFIG names, else ./config.toml if it is there.",
        ),
    ] = None,
    sandbox: Annotated[
        bool, typer.Option("--sandbox", help="Act on the sandbox's office instead of the real one.")
    ] = False,
    show_version: Annotated[bool, typer.Option("--version", help="Print the version and end.")] = False,
) -> None:
    """Carry an office's directives to every member, and bring back who has received them."""
    context.obj = Asked(config, sandbox=sandbox)
    if show_version:
        screen.print(version("loa"))
        raise typer.Exit
    if context.invoked_subcommand is None:
        screen.print(context.get_help())


app.command("init", short_help="Make settings, key, database and the first admin.")(initialising.init)
app.command("check", short_help="Say on one page what is in order and what is not.")(checking.check)
app.command("run", short_help="Serve the bots that are set; without one, the sandbox.")(serving.run)
app.command("sandbox", short_help="Try everything on an invented office, on this machine.")(serving.sandbox)
app.command("add", short_help="Put one person onto the roster.")(asking.add)
app.command("invite", short_help="Make a single-use code for a member.")(asking.invite)
app.command("web-link", short_help="Make a link and a code for a member's page.")(web_links.web_link)
app.command("publish", short_help="Hand a document in for approval.")(asking.publish)
app.command("report", short_help="Print who has acknowledged a publication.")(asking.report)
app.command("withdraw", short_help="Take a publication back.")(withdrawing.withdraw)
app.add_typer(connections.app, name="connections")
app.add_typer(units.app, name="unit")
app.add_typer(roles.app, name="roles")
app.add_typer(history.app, name="history")
database.app.command("sweep", short_help="Remove what has served its term.")(personal_data.sweep)
app.add_typer(database.app, name="db")
app.add_typer(roster.app, name="roster")
app.add_typer(sources.app, name="source")


def main() -> None:
    """The console script."""
    app()
