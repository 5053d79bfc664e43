"""A member leaves the roster, and what was asked of them goes with them; a mistake is mended the same day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.access import Caller, demand
from bot.errors import Refusal, Refused
from bot.history import entry
from bot.office import Office
from bot.organisation.addresses.owed_cards import queue_owed_cards
from bot.organisation.membership.closing_ways import close_ways
from bot.organisation.membership.ending_roles import end_all
from bot.organisation.membership.exempting import end_all_exemptions
from bot.organisation.membership.joining_late import ask_late
from bot.organisation.membership.letting_off import exempt_by, expect_again, let_off
from bot.organisation.membership.moving import move_member
from bot.organisation.membership.session_lists import follow, take_off_all
from bot.organisation.membership.telling import tell_leaders
from bot.organisation.rights.terms import day_ends
from bot.texts.roster import LEFT_BECAUSE
from storage import history
from storage.acknowledgement.letting_off import Closed
from storage.database import Connection
from storage.delivery import deliveries
from storage.organisation import memberships, people, unit_changes, units
from storage.organisation.memberships import OpenGrant
from storage.organisation.people import Member
from storage.organisation.units import UnitRow
from storage.publication import publications
from storage.states import ExemptReason, Lane, ObligationState, Reason, Role

# Members in one statement.
_AT_ONCE = 500
# What leaving closed, and what was let off by an exemption: all of them ended with leaving.
_UNDONE = (Closed(ObligationState.WITHDRAWN, LEFT_BECAUSE), *map(exempt_by, ExemptReason))


@dataclass(frozen=True)
class Left:
    """What a leave-taking came to.

    Args:
        obligations: how many open ones are no longer asked.
        ended: the roles that ended with it.
    """

    obligations: int
    ended: tuple[OpenGrant, ...]


async def remove(caller: Caller, office: Office, *, member_id: int) -> Left:
    """Take the member off the roster from now on.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, LAST_ADMIN.
    """
    demand(caller, {Role.ADMIN})
    today = office.clock.now().astimezone(office.zone).date()

    def body(connection: Connection) -> Left:
        return leave(connection, office, caller, member_id=member_id, on=today, because=LEFT_BECAUSE)

    return await office.perform(caller, "remove member", body, outcome=Left)


def leave(
    connection: Connection, office: Office, caller: Caller, *, member_id: int, on: date, because: str
) -> Left:
    """As `leave_together`, for one; who may do so is asked by whoever calls this."""
    return leave_together(connection, office, caller, member_ids=[member_id], on=on, because=because)


def leave_together(
    connection: Connection,
    office: Office,
    caller: Caller,
    *,
    member_ids: Sequence[int],
    on: date,
    because: str,
) -> Left:
    """Take the members off the roster, with everything that follows, in the caller's transaction.

    Open obligations are withdrawn, roles and exemptions end, what is queued for them is called off, and
    every way in is closed. Who leads their units is told once, whatever the number of members.

    Args:
        connection: an open transaction.
        office: the office.
        caller: who did it.
        member_ids: on the roster.
        on: the office day on which they left: today, or a day before.
        because: in words, for the lists of what is no longer asked.

    Raises:
        Refused: NOT_FOUND (one of them is not on the roster), LAST_ADMIN, NOT_A_DATE (a day to come).
    """
    publications.one_at_a_time(connection)
    now = office.clock.now()
    placed = memberships.placed(connection, member_ids)
    if len(placed) < len(set(member_ids)):
        raise Refused(Refusal.NOT_FOUND)
    if not placed:
        return Left(0, ())
    left_at = _moment(office, on, now=now)
    ended = end_all(connection, office, caller, member_ids=member_ids)
    memberships.set_left(connection, member_ids, left_at=left_at)
    how = Closed(ObligationState.WITHDRAWN, because)
    withdrawn = let_off(connection, office, caller, member_ids=member_ids, how=how, reason=Reason.LEFT)
    take_off_all(connection, office, caller, member_ids=member_ids)
    for one in placed:
        end_all_exemptions(connection, office, caller, member_id=one.member_id, unit_id=one.unit_id)
        close_ways(connection, office, caller, member_id=one.member_id, unit_id=one.unit_id)
        _note(connection, office, caller, one.member_id, one.unit_id, ("on_roster", "left"))
    numbers = [one.member_id for one in placed]
    for start in range(0, len(numbers), _AT_ONCE):
        some = numbers[start : start + _AT_ONCE]
        deliveries.call_off_all(connection, some, reason=Reason.LEFT, now=now)
    tell_leaders(
        connection,
        office,
        caller,
        news=f"roster:left:{min(numbers)}-{max(numbers)}:{int(left_at.timestamp())}",
        unit_ids={one.unit_id for one in placed},
        about=set(numbers),
    )
    return Left(withdrawn, tuple(ended))


def _moment(office: Office, on: date, *, now: datetime) -> datetime:
    today = now.astimezone(office.zone).date()
    if on > today:
        raise Refused(Refusal.NOT_A_DATE)
    # Who left on a day before was on the roster until its end.
    return now if on == today else day_ends(office.zone, on)


async def take_back(caller: Caller, office: Office, *, member_id: int) -> int:
    """Put somebody back who was taken off the roster by mistake today.

    Returns:
        How many publications wait for them again.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, GONE_ON when they left on another day, or are on the roster.
    """
    demand(caller, {Role.ADMIN})

    def body(connection: Connection) -> int:
        return reinstate(connection, office, caller, member_id=member_id)

    return await office.perform(caller, "reinstate member", body, outcome=int)


def reinstate(connection: Connection, office: Office, caller: Caller, *, member_id: int) -> int:
    """As `take_back`, in the caller's transaction. Roles, exemptions, invitations have to be given anew.

    Raises:
        Refused: as `take_back`; NOT_OPEN_THEN, when their unit was closed meanwhile and merged into none.
    """
    publications.one_at_a_time(connection)
    member = people.member(connection, member_id)
    if member is None or member.erased_at is not None:
        raise Refused(Refusal.NOT_FOUND)
    now = office.clock.now()
    if member.left_at is None or _day(office, member.left_at) != _day(office, now):
        raise Refused(Refusal.GONE_ON)
    memberships.set_left(connection, [member_id], left_at=None)
    _note(connection, office, caller, member_id, member.unit_id, ("left", "on_roster"))
    expect_again(connection, office, caller, member=member, closed=_UNDONE)
    unit_id = _open_unit(connection, office, caller, member)
    ask_late(connection, office, caller, member_ids=[member_id], now=now)
    follow(connection, office, caller, units={member_id: unit_id})
    address_id = people.first_address(connection, member_id)
    if address_id is not None and not member.on_paper:
        queue_owed_cards(connection, office, member_id=member_id, address_id=address_id, lane=Lane.BROADCAST)
    tell_leaders(
        connection,
        office,
        caller,
        news=f"roster:back:{member_id}-{member_id}:{int(now.timestamp())}",
        unit_ids={unit_id},
        about={member_id},
    )
    return memberships.count_open(connection, member_id)


def _open_unit(connection: Connection, office: Office, caller: Caller, member: Member) -> int:
    """The unit where they were, or the one into which it was merged meanwhile: they come after the others."""
    was = unit = _unit(connection, member.unit_id)
    while unit.closed_on is not None:
        if unit.merged_into_id is None:
            raise Refused(Refusal.NOT_OPEN_THEN, name=unit.name)
        unit = _unit(connection, unit.merged_into_id)
    if unit.id != was.id:
        ended = unit_changes.last_ending(connection, was.id)
        move_member(
            connection,
            office,
            caller,
            member_id=member.id,
            to_unit_id=unit.id,
            on=office.clock.now().astimezone(office.zone).date(),
            change_id=None if ended is None else ended.id,
        )
    return unit.id


def _unit(connection: Connection, unit_id: int) -> UnitRow:
    found = units.row(connection, unit_id)
    if found is None:
        raise Refused(Refusal.NOT_FOUND)
    return found


def _day(office: Office, moment: datetime) -> date:
    return moment.astimezone(office.zone).date()


def _note(
    connection: Connection,
    office: Office,
    caller: Caller,
    member_id: int,
    unit_id: int,
    states: tuple[str, str],
) -> None:
    before, after = states
    history.append(
        connection,
        entry(
            caller,
            office,
            thing="member",
            thing_id=member_id,
            from_state=before,
            to_state=after,
            member_id=member_id,
            unit_id=unit_id,
        ),
    )
