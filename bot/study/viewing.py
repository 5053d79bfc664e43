"""Looking at sessions: the agenda, one session, and who answered what."""

from collections import Counter
from dataclasses import dataclass

from bot.access import LEADERS_OF_A_UNIT, Caller, demand_member
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.study.cards import Card, current_answer, read_card
from bot.study.finding import demand_led, demand_session
from storage.database import Connection
from storage.organisation import people
from storage.organisation.people import Member
from storage.states import Answer, SessionState
from storage.study import study
from storage.study.study import Listed, Session

Tally = dict[Answer, int]
"""How many gave which answer; those who gave none stand under `Answer.NONE`."""


@dataclass(frozen=True)
class Coming:
    """One announced session of the agenda.

    Args:
        answer: the caller's own; None when they are not invited.
        tally: for those who lead its unit, else None.
    """

    session: Session
    answer: Answer | None
    tally: Tally | None


@dataclass(frozen=True)
class Agenda:
    """What lies ahead of one member.

    Args:
        reader: whose agenda it is.
        coming: announced, by start.
        planned: being put together in the units that the reader leads.
    """

    reader: Member
    coming: tuple[Coming, ...]
    planned: tuple[Session, ...]


async def agenda(caller: Caller, office: Office) -> Agenda:
    """The sessions ahead of the caller, and those of the units they lead.

    Raises:
        Refused: NOT_ALLOWED for a stranger.
    """
    member_id = demand_member(caller)
    units = caller.units_of(LEADERS_OF_A_UNIT)

    def body(connection: Connection) -> Agenda:
        sessions = study.coming(connection, now=office.clock.now(), member_id=member_id, unit_ids=units)
        return Agenda(
            reader=_reader(connection, member_id),
            coming=tuple(_coming(connection, caller, member_id, session) for session in sessions),
            planned=tuple(study.planned(connection, units)),
        )

    return await office.database.read(body)


def _coming(connection: Connection, caller: Caller, member_id: int, session: Session) -> Coming:
    invitee = study.invitee(connection, session_id=session.id, member_id=member_id)
    return Coming(
        session=session,
        answer=None if invitee is None else current_answer(invitee, session),
        tally=_tally(connection, session) if _leads(caller, session) else None,
    )


def _leads(caller: Caller, session: Session) -> bool:
    return caller.has(LEADERS_OF_A_UNIT, unit_id=session.unit_id)


def _tally(connection: Connection, session: Session) -> Tally:
    amounts = Counter(line.answer for line in study.listed(connection, session.id))
    return {answer: amounts[answer] for answer in Answer}


def _reader(connection: Connection, member_id: int) -> Member:
    member = people.member(connection, member_id)
    if member is None or member.left_at is not None:
        raise Refused(Refusal.NOT_ALLOWED)
    return member


@dataclass(frozen=True)
class Viewed:
    """One session as the caller sees it.

    Args:
        card: None while it is planned.
        tally: for those who lead its unit, else None.
    """

    session: Session
    card: Card | None
    tally: Tally | None


async def view(caller: Caller, office: Office, *, session_id: int) -> Viewed:
    """The session, for those who are invited and those who lead its unit.

    Raises:
        Refused: NOT_FOUND for anybody else, NOT_ALLOWED for a stranger.
    """
    member_id = demand_member(caller)

    def body(connection: Connection) -> Viewed:
        session = demand_session(connection, session_id)
        leads = _leads(caller, session)
        invitee = study.invitee(connection, session_id=session_id, member_id=member_id)
        if not leads and invitee is None:
            raise Refused(Refusal.NOT_FOUND)
        if session.announced_at is None:
            return Viewed(session, card=None, tally=None)
        card = read_card(connection, office, session, reader=_reader(connection, member_id))
        return Viewed(session, card=card, tally=_tally(connection, session) if leads else None)

    return await office.database.read(body)


async def answers(caller: Caller, office: Office, *, session_id: int) -> tuple[Session, list[Listed]]:
    """The session and everyone invited with their answer, by given name.

    Raises:
        Refused: NOT_FOUND, NOT_ALLOWED for whom does not lead its unit, GONE_ON while it is planned.
    """

    def body(connection: Connection) -> tuple[Session, list[Listed]]:
        session = demand_led(connection, caller, session_id)
        if session.state is SessionState.PLANNED:
            raise Refused(Refusal.GONE_ON)
        return session, study.listed(connection, session_id)

    return await office.database.read(body)
