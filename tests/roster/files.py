"""Roster files as tests make them: real bytes, of Excel's own format or not."""

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import xlsxwriter

Rows = Iterable[Sequence[object]]
SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"


def workbook(
    rows: Rows,
    *,
    merged: Mapping[str, str] | None = None,
    name: str = "Danh sách",
    more: Callable[[Any], None] | None = None,
) -> bytes:
    """An .xlsx with these rows; `merged` maps areas (A1:C1) to their text."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        sheet = book.add_worksheet(name)
        for place, row in enumerate(rows):
            for column, cell in enumerate(row):
                if isinstance(cell, str) and cell:
                    sheet.write_string(place, column, cell)
                elif isinstance(cell, int | float):
                    sheet.write_number(place, column, cell)
        for area, text in (merged or {}).items():
            sheet.merge_range(area, text)
        if more is not None:
            more(book)
    return content.getvalue()


def repacked(content: bytes, changes: Mapping[str, Callable[[bytes], bytes] | bytes]) -> bytes:
    """The archive with these parts changed or added."""
    copy = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as before,
        zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for name in before.namelist():
            change = changes.get(name)
            data = before.read(name)
            after.writestr(name, change(data) if callable(change) else data if change is None else change)
        for name, part in changes.items():
            if name not in before.namelist() and isinstance(part, bytes):
                after.writestr(name, part)
    return copy.getvalue()


def csv_text(rows: Rows, *, sign: str = ",") -> str:
    """The rows as a .csv; cells that hold the sign are quoted."""
    return "\r\n".join(sign.join(_quoted(str(cell), sign) for cell in row) for row in rows) + "\r\n"


def _quoted(cell: str, sign: str) -> str:
    return f'"{cell}"' if sign in cell else cell
