"""Putting people onto the roster and giving them roles, each with its line of history."""

from bot.access import Caller
from bot.history import entry
from bot.office import Office
from bot.organisation.names import sort_key, tidy
from storage import history
from storage.database import Connection
from storage.organisation import grants, organisation
from storage.organisation.organisation import NewMember
from storage.states import Address, MemberKind, Role


def enrol(
    connection: Connection,
    office: Office,
    caller: Caller,
    *,
    full_name: str,
    unit_id: int,
    position: str = "",
    address_form: Address = Address.COMRADE,
    kind: MemberKind = MemberKind.OFFICIAL,
) -> int:
    """Put somebody onto the roster from now on; returns their number."""
    name = tidy(full_name)
    member_id = organisation.add_member(
        connection,
        NewMember(
            full_name=name,
            sort_key=sort_key(name),
            unit_id=unit_id,
            joined_at=office.clock.now(),
            address_form=address_form,
            kind=kind,
            position=position,
        ),
    )
    history.append(
        connection,
        entry(
            caller,
            office,
            thing="member",
            thing_id=member_id,
            from_state="",
            to_state="on_roster",
            member_id=member_id,
            unit_id=unit_id,
        ),
    )
    return member_id


def grant_role(
    connection: Connection, office: Office, caller: Caller, *, member_id: int, role: Role, unit_id: int
) -> int:
    """Give the member a role for the unit and all below it, from now on."""
    grant_id = grants.add(
        connection,
        member_id=member_id,
        role=role,
        unit_id=unit_id,
        from_at=office.clock.now(),
        granted_by=caller.member_id,
    )
    history.append(
        connection,
        entry(
            caller,
            office,
            thing="role_grant",
            thing_id=grant_id,
            from_state="",
            to_state="granted",
            member_id=member_id,
            unit_id=unit_id,
            detail=role,
        ),
    )
    return grant_id
