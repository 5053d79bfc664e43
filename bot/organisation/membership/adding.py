"""The admin adds one person to the unit whose list is open."""

from dataclasses import dataclass

from bot.access import Caller, demand
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.organisation.enrolling import enrol
from bot.organisation.membership.arriving import arrive
from bot.organisation.membership.changing import demand_name
from storage.database import Connection
from storage.organisation import organisation, people
from storage.publication import publications
from storage.states import Address, MemberKind, Role

_PARTY = frozenset({MemberKind.OFFICIAL, MemberKind.PROBATIONARY})


@dataclass(frozen=True)
class AddedHere:
    """Who was added.

    Args:
        asked: how many publications in force they are asked of.
    """

    member_id: int
    full_name: str
    unit_name: str
    asked: int


async def add_to_unit(
    caller: Caller, office: Office, *, unit_id: int, full_name: str, kind: MemberKind
) -> AddedHere:
    """Put one person onto the roster of the unit; what is in force is asked of them.

    Party members are addressed as comrades; how to address others the admin says afterwards.

    Raises:
        Refused: NOT_ALLOWED, EMPTY, TOO_LONG, ODD_LETTERS, NOT_FOUND, NOT_OPEN_THEN, ALREADY_THERE.
    """
    demand(caller, {Role.ADMIN})
    name = demand_name(full_name)

    def body(connection: Connection) -> AddedHere:
        publications.one_at_a_time(connection)
        unit = organisation.unit(connection, unit_id)
        if unit is None:
            raise Refused(Refusal.NOT_FOUND)
        today = office.clock.now().astimezone(office.zone).date()
        if unit.closed_on is not None and unit.closed_on <= today:
            raise Refused(Refusal.NOT_OPEN_THEN, name=unit.name)
        if any(one.full_name == name for one in people.members_of(connection, [unit_id])):
            raise Refused(Refusal.ALREADY_THERE)
        member_id = enrol(
            connection,
            office,
            caller,
            full_name=name,
            unit_id=unit_id,
            kind=kind,
            address_form=Address.COMRADE if kind in _PARTY else Address.UNKNOWN,
        )
        asked = arrive(connection, office, caller, units={member_id: unit_id})
        return AddedHere(member_id, name, unit.name, asked)

    return await office.perform(caller, "add member", body, outcome=AddedHere)
