"""A table as offices keep it, .xlsx or .csv: from its bytes to rows of plain text, bounded in memory.

Nothing is evaluated and nothing is fetched: a formula gives the value that was last saved beside it, links
and macros are never looked at.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import PurePath

from bot.reading.letters import normalise
from bot.reading.old_fonts import damage_in
from bot.reading.tables.csv_text import rows_of_csv
from bot.reading.tables.sheet_faults import (
    MAX_COLUMNS,
    MAX_ROWS,
    MAX_SHEET_BYTES,
    SheetFault,
    UnreadableSheet,
)
from bot.reading.tables.workbooks import workbook_rows

__all__ = [
    "ENDINGS",
    "MAX_COLUMNS",
    "MAX_ROWS",
    "MAX_SHEET_BYTES",
    "Sheet",
    "SheetFault",
    "UnreadableSheet",
    "is_table",
    "read_sheets",
    "tidy_cell",
]

Told = Callable[[int, int], object]
"""Told how many rows of how many are read."""

ENDINGS = (".xlsx", ".csv")
# The longest thing that is kept of a cell; names and positions are far shorter.
_LONGEST_CELL = 500
_TELL_EVERY = 500


@dataclass(frozen=True)
class Sheet:
    """One sheet.

    Args:
        name: of its tab; empty for a .csv.
        rows: from the first row on, each with the same number of cells, cleaned; a merged area has the same
            text in all its cells.
    """

    name: str
    rows: tuple[tuple[str, ...], ...] = field(repr=False)


def is_table(name: str) -> bool:
    """Whether the file calls itself a table that can be read."""
    return PurePath(name).suffix.lower() in ENDINGS


def read_sheets(name: str, content: bytes, *, told: Told | None = None) -> tuple[Sheet, ...]:
    """The visible sheets that have anything in them.

    Args:
        name: of the file; only its ending counts.
        content: its bytes.
        told: told how far reading is.

    Raises:
        UnreadableSheet: with the reason; nothing of the content is in it.
    """
    if len(content) > MAX_SHEET_BYTES:
        raise UnreadableSheet(SheetFault.TOO_LARGE)
    ending = PurePath(name).suffix.lower()
    if ending not in ENDINGS:
        raise UnreadableSheet(SheetFault.OLD_EXCEL if ending == ".xls" else SheetFault.OTHER_FORMAT)
    found = workbook_rows(content) if ending == ".xlsx" else [("", rows_of_csv(content))]
    sheets = tuple(Sheet(tidy_cell(title), _cleaned(rows, told)) for title, rows in found)
    sheets = tuple(sheet for sheet in sheets if sheet.rows)
    if not sheets:
        raise UnreadableSheet(SheetFault.EMPTY)
    damage = damage_in(cell for sheet in sheets for row in sheet.rows for cell in row)
    if damage is not None:
        raise UnreadableSheet(damage)
    return sheets


def tidy_cell(written: str) -> str:
    """A cell's text on one line, without what shows nothing (NUL, direction marks, zero width)."""
    return " ".join(normalise(written).split())[:_LONGEST_CELL].strip()


def _cleaned(rows: list[list[str]], told: Told | None) -> tuple[tuple[str, ...], ...]:
    known: dict[str, str] = {}
    width = 0
    cleaned: list[list[str]] = []
    for number, row in enumerate(rows, start=1):
        cells = [known[cell] if cell in known else known.setdefault(cell, tidy_cell(cell)) for cell in row]
        while cells and not cells[-1]:
            cells.pop()
        width = max(width, len(cells))
        cleaned.append(cells)
        if told is not None and (number % _TELL_EVERY == 0 or number == len(rows)):
            told(number, len(rows))
    while cleaned and not cleaned[-1]:
        cleaned.pop()
    if width > MAX_COLUMNS:
        raise UnreadableSheet(SheetFault.TOO_MANY_COLUMNS)
    return tuple((*cells, *("",) * (width - len(cells))) for cells in cleaned)
