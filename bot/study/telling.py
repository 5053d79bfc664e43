"""Owing the members of a session word about it."""

from datetime import datetime, timedelta

from bot.delivery import queueing
from bot.office import Office
from storage.database import Connection
from storage.states import Purpose, Repeat, Urgency
from storage.study.study import Session

HEARD_BEFORE = timedelta(hours=12)
"""Word about a session has to be out this long before it starts, or it does not wait for a working day."""

_WORDS = {
    Purpose.INVITATION: "invite",
    Purpose.SESSION_CHANGE: "change",
    Purpose.SESSION_REMINDER: "d-1",
}


def urgency_for(office: Office, *, starts_at: datetime, now: datetime) -> Urgency:
    """How urgent word is that is sent at `now` about something that starts at `starts_at`.

    Sent on a Friday evening about Saturday morning it would come too late in normal hours: such word goes in
    the hours of *khẩn*, on free days too.
    """
    opens_at = office.calendar.next_opening(now, Urgency.NORMAL)
    return Urgency.NORMAL if opens_at + HEARD_BEFORE <= starts_at else Urgency.URGENT


def goes_out_at(office: Office, *, starts_at: datetime, now: datetime) -> datetime:
    """When word that is queued at `now` begins to go out (office's zone)."""
    return office.calendar.next_opening(now, urgency_for(office, starts_at=starts_at, now=now))


def owe(
    connection: Connection,
    office: Office,
    session: Session,
    *,
    member_id: int,
    purpose: Purpose,
    starts_at: datetime,
    expires_at: datetime,
    subject: int | None = None,
) -> bool:
    """Owe one member word about the session's revision, once, ahead of `starts_at`.

    For a change the `subject` is the start that the member was told before, in seconds since the epoch.

    Returns:
        Whether there is an address to send to.
    """
    return queueing.to_member(
        connection,
        office,
        member_id=member_id,
        once_key=f"study:{session.id}:r{session.revision}:m{member_id}:{_WORDS[purpose]}",
        purpose=purpose,
        urgency=urgency_for(office, starts_at=starts_at, now=office.clock.now()),
        repeat=Repeat.NEVER if purpose is Purpose.SESSION_REMINDER else Repeat.ONCE,
        subject=subject,
        session_id=session.id,
        version=session.revision,
        expires_at=expires_at,
    )
