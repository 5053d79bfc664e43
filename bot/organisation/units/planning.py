"""Putting a change of the tree together in a chat, field by field, until it is confirmed as it was shown."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.access import Caller, demand, demand_member
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.organisation.units.changing import Changed, settle, today_of
from bot.organisation.units.previews import Preview, preview
from bot.organisation.units.wishes import ENDS, Wish, demand_possible, open_below, wish_of
from bot.organisation.units.words import SHORT_LIMIT, checked, shortened, words_of
from bot.reading.moments import parse_day
from storage.database import Connection
from storage.organisation import unit_changes, units
from storage.organisation.unit_changes import ChangeRow
from storage.organisation.units import UnitRow
from storage.states import Role, UnitChange, UnitKind


class Step(StrEnum):
    """What a change still lacks."""

    KIND = "kind"
    NAME = "name"
    TARGET = "target"
    NONE = "none"


@dataclass(frozen=True)
class Draft:
    """A change that is being put together, and what it would bring."""

    change_id: int
    step: Step
    preview: Preview
    today: date


async def begin(
    caller: Caller,
    office: Office,
    *,
    change: UnitChange,
    unit_id: int | None = None,
    target_id: int | None = None,
    kind: UnitKind | None = None,
) -> Draft:
    """Begin a change that holds from today on; what the caller was putting together before is thrown away.

    Closing and opening again come with a target that can be changed: the unit above, else the first below.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, GONE_ON when the unit is closed (or, to be opened again, open).
    """
    demand(caller, {Role.ADMIN})
    made_by = demand_member(caller)

    def body(connection: Connection) -> int:
        unit_changes.drop_drafts(connection, made_by)
        _demand_target(connection, target_id)
        unit = None if unit_id is None else _unit(connection, unit_id, change)
        return unit_changes.add(
            connection,
            change=change,
            unit_id=unit_id,
            on_date=today_of(office),
            made_by=made_by,
            made_at=office.clock.now(),
            target_id=target_id if unit is None else _first_target(connection, change, unit),
            kind=kind,
        )

    change_id = await office.perform(caller, "begin change", body, outcome=int)
    return await draft_of(caller, office, change_id=change_id)


async def draft_of(caller: Caller, office: Office, *, change_id: int) -> Draft:
    """The change as far as it is put together.

    Raises:
        Refused: NOT_ALLOWED; GONE_ON, when it is no longer (the caller's) to be put together.
    """

    def body(connection: Connection) -> Draft:
        row = _demand_draft(connection, caller, change_id)
        return Draft(
            change_id, _step(connection, row), preview(connection, office, wish_of(row)), today_of(office)
        )

    return await office.database.read(body)


async def give_name(caller: Caller, office: Office, *, change_id: int, text: str) -> None:
    """Take the name; a short one is made of it by the office's words.

    Raises:
        Refused: also EMPTY, TOO_LONG, ODD_LETTERS, UNIT_NAME_TAKEN, NO_CHANGE and what the tree refuses.
    """

    def values(connection: Connection, row: ChangeRow) -> dict[str, object]:
        name = checked(text)
        unit = None if row.unit_id is None else units.row(connection, row.unit_id)
        kind = row.kind if unit is None else unit.kind
        short_name = name[:SHORT_LIMIT] if kind is None else shortened(name, words_of(connection)[kind])
        return {"name": name, "short_name": short_name}

    await _fill(caller, office, change_id, values)


async def give_short_name(caller: Caller, office: Office, *, change_id: int, text: str) -> None:
    """Take the short name.

    Raises:
        Refused: also EMPTY, TOO_LONG, ODD_LETTERS and what the tree refuses.
    """

    def values(connection: Connection, row: ChangeRow) -> dict[str, object]:
        return {"short_name": checked(text, limit=SHORT_LIMIT)}

    await _fill(caller, office, change_id, values)


async def give_day(caller: Caller, office: Office, *, change_id: int, text: str) -> None:
    """Take the day on which it begins to hold, as an office writes days.

    Raises:
        Refused: also NOT_A_DATE and what the tree refuses.
    """
    day = parse_day(text, today=today_of(office))
    if day is None:
        raise Refused(Refusal.NOT_A_DATE)

    def values(connection: Connection, row: ChangeRow) -> dict[str, object]:
        if wish_of(row).reopens and day != today_of(office):
            raise Refused(Refusal.NOT_A_DATE)
        return {"on_date": day}

    await _fill(caller, office, change_id, values)


async def give_target(caller: Caller, office: Office, *, change_id: int, unit_id: int | None) -> None:
    """Take the unit above, or the one into which it goes.

    Raises:
        Refused: also NOT_FOUND, CIRCLE, NO_CHANGE and what else the tree refuses.
    """

    def values(connection: Connection, row: ChangeRow) -> dict[str, object]:
        _demand_target(connection, unit_id)
        return {"target_id": unit_id}

    await _fill(caller, office, change_id, values)


async def confirm(caller: Caller, office: Office, *, change_id: int, checksum: int) -> Changed:
    """Make the change as it was shown, in one transaction; or let it wait for its day.

    Raises:
        Refused: NOT_ALLOWED; GONE_ON, when it would bring anything else by now; and what the tree refuses.
    """
    demand(caller, {Role.ADMIN})

    def body(connection: Connection) -> Changed:
        units.hold_tree(connection)
        row = _demand_draft(connection, caller, change_id)
        wish = wish_of(row)
        if preview(connection, office, wish).checksum != checksum:
            raise Refused(Refusal.GONE_ON)
        return settle(connection, office, caller, change_id, wish)

    return await office.perform(caller, "confirm change", body, outcome=Changed)


async def drop(caller: Caller, office: Office) -> None:
    """Throw away what the caller was putting together."""
    made_by = demand_member(caller)

    def body(connection: Connection) -> None:
        unit_changes.drop_drafts(connection, made_by)

    await office.perform(caller, "drop change", body, outcome=type(None))


_Values = Callable[[Connection, ChangeRow], dict[str, object]]


async def _fill(caller: Caller, office: Office, change_id: int, values: _Values) -> None:
    demand(caller, {Role.ADMIN})

    def body(connection: Connection) -> None:
        row = _demand_draft(connection, caller, change_id)
        unit_changes.set_values(connection, change_id, **values(connection, row))
        filled = _demand_draft(connection, caller, change_id)
        if _step(connection, filled) is Step.NONE:
            demand_possible(connection, wish_of(filled), today=today_of(office))

    await office.perform(caller, "fill change", body, outcome=type(None))


def _demand_draft(connection: Connection, caller: Caller, change_id: int) -> ChangeRow:
    demand(caller, {Role.ADMIN})
    row = unit_changes.find(connection, change_id)
    if row is None or not row.is_draft or row.made_by != caller.member_id:
        raise Refused(Refusal.GONE_ON)
    return row


def _step(connection: Connection, row: ChangeRow) -> Step:
    wish = wish_of(row)
    if wish.unit_id is None and wish.kind is None:
        return Step.KIND
    if (wish.unit_id is None or wish.change is UnitChange.RENAME) and not wish.name:
        return Step.NAME
    if wish.change in ENDS and wish.target_id is None and _has_anything(connection, wish):
        return Step.TARGET
    if wish.change is UnitChange.MOVE and _hangs_there(connection, wish):
        return Step.TARGET
    return Step.NONE


def _has_anything(connection: Connection, wish: Wish) -> bool:
    if wish.change is UnitChange.MERGE or wish.unit_id is None:
        return True
    return bool(open_below(connection, wish.unit_id) or unit_changes.placed_in(connection, wish.unit_id))


def _hangs_there(connection: Connection, wish: Wish) -> bool:
    unit = None if wish.unit_id is None else units.row(connection, wish.unit_id)
    return unit is not None and unit.parent_id == wish.target_id


def _demand_target(connection: Connection, unit_id: int | None) -> None:
    if unit_id is not None and units.row(connection, unit_id) is None:
        raise Refused(Refusal.NOT_FOUND)


def _unit(connection: Connection, unit_id: int, change: UnitChange) -> UnitRow:
    found = units.row(connection, unit_id)
    if found is None:
        raise Refused(Refusal.NOT_FOUND)
    if (found.closed_on is None) == (change is UnitChange.OPEN):
        raise Refused(Refusal.GONE_ON)
    return found


def _first_target(connection: Connection, change: UnitChange, unit: UnitRow) -> int | None:
    match change:
        case UnitChange.MOVE:
            return unit.parent_id
        case UnitChange.OPEN:
            return _open_above(connection, unit)
        case UnitChange.CLOSE:
            below = open_below(connection, unit.id)
            if not below and not unit_changes.placed_in(connection, unit.id):
                return None
            # The top has none above it; its members go to the first that stands right below.
            return unit.parent_id or (below[0].id if below else None)
    return None


def _open_above(connection: Connection, unit: UnitRow) -> int | None:
    """The unit under which it hung, or if that is no more the one into which that went, or none."""
    tried: set[int] = set()
    above = unit.parent_id
    while above is not None and above not in tried:
        tried.add(above)
        found = units.row(connection, above)
        if found is None or found.closed_on is None:
            return above
        above = found.merged_into_id or found.parent_id
    return None
