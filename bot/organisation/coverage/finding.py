"""Looking at who of a unit and below cannot be reached."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.access import LEADERS_OF_A_UNIT, Caller, Door, demand
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.organisation.joining.inviting import INVITERS, may_invite, units_to_invite
from storage.database import Connection
from storage.organisation import coverage, organisation, people
from storage.organisation.coverage import Gap, UnitCoverage
from storage.states import Role

AT_ONCE = 8
_EVERYWHERE = frozenset({Role.ADMIN, Role.CLERK})


class Why(StrEnum):
    """Why nothing can be sent to somebody."""

    NEVER_JOINED = "never_joined"
    INVITED = "invited"
    """Not joined yet, but a code is out."""
    BLOCKED = "blocked"
    GONE = "gone"
    """The account they had is no more, or they let it go."""
    ON_PAPER = "on_paper"
    """Word comes on paper; nobody here learns why."""


@dataclass(frozen=True)
class Missing:
    """A member who cannot be reached.

    Args:
        invited_until: until when a code of theirs can be used.
        may_invite: the caller may make one.
    """

    member_id: int
    full_name: str
    unit_name: str
    why: Why
    invited_until: datetime | None
    may_invite: bool


@dataclass(frozen=True)
class Share:
    """One unit, those below it not counted."""

    unit_id: int
    name: str
    members: int
    unreached: int


@dataclass(frozen=True)
class Coverage:
    """What the caller sees of a unit: the names where they fit on one card, otherwise its units with counts.

    Args:
        unit_id: 0 for everything that the caller sees.
        members: on the roster, there and below.
        unreached: of them, who cannot be reached.
        on_paper: of those, who gets word on paper.
        shares: the units with anybody unreached in protocol order, where they stand for the names.
        missing: the names.
        page: from 1.
        reads_aloud: the caller may record that something was read to somebody.
    """

    unit_id: int
    name: str
    members: int
    unreached: int
    on_paper: int
    shares: tuple[Share, ...]
    missing: tuple[Missing, ...]
    page: int
    has_more: bool
    may_invite: bool
    reads_aloud: bool


async def coverage_below(caller: Caller, office: Office, *, unit_id: int = 0, page: int = 1) -> Coverage:
    """The unit with all below it (0: everything that the caller sees).

    Leaders see the units they lead; admins and clerks every unit, and so does the command line.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND.
    """

    def body(connection: Connection) -> Coverage:
        return look_below(connection, office, caller, unit_id=unit_id, page=page)

    return await office.database.read(body)


async def coverage_of_unit(caller: Caller, office: Office, *, unit_id: int, page: int = 1) -> Coverage:
    """The names of this very unit, a page from 1.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND.
    """

    def body(connection: Connection) -> Coverage:
        demand(caller, INVITERS | _EVERYWHERE)
        sees = _sees(caller)
        name = _name(connection, unit_id)
        if sees is not None and unit_id not in sees:
            raise Refused(Refusal.NOT_ALLOWED)
        (own,) = coverage.by_unit(connection, unit_ids=[unit_id]) or (UnitCoverage(unit_id, 0, 0, 0),)
        return _names(connection, office, caller, [own], unit_id=unit_id, name=name, page=page)

    return await office.database.read(body)


def look_below(
    connection: Connection, office: Office, caller: Caller, *, unit_id: int = 0, page: int = 1
) -> Coverage:
    """As `coverage_below`, inside a transaction."""
    demand(caller, INVITERS | _EVERYWHERE)
    sees = _sees(caller)
    name = ""
    if unit_id:
        name = _name(connection, unit_id)
        below = people.units_below(connection, unit_id)
        sees = below if sees is None else below & sees
        if unit_id not in sees:
            raise Refused(Refusal.NOT_ALLOWED)
    counts = coverage.by_unit(connection, unit_ids=sees)
    with_gaps = [one for one in counts if one.unreached]
    if len(with_gaps) == 1 or sum(one.unreached for one in with_gaps) <= AT_ONCE:
        return _names(connection, office, caller, counts, unit_id=unit_id, name=name, page=page)
    return _overview(connection, caller, counts, unit_id=unit_id, name=name, page=page)


def _sees(caller: Caller) -> frozenset[int] | None:
    if caller.door is Door.COMMAND_LINE or caller.has(_EVERYWHERE):
        return None
    return caller.units_of(LEADERS_OF_A_UNIT)


def _name(connection: Connection, unit_id: int) -> str:
    unit = organisation.unit(connection, unit_id)
    if unit is None:
        raise Refused(Refusal.NOT_FOUND)
    return unit.name


def _overview(
    connection: Connection,
    caller: Caller,
    counts: Sequence[UnitCoverage],
    *,
    unit_id: int,
    name: str,
    page: int,
) -> Coverage:
    by_unit = {one.unit_id: one for one in counts if one.unreached}
    units = [unit for unit in organisation.units_in_order(connection) if unit.id in by_unit]
    page = max(1, min(page, -(-len(units) // AT_ONCE)))
    shown = units[(page - 1) * AT_ONCE : page * AT_ONCE]
    shares = tuple(
        Share(unit.id, unit.name, by_unit[unit.id].members, by_unit[unit.id].unreached) for unit in shown
    )
    return _coverage(
        caller, counts, unit_id, name, shares=shares, page=page, has_more=page * AT_ONCE < len(units)
    )


def _names(
    connection: Connection,
    office: Office,
    caller: Caller,
    counts: Sequence[UnitCoverage],
    *,
    unit_id: int,
    name: str,
    page: int,
) -> Coverage:
    unreached = sum(one.unreached for one in counts)
    page = max(1, min(page, -(-unreached // AT_ONCE)))
    found = coverage.gaps(
        connection,
        unit_ids=[one.unit_id for one in counts if one.unreached],
        now=office.clock.now(),
        offset=(page - 1) * AT_ONCE,
        limit=AT_ONCE,
    )
    units = organisation.units_in_order(connection)
    place = {unit.id: number for number, unit in enumerate(units)}
    names = {unit.id: unit.name for unit in units}
    found.sort(key=lambda gap: place[gap.unit_id])
    missing = tuple(_missing(caller, gap, names[gap.unit_id]) for gap in found)
    return _coverage(
        caller, counts, unit_id, name, missing=missing, page=page, has_more=page * AT_ONCE < unreached
    )


def _coverage(
    caller: Caller,
    counts: Sequence[UnitCoverage],
    unit_id: int,
    name: str,
    *,
    page: int,
    has_more: bool,
    shares: tuple[Share, ...] = (),
    missing: tuple[Missing, ...] = (),
) -> Coverage:
    return Coverage(
        unit_id=unit_id,
        name=name,
        members=sum(one.members for one in counts),
        unreached=sum(one.unreached for one in counts),
        on_paper=sum(one.on_paper for one in counts),
        shares=shares,
        missing=missing,
        page=page,
        has_more=has_more,
        may_invite=caller.door is Door.COMMAND_LINE or caller.has(INVITERS),
        reads_aloud=caller.has(LEADERS_OF_A_UNIT),
    )


def _missing(caller: Caller, gap: Gap, unit_name: str) -> Missing:
    invites = units_to_invite(caller)
    is_theirs = invites is None or gap.unit_id in invites
    return Missing(
        member_id=gap.member_id,
        full_name=gap.full_name,
        unit_name=unit_name,
        why=_why(gap),
        invited_until=gap.invited_until,
        may_invite=is_theirs and may_invite(caller, gap.member_id, has_role=gap.has_role),
    )


def _why(gap: Gap) -> Why:
    if gap.on_paper:
        return Why.ON_PAPER
    if gap.had_one:
        return Why.BLOCKED if gap.is_blocked else Why.GONE
    return Why.NEVER_JOINED if gap.invited_until is None else Why.INVITED
