"""Inviting a member: a code that binds one conversation to one person, once."""

from dataclasses import dataclass, replace
from datetime import timedelta

from bot.access import LEADERS_OF_A_UNIT, Caller, Door, demand, demand_member
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.organisation.joining import codes
from bot.organisation.joining.making_codes import Invitation, make_code
from bot.reading.folding import fold
from storage.database import Connection
from storage.organisation import grants, organisation, people
from storage.organisation.organisation import Listed
from storage.organisation.people import Member
from storage.states import Role

__all__ = [
    "INVITERS",
    "OWN_VALID_FOR",
    "VALID_FOR",
    "Candidate",
    "Invitation",
    "candidates",
    "connected",
    "demand_invitable",
    "invite",
    "may_invite",
    "own_code",
    "units_to_invite",
    "with_a_role",
]

VALID_FOR = timedelta(days=14)
OWN_VALID_FOR = timedelta(days=1)
INVITERS = LEADERS_OF_A_UNIT | {Role.ADMIN}


@dataclass(frozen=True)
class Candidate:
    """Somebody who may be invited.

    Args:
        is_reached: some conversation of theirs can be written to.
        was_reached: one could be, but the person closed it.
        on_paper: word reaches them on paper.
    """

    member_id: int
    full_name: str
    unit_name: str
    is_reached: bool
    was_reached: bool
    on_paper: bool


async def invite(
    caller: Caller,
    office: Office,
    *,
    member_id: int,
    valid_for: timedelta = VALID_FOR,
    with_picture: bool = False,
) -> Invitation:
    """Make a single-use code for the member; earlier ones that nobody used end.

    An admin and the command line may invite anybody. A secretary or deputy invites the members of the
    units they lead, except those who hold a role or will: whoever has the code acts as that person.

    Raises:
        Refused: NOT_FOUND, NOT_ALLOWED.
    """
    code = codes.new_code()

    def body(connection: Connection) -> Invitation:
        member = demand_invitable(connection, office, caller, member_id)
        return make_code(
            connection, office, caller, member, code=code, valid_for=valid_for, with_picture=with_picture
        )

    # Without the knock: its recorded outcome would keep the code in clear. A second run of the knock ends
    # the first run's code, which nobody was told, and makes another.
    return await office.perform(replace(caller, knock=None), "invite", body, outcome=Invitation)


async def connected(caller: Caller, office: Office, *, member_id: int) -> Member | None:
    """The member to invite, where some conversation of theirs can be written to already.

    Raises:
        Refused: NOT_FOUND, NOT_ALLOWED.
    """

    def body(connection: Connection) -> Member | None:
        member = demand_invitable(connection, office, caller, member_id)
        return member if people.addresses_of(connection, member_id) else None

    return await office.database.read(body)


async def own_code(caller: Caller, office: Office) -> Invitation:
    """Make a short-lived code with which the caller joins from another messenger too.

    Raises:
        Refused: NOT_ALLOWED for a stranger.
    """
    member_id = demand_member(caller)
    code = codes.new_code()

    def body(connection: Connection) -> Invitation:
        member = _demand_on_roster(connection, member_id)
        return make_code(
            connection, office, caller, member, code=code, valid_for=OWN_VALID_FOR, with_picture=True
        )

    return await office.perform(replace(caller, knock=None), "own_code", body, outcome=Invitation)


async def candidates(
    caller: Caller, office: Office, *, words: str = "", only_unreached: bool = True
) -> tuple[Candidate, ...]:
    """Those whom the caller may invite, by given name.

    Args:
        caller: an admin, a leader of units, or the command line.
        office: the office.
        words: only those whose name has these words, accents optional.
        only_unreached: leave out those who can be written to, and those whom word reaches on paper.

    Raises:
        Refused: NOT_ALLOWED.
    """
    return tuple(
        _candidate(listed)
        for listed in await _called(caller, office, words)
        if may_invite(caller, listed.id, has_role=listed.has_role)
        and not (only_unreached and (listed.is_reached or listed.on_paper))
    )


async def with_a_role(caller: Caller, office: Office, *, words: str) -> tuple[Candidate, ...]:
    """Those of the caller's units whose name has these words and whom only an admin invites.

    Raises:
        Refused: NOT_ALLOWED.
    """
    return tuple(
        _candidate(listed)
        for listed in await _called(caller, office, words)
        if not may_invite(caller, listed.id, has_role=listed.has_role)
    )


async def _called(caller: Caller, office: Office, words: str) -> list[Listed]:
    demand(caller, INVITERS)

    def body(connection: Connection) -> list[Listed]:
        return organisation.roster(connection, unit_ids=units_to_invite(caller), now=office.clock.now())

    wanted = set(fold(words).split())
    found = await office.database.read(body)
    return [listed for listed in found if wanted <= set(fold(listed.full_name).split())]


def _candidate(listed: Listed) -> Candidate:
    return Candidate(
        member_id=listed.id,
        full_name=listed.full_name,
        unit_name=listed.unit_name,
        is_reached=listed.is_reached,
        was_reached=listed.has_conversation and not listed.is_reached,
        on_paper=listed.on_paper,
    )


def units_to_invite(caller: Caller) -> frozenset[int] | None:
    """The units whose members the caller may invite; None means every unit."""
    return None if _invites_anybody(caller) else caller.units_of(LEADERS_OF_A_UNIT)


def demand_invitable(connection: Connection, office: Office, caller: Caller, member_id: int) -> Member:
    """The member, if the caller may make a code for them.

    Raises:
        Refused: NOT_FOUND, NOT_ALLOWED.
    """
    demand(caller, INVITERS)
    member = _demand_on_roster(connection, member_id)
    if not _invites_anybody(caller):
        demand(caller, LEADERS_OF_A_UNIT, unit_id=member.unit_id)
    has_role = bool(grants.of_member(connection, member_id, now=office.clock.now()))
    if not may_invite(caller, member_id, has_role=has_role):
        raise Refused(Refusal.NOT_ALLOWED)
    return member


def _demand_on_roster(connection: Connection, member_id: int) -> Member:
    member = people.member(connection, member_id)
    if member is None or member.left_at is not None:
        raise Refused(Refusal.NOT_FOUND)
    return member


def _invites_anybody(caller: Caller) -> bool:
    return caller.door is Door.COMMAND_LINE or caller.has({Role.ADMIN})


def may_invite(caller: Caller, member_id: int, *, has_role: bool) -> bool:
    """Whether the caller may invite this person of their units: who holds a role is invited by an admin."""
    return _invites_anybody(caller) or not has_role or member_id == caller.member_id
