"""Workbooks that Loa writes: whatever somebody typed stays text, also where it begins like a formula."""

import io
from collections.abc import Callable, Sequence

import xlsxwriter

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_HEADING = {"bold": True, "bg_color": "#DCE6F1", "border": 1, "text_wrap": True, "valign": "vcenter"}
_LINE = {"border": 1, "text_wrap": True, "valign": "top"}
_NUMBER = _LINE | {"font_color": "#808080"}


class Sheet:
    """One sheet, written row after row."""

    def __init__(self, book: xlsxwriter.Workbook, name: str) -> None:
        self._book = book
        self._sheet = book.add_worksheet(name)
        self._line = book.add_format(_LINE)
        self._number = book.add_format(_NUMBER)
        self._next = 0

    def heading(self, cells: Sequence[str], *, widths: Sequence[int]) -> None:
        """The heading: it stays in sight and can be filtered by."""
        style = self._book.add_format(_HEADING)
        for column, (cell, width) in enumerate(zip(cells, widths, strict=True)):
            self._sheet.set_column(column, column, width)
            self._sheet.write_string(0, column, cell, style)
        self._sheet.freeze_panes(1, 0)
        self._next = 1

    def row(self, cells: Sequence[str | int]) -> None:
        """One row: numbers as numbers, all else as text whatever it looks like."""
        for column, cell in enumerate(cells):
            if isinstance(cell, int):
                self._sheet.write_number(self._next, column, cell, self._number)
            else:
                self._sheet.write_string(self._next, column, cell, self._line)
        self._next += 1

    def filter(self, columns: int) -> None:
        """Let the rows be filtered."""
        self._sheet.autofilter(0, 0, max(self._next - 1, 1), columns - 1)

    def choices(self, column: int, *, rows: int, source: str | list[str], title: str, words: str) -> None:
        """A drop-down list in that column; something else may be typed after a question."""
        rule = {
            "validate": "list",
            "source": source,
            "error_type": "warning",
            "error_title": title,
            "error_message": words,
        }
        self._sheet.data_validation(1, column, rows, column, rule)

    def text_column(self, column: int, width: int) -> None:
        """Take what is typed there as text: a telephone number keeps its zero."""
        self._sheet.set_column(column, column, width, self._book.add_format({"num_format": "@"}))

    def hide(self) -> None:
        """Show it to nobody; lists refer to it."""
        self._sheet.hide()


def written(fill: Callable[[Callable[[str], Sheet]], None]) -> bytes:
    """The bytes of a workbook whose sheets `fill` makes and writes."""
    content = io.BytesIO()
    never = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(content, {"in_memory": True, **never}) as book:
        fill(lambda name: Sheet(book, name))
    return content.getvalue()
