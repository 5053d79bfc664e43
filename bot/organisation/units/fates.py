"""What becomes of the roles that are held for a unit which ends, and giving them back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.access import LEADERS_OF_A_UNIT, Caller
from bot.history import entry
from bot.office import Office
from bot.organisation.rights import granting, guarding, telling
from bot.organisation.rights.terms import Span
from bot.organisation.units.wishes import Wish, open_below
from storage import history
from storage.database import Connection
from storage.organisation import grants, unit_changes, units
from storage.organisation.grants import RoleGrant
from storage.organisation.unit_changes import HeldRole
from storage.organisation.units import UnitRow
from storage.states import Role, UnitChange


@dataclass(frozen=True)
class Fate:
    """What becomes of one role.

    Args:
        goes_to: the units for which the same person holds it from then on; none: it ends.
    """

    held: HeldRole
    goes_to: tuple[int, ...]


def fates(connection: Connection, office: Office, wish: Wish, unit: UnitRow) -> list[Fate]:
    """What becomes of the roles held for the unit that the wish closes or merges.

    A secretary's and a deputy's end with their unit. The others are held for more than one unit's members
    and go on: for the unit into which it goes, or, when the top of the tree is dissolved, for every unit
    that stood right below it. None grows by it: where the target lies above, they end, save the admin's,
    who keeps the whole roster anyhow and without whom nobody could set things right.
    """
    held = unit_changes.roles_for(connection, [unit.id], now=office.clock.now())
    goes_to = _carriers(connection, wish, unit)
    is_above = any(carrier in _above(connection, unit) for carrier in goes_to)
    return [Fate(one, goes_to if _goes_on(one.role, is_above=is_above) else ()) for one in held]


def hand_on(
    connection: Connection, office: Office, caller: Caller, all_fates: Sequence[Fate], *, now: datetime
) -> None:
    """Let it become so from `now` on (office time, that of the change); each person is told.

    Raises:
        Refused: LAST_ADMIN, when nobody would keep the roster.
    """
    for fate in all_fates:
        found = grants.find(connection, fate.held.id)
        if found is None:
            continue
        for unit_id in fate.goes_to:
            _give(connection, office, caller, found, unit_id=unit_id, now=now)
        _end(connection, office, caller, found, now=now)


def hand_back(
    connection: Connection,
    office: Office,
    caller: Caller,
    *,
    unit_id: int,
    ended_at: datetime,
    now: datetime,
) -> None:
    """Give back the roles that ended with the unit at that moment, as far as nobody changed them since."""
    for held in unit_changes.roles_ended(connection, unit_id, at=ended_at):
        elsewhere = unit_changes.begun_elsewhere(connection, held, at=ended_at)
        found = grants.find(connection, held.id)
        if found is not None:
            _give(connection, office, caller, found, unit_id=unit_id, now=now)
        for grant_id in elsewhere:
            begun = grants.find(connection, grant_id)
            if begun is not None:
                _end(connection, office, caller, begun, now=now)


def _give(
    connection: Connection,
    office: Office,
    caller: Caller,
    found: RoleGrant,
    *,
    unit_id: int,
    now: datetime,
) -> None:
    """The same person holds the same role for that unit, from now on unless it was to begin later."""
    of_unit = grants.equal_ones(connection, member_id=found.member_id, role=found.role, unit_id=unit_id)
    if any(one.until_at is None or one.until_at > now for one in of_unit):
        return
    is_over = found.until_at is not None and found.until_at <= now
    grant_id = grants.add(
        connection,
        member_id=found.member_id,
        role=found.role,
        unit_id=unit_id,
        from_at=max(now, found.from_at),
        until_at=None if is_over else found.until_at,
        granted_by=caller.member_id,
    )
    line = entry(
        caller,
        office,
        thing=granting.THING,
        thing_id=grant_id,
        from_state="",
        to_state="granted",
        member_id=found.member_id,
        unit_id=unit_id,
        detail=found.role,
    )
    history.append(connection, line)
    telling.tell(connection, office, grant_id=grant_id, member_id=found.member_id, news=telling.News.GIVEN)


def _end(connection: Connection, office: Office, caller: Caller, found: RoleGrant, *, now: datetime) -> None:
    freed = Span(max(now, found.from_at), found.until_at)
    guarding.demand_admin_remains(connection, office, ending=found, freed=freed)
    granting.close(connection, office, caller, found, until_at=now)
    telling.tell(connection, office, grant_id=found.id, member_id=found.member_id, news=telling.News.ENDED)


def _goes_on(role: Role, *, is_above: bool) -> bool:
    if role in LEADERS_OF_A_UNIT:
        return False
    return role is Role.ADMIN or not is_above


def _carriers(connection: Connection, wish: Wish, unit: UnitRow) -> tuple[int, ...]:
    if unit.parent_id is None and wish.change is UnitChange.CLOSE:
        below = tuple(one.id for one in open_below(connection, unit.id))
        if below:
            return below
    found = wish.target_id if wish.target_id is not None else unit.parent_id
    return () if found is None else (found,)


def _above(connection: Connection, unit: UnitRow) -> set[int]:
    by_id = {one.id: one for one in units.every(connection)}
    found: set[int] = set()
    above = unit.parent_id
    while above is not None and above not in found:
        found.add(above)
        above = by_id[above].parent_id
    return found
