"""`loa invite`, `loa publish`, `loa report`: what the running office is asked to do."""

import asyncio
import base64
from pathlib import Path
from typing import Annotated

import typer

from bot.reading.files import MAX_FILE_BYTES
from bot.runtime.linking import bot_names
from bot.settings import Settings
from bot.states import Address, Kind, MemberKind, Role, Scope, Urgency
from handlers.cli.acting import act
from handlers.cli.shell import aside, asked_of, screen
from handlers.cli.speaking import tell_code, tell_planned, tell_published
from handlers.serve.adding import ADD, Newcomer
from handlers.serve.contract import Arguments, BadInput, Request, Result
from handlers.serve.inviting import INVITE, Invited, Whom
from handlers.serve.publishing import PUBLISH, File
from handlers.serve.reporting import REPORT, Which
from handlers.serve.sheets import DRAW_SHEET, PLAN_SHEET, Sheet


def invite(
    context: typer.Context,
    member: Annotated[
        str, typer.Argument(metavar="[MEMBER]", help="A number, or a name; accents are optional.")
    ] = "",
    unit: Annotated[
        str, typer.Option(metavar="UNIT", help="Everybody of this unit and below who is not reached yet.")
    ] = "",
    sheet: Annotated[
        Path | None, typer.Option(metavar="FILE.pdf", help="Where the unit's sheet to print is written.")
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Make the sheet without asking.")] = False,
) -> None:
    """Make a single-use code for a member, or a sheet of them for a unit; earlier unused ones end."""
    settings = asked_of(context).settings()
    if unit and sheet is not None and not member:
        _print_sheet(settings, unit, sheet, asks=not yes)
        return
    if not member or unit or sheet is not None:
        raise BadInput("name either a MEMBER, or both --unit and --sheet")
    made, bots = asyncio.run(_invite(settings, Whom(member=member)))
    tell_code(
        made.full_name, made.code, made.in_link, made.expires_at, bots, place=made.place, page=made.page
    )


def _print_sheet(settings: Settings, unit: str, file: Path, *, asks: bool) -> None:
    if file.exists():
        raise BadInput(f"{file}: is there already; name another file")
    if not file.parent.is_dir():
        raise BadInput(f"{file}: there is no such folder")
    bots = asyncio.run(bot_names(settings))
    wanted = Sheet(unit=unit, account=bots[0] if bots else "")
    tell_planned(_act(settings, PLAN_SHEET, wanted, "looking at the unit"))
    if asks:
        typer.confirm("Make it?", abort=True)
    drawn = _act(settings, DRAW_SHEET, wanted, "making codes")
    file.write_bytes(drawn.content)
    screen.print(f"Written: {file}, {drawn.people} invitations. Hand each to its person.")


async def _invite(settings: Settings, whom: Whom) -> tuple[Invited, list[str]]:
    with aside.status("making a code") as status:
        made = await act(settings, INVITE, whom, say=status.update)
        status.update("asking the bot for its name")
        return made, await bot_names(settings)


def add(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="Family, middle and given name.")],
    unit: Annotated[str, typer.Option(metavar="UNIT", help="The name of their unit; accents are optional.")],
    new_unit: Annotated[bool, typer.Option("--new-unit", help="Open the unit, as a branch.")] = False,
    role: Annotated[list[Role] | None, typer.Option(help="What they may do; may be given again.")] = None,
    position: Annotated[str, typer.Option(help="As on the roster: Bí thư Chi bộ 1.")] = "",
    form: Annotated[Address, typer.Option(help="How they are addressed.")] = Address.COMRADE,
    kind: Annotated[MemberKind, typer.Option(help="How they belong.")] = MemberKind.OFFICIAL,
) -> None:
    """Put one person onto the roster and make their single-use code."""
    settings = asked_of(context).settings()
    newcomer = Newcomer(
        full_name=name,
        unit=unit,
        opens_unit=new_unit,
        roles=tuple(role or ()),
        position=position,
        address_form=form,
        kind=kind,
    )
    made = _act(settings, ADD, newcomer, "adding")
    bots = asyncio.run(bot_names(settings))
    tell_code(
        made.full_name, made.code, made.in_link, made.expires_at, bots, place=made.place, page=made.page
    )


def publish(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A document: .docx, .pdf, .html or .txt.")],
    to: Annotated[
        list[str],
        typer.Option(
            metavar="WHOM",
            help="everyone, topic:NAME, or a unit's NAME (with all below it), which may be given again.",
        ),
    ],
    only: Annotated[
        list[MemberKind] | None, typer.Option(help="Only this kind of member; may be given again.")
    ] = None,
    role: Annotated[
        list[Role] | None, typer.Option(help="Only who holds this role; may be given again.")
    ] = None,
    without: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Leave this person out, by name or number; may be given again."),
    ] = None,
    due: Annotated[
        str, typer.Option(metavar="WHEN", help='By when to acknowledge it, as in "17:00 27/11/2026".')
    ] = "",
    acknowledgement: Annotated[
        bool | None, typer.Option("--ack/--no-ack", help="Whether to ask for it; otherwise by the kind.")
    ] = None,
    kind: Annotated[Kind | None, typer.Option(help="Otherwise as read from the text.")] = None,
    scope: Annotated[
        Scope, typer.Option(help="How far it may travel; only public sends the text itself.")
    ] = Scope.INTERNAL,
    urgency: Annotated[Urgency | None, typer.Option(help="Otherwise as read from the text.")] = None,
    title: Annotated[str, typer.Option(help="Otherwise as read from the text.")] = "",
    number: Annotated[str, typer.Option(help="Otherwise as read from the text.")] = "",
    although_short: Annotated[
        bool,
        typer.Option("--although-short", help="Publish although a connection's month has not room for all."),
    ] = False,
) -> None:
    """Draft a document and hand it in for approval, or publish it where the office asks no second person."""
    if due and acknowledgement is False:
        raise BadInput("--due and --no-ack: what is due asks for acknowledgement")
    settings = asked_of(context).settings()
    arguments = File(
        name=file.name,
        content=base64.b64encode(_read(file)),
        to=tuple(to),
        only=tuple(only or ()),
        roles=tuple(role or ()),
        without=tuple(without or ()),
        due=due,
        asks_acknowledgement=acknowledgement,
        kind=kind,
        scope=scope,
        urgency=urgency,
        title=title,
        number=number,
        although_short=although_short,
    )
    tell_published(_act(settings, PUBLISH, arguments, f"publishing {file.name}"))


def report(
    context: typer.Context,
    number: Annotated[int, typer.Argument(metavar="N", min=1, help="The publication's number.")],
) -> None:
    """Print who has acknowledged a publication, by unit, and who has not, by name."""
    settings = asked_of(context).settings()
    screen.print(_act(settings, REPORT, Which(publication_id=number), "counting").text)


def _act(settings: Settings, request: Request[Arguments, Result], arguments: Arguments, words: str) -> Result:
    with aside.status(words) as status:
        return asyncio.run(act(settings, request, arguments, say=status.update))


def _read(file: Path) -> bytes:
    if file.stat().st_size > MAX_FILE_BYTES:
        raise BadInput(f"{file}: larger than {MAX_FILE_BYTES:,} bytes")
    return file.read_bytes()
