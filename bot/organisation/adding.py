"""Adding one person to the roster by hand; whole rosters come by file (issue 3)."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.access import Caller, demand
from bot.errors import Refusal, Refused
from bot.history import entry
from bot.office import Office
from bot.organisation.enrolling import enrol, grant_role
from bot.organisation.membership.arriving import arrive
from bot.organisation.names import tidy
from bot.reading.folding import fold
from storage import history
from storage.database import Connection
from storage.organisation import organisation, people
from storage.organisation.organisation import Unit
from storage.states import Address, MemberKind, Role, UnitKind

# These are held for the whole organisation, whatever unit the person belongs to (design.md section 8).
_EVERYWHERE = frozenset(Role) - {Role.SECRETARY, Role.DEPUTY_SECRETARY}


@dataclass(frozen=True)
class NewPerson:
    """Who is to be added.

    Args:
        unit: the name of their unit.
        opens_unit: open it as a branch of the first unit, if there is none of that name.
        roles: what they may do: secretaries in their unit, all others everywhere.
    """

    full_name: str
    unit: str
    opens_unit: bool = False
    roles: Sequence[Role] = ()
    position: str = ""
    address_form: Address = Address.COMRADE
    kind: MemberKind = MemberKind.OFFICIAL


@dataclass(frozen=True)
class Added:
    """Who was added, and whether their unit is new."""

    member_id: int
    unit_name: str
    unit_opened: bool


async def add_person(caller: Caller, office: Office, *, person: NewPerson) -> Added:
    """Put one person onto the roster, with their roles.

    Raises:
        Refused: NOT_ALLOWED, EMPTY (no name), NOT_FOUND (no such unit), ALREADY_THERE.
    """
    demand(caller, {Role.ADMIN})
    name = tidy(person.full_name)
    if not name:
        raise Refused(Refusal.EMPTY)

    def body(connection: Connection) -> Added:
        today = office.clock.now().astimezone(office.zone).date()
        units = organisation.units_in_order(connection, on=today)
        unit = _named(units, person.unit)
        opened = unit is None
        unit = unit or _open(connection, office, caller, units, person)
        if any(one.full_name == name for one in people.members_of(connection, [unit.id])):
            raise Refused(Refusal.ALREADY_THERE)
        member_id = enrol(
            connection,
            office,
            caller,
            full_name=name,
            unit_id=unit.id,
            position=person.position,
            address_form=person.address_form,
            kind=person.kind,
        )
        for role in person.roles:
            unit_id = units[0].id if role in _EVERYWHERE else unit.id
            grant_role(connection, office, caller, member_id=member_id, role=role, unit_id=unit_id)
        arrive(connection, office, caller, units={member_id: unit.id})
        return Added(member_id, unit.name, opened)

    return await office.perform(caller, "add person", body, outcome=Added)


def _named(units: Sequence[Unit], name: str) -> Unit | None:
    wanted = fold(name)
    return next((unit for unit in units if wanted in (fold(unit.name), fold(unit.short_name))), None)


def _open(
    connection: Connection, office: Office, caller: Caller, units: Sequence[Unit], person: NewPerson
) -> Unit:
    name = tidy(person.unit)
    if not person.opens_unit or not units or not name:
        raise Refused(Refusal.NOT_FOUND)
    unit_id = organisation.add_unit(
        connection,
        kind=UnitKind.BRANCH,
        name=name,
        short_name=name,
        parent_id=units[0].id,
        opened_on=office.clock.now().astimezone(office.zone).date(),
    )
    history.append(
        connection,
        entry(
            caller,
            office,
            thing="unit",
            thing_id=unit_id,
            from_state="",
            to_state="open",
            unit_id=unit_id,
        ),
    )
    found = organisation.unit(connection, unit_id)
    if found is None:
        raise Refused(Refusal.NOT_FOUND)
    return found
