"""The secretary sends the invitations."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.access import Caller
from bot.errors import Refusal, Refused
from bot.history import entry
from bot.office import Office
from bot.study.finding import begins, demand_plan
from bot.study.telling import goes_out_at, owe
from storage import history
from storage.database import Connection
from storage.organisation import exemptions, people
from storage.states import Purpose, SessionState
from storage.study import session_lists, study
from storage.study.study import Session


@dataclass(frozen=True)
class Announced:
    """How many were invited.

    Args:
        told: to how many an invitation is on its way.
        without_address: how many have to be told in person.
        exempt: how many are let off, and were not invited.
        goes_at: when the invitations begin to go out.
    """

    told: int
    without_address: int
    exempt: int
    goes_at: datetime


async def announce(caller: Caller, office: Office, *, session_id: int, revision: int) -> Announced:
    """Announce the session as it was shown: invite the unit with all below it, as it is now.

    `revision` is the one that the caller was shown.

    Raises:
        Refused: NOT_FOUND, NOT_ALLOWED, GONE_ON, INCOMPLETE, IN_THE_PAST, NOBODY.
    """

    def body(connection: Connection) -> Announced:
        plan = demand_plan(connection, caller, session_id)
        if plan.revision != revision:
            raise Refused(Refusal.GONE_ON)
        _demand_ready(plan, office)
        now = office.clock.now()
        if not study.change(connection, plan, state=SessionState.ANNOUNCED, announced_at=now):
            raise Refused(Refusal.GONE_ON)
        session = replace(plan, state=SessionState.ANNOUNCED, announced_at=now)
        history.append(
            connection,
            entry(
                caller,
                office,
                thing="study_session",
                thing_id=session.id,
                from_state=plan.state,
                to_state=session.state,
                unit_id=session.unit_id,
                version=session.revision,
            ),
        )
        return _invite(connection, office, session)

    return await office.perform(caller, "announce_session", body, outcome=Announced)


def _demand_ready(plan: Session, office: Office) -> None:
    if not plan.title or not plan.place or plan.starts_at is None or plan.chair_id is None:
        raise Refused(Refusal.INCOMPLETE, field="tên, thời gian, địa điểm hoặc người chủ trì")
    if plan.starts_at <= office.clock.now():
        raise Refused(Refusal.IN_THE_PAST)


def _invite(connection: Connection, office: Office, session: Session) -> Announced:
    roster = people.members_of(connection, people.units_below(connection, session.unit_id))
    # They may come all the same, and are not counted.
    exempt = exemptions.exempt_from_meetings(connection, now=office.clock.now())
    called = [member for member in roster if member.id not in exempt]
    if not called:
        raise Refused(Refusal.NOBODY)
    study.invite(connection, session.id, ((member.id, member.unit_id) for member in called))
    told = [
        not member.on_paper and _owe(connection, office, session, member_id=member.id) for member in called
    ]
    goes_at = goes_out_at(office, starts_at=begins(session), now=office.clock.now())
    return Announced(
        told=sum(told),
        without_address=len(told) - sum(told),
        exempt=len(roster) - len(called),
        goes_at=goes_at,
    )


def _owe(connection: Connection, office: Office, session: Session, *, member_id: int) -> bool:
    starts_at = begins(session)
    return owe(
        connection,
        office,
        session,
        member_id=member_id,
        purpose=Purpose.INVITATION,
        starts_at=starts_at,
        expires_at=starts_at,
    )


async def invite_later(office: Office) -> int:
    """Send the invitation to those who were put on a list later, or can be written to only now.

    The clock knocks here; calling it again changes nothing.

    Returns:
        How many invitations are on their way.
    """

    def look(connection: Connection) -> list[tuple[Session, list[int]]]:
        sessions = study.ahead(connection, now=office.clock.now())
        return [(session, session_lists.untold(connection, session.id)) for session in sessions]

    def body(connection: Connection) -> int:
        return sum(
            _owe(connection, office, session, member_id=member_id)
            for session, member_ids in look(connection)
            for member_id in member_ids
        )

    # A look without a transaction first: mostly there is nothing to do.
    if not any(member_ids for _, member_ids in await office.database.read(look)):
        return 0
    invited = await office.database.transaction(body)
    office.bell.ring()
    return invited
