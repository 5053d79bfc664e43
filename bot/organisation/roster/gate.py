"""The secrecy gate before a roster: asked over the cells before anything of them is written."""

from collections.abc import Iterator, Sequence
from pathlib import PurePath

from bot.errors import Refusal, Refused
from bot.organisation.roster.headers import Header, find_header
from bot.reading.folding import fold
from bot.reading.recognisers.secrecy import find_mark
from bot.reading.tables.sheets import Sheet, UnreadableSheet, is_table, read_sheets

# Above the people every cell is a line of its own; a stamp may stand beside the name of the office.
_HEAD_ROWS = 20
_DEGREE = "do mat"


def refuse_secrets(name: str, headed: Sequence[tuple[Sheet, Header | None]]) -> None:
    """Ask the gate over the name of the file and over all its cells.

    A row of people is one line: a given name Mật in a column of its own is no mark.

    Raises:
        Refused: SECRET.
    """
    for text in (PurePath(name).stem, *("\n".join(_lines(sheet, header)) for sheet, header in headed)):
        mark = find_mark(text)
        if mark is not None:
            raise Refused(Refusal.SECRET, kind=mark.level.value.upper())


def words_of_file(name: str, content: bytes) -> tuple[str, ...]:
    """What the gate before the inbox has to look at in a table; nothing where it cannot be read."""
    if not is_table(name):
        return ()
    try:
        sheets = read_sheets(name, content)
    except UnreadableSheet:
        return ()
    return tuple("\n".join(_lines(sheet, find_header(sheet.rows))) for sheet in sheets)


def _lines(sheet: Sheet, header: Header | None) -> Iterator[str]:
    yield sheet.name
    first = header.first if header is not None else _HEAD_ROWS
    head = sheet.rows[: max(first, 1)]
    degrees = [place for row in head for place, cell in enumerate(row) if fold(cell) == _DEGREE]
    for number, row in enumerate(sheet.rows):
        cells = list(dict.fromkeys(cell for cell in row if cell))
        if number < first:
            yield from cells
        yield " ".join(cells)
        yield from (f"Độ mật: {row[place]}" for place in degrees if number >= first)
