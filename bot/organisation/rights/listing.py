"""Who holds which role, and what could be given to whom."""

from dataclasses import dataclass
from datetime import datetime

from bot.access import Caller, demand
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.organisation.rights import guarding
from bot.organisation.rights.proposals import EVERYWHERE, ROLES, Proposal
from bot.organisation.rights.terms import Span, span_of
from bot.reading.folding import fold
from storage.database import Connection
from storage.organisation import grants, organisation, people
from storage.organisation.grants import HeldLine
from storage.states import Address, Role

__all__ = [
    "READERS",
    "HeldLine",
    "MemberRoles",
    "Named",
    "Shown",
    "UnitChoice",
    "ending",
    "holders",
    "named",
    "roles_of",
    "shown",
    "units_for",
]

READERS = frozenset({Role.ADMIN, Role.AUDITOR})
"""The auditor reads only (design.md section 8)."""
_MOST_NAMED = 12


@dataclass(frozen=True)
class Named:
    """Somebody on the roster."""

    member_id: int
    full_name: str
    unit_name: str


@dataclass(frozen=True)
class MemberRoles:
    """What one member holds or will hold.

    Args:
        may_give: whether the caller may give them a role.
        may_end: whether the caller may end one.
    """

    member_id: int
    full_name: str
    address_form: Address
    unit_name: str
    held: tuple[HeldLine, ...]
    may_give: bool
    may_end: bool


@dataclass(frozen=True)
class UnitChoice:
    """A unit for which a role can be given; `depth` says how far below the top it hangs."""

    id: int
    name: str
    depth: int


@dataclass(frozen=True)
class Shown:
    """A proposal with what it names, for the eyes of who confirms it.

    Args:
        span: the moments of its term.
    """

    proposal: Proposal
    full_name: str
    address_form: Address
    unit_name: str
    span: Span
    now: datetime


async def holders(caller: Caller, office: Office) -> tuple[HeldLine, ...]:
    """Who holds or will hold what, in the order in which roles are offered, then by unit and name.

    Raises:
        Refused: NOT_ALLOWED.
    """
    demand(caller, READERS)

    def body(connection: Connection) -> tuple[HeldLine, ...]:
        found = grants.lines(connection, now=office.clock.now())
        place = {unit.id: number for number, unit in enumerate(organisation.units_in_order(connection))}
        return tuple(sorted(found, key=lambda line: (ROLES.index(line.role), place[line.unit_id])))

    return await office.database.read(body)


async def named(caller: Caller, office: Office, *, words: str) -> tuple[Named, ...]:
    """Those on the roster whose name has these words, accents optional; the first twelve by given name.

    Raises:
        Refused: NOT_ALLOWED.
    """
    demand(caller, READERS)
    wanted = set(fold(words).split())

    def body(connection: Connection) -> tuple[Named, ...]:
        units = {unit.id: unit.name for unit in organisation.units_in_order(connection)}
        everybody = people.members_of(connection, None) if wanted else []
        found = [one for one in everybody if wanted <= set(fold(one.full_name).split())]
        return tuple(Named(one.id, one.full_name, units[one.unit_id]) for one in found[:_MOST_NAMED])

    return await office.database.read(body)


async def roles_of(caller: Caller, office: Office, *, member_id: int) -> MemberRoles:
    """What the member holds or will hold, and what the caller may do about it.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND.
    """
    demand(caller, READERS)

    def body(connection: Connection) -> MemberRoles:
        member = guarding.demand_member_here(connection, member_id)
        unit = organisation.unit(connection, member.unit_id)
        held = grants.lines(connection, now=office.clock.now(), member_id=member_id)
        return MemberRoles(
            member_id=member.id,
            full_name=member.full_name,
            address_form=member.address_form,
            unit_name=unit.name if unit else "",
            held=tuple(held),
            may_give=_may_give(caller, member_id),
            may_end=_may(caller),
        )

    return await office.database.read(body)


async def ending(caller: Caller, office: Office, *, grant_id: int) -> HeldLine:
    """The role that is to be ended.

    Raises:
        Refused: NOT_ALLOWED; GONE_ON when it is over.
    """
    demand(caller, {Role.ADMIN})

    def body(connection: Connection) -> HeldLine:
        found = grants.find(connection, grant_id)
        lines = grants.lines(connection, now=office.clock.now(), member_id=found.member_id) if found else []
        line = next((one for one in lines if one.id == grant_id), None)
        if line is None:
            raise Refused(Refusal.GONE_ON)
        return line

    return await office.database.read(body)


async def units_for(caller: Caller, office: Office, *, member_id: int, role: Role) -> tuple[UnitChoice, ...]:
    """The units for which the role can be given from today, in protocol order.

    Raises:
        Refused: NOT_ALLOWED, OWN_ROLE, NOT_FOUND.
    """
    guarding.demand_giver(caller, member_id=member_id)

    def body(connection: Connection) -> tuple[UnitChoice, ...]:
        guarding.demand_member_here(connection, member_id)
        units = guarding.open_units(connection, office, Proposal(member_id, role, 0))
        depths: dict[int, int] = {}
        for unit in units:
            depths[unit.id] = depths.get(unit.parent_id or 0, -1) + 1
        some = units[:1] if role in EVERYWHERE else units
        return tuple(UnitChoice(unit.id, unit.name, depths[unit.id]) for unit in some)

    return await office.database.read(body)


async def shown(caller: Caller, office: Office, *, proposal: Proposal) -> Shown:
    """The proposal as it would be given now; nothing is given yet.

    Raises:
        Refused: as `bot.organisation.rights.granting.give`.
    """
    guarding.demand_giver(caller, member_id=proposal.member_id)

    def body(connection: Connection) -> Shown:
        member = guarding.demand_member_here(connection, proposal.member_id)
        unit = guarding.demand_unit(connection, office, proposal)
        span = span_of(office, proposal.term)
        return Shown(proposal, member.full_name, member.address_form, unit.name, span, office.clock.now())

    return await office.database.read(body)


def _may(caller: Caller) -> bool:
    try:
        demand(caller, {Role.ADMIN})
    except Refused:
        return False
    return True


def _may_give(caller: Caller, member_id: int) -> bool:
    try:
        guarding.demand_giver(caller, member_id=member_id)
    except Refused:
        return False
    return True
