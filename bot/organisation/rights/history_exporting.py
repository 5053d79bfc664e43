"""History as a file: a worksheet in a chat, a file of any length at the command line."""

import asyncio
import os
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import timedelta
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from bot.access import Caller
from bot.office import Office
from bot.organisation.rights.history_filters import Filter, wanted_of
from bot.organisation.rights.history_reading import filter_at, note, sight_at
from bot.organisation.rights.history_sight import sight_of
from bot.organisation.rights.history_tables import CsvTable, Table, XlsxTable, row_of
from bot.organisation.rights.history_wording import Told, told
from bot.texts import history as texts
from storage import files, history
from storage.database import Connection
from storage.history import Sight

MOST_IN_A_CHAT = 20_000
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_AT_ONCE = 500
_KEPT = timedelta(days=7)


@dataclass(frozen=True)
class Exported:
    """A file to hand out.

    Args:
        rows: how many it holds, the newest first.
        is_cut: there were more.
    """

    file_id: int
    name: str
    rows: int
    is_cut: bool


async def export(caller: Caller, office: Office, *, look: int) -> Exported:
    """What was looked at, as a worksheet; kept for a week and written down in history.

    Raises:
        Refused: NOT_ALLOWED; NOT_FOUND for a look of somebody else.
    """
    sight = sight_at(caller, look=look)
    wanted = await filter_at(caller, office, look=look)
    content = BytesIO()
    table = XlsxTable(content, folder=office.settings.data_folder)
    rows = await _fill(table, office, sight, wanted, most=MOST_IN_A_CHAT + 1)
    await asyncio.to_thread(table.close)
    now = office.clock.now()

    def body(connection: Connection) -> Exported:
        file_id = files.keep(connection, content.getvalue(), media_type=XLSX, now=now, until_at=now + _KEPT)
        note(connection, office, caller, wanted, "exported")
        name = texts.file_name(now.astimezone(office.zone).date())
        return Exported(file_id, name, min(rows, MOST_IN_A_CHAT), is_cut=rows > MOST_IN_A_CHAT)

    return await office.perform(caller, "export history", body, outcome=Exported)


async def export_to(
    caller: Caller, office: Office, *, wanted: Filter, path: Path, say: Callable[[int], object]
) -> int:
    """The same into a new file (.csv or .xlsx), of any length and flat in memory; returns the rows.

    Args:
        caller: the command line.
        office: whose history.
        wanted: which part.
        path: where nothing may be yet; readable by its owner only.
        say: told how many rows are written.

    Raises:
        OSError: the file is there already, or cannot be written.
        Refused: NOT_ALLOWED.
    """
    sight = sight_of(caller)

    def body(connection: Connection) -> int:
        return note(connection, office, caller, wanted, "exported")

    table: Table
    with await asyncio.to_thread(_new_file, path) as file:
        await office.perform(caller, "export history", body, outcome=int)
        table = CsvTable(file) if path.suffix.casefold() == ".csv" else XlsxTable(file, folder=path.parent)
        rows = await _fill(table, office, sight, wanted, most=None, say=say)
        await asyncio.to_thread(table.close)
    return rows


def _new_file(path: Path) -> BinaryIO:
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")


async def _fill(
    table: Table,
    office: Office,
    sight: Sight,
    wanted: Filter,
    *,
    most: int | None,
    say: Callable[[int], object] | None = None,
) -> int:
    rows = 0
    async for some in _pages(office, sight, wanted):
        for one in some:
            rows += 1
            # The one row too many only tells that there are more.
            if most is None or rows < most:
                table.add(row_of(one, rows, zone=office.zone))
            elif rows == most:
                return rows
        if say is not None:
            say(rows)
    return rows


async def _pages(office: Office, sight: Sight, wanted: Filter) -> AsyncIterator[tuple[Told, ...]]:
    before_id: int | None = None
    while True:
        # A worker thread runs it: the loop variable of this very round goes along.
        some = await office.database.read(_reading(office, sight, wanted, before_id))
        if not some:
            return
        yield some
        before_id = some[-1].id


def _reading(
    office: Office, sight: Sight, wanted: Filter, before_id: int | None
) -> Callable[[Connection], tuple[Told, ...]]:
    def body(connection: Connection) -> tuple[Told, ...]:
        asked = wanted_of(connection, office, wanted)
        return told(connection, history.page(connection, sight, asked, before_id=before_id, limit=_AT_ONCE))

    return body
