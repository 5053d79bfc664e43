"""The tree of units, asked for at the command line: listing and changing it."""

import re
from datetime import date

from bot.office import Office
from bot.organisation.units.changing import change_tree, today_of
from bot.organisation.units.days import DayLine, tree_of_day
from bot.organisation.units.wishes import Wish
from bot.reading.folding import fold
from bot.states import UnitChange, UnitKind
from handlers.serve.contract import COMMAND_LINE, BadInput, Request, Say, Values

_MOST_NAMED = 12


class Day(Values):
    """Args: on: the day; None: today."""

    on: date | None = None


class Line(Values):
    """One unit of the tree; `depth` says how many stand above it."""

    unit_id: int
    kind: UnitKind
    name: str
    depth: int


class Lines(Values):
    """The tree in protocol order."""

    lines: tuple[Line, ...]


class Change(Values):
    """A change of the tree.

    Args:
        unit: a number or a name; empty for a unit that is to be opened.
        name: of the unit to be opened, or its name from then on.
        short_name: empty: the name itself.
        target: under which unit it is to hang (empty: none), or into which its members go.
        on: the first day on which it is so; None: today.
    """

    change: UnitChange
    unit: str = ""
    kind: UnitKind | None = None
    name: str = ""
    short_name: str = ""
    target: str = ""
    on: date | None = None


class Changed(Values):
    """What was changed, or (is_planned) waits for its day."""

    unit_id: int | None
    on: date
    is_planned: bool


async def list_units(office: Office, day: Day, _say: Say) -> Lines:
    """The tree of the day."""
    found = await tree_of_day(COMMAND_LINE, office, on=day.on or today_of(office))
    return Lines(
        lines=tuple(Line(unit_id=one.id, kind=one.kind, name=one.name, depth=one.depth) for one in found)
    )


async def change_unit(office: Office, change: Change, _say: Say) -> Changed:
    """Make the change, or plan it.

    Raises:
        BadInput: no unit, or more than one, is meant.
    """
    found = await tree_of_day(COMMAND_LINE, office, on=today_of(office))
    wish = Wish(
        change.change,
        _meant(found, change.unit) if change.unit else None,
        change.on or today_of(office),
        change.kind,
        change.name,
        change.short_name,
        target_id=_meant(found, change.target) if change.target else None,
    )
    made = await change_tree(COMMAND_LINE, office, wish=wish)
    return Changed(unit_id=made.unit_id, on=made.on, is_planned=made.is_planned)


def _meant(found: tuple[DayLine, ...], words: str) -> int:
    if re.fullmatch(r"\d{1,9}", words, re.ASCII):
        if all(one.id != int(words) for one in found):
            raise BadInput(f"no open unit has the number {words}; see loa unit list")
        return int(words)
    wanted = fold(words)
    exact = [one for one in found if wanted and wanted in (fold(one.name), fold(one.short_name))]
    match exact:
        case []:
            raise BadInput(f"there is no open unit called {words!r}; see loa unit list")
        case [one]:
            return one.id
    shown = ", ".join(f"{one.id} {one.name}" for one in exact[:_MOST_NAMED])
    raise BadInput(f"{words!r} may be {shown}; say the number")


LIST_UNITS = Request("list units", Day, Lines, list_units)
CHANGE_UNIT = Request("change unit", Change, Changed, change_unit)
