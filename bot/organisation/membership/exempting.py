"""A member is let off meetings or everything, with a reason and until a day; it ends by hand or by itself."""

from dataclasses import dataclass
from datetime import date

from bot.access import LEADERS_OF_A_UNIT, Caller, Door, demand
from bot.delivery import queueing
from bot.errors import Refusal, Refused
from bot.history import entry
from bot.office import Office
from bot.organisation.membership.letting_off import exempt_by, expect_again, let_off
from bot.organisation.membership.session_lists import follow, take_off_all
from bot.organisation.membership.telling import tell_leaders
from bot.organisation.rights.terms import day_ends, last_day
from storage import history
from storage.database import Connection
from storage.organisation import exemptions, memberships, people
from storage.organisation.exemptions import Exemption
from storage.organisation.people import Member
from storage.publication import publications
from storage.states import Address, ExemptFrom, ExemptReason, Purpose, Reason, Repeat, Role

_EXEMPTERS = LEADERS_OF_A_UNIT | {Role.ADMIN}


@dataclass(frozen=True)
class Wish:
    """An exemption as it is asked for.

    Args:
        last_on: the last office day on which it holds; None: until further notice.
    """

    member_id: int
    exempt_from: ExemptFrom
    reason: ExemptReason
    last_on: date | None = None


@dataclass(frozen=True)
class Exempted:
    """What an exemption came to, at its beginning or its end.

    Args:
        obligations: how many are no longer expected, or are again.
    """

    exemption_id: int
    member_id: int
    full_name: str
    address_form: Address
    exempt_from: ExemptFrom
    reason: ExemptReason
    last_on: date | None
    obligations: int


async def exempt(caller: Caller, office: Office, *, wish: Wish) -> Exempted:
    """Let the member off from now on.

    From everything: what is open is no longer expected, and what is published meanwhile is not either; from
    meetings: no invitations to sessions. The member may read and come all the same.

    Raises:
        Refused: NOT_ALLOWED to who neither leads the member's unit nor keeps the roster, and to themselves;
            NOT_FOUND, IN_THE_PAST, EXEMPT_ALREADY.
    """

    def body(connection: Connection) -> Exempted:
        publications.one_at_a_time(connection)
        member = _demand_theirs(connection, caller, wish.member_id)
        now = office.clock.now()
        until_at = None if wish.last_on is None else day_ends(office.zone, wish.last_on)
        if until_at is not None and until_at <= now:
            raise Refused(Refusal.IN_THE_PAST)
        memberships.placed(connection, [member.id])
        if any(_covers(one, wish) for one in exemptions.in_force(connection, member.id, now=now)):
            raise Refused(Refusal.EXEMPT_ALREADY)
        exemption_id = exemptions.add(
            connection,
            member_id=member.id,
            exempt_from=wish.exempt_from,
            reason=wish.reason,
            now=now,
            until_at=until_at,
            granted_by=caller.member_id,
        )
        made = _demand(connection, exemption_id)
        _note(connection, office, caller, made, unit_id=member.unit_id, to="granted")
        closed = _begin(connection, office, caller, made)
        _tell(connection, office, caller, made, member, news="exempt")
        return _exempted(office, made, member, closed)

    return await office.perform(caller, "exempt member", body, outcome=Exempted)


async def look(caller: Caller, office: Office, *, exemption_id: int) -> Exempted:
    """An exemption that the caller could end now; refusals as for `end_exemption`."""

    def body(connection: Connection) -> Exempted:
        found = _demand(connection, exemption_id)
        member = _demand_theirs(connection, caller, found.member_id)
        if found.ended_at is not None:
            raise Refused(Refusal.GONE_ON)
        return _exempted(office, found, member, 0)

    return await office.database.read(body)


async def end_exemption(caller: Caller, office: Office, *, exemption_id: int) -> Exempted:
    """End an exemption before its day; what is still in force is expected again, with a fair due date.

    Raises:
        Refused: NOT_ALLOWED as for `exempt`, NOT_FOUND, GONE_ON when it is over.
    """

    def body(connection: Connection) -> Exempted:
        # Before anything is read: who moves the member just now, or lets them off anew, holds this, too.
        publications.one_at_a_time(connection)
        found = _demand(connection, exemption_id)
        member = _demand_theirs(connection, caller, found.member_id)
        return _end(connection, office, caller, found, member)

    return await office.perform(caller, "end exemption", body, outcome=Exempted)


async def end_lapsed(office: Office) -> int:
    """End the exemptions whose day is over; the clock knocks here, and a second knock changes nothing.

    Returns:
        How many ended.
    """
    clock = Caller(member_id=None, door=Door.CLOCK)

    def waiting(connection: Connection) -> list[Exemption]:
        return exemptions.lapsed(connection, now=office.clock.now())

    ended = 0
    for found in await office.database.read(waiting):
        ended += await _end_one(office, clock, found)
    return ended


async def _end_one(office: Office, clock: Caller, found: Exemption) -> int:
    def body(connection: Connection) -> int:
        publications.one_at_a_time(connection)
        member = people.member(connection, found.member_id)
        still = exemptions.exemption(connection, found.id)
        if member is None or still is None or still.ended_at is not None:
            return 0
        _end(connection, office, clock, found, member)
        return 1

    return await office.perform(clock, "exemption lapsed", body, outcome=int)


def end_all_exemptions(
    connection: Connection, office: Office, caller: Caller, *, member_id: int, unit_id: int
) -> None:
    """End what the member is let off, without asking them of anything again: they leave."""
    now = office.clock.now()
    for found in exemptions.in_force(connection, member_id, now=now):
        if exemptions.end(connection, found.id, at=now):
            _note(connection, office, caller, found, unit_id=unit_id, to="ended")


def _begin(connection: Connection, office: Office, caller: Caller, made: Exemption) -> int:
    take_off_all(connection, office, caller, member_ids=[made.member_id])
    if made.exempt_from is not ExemptFrom.EVERYTHING:
        return 0
    how = exempt_by(made.reason)
    return let_off(connection, office, caller, member_ids=[made.member_id], how=how, reason=Reason.CHANGED)


def _end(
    connection: Connection, office: Office, caller: Caller, found: Exemption, member: Member
) -> Exempted:
    now = office.clock.now()
    at = min(now, found.until_at) if found.until_at is not None else now
    if not exemptions.end(connection, found.id, at=at):
        raise Refused(Refusal.GONE_ON)
    _note(connection, office, caller, found, unit_id=member.unit_id, to="ended")
    if member.left_at is not None:
        return _exempted(office, found, member, 0)
    follow(connection, office, caller, units={member.id: member.unit_id})
    expected = 0
    if found.exempt_from is ExemptFrom.EVERYTHING:
        expected = _expect(connection, office, caller, found, member)
    _tell(connection, office, caller, found, member, news="exempt_ended")
    return _exempted(office, found, member, expected)


def _expect(connection: Connection, office: Office, caller: Caller, found: Exemption, member: Member) -> int:
    expected = expect_again(connection, office, caller, member=member, closed=[exempt_by(found.reason)])
    if expected and not member.on_paper:
        queueing.to_member(
            connection,
            office,
            member_id=member.id,
            once_key=f"induction:m{member.id}:e{found.id}",
            purpose=Purpose.INDUCTION,
            repeat=Repeat.ONCE,
            subject=memberships.newest_open(connection, member.id),
        )
    return expected


def _covers(one: Exemption, wish: Wish) -> bool:
    """Whether the exemption in force leaves nothing to add, or would have to be ended first."""
    return one.exempt_from is ExemptFrom.EVERYTHING or one.exempt_from is wish.exempt_from


def _demand(connection: Connection, exemption_id: int) -> Exemption:
    found = exemptions.exemption(connection, exemption_id)
    if found is None:
        raise Refused(Refusal.NOT_FOUND)
    return found


def _demand_theirs(connection: Connection, caller: Caller, member_id: int) -> Member:
    demand(caller, _EXEMPTERS)
    member = people.member(connection, member_id)
    if member is None or member.left_at is not None:
        raise Refused(Refusal.NOT_FOUND)
    if not caller.has({Role.ADMIN}):
        demand(caller, LEADERS_OF_A_UNIT, unit_id=member.unit_id)
    if member_id in (caller.member_id, caller.on_behalf_of):
        # Nobody lets themselves off.
        raise Refused(Refusal.NOT_ALLOWED)
    return member


def _tell(
    connection: Connection, office: Office, caller: Caller, found: Exemption, member: Member, *, news: str
) -> None:
    tell_leaders(
        connection,
        office,
        caller,
        news=f"roster:{news}:{found.id}-{found.id}",
        unit_ids={member.unit_id},
        about={member.id},
    )


def _note(
    connection: Connection, office: Office, caller: Caller, found: Exemption, *, unit_id: int, to: str
) -> None:
    was = "" if to == "granted" else "granted"
    history.append(
        connection,
        entry(
            caller,
            office,
            thing="exemption",
            thing_id=found.id,
            from_state=was,
            to_state=to,
            member_id=found.member_id,
            unit_id=unit_id,
            detail=f"{found.exempt_from} {found.reason}",
        ),
    )


def _exempted(office: Office, found: Exemption, member: Member, obligations: int) -> Exempted:
    return Exempted(
        exemption_id=found.id,
        member_id=member.id,
        full_name=member.full_name,
        address_form=member.address_form,
        exempt_from=found.exempt_from,
        reason=found.reason,
        last_on=None if found.until_at is None else last_day(found.until_at, office.zone),
        obligations=obligations,
    )
