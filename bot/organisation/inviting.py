"""Inviting a member: a code that binds one conversation to one person, once."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from bot.access import LEADERS_OF_A_UNIT, Caller, Door, demand
from bot.errors import Refusal, Refused
from bot.history import entry
from bot.office import Office
from bot.organisation import codes
from bot.reading.folding import fold
from storage import history, invitations, organisation, people
from storage.database import Connection
from storage.organisation import Listed
from storage.people import Member
from storage.states import Address, Role

VALID_FOR = timedelta(days=14)
_INVITERS = LEADERS_OF_A_UNIT | {Role.ADMIN}


@dataclass(frozen=True)
class Invitation:
    """A code, shown this once.

    Args:
        code: as a person types it; no log line and no `repr` shows it.
        in_link: the same for a link's parameter.
        expires_at: useless from then on (office time).
    """

    id: int
    member_id: int
    full_name: str
    address_form: Address
    expires_at: datetime
    code: str = field(repr=False)
    in_link: str = field(repr=False)


@dataclass(frozen=True)
class Candidate:
    """Somebody who may be invited.

    Args:
        is_reached: some conversation of theirs can be written to.
        was_reached: one could be, but the person closed it.
    """

    member_id: int
    full_name: str
    unit_name: str
    is_reached: bool
    was_reached: bool


async def invite(
    caller: Caller, office: Office, *, member_id: int, valid_for: timedelta = VALID_FOR
) -> Invitation:
    """Make a single-use code for the member; earlier ones that nobody used end.

    An admin and the command line may invite anybody. A secretary or deputy invites the members of the
    units they lead, except those who hold a role: whoever has the code acts as that person.

    Raises:
        Refused: NOT_FOUND, NOT_ALLOWED.
    """
    code = codes.new_code()
    now = office.clock.now()

    def body(connection: Connection) -> Invitation:
        member = _demand_invitable(connection, office, caller, member_id)
        revoked = invitations.revoke_unused(connection, member_id=member_id, now=now)
        invitation_id = invitations.add(
            connection,
            code_hash=codes.hash_of(office.key, code),
            member_id=member_id,
            made_by=caller.member_id,
            now=now,
            expires_at=now + valid_for,
        )
        _write_history(connection, office, caller, member, made=invitation_id, revoked=revoked)
        return Invitation(
            id=invitation_id,
            member_id=member_id,
            full_name=member.full_name,
            address_form=member.address_form,
            expires_at=now + valid_for,
            code=codes.shown(code),
            in_link=code,
        )

    # Without the knock: its recorded outcome would keep the code in clear. A second run of the knock ends
    # the first run's code, which nobody was told, and makes another.
    return await office.perform(replace(caller, knock=None), "invite", body, outcome=Invitation)


async def candidates(
    caller: Caller, office: Office, *, words: str = "", only_unreached: bool = True
) -> tuple[Candidate, ...]:
    """Those whom the caller may invite, by given name.

    Args:
        caller: an admin, a leader of units, or the command line.
        office: the office.
        words: only those whose name has these words, accents optional.
        only_unreached: leave out those who can be written to.

    Raises:
        Refused: NOT_ALLOWED.
    """
    demand(caller, _INVITERS)

    def body(connection: Connection) -> list[Listed]:
        unit_ids = None if _invites_anybody(caller) else caller.units_of(LEADERS_OF_A_UNIT)
        return organisation.roster(connection, unit_ids=unit_ids, now=office.clock.now())

    wanted = set(fold(words).split())
    return tuple(
        Candidate(
            member_id=listed.id,
            full_name=listed.full_name,
            unit_name=listed.unit_name,
            is_reached=listed.is_reached,
            was_reached=listed.has_conversation and not listed.is_reached,
        )
        for listed in await office.database.read(body)
        if _may_invite(caller, listed.id, has_role=listed.has_role)
        and not (only_unreached and listed.is_reached)
        and wanted <= set(fold(listed.full_name).split())
    )


def _demand_invitable(connection: Connection, office: Office, caller: Caller, member_id: int) -> Member:
    demand(caller, _INVITERS)
    member = people.member(connection, member_id)
    if member is None or member.left_at is not None:
        raise Refused(Refusal.NOT_FOUND)
    if not _invites_anybody(caller):
        demand(caller, LEADERS_OF_A_UNIT, unit_id=member.unit_id)
    has_role = bool(people.roles_of(connection, member_id, now=office.clock.now()))
    if not _may_invite(caller, member_id, has_role=has_role):
        raise Refused(Refusal.NOT_ALLOWED)
    return member


def _invites_anybody(caller: Caller) -> bool:
    return caller.door is Door.COMMAND_LINE or caller.has({Role.ADMIN})


def _may_invite(caller: Caller, member_id: int, *, has_role: bool) -> bool:
    return _invites_anybody(caller) or not has_role or member_id == caller.member_id


def _write_history(
    connection: Connection,
    office: Office,
    caller: Caller,
    member: Member,
    *,
    made: int,
    revoked: list[int],
) -> None:
    changes = [(ended, "open", "revoked") for ended in revoked] + [(made, "", "open")]
    history.append(
        connection,
        *(
            entry(
                caller,
                office,
                thing=invitations.THING,
                thing_id=invitation_id,
                from_state=before,
                to_state=after,
                member_id=member.id,
                unit_id=member.unit_id,
            )
            for invitation_id, before, after in changes
        ),
    )
