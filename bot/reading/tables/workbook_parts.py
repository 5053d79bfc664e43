"""The parts of an .xlsx archive, unfolded within limits and looked through before anybody lays them out.

calamine unfolds whatever the archive holds, however much it is, and lays a sheet out as a full rectangle: two
cells at A1 and XFD1048576 would ask for hundreds of gigabytes and end the process. So it gets a new archive
of just the parts that were read here.
"""

import io
import re
import zipfile
import zlib
from typing import NoReturn
from xml.parsers import expat

from bot.reading.tables.sheet_faults import MAX_COLUMNS, MAX_ROWS, SheetFault, UnreadableSheet

MAX_UNFOLDED_BYTES = 60 * 1024 * 1024
_MOST_PARTS = 2_000
# XML folds to a tenth or a thirtieth; a bomb to a thousandth.
_MOST_TIMES = 250
_SMALL = 1024 * 1024
# Each begins an element that the library may keep.
_MOST_TAGS = 4_000_000
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_IS_ENCRYPTED = 0x1
_COMPOUND = b"\xd0\xcf\x11\xe0"
# The name of the stream in which Office keeps a workbook with a password, in UTF-16.
_LOCKED_STREAM = "EncryptedPackage".encode("utf-16-le")
_CELL = re.compile(r"([A-Za-z]{1,7})([0-9]{1,10})")


def safe_copy(content: bytes) -> bytes:
    """A new archive of the XML parts of this one, each unfolded within the limits and looked through.

    Raises:
        UnreadableSheet: it is no .xlsx, has a password or macros, or goes over a limit.
    """
    if content.startswith(_COMPOUND):
        raise UnreadableSheet(SheetFault.LOCKED if _LOCKED_STREAM in content else SheetFault.OLD_EXCEL)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _copied(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError):
        is_zip = content.startswith(b"PK\x03\x04")
        raise UnreadableSheet(SheetFault.BROKEN if is_zip else SheetFault.OTHER_FORMAT) from None


def _copied(archive: zipfile.ZipFile) -> bytes:
    parts = archive.infolist()
    _refuse_by_directory(parts)
    copy = io.BytesIO()
    left = MAX_UNFOLDED_BYTES
    with zipfile.ZipFile(copy, "w", zipfile.ZIP_STORED) as written:
        for name, part in {part.filename: part for part in parts}.items():
            if not name.lower().endswith((".xml", ".rels")):
                continue
            with archive.open(part) as opened:
                unfolded = opened.read(left + 1)
            left -= len(unfolded)
            if left < 0:
                raise UnreadableSheet(SheetFault.UNFOLDS_TOO_FAR)
            _look_through(unfolded)
            written.writestr(name, unfolded)
    return copy.getvalue()


def _refuse_by_directory(parts: list[zipfile.ZipInfo]) -> None:
    """Refuse by what the archive says of itself; that it may lie, `_copied` minds."""
    names = {part.filename.lower() for part in parts}
    if any(part.flag_bits & _IS_ENCRYPTED for part in parts):
        raise UnreadableSheet(SheetFault.LOCKED)
    too_far = sum(part.file_size for part in parts) > MAX_UNFOLDED_BYTES or any(
        part.file_size > max(_SMALL, _MOST_TIMES * part.compress_size) for part in parts
    )
    if len(parts) > _MOST_PARTS or too_far:
        raise UnreadableSheet(SheetFault.UNFOLDS_TOO_FAR)
    if any(name.endswith("vbaproject.bin") for name in names):
        raise UnreadableSheet(SheetFault.MACROS)
    if "xl/workbook.xml" not in names or any(part.compress_type not in _METHODS for part in parts):
        raise UnreadableSheet(SheetFault.OTHER_FORMAT)


def _look_through(part: bytes) -> None:
    """Refuse a part that would be laid out over the limits, or that is no plain XML in UTF-8."""
    if part.count(b"<") > _MOST_TAGS:
        raise UnreadableSheet(SheetFault.TOO_MANY_ROWS)
    # The library compares raw bytes: without this word in them it finds no cells.
    if b"sheetData" not in part:
        if b"<!DOCTYPE" in part or part.startswith((b"\xff\xfe", b"\xfe\xff")):
            raise UnreadableSheet(SheetFault.BROKEN)
        return
    parser = expat.ParserCreate()
    extent = _Extent()
    parser.StartElementHandler = extent.begin
    parser.StartDoctypeDeclHandler = _refuse_declaration
    parser.XmlDeclHandler = _refuse_encoding
    try:
        parser.Parse(part, True)
    except expat.ExpatError:
        raise UnreadableSheet(SheetFault.BROKEN) from None


class _Extent:
    """Follows rows and cells as the library will place them, and refuses what lies too far out.

    Cells that only carry a format count for nothing: offices colour whole columns.
    """

    def __init__(self) -> None:
        self._row = self._column = self._cell_row = 0

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        match name.rpartition(":")[2]:
            case "row":
                written = attributes.get("r", "")
                self._row = int(written) if written.isdecimal() and len(written) < 11 else self._row + 1
                self._column = 0
            case "c":
                cell = _CELL.fullmatch(attributes.get("r", ""))
                self._column = self._column + 1 if cell is None else _number(cell[1])
                self._cell_row = self._row if cell is None else int(cell[2])
            case "v" | "is" | "f":
                self._refuse_far_away()

    def _refuse_far_away(self) -> None:
        if self._cell_row > MAX_ROWS:
            raise UnreadableSheet(SheetFault.TOO_MANY_ROWS)
        if self._column > MAX_COLUMNS:
            raise UnreadableSheet(SheetFault.TOO_MANY_COLUMNS)


def _number(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _refuse_declaration(*_: object) -> NoReturn:
    raise UnreadableSheet(SheetFault.BROKEN)


def _refuse_encoding(_version: str, encoding: str | None, _standalone: int) -> None:
    if (encoding or "utf-8").lower() not in {"utf-8", "utf8", "us-ascii", "ascii"}:
        raise UnreadableSheet(SheetFault.BROKEN)
