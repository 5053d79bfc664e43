"""History as a file, asked for at the command line."""

from datetime import date
from pathlib import Path

from bot.access import Door
from bot.office import Office
from bot.organisation.rights.history_exporting import export_to
from bot.organisation.rights.history_filters import Filter
from bot.organisation.rights.history_sight import Theme
from handlers.serve.contract import COMMAND_LINE, BadInput, Request, Say, Values
from handlers.serve.whom import member_meant


class Part(Values):
    """Args: path: an absolute path where nothing is yet. The rest as in `Filter`; None: whatever it is."""

    path: Path
    first_on: date | None = None
    last_on: date | None = None
    theme: Theme | None = None
    door: Door | None = None
    member: str = ""


class Written(Values):
    """How many rows the file has."""

    rows: int


async def export(office: Office, part: Part, say: Say) -> Written:
    """Write the file, the newest row first.

    Raises:
        BadInput: the member is not clear, or the file is there already or cannot be written.
    """
    wanted = Filter(
        person_id=await member_meant(office, part.member) if part.member else None,
        theme=part.theme,
        door=part.door,
        first_on=part.first_on,
        last_on=part.last_on,
    )
    try:
        rows = await export_to(
            COMMAND_LINE,
            office,
            wanted=wanted,
            path=part.path,
            say=lambda amount: say(f"writing history: {amount:,} rows"),
        )
    except OSError as error:
        raise BadInput(f"{part.path}: {error.strerror or error}") from None
    return Written(rows=rows)


EXPORT_HISTORY = Request("export history", Part, Written, export)
