"""What a change of the tree would bring, counted and named before anybody confirms it."""

import zlib
from dataclasses import dataclass, replace

from bot.office import Office
from bot.organisation.units.fates import Fate, fates
from bot.organisation.units.wishes import ENDS, Wish, open_below, returning_units
from bot.organisation.units.words import words_of
from storage.database import Connection
from storage.organisation import groups, unit_changes, units
from storage.organisation.unit_changes import HeldRole
from storage.organisation.units import UnitRow
from storage.publication import drafts
from storage.states import Address, Role, UnitChange
from storage.study import session_lists


@dataclass(frozen=True)
class RoleLine:
    """A role that ends or goes on elsewhere.

    Args:
        goes_to: the names of the units for which it is held afterwards; none: it ends.
    """

    role: Role
    full_name: str
    address_form: Address
    goes_to: tuple[str, ...]


@dataclass(frozen=True)
class Preview:
    """What the change would bring.

    Args:
        kind_word: how the office calls this kind of unit.
        name, short_name: of the unit as it is today; empty for one that is to be opened.
        parent_name: under which unit it hangs today; empty: under none.
        target_name: of the wish's target; empty: it has none.
        units_below: names of the units right below that go elsewhere (or come back).
        units_go_to: the name of the unit under which these hang afterwards; empty: under none.
        members: how many of the unit itself are moved (or come back).
        groups: how many group chats no longer stand for it.
        sessions: how many study sessions ahead or being planned go to the target, or are called off.
        drafts: how many drafts for the unit wait to be approved or published, and will reach nobody.
        called_off: how many planned changes of the unit are called off by it.
    """

    wish: Wish
    kind_word: str
    name: str
    short_name: str
    parent_name: str
    target_name: str
    units_below: tuple[str, ...] = ()
    units_go_to: str = ""
    members: int = 0
    roles: tuple[RoleLine, ...] = ()
    groups: int = 0
    sessions: int = 0
    drafts: int = 0
    called_off: int = 0

    @property
    def checksum(self) -> int:
        """Fits into a button, and differs when anything here does."""
        return zlib.crc32(repr(self).encode())


def preview(connection: Connection, office: Office, wish: Wish) -> Preview:
    """What the wish would bring as things stand; it need not be possible."""
    unit = None if wish.unit_id is None else units.row(connection, wish.unit_id)
    words = words_of(connection)
    if unit is None:
        kind_word = "" if wish.kind is None else words[wish.kind].word
        return Preview(wish, kind_word, "", "", "", _name(connection, wish.target_id))
    base = Preview(
        wish,
        words[unit.kind].word,
        unit.name,
        unit.short_name,
        _name(connection, unit.parent_id),
        _name(connection, wish.target_id),
    )
    if wish.reopens:
        return _reopened(connection, base, unit)
    return _ended(connection, office, base, unit) if wish.change in ENDS else base


def _ended(connection: Connection, office: Office, base: Preview, unit: UnitRow) -> Preview:
    wish = base.wish
    below = open_below(connection, unit.id)
    heir = base.parent_name if wish.change is UnitChange.CLOSE else base.target_name
    planned = [one for one in unit_changes.planned(connection) if one.unit_id == unit.id]
    return replace(
        base,
        units_below=tuple(one.name for one in below),
        units_go_to=heir,
        members=len(unit_changes.placed_in(connection, unit.id)),
        roles=tuple(_role_line(connection, fate) for fate in fates(connection, office, wish, unit)),
        groups=len(groups.of_unit(connection, unit.id)),
        sessions=len(session_lists.open_of(connection, [unit.id], now=office.clock.now())),
        drafts=drafts.waiting_for_unit(connection, unit.id),
        called_off=len(planned),
    )


def _reopened(connection: Connection, base: Preview, unit: UnitRow) -> Preview:
    ended = unit_changes.last_ending(connection, unit.id)
    if ended is None:
        return base
    below = returning_units(connection, unit, ended)
    roles: list[HeldRole] = []
    if ended.applied_at is not None:
        roles = unit_changes.roles_ended(connection, unit.id, at=ended.applied_at)
    return replace(
        base,
        units_below=tuple(_name(connection, unit_id) for unit_id in below),
        units_go_to=unit.name,
        members=len(unit_changes.moved_by(connection, ended.id)),
        roles=tuple(_role_line(connection, Fate(held, (unit.id,))) for held in roles),
    )


def _role_line(connection: Connection, fate: Fate) -> RoleLine:
    held = fate.held
    goes_to = tuple(_name(connection, unit_id) for unit_id in fate.goes_to)
    return RoleLine(held.role, held.full_name, held.address_form, goes_to)


def _name(connection: Connection, unit_id: int | None) -> str:
    found = None if unit_id is None else units.row(connection, unit_id)
    return "" if found is None else found.name
