"""A roster file read: the people that it lists, and the lines that cannot be understood."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from bot.errors import Refusal, Refused
from bot.organisation.names import tidy
from bot.organisation.roster import values
from bot.organisation.roster.columns import Column
from bot.organisation.roster.gate import refuse_secrets
from bot.organisation.roster.headers import Header, find_header
from bot.organisation.roster.lines import RosterLine, Trouble, Unclear
from bot.organisation.roster.rows import RowKind, kind_of_row, looks_signed, name_in, unit_heading
from bot.organisation.roster.values import Odd
from bot.reading.folding import fold
from bot.reading.tables.sheets import Sheet, Told, UnreadableSheet, read_sheets
from bot.texts import roster_files as texts
from bot.texts import roster_tables

_LONGEST_SHOWN = 40


@dataclass(frozen=True)
class RosterFile:
    """What a file says.

    Args:
        lines: the people.
        unclear: lines that were not understood.
        noted: of lines that were, what could not be taken along.
        left_out: the headings of what is not kept.
        sheet: the tab that was read; empty for a .csv.
        other_sheets: tabs that list people too and were not read.
    """

    lines: tuple[RosterLine, ...]
    unclear: tuple[Unclear, ...]
    noted: tuple[Unclear, ...]
    left_out: tuple[str, ...]
    sheet: str
    other_sheets: tuple[str, ...]


def read_roster(
    name: str, content: bytes, *, key: bytes, units: Collection[str], told: Told | None = None
) -> RosterFile:
    """Read a file; nothing of it is written anywhere.

    Args:
        name: of the file, with its ending.
        content: its bytes.
        key: the office's, for the hashes of telephone numbers.
        units: the names of the units that there are, so that a heading row is known for one.
        told: told how far reading is.

    Raises:
        Refused: ROSTER_FILE, with the sentence that says why and what to do; SECRET.
    """
    try:
        sheets = read_sheets(name, content, told=told)
    except UnreadableSheet as unreadable:
        fault = unreadable.fault
        raise Refused(Refusal.ROSTER_FILE, because=texts.FAULTS[fault], fault=fault) from None
    headed = [(sheet, find_header(sheet.rows)) for sheet in sheets]
    refuse_secrets(name, headed)
    listing = [(sheet, header) for sheet, header in headed if header is not None]
    if not listing:
        raise Refused(Refusal.ROSTER_FILE, because=texts.NO_HEADER, fault="no heading with names was found")
    (sheet, header), *others = listing
    reader = _Reader(header, key, frozenset(fold(unit) for unit in units))
    reader.read(sheet)
    _refuse_without_needed(header, reader)
    return RosterFile(
        tuple(reader.lines),
        tuple(reader.unclear),
        tuple(reader.noted),
        tuple(one[:_LONGEST_SHOWN] for one in header.left_out),
        sheet.name,
        tuple(one.name for one, _ in others),
    )


def _refuse_without_needed(header: Header, reader: "_Reader") -> None:
    found = [roster_tables.COLUMNS[column] for column in header.columns]
    if header.double:
        because = texts.double_columns(header.double)
        raise Refused(Refusal.ROSTER_FILE, because=because, fault="two columns hold the same")
    if Column.UNIT not in header.columns and not reader.saw_units:
        names = ", ".join(header.columns)
        because = texts.missing_columns(found, [roster_tables.COLUMNS[Column.UNIT]])
        raise Refused(Refusal.ROSTER_FILE, because=because, fault=f"no column for the unit (found: {names})")
    if not reader.lines and not reader.unclear:
        raise Refused(Refusal.ROSTER_FILE, because=texts.NOBODY_LISTED, fault="it lists nobody")


class _Reader:
    """Goes down the rows and remembers under which unit it is."""

    def __init__(self, header: Header, key: bytes, units: frozenset[str]) -> None:
        self._header = header
        self._key = key
        self._units = units
        self._unit = ""
        self._in_foot = False
        self.saw_units = False
        self.lines: list[RosterLine] = []
        self.unclear: list[Unclear] = []
        self.noted: list[Unclear] = []

    def read(self, sheet: Sheet) -> None:
        """Take in all rows below the heading."""
        for place in range(self._header.first, len(sheet.rows)):
            row = sheet.rows[place]
            match kind_of_row(row, self._header, self._units):
                case RowKind.UNIT:
                    self._unit = unit_heading(row, self._header, self._units)
                    self.saw_units = True
                    self._in_foot = False
                case RowKind.FOOT:
                    self._in_foot = True
                case RowKind.PERSON if not (self._in_foot and looks_signed(row, self._header)):
                    self._take(row, place + 1)

    def _take(self, row: Sequence[str], number: int) -> None:
        name = tidy(name_in(row, self._header))
        unit = self._cell(row, Column.UNIT)
        # Offices write the unit once and leave the cells below it blank, merged or not.
        self._unit = unit = unit or self._unit
        try:
            line = _line(row, self._header, name=name, unit=unit, number=number)
        except Odd as odd:
            about = values.masked(name)[: values.LONGEST_NAME]
            what = values.masked(odd.what)[:_LONGEST_SHOWN]
            self.unclear.append(Unclear(number, about, odd.trouble, what))
            return
        try:
            phone = values.phone_of(self._cell(row, Column.PHONE), self._key)
        except Odd as odd:
            # Somebody whose number has a slip of the pen is on the roster all the same.
            self.noted.append(Unclear(number, name, odd.trouble))
            phone = None
        self.lines.append(replace(line, phone=phone))

    def _cell(self, row: Sequence[str], column: Column) -> str:
        place = self._header.columns.get(column)
        return "" if place is None else row[place]


def _line(row: Sequence[str], header: Header, *, name: str, unit: str, number: int) -> RosterLine:
    """The line without its telephone number.

    Raises:
        Odd: something in it cannot be taken as it stands.
    """

    def cell(column: Column) -> str:
        return row[header.columns[column]] if column in header.columns else ""

    def said(column: Column) -> str | None:
        return cell(column) if column in header.columns else None

    written = values.number_of(cell(Column.NUMBER))
    trouble = values.name_trouble(name, is_known=bool(written))
    if trouble is not None or not unit:
        raise Odd(trouble or Trouble.NO_UNIT, "")
    position, exempt = said(Column.POSITION), said(Column.EXEMPT)
    if position is not None and len(position) > values.LONGEST_POSITION:
        raise Odd(Trouble.POSITION_LONG, "")
    if position is not None and values.is_private(position):
        raise Odd(Trouble.POSITION_ODD, "")
    if values.is_private(unit):
        # Kept as it is written until somebody decides, so it must not get that far.
        raise Odd(Trouble.UNIT_ODD, unit)
    form = values.form_of(cell(Column.FORM))
    return RosterLine(
        row=number,
        name=name,
        unit=unit,
        number=written or None,
        is_new=written == 0,
        position=position,
        kind=values.kind_of(cell(Column.KIND)),
        form=form or values.form_by_gender(cell(Column.GENDER)),
        by_gender=form is None,
        exempt=None if exempt is None else values.exempt_of(exempt),
        language=values.language_of(cell(Column.LANGUAGE)),
    )
