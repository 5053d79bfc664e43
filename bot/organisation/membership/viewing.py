"""Looking at the roster: units, their members page by page, one member's card; as far as one may see."""

from dataclasses import dataclass

from bot.access import LEADERS_OF_A_UNIT, Caller, Door, demand
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.reading.folding import fold
from storage.database import Connection
from storage.organisation import coverage, exemptions, grants, organisation, people, rosters
from storage.organisation.exemptions import Exemption
from storage.organisation.grants import HeldLine
from storage.organisation.organisation import Conversation
from storage.organisation.people import Member
from storage.organisation.rosters import LastMove, Line, Named
from storage.states import Role

ON_A_PAGE = 8
_EVERYWHERE = frozenset({Role.ADMIN, Role.AUDITOR, Role.CLERK})
MAY_LOOK = _EVERYWHERE | LEADERS_OF_A_UNIT


@dataclass(frozen=True)
class UnitLine:
    """One unit to choose from.

    Args:
        members: on its own roster, those below it not counted.
    """

    unit_id: int
    name: str
    members: int


@dataclass(frozen=True)
class Units:
    """A page of the units whose roster the caller may open, in protocol order.

    Args:
        total: of all members in them.
        keeps: whether the caller keeps the roster.
    """

    lines: tuple[UnitLine, ...]
    page: int
    has_more: bool
    total: int
    keeps: bool


@dataclass(frozen=True)
class Page:
    """A page of a unit's members, by given name.

    Args:
        shows_reach: whether the caller sees who can be written to.
        is_only: the caller may open no other unit's roster.
    """

    unit_id: int
    unit_name: str
    members: int
    lines: tuple[Line, ...]
    page: int
    has_more: bool
    keeps: bool
    shows_reach: bool
    is_only: bool


@dataclass(frozen=True)
class Card:
    """One member, as far as the caller may see; what they may not see is empty.

    Args:
        shows_everything: more than name, kind, position and unit.
        keeps: the caller keeps the roster.
        exempts: the caller may let the member off.
        invites: the caller may invite them and hand them a page of their own.
        can_return: they were taken off the roster today.
    """

    member: Member
    unit_name: str
    conversations: tuple[Conversation, ...]
    exemptions: tuple[Exemption, ...]
    roles: tuple[HeldLine, ...]
    last_move: LastMove | None
    shows_everything: bool
    keeps: bool
    exempts: bool
    invites: bool
    can_return: bool


async def units(caller: Caller, office: Office, *, page: int = 0) -> Units:
    """The units whose roster the caller may open.

    Raises:
        Refused: NOT_ALLOWED.
    """
    demand(caller, MAY_LOOK)

    def body(connection: Connection) -> Units:
        visible = _visible(caller)
        counted = {one.unit_id: one.members for one in coverage.by_unit(connection, unit_ids=visible)}
        open_units = _open_units(connection, office, caller)
        lines = [UnitLine(one.id, one.name, counted.get(one.id, 0)) for one in open_units]
        first = page * ON_A_PAGE
        return Units(
            lines=tuple(lines[first : first + ON_A_PAGE]),
            page=page,
            has_more=len(lines) > first + ON_A_PAGE,
            total=sum(counted.values()),
            keeps=_keeps(caller),
        )

    return await office.database.read(body)


async def members(caller: Caller, office: Office, *, unit_id: int, page: int = 0) -> Page:
    """The members of this very unit.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND.
    """
    demand(caller, MAY_LOOK)
    _demand_visible(caller, unit_id)

    def body(connection: Connection) -> Page:
        unit = organisation.unit(connection, unit_id)
        if unit is None:
            raise Refused(Refusal.NOT_FOUND)
        found = rosters.page(connection, unit_id, offset=page * ON_A_PAGE, limit=ON_A_PAGE + 1)
        counted = coverage.by_unit(connection, unit_ids=[unit_id])
        return Page(
            unit_id=unit_id,
            unit_name=unit.name,
            members=sum(one.members for one in counted),
            lines=tuple(found[:ON_A_PAGE]),
            page=page,
            has_more=len(found) > ON_A_PAGE,
            keeps=_keeps(caller) and unit.closed_on is None,
            shows_reach=_sees_reach(caller, unit_id),
            is_only=len(_open_units(connection, office, caller)) == 1,
        )

    return await office.database.read(body)


async def find(caller: Caller, office: Office, *, words: str) -> tuple[Named, ...]:
    """The first of those whose name has these words, accents optional; one more than a page holds.

    Raises:
        Refused: NOT_ALLOWED.
    """
    demand(caller, MAY_LOOK)
    wanted = set(fold(words).split())

    def body(connection: Connection) -> tuple[Named, ...]:
        found: list[Named] = []
        for one in rosters.names(connection, unit_ids=_visible(caller)):
            if wanted <= set(fold(one.full_name).split()):
                found.append(one)
            if len(found) > ON_A_PAGE:
                break
        return tuple(found)

    return await office.database.read(body)


async def card(caller: Caller, office: Office, *, member_id: int) -> Card:
    """One member.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND (also for who has left, but for an admin on the same day).
    """
    demand(caller, MAY_LOOK)

    def body(connection: Connection) -> Card:
        member = people.member(connection, member_id)
        if member is None or member.erased_at is not None:
            raise Refused(Refusal.NOT_FOUND)
        _demand_visible(caller, member.unit_id)
        can_return = _keeps(caller) and _left_today(office, member)
        if member.left_at is not None and not can_return:
            raise Refused(Refusal.NOT_FOUND)
        return _card(connection, office, caller, member, can_return=can_return)

    return await office.database.read(body)


def _card(
    connection: Connection, office: Office, caller: Caller, member: Member, *, can_return: bool
) -> Card:
    unit = organisation.unit(connection, member.unit_id)
    now = office.clock.now()
    shows = _sees_reach(caller, member.unit_id)
    oversees = _keeps(caller) or caller.has({Role.AUDITOR})
    roles = grants.lines(connection, now=now, member_id=member.id) if oversees else []
    leads = caller.has(LEADERS_OF_A_UNIT, unit_id=member.unit_id)
    is_self = member.id == caller.member_id
    held = bool(grants.of_member(connection, member.id, now=now))
    return Card(
        member=member,
        unit_name=unit.name if unit else "",
        conversations=tuple(organisation.conversations_of(connection, member.id)) if shows else (),
        exemptions=tuple(exemptions.in_force(connection, member.id, now=now)) if shows else (),
        roles=tuple(roles),
        last_move=rosters.last_move(connection, member.id) if shows else None,
        shows_everything=shows,
        keeps=_keeps(caller),
        exempts=(_keeps(caller) or leads) and not is_self,
        invites=_keeps(caller) or (leads and (is_self or not held)),
        can_return=can_return,
    )


def _visible(caller: Caller) -> frozenset[int] | None:
    """The units whose members the caller may see; None: all."""
    if caller.door is Door.COMMAND_LINE or caller.has(_EVERYWHERE):
        return None
    return caller.units_of(LEADERS_OF_A_UNIT)


def _demand_visible(caller: Caller, unit_id: int) -> None:
    visible = _visible(caller)
    if visible is not None and unit_id not in visible:
        raise Refused(Refusal.NOT_FOUND)


def _open_units(connection: Connection, office: Office, caller: Caller) -> list[organisation.Unit]:
    visible = _visible(caller)
    today = office.clock.now().astimezone(office.zone).date()
    found = organisation.units_in_order(connection, on=today)
    return [one for one in found if visible is None or one.id in visible]


def _keeps(caller: Caller) -> bool:
    return caller.door is Door.COMMAND_LINE or caller.has({Role.ADMIN})


def _sees_reach(caller: Caller, unit_id: int) -> bool:
    """The clerk sees names only."""
    if caller.door is Door.COMMAND_LINE or caller.has({Role.ADMIN, Role.AUDITOR}):
        return True
    return caller.has(LEADERS_OF_A_UNIT, unit_id=unit_id)


def _left_today(office: Office, member: Member) -> bool:
    now = office.clock.now()
    left_at = member.left_at
    return (
        left_at is not None and left_at.astimezone(office.zone).date() == now.astimezone(office.zone).date()
    )
