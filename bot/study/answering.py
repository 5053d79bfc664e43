"""A member says whether they come."""

from dataclasses import dataclass
from enum import StrEnum

from bot.access import Caller, demand_member
from bot.errors import Refusal, Refused
from bot.history import entry
from bot.office import Office
from bot.study.finding import begins, demand_session
from bot.study.planning import one_line
from storage import history
from storage.database import Connection
from storage.organisation import people
from storage.states import Answer, SessionState
from storage.study import study
from storage.study.study import Invitee, Session

REASON_LIMIT = 300


class Heard(StrEnum):
    """What became of an answer."""

    TAKEN = "taken"
    CHANGED = "changed"
    """It was meant for an older time or place; the member has to look at the new one."""
    BEGUN = "begun"
    """The session has begun."""
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class Answered:
    """What became of the answer; how it stands now is read with `bot.study.viewing.card`."""

    heard: Heard


async def answer(
    caller: Caller, office: Office, *, session_id: int, revision: int, choice: Answer
) -> Answered:
    """Record the caller's answer to the invitation; a later one replaces it until the session starts.

    `revision` is the one that the pressed button belongs to.

    Raises:
        Refused: NOT_FOUND for whom is not invited, NOT_ALLOWED.
    """
    member_id = demand_member(caller)

    def body(connection: Connection) -> Answered:
        session, invitee = demand_invited(connection, session_id=session_id, member_id=member_id)
        heard = _hear(office, session, revision)
        if heard is Heard.TAKEN and not _is_same(invitee, session, choice):
            _take(connection, office, caller, session, invitee, choice)
        return Answered(heard)

    return await office.perform(caller, "answer_invitation", body, outcome=Answered)


def demand_invited(connection: Connection, *, session_id: int, member_id: int) -> tuple[Session, Invitee]:
    """The session and the member's place on its list.

    Raises:
        Refused: NOT_FOUND, also for a session to which the member is not invited or who has left.
    """
    session = demand_session(connection, session_id)
    invitee = study.invitee(connection, session_id=session_id, member_id=member_id)
    member = people.member(connection, member_id)
    if invitee is None or member is None or member.left_at is not None:
        raise Refused(Refusal.NOT_FOUND)
    return session, invitee


def _hear(office: Office, session: Session, revision: int) -> Heard:
    if session.state is not SessionState.ANNOUNCED:
        return Heard.CANCELLED
    if begins(session) <= office.clock.now():
        return Heard.BEGUN
    return Heard.TAKEN if session.revision == revision else Heard.CHANGED


def _is_same(invitee: Invitee, session: Session, choice: Answer) -> bool:
    return invitee.revision == session.revision and invitee.answer is choice


def _take(
    connection: Connection,
    office: Office,
    caller: Caller,
    session: Session,
    invitee: Invitee,
    choice: Answer,
) -> None:
    study.answer(
        connection,
        session_id=session.id,
        member_id=invitee.member_id,
        answer=choice,
        revision=session.revision,
        because="",
        answered_at=office.clock.now(),
    )
    history.append(
        connection,
        entry(
            caller,
            office,
            thing="invitee",
            thing_id=session.id,
            from_state=invitee.answer if invitee.revision == session.revision else Answer.NONE,
            to_state=choice,
            member_id=invitee.member_id,
            unit_id=invitee.unit_id,
            version=session.revision,
        ),
    )


async def give_reason(caller: Caller, office: Office, *, session_id: int, revision: int, text: str) -> None:
    """Say why one stays away.

    Raises:
        Refused: NOT_FOUND, NOT_ALLOWED, EMPTY, TOO_LONG, GONE_ON when the answer is no longer "Xin vắng".
    """
    member_id = demand_member(caller)
    because = one_line(text, limit=REASON_LIMIT)

    def body(connection: Connection) -> None:
        session, invitee = demand_invited(connection, session_id=session_id, member_id=member_id)
        if _hear(office, session, revision) is not Heard.TAKEN:
            raise Refused(Refusal.GONE_ON)
        if not _is_same(invitee, session, Answer.NO):
            raise Refused(Refusal.GONE_ON)
        study.answer(connection, session_id=session_id, member_id=member_id, because=because)

    await office.perform(caller, "decline_reason", body, outcome=type(None))
