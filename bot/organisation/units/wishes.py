"""A change of the tree as somebody wishes it, and whether it can be: the dated tree is not contradicted."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.errors import Refusal, Refused
from bot.organisation.units.words import SHORT_LIMIT, checked
from bot.reading.folding import fold
from bot.texts import times
from storage.database import Connection
from storage.organisation import unit_changes, units
from storage.organisation.unit_changes import ChangeRow
from storage.organisation.units import UnitRow
from storage.states import UnitChange, UnitKind

ENDS = frozenset({UnitChange.MERGE, UnitChange.CLOSE})
"""The unit is no more afterwards."""


@dataclass(frozen=True)
class Wish:
    """A change on a day.

    Args:
        unit_id: which unit; None: one that is to be opened. A closed unit is opened again.
        on: the first day on which it is so.
        kind: of the unit to be opened.
        name, short_name: of the unit to be opened or renamed.
        target_id: under which unit it is to hang (None: none); into which it is merged; where the members
            of a closed unit go. Without one, only a unit that stands empty can be closed.
    """

    change: UnitChange
    unit_id: int | None
    on: date
    kind: UnitKind | None = None
    name: str = ""
    short_name: str = ""
    target_id: int | None = None

    @property
    def reopens(self) -> bool:
        """Whether a closed unit is opened again."""
        return self.change is UnitChange.OPEN and self.unit_id is not None


def wish_of(row: ChangeRow) -> Wish:
    """The wish that a row holds."""
    return Wish(
        row.change, row.unit_id, row.on_date, row.kind, row.name, row.short_name, target_id=row.target_id
    )


def demand_possible(connection: Connection, wish: Wish, *, today: date) -> Wish:
    """The wish with its names tidied, if it can be fulfilled as things stand.

    Raises:
        Refused: NOT_FOUND, EMPTY, TOO_LONG, ODD_LETTERS, UNIT_NAME_TAKEN, NO_CHANGE, CIRCLE, NOT_EMPTY,
            NOT_OPEN_THEN, CHANGED_SINCE.
    """
    if wish.target_id is not None:
        _demand_open(_row(connection, wish.target_id), wish.on)
    if wish.unit_id is None:
        return _possible_opening(connection, wish)
    unit = _row(connection, wish.unit_id)
    if wish.reopens:
        if unit.closed_on is None:
            raise Refused(Refusal.NO_CHANGE)
        if wish.on < max(unit.closed_on, today):
            raise Refused(Refusal.CHANGED_SINCE, name=unit.name, since=times.day(max(unit.closed_on, today)))
        _demand_no_circle_of_returning(connection, wish, unit)
        return wish
    _demand_open(unit, wish.on)
    _demand_nothing_since(connection, unit, wish.on)
    match wish.change:
        case UnitChange.RENAME:
            return _possible_renaming(connection, wish, unit)
        case UnitChange.MOVE:
            _demand_movable(connection, wish, unit)
        case _:
            _demand_endable(connection, wish, unit)
    return wish


def open_below(connection: Connection, unit_id: int | None) -> list[UnitRow]:
    """The open units that hang directly under this one, in protocol order."""
    return [one for one in units.every(connection) if one.parent_id == unit_id and one.closed_on is None]


def returning_units(connection: Connection, unit: UnitRow, ended: ChangeRow) -> list[int]:
    """The units that hung below until it ended, of those that are still where its end put them."""
    last_parent = units.spans_of(connection, unit.id)[-1].parent_id
    heir = ended.target_id if ended.change is UnitChange.MERGE else last_parent
    hung = set(units.hung_under_until(connection, unit.id, ended.on_date))
    return [one.id for one in open_below(connection, heir) if one.id in hung]


def _row(connection: Connection, unit_id: int) -> UnitRow:
    found = units.row(connection, unit_id)
    if found is None:
        raise Refused(Refusal.NOT_FOUND)
    return found


def _demand_open(unit: UnitRow, day: date) -> None:
    if unit.closed_on is not None or unit.opened_on > day:
        raise Refused(Refusal.NOT_OPEN_THEN, name=unit.name)


def _demand_nothing_since(connection: Connection, unit: UnitRow, day: date) -> None:
    since = units.spans_of(connection, unit.id)[-1].from_on
    if since > day:
        raise Refused(Refusal.CHANGED_SINCE, name=unit.name, since=times.day(since))


def _possible_opening(connection: Connection, wish: Wish) -> Wish:
    if wish.kind is None or wish.change is not UnitChange.OPEN:
        raise Refused(Refusal.NOT_FOUND)
    named = _named(wish)
    _demand_free(named.name, open_below(connection, wish.target_id))
    return named


def _possible_renaming(connection: Connection, wish: Wish, unit: UnitRow) -> Wish:
    named = _named(wish)
    if (named.name, named.short_name) == (unit.name, unit.short_name):
        raise Refused(Refusal.NO_CHANGE)
    others = [one for one in open_below(connection, unit.parent_id) if one.id != unit.id]
    _demand_free(named.name, others)
    return named


def _named(wish: Wish) -> Wish:
    name = checked(wish.name)
    short_name = wish.short_name if wish.short_name.strip() else name[:SHORT_LIMIT].rstrip()
    return replace(wish, name=name, short_name=checked(short_name, limit=SHORT_LIMIT))


def _demand_free(name: str, siblings: Sequence[UnitRow]) -> None:
    for one in siblings:
        if fold(one.name) == fold(name):
            raise Refused(Refusal.UNIT_NAME_TAKEN, name=one.name)


def _demand_movable(connection: Connection, wish: Wish, unit: UnitRow) -> None:
    if wish.target_id == unit.parent_id:
        raise Refused(Refusal.NO_CHANGE)
    if wish.target_id is not None:
        _demand_no_circle(connection, wish.target_id, unit.id, wish.on)
    _demand_free(unit.name, open_below(connection, wish.target_id))


def _demand_no_circle(connection: Connection, target_id: int, unit_id: int, since: date) -> None:
    """Neither on the day itself nor at any later state of the tree may the target hang below the unit."""
    for day in (since, *units.days_of_change(connection, after=since)):
        if target_id in units.below(units.tree_on(connection, day), unit_id):
            raise Refused(Refusal.CIRCLE)


def _demand_no_circle_of_returning(connection: Connection, wish: Wish, unit: UnitRow) -> None:
    """What comes back to hang below it may not be what it is to hang under."""
    ended = unit_changes.last_ending(connection, unit.id)
    if ended is None or wish.target_id is None:
        return
    for below_id in returning_units(connection, unit, ended):
        _demand_no_circle(connection, wish.target_id, below_id, wish.on)


def _demand_endable(connection: Connection, wish: Wish, unit: UnitRow) -> None:
    below = open_below(connection, unit.id)
    placed = unit_changes.placed_in(connection, unit.id)
    if wish.target_id is None and (placed or below or wish.change is UnitChange.MERGE):
        raise Refused(Refusal.NOT_EMPTY, members=str(len(placed)), units=str(len(below)))
    if wish.target_id == unit.id:
        raise Refused(Refusal.CIRCLE)
    if wish.change is UnitChange.MERGE and wish.target_id is not None:
        # What hangs below comes along, and would end up below itself.
        _demand_no_circle(connection, wish.target_id, unit.id, wish.on)
    for one in below:
        _demand_nothing_since(connection, one, wish.on)
    # When somebody came onto the roster says nothing: rosters are typed in long after.
    moved = [one.moved_on for one in placed if one.moved_on is not None]
    if moved and max(moved) > wish.on:
        raise Refused(Refusal.CHANGED_SINCE, name=unit.name, since=times.day(max(moved)))
