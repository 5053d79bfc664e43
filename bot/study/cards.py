"""A session as one member sees it."""

from dataclasses import dataclass
from datetime import datetime

from bot.office import Office
from bot.study.finding import begins, ends
from storage.database import Connection
from storage.organisation import people
from storage.organisation.people import Member
from storage.states import Answer, SessionState
from storage.study import study
from storage.study.study import Invitee, Session

_ANSWER_WORKING_DAYS_BEFORE = (3, 2, 1)


@dataclass(frozen=True)
class Card:
    """What an invitation shows.

    Args:
        reader: to whom.
        chair: who takes the chair; None when that is not known any more.
        answer_by: until when an answer is asked for; None when that is over.
        is_invited: whether the reader may answer.
        answer: to this revision.
        asked_again: an answer was given to an older revision.
    """

    session_id: int
    revision: int
    title: str
    starts_at: datetime
    ends_at: datetime
    place: str
    is_cancelled: bool
    has_begun: bool
    reader: Member
    chair: Member | None
    answer_by: datetime | None
    is_invited: bool
    answer: Answer
    asked_again: bool
    because: str
    answered_at: datetime | None


def read_card(connection: Connection, office: Office, session: Session, *, reader: Member) -> Card:
    """The session, announced or called off, as this member sees it now."""
    now = office.clock.now()
    starts_at = begins(session)
    invitee = study.invitee(connection, session_id=session.id, member_id=reader.id)
    is_current = invitee is not None and invitee.revision == session.revision
    answer_by = _answer_by(office, starts_at, announced_at=session.announced_at or now)
    return Card(
        session_id=session.id,
        revision=session.revision,
        title=session.title,
        starts_at=starts_at,
        ends_at=ends(session),
        place=session.place,
        is_cancelled=session.state is SessionState.CANCELLED,
        has_begun=starts_at <= now,
        reader=reader,
        chair=None if session.chair_id is None else people.member(connection, session.chair_id),
        answer_by=answer_by if answer_by is not None and answer_by > now else None,
        is_invited=invitee is not None,
        answer=current_answer(invitee, session),
        asked_again=not is_current and invitee is not None and invitee.answer is not Answer.NONE,
        because=invitee.because if invitee is not None and is_current else "",
        answered_at=invitee.answered_at if invitee is not None and is_current else None,
    )


def current_answer(invitee: Invitee | None, session: Session) -> Answer:
    """The answer to the session as it is now; one to an older revision is none."""
    if invitee is None or invitee.revision != session.revision:
        return Answer.NONE
    return invitee.answer


def _answer_by(office: Office, starts_at: datetime, *, announced_at: datetime) -> datetime | None:
    """The end of a working day, so early that the secretary can still do something about it.

    Never the day of the invitation itself: people need a night to think.
    """
    calendar = office.calendar
    _opens, closes = calendar.normal[-1]
    for days in _ANSWER_WORKING_DAYS_BEFORE:
        day = calendar.working_days_before(starts_at.astimezone(office.zone).date(), days)
        if day > announced_at.astimezone(office.zone).date():
            return calendar.at(day, closes)
    return None
