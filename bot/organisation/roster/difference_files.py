"""The whole difference as a file, for whoever wants to look through it in Excel."""

import asyncio
from collections.abc import Callable

from bot.access import Caller, demand
from bot.office import Office
from bot.organisation.roster.importing import KEPT_FOR, Shown
from bot.organisation.roster.tables import Does, rows_of
from bot.organisation.roster.workbook import MEDIA_TYPE, Sheet, written
from bot.texts import roster_tables as texts
from storage import files
from storage.database import Connection
from storage.states import Role

_DOES = {
    Does.JOINS: texts.DOES_JOIN,
    Does.MOVES: texts.DOES_MOVE,
    Does.CHANGES: texts.DOES_CHANGE,
    Does.LEAVES: texts.DOES_LEAVE,
    Does.UNCLEAR: texts.IS_UNCLEAR,
    Does.NOTED: texts.IS_NOTED,
}
_WIDTHS = (8, 16, 30, 26, 26, 60)


async def keep_difference(caller: Caller, office: Office, *, shown: Shown) -> int:
    """Write the table and keep it for a day; returns the number of the file.

    Raises:
        Refused: NOT_ALLOWED.
    """
    demand(caller, {Role.ADMIN})
    content = await asyncio.to_thread(difference_workbook, shown)
    return await keep_file(caller, office, content=content, step="keep difference")


async def keep_file(caller: Caller, office: Office, *, content: bytes, step: str) -> int:
    """Keep a workbook with names for a day; returns the number of the file."""
    now = office.clock.now()

    def body(connection: Connection) -> int:
        return files.keep(connection, content, media_type=MEDIA_TYPE, now=now, until_at=now + KEPT_FOR)

    return await office.perform(caller, step, body, outcome=int)


def difference_workbook(shown: Shown) -> bytes:
    """The bytes of the table."""

    def fill(add: Callable[[str], Sheet]) -> None:
        sheet = add(texts.SHEET_DIFFERENCE)
        sheet.heading(texts.DIFFERENCE_COLUMNS, widths=_WIDTHS)
        for one in rows_of(shown):
            sheet.row((one.row or "", _DOES[one.does], one.name, one.now, one.then, one.detail))
        sheet.filter(len(texts.DIFFERENCE_COLUMNS))

    return written(fill)
