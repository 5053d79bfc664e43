"""`loa roles`: list, give, end."""

import asyncio
from datetime import date, datetime, timedelta
from typing import Annotated

import typer

from bot.settings import Settings
from bot.states import Role
from handlers.cli.acting import act
from handlers.cli.shell import OneLine, aside, asked_of, screen
from handlers.serve.contract import Arguments, Request, Result
from handlers.serve.roles import END_ROLE, GIVE_ROLE, LIST_ROLES, Done, Nothing, Which, Wish

app = typer.Typer(
    cls=OneLine,
    invoke_without_command=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
_DAY = ["%d/%m/%Y", "%Y-%m-%d"]
# A role that ends at midnight is held to the end of the day before.
_MOMENT = timedelta(minutes=1)


@app.callback()
def roles(context: typer.Context) -> None:
    """List, give or end roles."""
    if context.invoked_subcommand is None:
        screen.print(context.get_help())


@app.command("list", short_help="Say who holds what.")
def list_roles(context: typer.Context) -> None:
    """Say who holds which role for which unit, from when until when."""
    found = _act(asked_of(context).settings(), LIST_ROLES, Nothing(), "looking up roles")
    for one in found.lines:
        until = f" until the end of {one.until_at - _MOMENT:%d/%m/%Y}" if one.until_at else ""
        since = f"from {one.from_at:%d/%m/%Y}"
        screen.print(f"{one.grant_id}: {one.full_name}: {one.role} of {one.unit_name}, {since}{until}")


@app.command(short_help="Give somebody a role.")
def give(
    context: typer.Context,
    member: Annotated[
        str, typer.Argument(metavar="MEMBER", help="A number, or a name; accents are optional.")
    ],
    role: Annotated[Role, typer.Argument(help="Which.")],
    unit: Annotated[str, typer.Option(metavar="UNIT", help="For which unit; needed for secretaries.")] = "",
    begins: Annotated[
        datetime | None, typer.Option("--from", formats=_DAY, help="The first day; otherwise at once.")
    ] = None,
    ends: Annotated[
        datetime | None, typer.Option("--until", formats=_DAY, help="The last day; otherwise open.")
    ] = None,
) -> None:
    """Give somebody a role for a unit and all below it; the person is told."""
    wish = Wish(member=member, role=role, unit=unit, first_on=_day(begins), last_on=_day(ends))
    _tell(_act(asked_of(context).settings(), GIVE_ROLE, wish, "giving the role"), "Given")


@app.command(short_help="End a role.")
def end(
    context: typer.Context,
    number: Annotated[int, typer.Argument(metavar="N", min=1, help="As `loa roles list` shows it.")],
    on: Annotated[
        datetime | None, typer.Option("--on", formats=_DAY, help="The last day; otherwise it ends now.")
    ] = None,
) -> None:
    """End a role; the last admin's stays. The person is told."""
    which = Which(grant_id=number, last_on=_day(on))
    _tell(_act(asked_of(context).settings(), END_ROLE, which, "ending the role"), "Ended")


def _tell(done: Done, word: str) -> None:
    if done.unchanged:
        screen.print("Nothing changed: it was so before")
        return
    screen.print(
        f"{word}; the person {'is told' if done.told else 'has no conversation, tell them yourself'}"
    )


def _day(moment: datetime | None) -> date | None:
    return None if moment is None else moment.date()


def _act(settings: Settings, request: Request[Arguments, Result], arguments: Arguments, words: str) -> Result:
    with aside.status(words) as status:
        return asyncio.run(act(settings, request, arguments, say=status.update))
