"""The secretary puts a session together, one field after another; everything is kept in the session's row."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import IntEnum
from typing import Any

from bot.access import LEADERS_OF_A_UNIT, Caller, demand_member
from bot.errors import Refusal, Refused
from bot.history import entry
from bot.office import Office
from bot.organisation.units.words import word_of
from bot.reading.moments import parse_span
from bot.study.finding import demand_plan
from bot.texts import study as texts
from storage import history
from storage.database import Connection
from storage.organisation import organisation, people
from storage.organisation.people import Member
from storage.states import Role, SessionState
from storage.study import study
from storage.study.study import Session

SHORTEST = timedelta(minutes=90)
"""A branch meeting lasts at least this long: Hướng dẫn 42-HD/BTCTW of 28/10/2025."""
TITLE_LIMIT = 120
PLACE_LIMIT = 200
# From here on in a month it is the next month's meeting that is being prepared.
_NEXT_MONTH_FROM_DAY = 11
# More buttons than this are no choice any more.
_CHAIRS = 24


class Step(IntEnum):
    """What is asked for; the numbers stand in buttons."""

    TITLE = 1
    WHEN = 2
    WHERE = 3
    CHAIR = 4


@dataclass(frozen=True)
class Plan:
    """A session that is being put together.

    Args:
        step: what is missing first; None when it can be announced.
        month: of the offered title.
        offered_title: proposed for the title.
        chair: who was chosen.
        chairs: who may be chosen: the secretary first.
        is_short: shorter than a branch meeting has to be.
    """

    session: Session
    unit_name: str
    step: Step | None
    month: int
    offered_title: str
    chair: Member | None
    chairs: tuple[Member, ...]
    is_short: bool


@dataclass(frozen=True)
class Begun:
    """A plan was opened.

    Args:
        resumed: it had been begun before and left unfinished.
    """

    session_id: int
    resumed: bool


async def begin(caller: Caller, office: Office) -> Begun:
    """Open a new plan for the caller's unit, or their own one that was left unfinished.

    Raises:
        Refused: NOT_ALLOWED for anybody but a secretary or deputy of a unit.
    """
    member_id = demand_member(caller)
    unit_id = next((grant.unit_id for grant in caller.grants if grant.role in LEADERS_OF_A_UNIT), None)
    if unit_id is None:
        raise Refused(Refusal.NOT_ALLOWED)

    def body(connection: Connection) -> Begun:
        for session in study.planned(connection, [unit_id]):
            if session.created_by == member_id and _missing(session) is not None:
                return Begun(session.id, resumed=True)
        session_id = study.plan(connection, unit_id=unit_id, created_by=member_id, now=office.clock.now())
        history.append(
            connection,
            entry(
                caller,
                office,
                thing="study_session",
                thing_id=session_id,
                from_state="",
                to_state=SessionState.PLANNED,
                unit_id=unit_id,
                version=1,
            ),
        )
        return Begun(session_id, resumed=False)

    return await office.perform(caller, "begin_session", body, outcome=Begun)


async def plan_of(caller: Caller, office: Office, *, session_id: int) -> Plan:
    """The plan as it stands.

    Raises:
        Refused: NOT_FOUND, NOT_ALLOWED, GONE_ON when it was announced or given up.
    """

    def body(connection: Connection) -> Plan:
        session = demand_plan(connection, caller, session_id)
        unit = organisation.unit(connection, session.unit_id)
        if unit is None:
            raise Refused(Refusal.NOT_FOUND)
        today = office.clock.now().astimezone(office.zone).date()
        month = today.month % 12 + 1 if today.day >= _NEXT_MONTH_FROM_DAY else today.month
        chair = None if session.chair_id is None else people.member(connection, session.chair_id)
        return Plan(
            session=session,
            unit_name=unit.name,
            step=_missing(session),
            month=month,
            offered_title=texts.offered_title(unit.kind, word_of(connection, unit.kind), month),
            chair=chair,
            chairs=_chairs(connection, office, session, first=caller.member_id),
            is_short=_is_short(session),
        )

    return await office.database.read(body)


def _missing(session: Session) -> Step | None:
    if not session.title:
        return Step.TITLE
    if session.starts_at is None:
        return Step.WHEN
    if not session.place:
        return Step.WHERE
    return Step.CHAIR if session.chair_id is None else None


def _is_short(session: Session) -> bool:
    if session.starts_at is None or session.ends_at is None:
        return False
    return session.ends_at - session.starts_at < SHORTEST


def _chairs(
    connection: Connection, office: Office, session: Session, *, first: int | None
) -> tuple[Member, ...]:
    """The unit's secretary, then its deputies, then the caller, then the others of the unit itself."""
    roster = people.members_of(connection, people.units_below(connection, session.unit_id))
    order = {first: 2} if first is not None else {}
    for member_id, held in people.holders(connection, LEADERS_OF_A_UNIT, now=office.clock.now()):
        if held.unit_id == session.unit_id:
            order[member_id] = 0 if held.role is Role.SECRETARY else 1
    own = [member for member in roster if member.unit_id == session.unit_id or member.id in order]
    return tuple(sorted(own, key=lambda member: order.get(member.id, 3)))[:_CHAIRS]


async def take_offered_title(
    caller: Caller, office: Office, *, session_id: int, month: int, is_asked: bool = True
) -> None:
    """Give the session the title that was offered for this month.

    Args:
        caller: who takes it.
        office: where.
        session_id: whose title.
        month: of the offered title.
        is_asked: the title is waited for still: an old choice must not change it back unseen.

    Raises:
        Refused: as for `give_title`; GONE_ON also where it is waited for no longer.
    """

    def values(connection: Connection, session: Session) -> dict[str, Any]:
        if not is_asked:
            raise Refused(Refusal.GONE_ON)
        unit = organisation.unit(connection, session.unit_id)
        if unit is None:
            raise Refused(Refusal.NOT_FOUND)
        return {"title": texts.offered_title(unit.kind, word_of(connection, unit.kind), month)}

    await _edit(caller, office, session_id, values)


async def give_title(caller: Caller, office: Office, *, session_id: int, text: str) -> None:
    """Give the session its title.

    Raises:
        Refused: NOT_FOUND, NOT_ALLOWED, GONE_ON, EMPTY, TOO_LONG.
    """
    title = one_line(text, limit=TITLE_LIMIT)
    await _edit(caller, office, session_id, lambda _connection, _session: {"title": title})


async def give_time(caller: Caller, office: Office, *, session_id: int, text: str) -> None:
    """Give the session its day and hours; without an end it lasts as long as a branch meeting has to.

    Raises:
        Refused: NOT_FOUND, NOT_ALLOWED, GONE_ON, NOT_A_DATE, IN_THE_PAST.
    """
    starts_at, ends_at = coming_span(office, text, lasts=SHORTEST)
    await _edit(
        caller, office, session_id, lambda _connection, _session: {"starts_at": starts_at, "ends_at": ends_at}
    )


async def give_place(caller: Caller, office: Office, *, session_id: int, text: str) -> None:
    """Give the session its place; refusals as for `give_title`."""
    place = one_line(text, limit=PLACE_LIMIT)
    await _edit(caller, office, session_id, lambda _connection, _session: {"place": place})


async def give_chair(caller: Caller, office: Office, *, session_id: int, member_id: int) -> None:
    """Say who takes the chair.

    Raises:
        Refused: NOT_FOUND (also for a member outside the unit), NOT_ALLOWED, GONE_ON.
    """

    def values(connection: Connection, session: Session) -> dict[str, Any]:
        roster = people.members_of(connection, people.units_below(connection, session.unit_id))
        if member_id not in {member.id for member in roster}:
            raise Refused(Refusal.NOT_FOUND)
        return {"chair_id": member_id}

    await _edit(caller, office, session_id, values)


def one_line(text: str, *, limit: int) -> str:
    """What was typed, on one line.

    Raises:
        Refused: EMPTY, TOO_LONG (more than `limit` characters).
    """
    line = " ".join(text.split())
    if not line:
        raise Refused(Refusal.EMPTY)
    if len(line) > limit:
        raise Refused(Refusal.TOO_LONG, limit=str(limit))
    return line


def coming_span(office: Office, text: str, *, lasts: timedelta) -> tuple[datetime, datetime]:
    """The day and hours that a text names; without an end it `lasts` so long, but not past midnight.

    Raises:
        Refused: NOT_A_DATE, IN_THE_PAST.
    """
    now = office.clock.now()
    span = parse_span(text, now=now, zone=office.zone)
    if span is None:
        raise Refused(Refusal.NOT_A_DATE)
    starts_at, ends_at = span
    if starts_at <= now:
        raise Refused(Refusal.IN_THE_PAST)
    last = datetime.combine(starts_at.date(), time(23, 59), office.zone)
    return starts_at, ends_at or min(starts_at + lasts, last)


async def _edit(
    caller: Caller,
    office: Office,
    session_id: int,
    values: Callable[[Connection, Session], dict[str, Any]],
) -> None:
    """Change the plan and raise its revision: a preview that shows something else no longer announces it."""

    def body(connection: Connection) -> None:
        session = demand_plan(connection, caller, session_id)
        changed = values(connection, session)
        if not study.change(connection, session, revision=session.revision + 1, **changed):
            raise Refused(Refusal.GONE_ON)

    await office.perform(caller, "edit_session", body, outcome=type(None))
