"""What stands against giving or ending a role."""

from bot.access import Caller, Door, demand
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.organisation.rights.proposals import EVERYWHERE, Proposal
from bot.organisation.rights.terms import Span
from storage.database import Connection
from storage.organisation import grants, organisation, people
from storage.organisation.grants import RoleGrant
from storage.organisation.organisation import Unit
from storage.organisation.people import Member
from storage.states import Role


def demand_giver(caller: Caller, *, member_id: int) -> None:
    """Refuse who may not give this member a role.

    Raises:
        Refused: NOT_ALLOWED to anybody but an admin, OWN_ROLE.
    """
    demand(caller, {Role.ADMIN})
    if caller.door is not Door.COMMAND_LINE and member_id in (caller.member_id, caller.on_behalf_of):
        raise Refused(Refusal.OWN_ROLE)


def demand_member_here(connection: Connection, member_id: int) -> Member:
    """The member, if they are on the roster.

    Raises:
        Refused: NOT_FOUND.
    """
    found = people.member(connection, member_id)
    if found is None or found.left_at is not None:
        raise Refused(Refusal.NOT_FOUND)
    return found


def demand_unit(connection: Connection, office: Office, proposal: Proposal) -> Unit:
    """The unit of the proposal, if the role can be held for it on its first day.

    Raises:
        Refused: NOT_FOUND for a unit that is not there or not open then, NOT_ALLOWED for one below the top
            with a role that is held for the whole organisation.
    """
    units = open_units(connection, office, proposal)
    found = next((unit for unit in units if unit.id == proposal.unit_id), None)
    if found is None:
        raise Refused(Refusal.NOT_FOUND)
    if proposal.role in EVERYWHERE and found != units[0]:
        raise Refused(Refusal.NOT_ALLOWED)
    return found


def open_units(connection: Connection, office: Office, proposal: Proposal) -> list[Unit]:
    """The units open on the first day of the proposal, in protocol order; the top one first."""
    day = proposal.term.first_on or office.clock.now().astimezone(office.zone).date()
    return organisation.units_in_order(connection, on=day)


def demand_admin_remains(connection: Connection, office: Office, *, ending: RoleGrant, freed: Span) -> None:
    """Refuse what would leave any moment of the freed span without an admin on the roster.

    Raises:
        Refused: LAST_ADMIN.
    """
    if ending.role is not Role.ADMIN:
        return
    held = grants.held_by_anybody(connection, Role.ADMIN, now=office.clock.now())
    others = sorted(
        (Span(one.from_at, one.until_at) for one in held if one.id != ending.id), key=lambda one: one.from_at
    )
    covered_until = freed.from_at
    for other in others:
        if other.from_at > covered_until:
            break
        if other.until_at is None:
            return
        covered_until = max(covered_until, other.until_at)
    if freed.until_at is None or covered_until < freed.until_at:
        raise Refused(Refusal.LAST_ADMIN)
