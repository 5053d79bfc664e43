"""An .xlsx file: looked through part by part before the library that lays it out gets any of it."""

import datetime as dt
import io
from collections.abc import Iterable, Sequence

from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from bot.reading.tables.sheet_faults import SheetFault, UnreadableSheet
from bot.reading.tables.workbook_parts import safe_copy

# Overlapping merged areas could ask for the same cells over and over.
_MOST_MERGED_CELLS = 1_000_000
_WHOLE = 1e15

Area = tuple[tuple[int, int], tuple[int, int]]


def workbook_rows(content: bytes) -> list[tuple[str, list[list[str]]]]:
    """The name and the rows of each visible sheet, from its first row on; merged areas are filled.

    Raises:
        UnreadableSheet: it is something else, or goes over a limit.
    """
    copy = safe_copy(content)
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(copy)) as book:
            return [
                (one.name, _rows(book, one.name))
                for one in book.sheets_metadata
                if one.visible is SheetVisibleEnum.Visible and one.typ is SheetTypeEnum.WorkSheet
            ]
    except (CalamineError, OSError, ValueError, OverflowError):
        raise UnreadableSheet(SheetFault.BROKEN) from None
    except BaseException as error:
        # A panic of the library's Rust comes as a BaseException, which nothing further up would catch.
        if type(error).__name__ == "PanicException":
            raise UnreadableSheet(SheetFault.BROKEN) from None
        raise


def _rows(book: CalamineWorkbook, name: str) -> list[list[str]]:
    sheet = book.get_sheet_by_name(name)
    if sheet.start is None:
        return []
    rows = [[_written(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)]
    _fill(rows, sheet.merged_cell_ranges or [])
    return rows


def _written(cell: object) -> str:
    """The cell as a person would type it: 912345678.0 is a number without a point."""
    match cell:
        case str():
            return cell
        case bool():
            return "x" if cell else ""
        case float() if cell.is_integer() and abs(cell) < _WHOLE:
            return str(int(cell))
        case dt.datetime() | dt.date() | dt.time():
            return cell.isoformat()
    return str(cell)


def _fill(rows: list[list[str]], merged: Iterable[Area]) -> None:
    """Give every cell of a merged area the text of its first."""
    filled = 0
    for (top, left), (last_row, last_cell) in merged:
        if top >= len(rows) or left >= len(rows[top]) or not rows[top][left]:
            continue
        bottom, right = min(last_row, len(rows) - 1), min(last_cell, len(rows[top]) - 1)
        filled += (bottom - top + 1) * (right - left + 1)
        if filled > _MOST_MERGED_CELLS:
            raise UnreadableSheet(SheetFault.UNFOLDS_TOO_FAR)
        _write_over(rows[top : bottom + 1], left, right, rows[top][left])


def _write_over(rows: Sequence[list[str]], left: int, right: int, text: str) -> None:
    for row in rows:
        row[left : right + 1] = [text] * (right + 1 - left)
