"""The program's own file: filled with who is on the roster, so that sending it back changes nothing."""

import asyncio
from collections.abc import Callable, Sequence

from bot.access import Caller, demand
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.organisation.roster.columns import Column
from bot.organisation.roster.difference import Listed, Place
from bot.organisation.roster.places import labels
from bot.organisation.roster.plans import listed, open_places
from bot.organisation.roster.workbook import Sheet, written
from bot.reading.folding import fold
from bot.texts import roster_tables as texts
from storage.database import Connection
from storage.organisation import people
from storage.states import Role

_WIDTHS = {
    Column.NUMBER: 8,
    Column.NAME: 28,
    Column.UNIT: 26,
    Column.POSITION: 26,
    Column.KIND: 22,
    Column.FORM: 12,
    Column.PHONE: 16,
    Column.EXEMPT: 12,
    Column.LANGUAGE: 12,
}
_COLUMNS = tuple(_WIDTHS)
# Lines that come with drop-down lists beyond those that are filled.
_MORE_LINES = 500


async def make_template(caller: Caller, office: Office, *, unit_id: int = 0, empty: bool = False) -> bytes:
    """The file.

    Args:
        caller: an admin, or the command line.
        office: the office.
        unit_id: only this unit and what is below it; 0: everybody.
        empty: without anybody in it.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND (no such unit).
    """
    demand(caller, {Role.ADMIN})

    def body(connection: Connection) -> tuple[list[Listed], list[Place]]:
        places, members = open_places(connection, office), listed(connection, office)
        if not unit_id:
            return members, places
        below = people.units_below(connection, unit_id)
        places = [place for place in places if place.id in below]
        if not places:
            raise Refused(Refusal.NOT_FOUND)
        return [member for member in members if member.unit_id in below], places

    members, places = await office.database.read(body)
    return await asyncio.to_thread(template_workbook, [] if empty else members, places)


async def places_named(office: Office, written: str) -> list[tuple[int, str]]:
    """The open units that may be meant by a number or a name, accents optional: their numbers and names."""
    places = await office.database.read(lambda connection: open_places(connection, office))
    wanted = fold(written)
    exact = [
        one for one in places if str(one.id) == written or wanted in (fold(one.name), fold(one.short_name))
    ]
    some = exact or [one for one in places if wanted and wanted in fold(one.name)]
    return [(one.id, one.name) for one in some]


def template_workbook(members: Sequence[Listed], places: Sequence[Place]) -> bytes:
    """The bytes of the file: units in protocol order, names by given name."""
    named = labels(places)
    order = {place.id: number for number, place in enumerate(places)}
    in_order = sorted(members, key=lambda member: order.get(member.unit_id, len(order)))

    def fill(add: Callable[[str], Sheet]) -> None:
        roster = add(texts.SHEET_ROSTER)
        roster.heading([texts.COLUMNS[one] for one in _COLUMNS], widths=list(_WIDTHS.values()))
        roster.text_column(_COLUMNS.index(Column.PHONE), _WIDTHS[Column.PHONE])
        for member in in_order:
            if member.unit_id in named:
                roster.row(_row(member, named[member.unit_id]))
        roster.filter(len(_COLUMNS))
        _instruct(add)
        _add_choices(add, roster, [named[place.id] for place in places], len(in_order) + _MORE_LINES)

    return written(fill)


def _row(member: Listed, unit: str) -> tuple[str | int, ...]:
    is_exempt = member.exempt or member.is_exempt_wholly
    return (
        member.id,
        member.name,
        unit,
        member.position,
        texts.KINDS[member.kind],
        texts.FORMS[member.form],
        "",
        texts.EXEMPT_MARK if is_exempt else "",
        texts.LANGUAGE_WORDS.get(member.language, member.language),
    )


def _instruct(add: Callable[[str], Sheet]) -> None:
    sheet = add(texts.SHEET_HELP)
    sheet.heading((texts.SHEET_HELP,), widths=(110,))
    for line in texts.INSTRUCTIONS:
        sheet.row((line,))


def _add_choices(add: Callable[[str], Sheet], roster: Sheet, units: Sequence[str], rows: int) -> None:
    # A list in the rule itself may have 255 letters at most, so the units stand on a sheet of their own.
    values = add(texts.SHEET_LISTS)
    for unit in units:
        values.row((unit,))
    values.hide()
    choices: dict[Column, str | list[str]] = {
        Column.UNIT: f"='{texts.SHEET_LISTS}'!$A$1:$A${max(len(units), 1)}",
        Column.KIND: list(texts.KINDS.values()),
        Column.FORM: list(texts.FORMS.values()),
        Column.EXEMPT: [texts.EXEMPT_MARK],
    }
    for column, source in choices.items():
        place = _COLUMNS.index(column)
        roster.choices(
            place, rows=rows, source=source, title=texts.NOT_IN_LIST, words=texts.NOT_IN_LIST_WORDS
        )
