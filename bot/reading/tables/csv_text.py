"""A .csv file: which encoding, which sign between the cells, and its rows."""

import csv
import io
from collections import Counter

from bot.reading.old_fonts import windows_text
from bot.reading.tables.sheet_faults import MAX_COLUMNS, MAX_ROWS, SheetFault, UnreadableSheet

_SIGNS = (",", ";", "\t")
_LOOKED_AT = 200
# Other formats under a borrowed name.
_MAGIC = (b"%PDF", b"PK\x03\x04", b"PK\x05\x06", b"{\\rtf", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8")
_COMPOUND = b"\xd0\xcf\x11\xe0"


def rows_of_csv(content: bytes) -> list[list[str]]:
    """The cells as written, row after row.

    Raises:
        UnreadableSheet: it is something else, or goes over a limit.
    """
    _refuse_other_formats(content)
    text = _decoded(content)
    if "\x00" in text:
        raise UnreadableSheet(SheetFault.OTHER_FORMAT)
    text, sign = _sign_of(text)
    rows: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=sign):
            if len(row) > MAX_COLUMNS and any(cell.strip() for cell in row[MAX_COLUMNS:]):
                raise UnreadableSheet(SheetFault.TOO_MANY_COLUMNS)
            if len(rows) == MAX_ROWS:
                raise UnreadableSheet(SheetFault.TOO_MANY_ROWS)
            rows.append(row[:MAX_COLUMNS])
    except csv.Error:
        raise UnreadableSheet(SheetFault.BROKEN) from None
    return rows


def _refuse_other_formats(content: bytes) -> None:
    start = content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(_COMPOUND):
        raise UnreadableSheet(SheetFault.OLD_EXCEL)
    is_web_page = start[:200].lower().startswith((b"<!doctype", b"<html", b"<head", b"<?xml", b"<table"))
    if is_web_page or start.startswith(_MAGIC) or content.startswith(_PICTURES):
        raise UnreadableSheet(SheetFault.OTHER_FORMAT)


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return content.decode("utf-16")
        except UnicodeDecodeError:
            raise UnreadableSheet(SheetFault.ENCODING) from None
    if b"\x00" in content:
        raise UnreadableSheet(SheetFault.OTHER_FORMAT)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        found = windows_text(content)
    if isinstance(found, SheetFault):
        raise UnreadableSheet(found)
    return found


def _sign_of(text: str) -> tuple[str, str]:
    """The text without Excel's own first line `sep=;`, and the sign that parts most rows alike."""
    first, _, rest = text.partition("\n")
    named = first.strip()
    if named.lower().startswith("sep=") and named[4:] in _SIGNS:
        return rest, named[4:]
    return text, max(_SIGNS, key=lambda sign: _alike(text, sign))


def _alike(text: str, sign: str) -> tuple[int, int]:
    """How many of the first rows have the commonest number of cells over one, and that number."""
    head = text[: _LOOKED_AT * 1000]
    widths: Counter[int] = Counter()
    try:
        for row in csv.reader(io.StringIO(head, newline=""), delimiter=sign):
            widths[len(row)] += len(row) > 1
            if widths.total() >= _LOOKED_AT:
                break
    except csv.Error:
        return (0, 0)
    width, rows = max(widths.items(), key=lambda one: (one[1], one[0]), default=(0, 0))
    return (rows, width)
