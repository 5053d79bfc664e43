"""Rows of history as a worksheet or as CSV, one at a time; nothing in them becomes a formula."""

import codecs
import csv
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO, Protocol
from zoneinfo import ZoneInfo

import xlsxwriter

from bot.organisation.rights.history_wording import Told
from bot.texts import history as texts

_WIDTHS = (8, 22, 30, 24, 60, 30, 24, 24, 22, 14, 10, 16, 16, 24)
# A worksheet ends at 1,048,576 rows (XlsxWriter, "Worksheet limits"); a further sheet goes on.
_ROWS_ON_A_SHEET = 1_000_000
# What a spreadsheet program would take for a formula at the beginning of a CSV cell.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


class Table(Protocol):
    """Takes rows in order."""

    def add(self, row: Sequence[str]) -> None:
        """One more row."""

    def close(self) -> None:
        """Nothing follows; the file is whole after this."""


class XlsxTable:
    """A workbook of strings only.

    Args:
        target: what it is written to when it is closed.
        folder: where its rows wait until then, readable by Loa only.
    """

    def __init__(self, target: BinaryIO, *, folder: Path) -> None:
        # Row after row goes to a temporary file: memory stays flat.
        options = {"constant_memory": True, "tmpdir": str(folder)}
        self._book = xlsxwriter.Workbook(target, options)
        self._heading = self._book.add_format({"bold": True})
        self._sheets = 0
        self._begin_sheet()

    def add(self, row: Sequence[str]) -> None:
        """One more row; a full sheet is followed by another."""
        if self._row > _ROWS_ON_A_SHEET:
            self._begin_sheet()
        for column, cell in enumerate(row):
            self._sheet.write_string(self._row, column, cell)
        self._row += 1

    def close(self) -> None:
        """Write the workbook."""
        self._book.close()

    def _begin_sheet(self) -> None:
        self._sheets += 1
        name = texts.SHEET if self._sheets == 1 else f"{texts.SHEET} {self._sheets}"
        self._sheet = self._book.add_worksheet(name)
        self._sheet.freeze_panes(1, 0)
        for column, (heading, width) in enumerate(zip(texts.COLUMNS, _WIDTHS, strict=True)):
            self._sheet.set_column(column, column, width)
            self._sheet.write_string(0, column, heading, self._heading)
        self._row = 1


class CsvTable:
    """UTF-8 with the mark by which spreadsheet programs know it."""

    def __init__(self, target: BinaryIO) -> None:
        target.write(codecs.BOM_UTF8)
        self._text = TextIOWrapper(target, encoding="utf-8", newline="", write_through=True)
        self._writer = csv.writer(self._text)
        self._writer.writerow(texts.COLUMNS)

    def add(self, row: Sequence[str]) -> None:
        """One more row."""
        self._writer.writerow([_harmless(cell) for cell in row])

    def close(self) -> None:
        """Let go of the file without closing it."""
        self._text.flush()
        self._text.detach()


def row_of(told: Told, number: int, *, zone: ZoneInfo) -> tuple[str, ...]:
    """The cells, in the order of the headings."""
    line = told.line
    return (
        str(number),
        f"{told.at.astimezone(zone):%d/%m/%Y %H:%M:%S}",
        told.actor,
        told.on_behalf_of,
        told.did,
        told.whom,
        told.unit,
        told.publication,
        told.came_from,
        line.thing,
        str(line.thing_id),
        line.from_state,
        line.to_state,
        line.detail,
    )


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell
