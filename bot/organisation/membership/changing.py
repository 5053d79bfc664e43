"""The admin changes what stands on the roster about a member; each change can be changed back."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.access import Caller, demand
from bot.errors import Refusal, Refused
from bot.history import entry
from bot.office import Office
from bot.organisation.membership.kinds import settle_kinds
from bot.organisation.membership.moving import Moved, move_member
from bot.organisation.names import sort_key, tidy
from storage import history
from storage.database import Connection
from storage.organisation import organisation, people, rosters
from storage.organisation.people import Member
from storage.publication import publications
from storage.states import Address, MemberKind, Role

LONGEST = 100
"""Letters of a name or a position."""


@dataclass(frozen=True)
class Changed:
    """One field before and after; equal where nothing changed."""

    before: str
    after: str


async def rename(caller: Caller, office: Office, *, member_id: int, full_name: str) -> Changed:
    """Write the member's name anew, as after a marriage or a slip of the pen.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, EMPTY, TOO_LONG, ALREADY_THERE, ODD_LETTERS.
    """
    name = demand_name(full_name)

    def change(connection: Connection, member: Member) -> Changed:
        unit_members = people.members_of(connection, [member.unit_id])
        if any(one.full_name == name and one.id != member.id for one in unit_members):
            raise Refused(Refusal.ALREADY_THERE)
        rosters.set_values(connection, member.id, full_name=name, sort_key=sort_key(name))
        return Changed(member.full_name, name)

    # History holds no names: that it was written anew, not how.
    return await _change(caller, office, member_id=member_id, change=change, what="name", detail="name")


async def address_as(caller: Caller, office: Office, *, member_id: int, form: Address) -> Changed:
    """Choose how the office addresses the member.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND.
    """

    def change(connection: Connection, member: Member) -> Changed:
        rosters.set_values(connection, member.id, address_form=form)
        return Changed(member.address_form, form)

    return await _change(
        caller, office, member_id=member_id, change=change, what="form", detail=f"form {form}"
    )


async def set_kind(caller: Caller, office: Office, *, member_id: int, kind: MemberKind) -> Changed:
    """Say how the member belongs. A candidate is asked of nothing; who no longer is one, of what is in force.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND.
    """

    def change(connection: Connection, member: Member) -> Changed:
        # Before any row is held: who moves members holds this first, too.
        publications.one_at_a_time(connection)
        rosters.set_values(connection, member.id, kind=kind)
        settle_kinds(connection, office, caller, was={member.id: member.kind})
        return Changed(member.kind, kind)

    return await _change(
        caller, office, member_id=member_id, change=change, what="kind", detail=f"kind {kind}"
    )


async def set_position(caller: Caller, office: Office, *, member_id: int, position: str) -> Changed:
    """Write the member's position; empty for none. It gives no rights: these are roles.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, TOO_LONG.
    """
    words = tidy(position)
    if len(words) > LONGEST:
        raise Refused(Refusal.TOO_LONG, limit=str(LONGEST))

    def change(connection: Connection, member: Member) -> Changed:
        rosters.set_values(connection, member.id, position=words)
        return Changed(member.position, words)

    return await _change(
        caller, office, member_id=member_id, change=change, what="position", detail="position"
    )


@dataclass(frozen=True)
class Transferred:
    """What a move came to, in words for the card."""

    unit_name: str
    moved: Moved


async def transfer(caller: Caller, office: Office, *, member_id: int, to_unit_id: int) -> Transferred:
    """Move the member to another unit from today on.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, NOT_OPEN_THEN, NO_CHANGE, when they stand there already.
    """
    demand(caller, {Role.ADMIN})
    today = office.clock.now().astimezone(office.zone).date()

    def body(connection: Connection) -> Transferred:
        moved = move_member(connection, office, caller, member_id=member_id, to_unit_id=to_unit_id, on=today)
        if not moved.members:
            raise Refused(Refusal.NO_CHANGE)
        unit = organisation.unit(connection, to_unit_id)
        return Transferred(unit.name if unit else "", moved)

    return await office.perform(caller, "transfer member", body, outcome=Transferred)


def demand_name(full_name: str) -> str:
    """The name as it is stored.

    Raises:
        Refused: EMPTY, TOO_LONG, ODD_LETTERS for what is no name.
    """
    name = tidy(full_name)
    if not name:
        raise Refused(Refusal.EMPTY)
    if len(name) > LONGEST:
        raise Refused(Refusal.TOO_LONG, limit=str(LONGEST))
    if not all(letter.isalpha() or letter in " .'-" for letter in name):
        raise Refused(Refusal.ODD_LETTERS)
    return name


async def _change(
    caller: Caller,
    office: Office,
    *,
    member_id: int,
    change: Callable[[Connection, Member], Changed],
    what: str,
    detail: str,
) -> Changed:
    demand(caller, {Role.ADMIN})

    def body(connection: Connection) -> Changed:
        publications.one_at_a_time(connection)
        member = people.member(connection, member_id)
        if member is None or member.left_at is not None:
            raise Refused(Refusal.NOT_FOUND)
        changed = change(connection, member)
        if changed.before != changed.after:
            line = entry(
                caller,
                office,
                thing="member",
                thing_id=member_id,
                from_state="on_roster",
                to_state="changed",
                member_id=member_id,
                unit_id=member.unit_id,
                detail=detail,
            )
            history.append(connection, line)
        return changed

    return await office.perform(caller, f"change {what}", body, outcome=Changed)
