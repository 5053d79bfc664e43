"""`loa init`: settings, key, database, the first admin."""

import asyncio
from pathlib import Path
from typing import Annotated

import typer

from bot.errors import AlreadyRunning, SettingsError
from bot.office import Office
from bot.runtime.founding import found, founded
from bot.runtime.linking import bot_names
from bot.runtime.opening import lock_folder, open_prepared
from bot.settings import Settings, load
from handlers.cli.config_file import GIVEN_BY, Answers, Messenger, checked_token, read_secret, write
from handlers.cli.shell import asked_of, keep_quiet, screen
from handlers.cli.speaking import tell_code
from handlers.serve.contract import BadInput

_OFFICE = "Văn phòng Đảng ủy"
_UNIT = "Đảng ủy"
_NO_ADMIN = "--admin-name is missing: the full name of the first admin"


def init(
    context: typer.Context,
    office: Annotated[str | None, typer.Option(help=f"The name that members see. [{_OFFICE}]")] = None,
    unit: Annotated[str | None, typer.Option(help=f"The name of the topmost unit. [{_UNIT}]")] = None,
    admin_name: Annotated[str | None, typer.Option(help="Full name of the first admin.")] = None,
    token_file: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Holds the bot's token (- is standard input); it is copied, 0600."),
    ] = None,
    platform: Annotated[Messenger, typer.Option(help="The bot's platform.")] = Messenger.TELEGRAM,
    link: Annotated[
        str, typer.Option(metavar="URL", help="Opens a chat with the bot, as Zalo Bot Creator shows it.")
    ] = "",
    api_url: Annotated[str, typer.Option(metavar="URL", help="The office's own Bot API server.")] = "",
    proxy: Annotated[str, typer.Option(metavar="URL", help="A proxy through which to reach it.")] = "",
    database_url: Annotated[
        str, typer.Option(metavar="URL", help="postgresql://account@host/name; empty for SQLite.")
    ] = "",
    data_folder: Annotated[
        str, typer.Option(metavar="PATH", help="Where database, key and backups are kept.")
    ] = "data",
    yes: Annotated[
        bool, typer.Option("--yes", "-y", help="Ask nothing; what is not given is as usual.")
    ] = False,
) -> None:
    """Make settings, key and database, and print the first admin's single-use code.

    What is not given as an option is asked. Running it again changes nothing and says what is there.
    """
    asked = asked_of(context)
    if asked.sandbox:
        raise BadInput("the sandbox needs no loa init; start it with loa sandbox")
    file = _existing_file(asked.config)
    if file is None:
        file = (asked.config or Path("config.toml")).absolute()
        if yes and not admin_name:
            raise BadInput(_NO_ADMIN)
        answers = Answers(
            office=_answer("Name of the office, as members see it", office, _OFFICE, ask=not yes),
            data_folder=data_folder,
            token=_token(token_file, platform, ask=not yes),
            platform=platform,
            link=link,
            api_url=api_url,
            proxy=proxy,
            database_url=database_url,
        )
        _write_usable(file, answers)
        screen.print(f"Settings: {file}, made")
    else:
        screen.print(f"Settings: {file}, there already, unchanged")
    settings = load(file)
    keep_quiet(settings)
    asyncio.run(_found(settings, unit=unit, admin_name=admin_name, ask=not yes))


def _existing_file(named: Path | None) -> Path | None:
    if named is not None:
        return named if named.is_file() else None
    return load(None).config_file


def _write_usable(file: Path, answers: Answers) -> None:
    written = write(file, answers)
    try:
        load(file)
    except SettingsError:
        # A file that cannot be read would stand in the way of the next try.
        for one in written:
            one.unlink()
        raise


def _answer(question: str, given: str | None, usual: str, *, ask: bool) -> str:
    if given is not None:
        return given.strip() or usual
    if not ask:
        return usual
    return str(typer.prompt(question, default=usual or None)).strip()


def _token(file: Path | None, platform: Messenger, *, ask: bool) -> str:
    if file is not None:
        return checked_token(read_secret(file), platform)
    if not ask:
        return ""
    question = f"Token of the {GIVEN_BY[platform]} (not shown; Enter for none)"
    typed = str(typer.prompt(question, default="", hide_input=True, show_default=False)).strip()
    return checked_token(typed, platform) if typed else ""


async def _found(settings: Settings, *, unit: str | None, admin_name: str | None, ask: bool) -> None:
    try:
        lock = lock_folder(settings)
    except AlreadyRunning:
        screen.print(f"Loa is running on {settings.data_folder}, so everything is there already.")
        return
    try:
        office = await open_prepared(settings)
        try:
            await _found_once(office, unit=unit, admin_name=admin_name, ask=ask)
        finally:
            await office.database.close()
    finally:
        lock.give_back()


async def _found_once(office: Office, *, unit: str | None, admin_name: str | None, ask: bool) -> None:
    screen.print(f"Data folder: {office.settings.data_folder}, with the key and the database")
    before = await founded(office)
    if before is not None:
        screen.print(f"Office: {before.name}, there already, unchanged")
        screen.print("Next: loa invite MEMBER for another code, loa check, loa run.")
        return
    name = _answer("Full name of the first admin", admin_name, "", ask=ask)
    if not name:
        raise BadInput(_NO_ADMIN)
    top = _answer("Name of the topmost unit", unit, _UNIT, ask=ask)
    made = await found(office, first_admin_name=name, unit_name=top)
    if made is None:
        return
    screen.print(f"Office: {office.settings.office.name}, made, with {top}")
    until = made.expires_at.astimezone(office.zone)
    tell_code(made.full_name, made.code, made.in_link, until, await bot_names(office.settings))
    if not office.settings.connections:
        screen.print("No bot is set yet: add one to the settings (config.example.toml), then loa check.")
    screen.print("Next: loa check, then loa run.")
