"""Looking at the tree: the list of units, and one unit's card, as far as the caller may see."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bot.access import LEADERS_OF_A_UNIT, Caller, Door, demand
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.organisation.units.changing import demand_planned
from bot.organisation.units.previews import preview
from bot.organisation.units.wishes import open_below, wish_of
from bot.organisation.units.words import word_of
from bot.reading.folding import fold
from storage.database import Connection
from storage.organisation import unit_changes, units
from storage.organisation.unit_changes import ChangeRow
from storage.organisation.units import UnitOnDay, UnitRow
from storage.states import Address, Role, UnitChange

SEE_ALL = frozenset({Role.ADMIN, Role.AUDITOR})
MAY_LOOK = SEE_ALL | LEADERS_OF_A_UNIT
_TITLES = (Role.SECRETARY, Role.DEPUTY_SECRETARY, Role.COMMITTEE_LEADER)


@dataclass(frozen=True)
class UnitLine:
    """One unit of the list.

    Args:
        depth: how many of the units shown stand above it.
        members: on the roster of the unit and of all below it.
    """

    id: int
    name: str
    depth: int
    members: int
    closed_on: date | None = None


@dataclass(frozen=True)
class Tree:
    """The units in protocol order.

    Args:
        may_change: whether the caller may change it.
    """

    lines: tuple[UnitLine, ...]
    may_change: bool


@dataclass(frozen=True)
class Leader:
    """Somebody who leads the unit; `position` as on the roster."""

    role: Role
    full_name: str
    address_form: Address
    position: str


@dataclass(frozen=True)
class PlannedLine:
    """A change that waits for its day; the fields are those of `bot.texts.units.planned`."""

    change_id: int
    change: UnitChange
    on: date
    name: str
    new_name: str
    target_name: str
    reopens: bool


@dataclass(frozen=True)
class UnitCard:
    """What there is to know of a unit.

    Args:
        since: from when on it is called and hangs as it does.
        members: on its own roster; `members_below` on those of the units below it.
        merged_into: where its members went, for one that is no more.
        leads: whether the caller leads it, so that rosters and invitations are theirs.
    """

    id: int
    name: str
    short_name: str
    kind_word: str
    parent_name: str
    opened_on: date
    since: date
    closed_on: date | None
    merged_into: str
    members: int
    members_below: int
    units_below: int
    leaders: tuple[Leader, ...]
    planned: tuple[PlannedLine, ...]
    may_change: bool
    leads: bool


async def tree(caller: Caller, office: Office, *, words: str = "") -> Tree:
    """The open units that the caller may see; with words those so called, closed ones too.

    Raises:
        Refused: NOT_ALLOWED.
    """
    demand(caller, MAY_LOOK)
    wanted = set(fold(words).split())

    def body(connection: Connection) -> tuple[UnitLine, ...]:
        lines = _open_lines(connection, office, _visible(caller))
        if not wanted:
            return lines
        closed = [
            UnitLine(one.id, one.name, 0, 0, one.closed_on)
            for one in units.every(connection)
            if one.closed_on is not None and _is_in(one.id, _visible(caller))
        ]
        return tuple(one for one in (*lines, *closed) if wanted <= set(fold(one.name).split()))

    return Tree(await office.database.read(body), may_change=_may_change(caller))


async def targets(caller: Caller, office: Office, *, change_id: int, words: str = "") -> tuple[UnitLine, ...]:
    """The open units that a change's unit can be hung under or go into, in protocol order.

    Raises:
        Refused: NOT_ALLOWED, GONE_ON.
    """
    demand(caller, {Role.ADMIN})
    wanted = set(fold(words).split())

    def body(connection: Connection) -> tuple[UnitLine, ...]:
        row = unit_changes.find(connection, change_id)
        if row is None or not row.is_draft:
            raise Refused(Refusal.GONE_ON)
        left_out: set[int] = set()
        if row.unit_id is not None:
            left_out = {row.unit_id}
            if row.change is not UnitChange.CLOSE:
                left_out = units.below(_present(connection), row.unit_id)
            unit = units.row(connection, row.unit_id)
            if row.change is UnitChange.MOVE and unit is not None and unit.parent_id is not None:
                left_out.add(unit.parent_id)
        lines = _open_lines(connection, office, None)
        return tuple(one for one in lines if one.id not in left_out and wanted <= set(fold(one.name).split()))

    return await office.database.read(body)


async def unit_card(caller: Caller, office: Office, *, unit_id: int) -> UnitCard:
    """The unit, open or closed.

    Raises:
        Refused: NOT_ALLOWED, also for a unit that the caller does not lead; NOT_FOUND.
    """
    demand(caller, MAY_LOOK)
    if not _is_in(unit_id, _visible(caller)):
        raise Refused(Refusal.NOT_ALLOWED)

    def body(connection: Connection) -> UnitCard:
        row = units.row(connection, unit_id)
        if row is None:
            raise Refused(Refusal.NOT_FOUND)
        return _card(connection, office, caller, row)

    return await office.database.read(body)


async def planned_change(caller: Caller, office: Office, *, change_id: int) -> PlannedLine:
    """A change that waits for its day.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, GONE_ON.
    """
    demand(caller, {Role.ADMIN})

    def body(connection: Connection) -> PlannedLine:
        return _planned_line(connection, office, demand_planned(connection, change_id))

    return await office.database.read(body)


def _card(connection: Connection, office: Office, caller: Caller, row: UnitRow) -> UnitCard:
    heads = units.heads(connection)
    below = units.below(_present(connection), row.id) - {row.id}
    return UnitCard(
        id=row.id,
        name=row.name,
        short_name=row.short_name,
        kind_word=word_of(connection, row.kind),
        parent_name=_name(connection, row.parent_id),
        opened_on=row.opened_on,
        since=units.spans_of(connection, row.id)[-1].from_on,
        closed_on=row.closed_on,
        merged_into=_name(connection, row.merged_into_id),
        members=heads.get(row.id, 0),
        members_below=sum(heads.get(one, 0) for one in below),
        units_below=len(open_below(connection, row.id)),
        leaders=_leaders(connection, office, row.id),
        planned=tuple(_planned(connection, office, row.id)),
        may_change=_may_change(caller),
        leads=_may_change(caller) or caller.has(LEADERS_OF_A_UNIT, unit_id=row.id),
    )


def _leaders(connection: Connection, office: Office, unit_id: int) -> tuple[Leader, ...]:
    now = office.clock.now()
    held = [one for one in unit_changes.roles_for(connection, [unit_id], now=now) if one.from_at <= now]
    return tuple(
        Leader(one.role, one.full_name, one.address_form, one.position)
        for role in _TITLES
        for one in held
        if one.role is role
    )


def _planned(connection: Connection, office: Office, unit_id: int) -> Iterable[PlannedLine]:
    for row in unit_changes.planned(connection):
        if unit_id not in (row.unit_id, row.target_id):
            continue
        yield _planned_line(connection, office, row)


def _planned_line(connection: Connection, office: Office, row: ChangeRow) -> PlannedLine:
    seen = preview(connection, office, wish_of(row))
    return PlannedLine(
        row.id, row.change, row.on_date, seen.name, row.name, seen.target_name, seen.wish.reopens
    )


def _open_lines(
    connection: Connection, office: Office, visible: frozenset[int] | None
) -> tuple[UnitLine, ...]:
    found = [one for one in _present(connection) if _is_in(one.id, visible)]
    totals = units.heads(connection)
    for one in reversed(found):
        if one.parent_id is not None:
            totals[one.parent_id] = totals.get(one.parent_id, 0) + totals.get(one.id, 0)
    depths: dict[int | None, int] = {}
    lines: list[UnitLine] = []
    for one in found:
        depths[one.id] = depths.get(one.parent_id, -1) + 1
        lines.append(UnitLine(one.id, one.name, depths[one.id], totals.get(one.id, 0)))
    return tuple(lines)


def _present(connection: Connection) -> list[UnitOnDay]:
    """The open units as they are, in protocol order; spans of the future do not exist."""
    rows = [one for one in units.every(connection) if one.closed_on is None]
    return units.in_protocol_order(
        [UnitOnDay(one.id, one.kind, one.name, one.short_name, one.parent_id, one.position) for one in rows]
    )


def _visible(caller: Caller) -> frozenset[int] | None:
    if caller.door is Door.COMMAND_LINE or caller.has(SEE_ALL):
        return None
    return caller.units_of(LEADERS_OF_A_UNIT)


def _is_in(unit_id: int, visible: frozenset[int] | None) -> bool:
    return visible is None or unit_id in visible


def _may_change(caller: Caller) -> bool:
    return caller.door is Door.COMMAND_LINE or caller.has({Role.ADMIN})


def _name(connection: Connection, unit_id: int | None) -> str:
    found = None if unit_id is None else units.row(connection, unit_id)
    return "" if found is None else found.name
