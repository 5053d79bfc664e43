"""The one reminder of a session, the day before."""

from datetime import datetime, timedelta

from bot.office import Office
from bot.study.finding import begins
from bot.study.telling import goes_out_at, owe
from storage.database import Connection
from storage.states import Purpose
from storage.study import study
from storage.study.study import Session

# The day before begins at most this long before a session that starts as late as a day allows.
_LOOK_AHEAD = timedelta(days=2)


async def remind_sessions(office: Office) -> int:
    """Owe their reminder to those who are invited to a session of tomorrow, once for each revision.

    It is due at the first reminder hour of the day before. Knocked at late, it still goes as long as the
    session has not begun. Whoever declined gets none; nobody does when the invitation itself (or its last
    change) goes out no earlier than the reminder would.

    Returns:
        How many reminders were queued.
    """
    if not await office.database.read(lambda connection: _anybody(connection, office)):
        return 0

    def body(connection: Connection) -> int:
        return sum(_remind(connection, office, session) for session in _due(connection, office))

    queued = await office.database.transaction(body)
    office.bell.ring()
    return queued


def _anybody(connection: Connection, office: Office) -> bool:
    # Asked at every knock of the clock: a read does not hold up those who write.
    return any(study.not_reminded(connection, session) for session in _due(connection, office))


def _due(connection: Connection, office: Office) -> list[Session]:
    now = office.clock.now()
    ahead = study.starting(connection, after=now, before=now + _LOOK_AHEAD)
    return [session for session in ahead if _is_due(office, session)]


def remind_at(office: Office, session: Session) -> datetime:
    """When the reminder of an announced session is due (office's zone)."""
    day_before = begins(session).astimezone(office.zone).date() - timedelta(days=1)
    return office.calendar.at(day_before, office.calendar.reminders[0])


def _is_due(office: Office, session: Session) -> bool:
    due_at = remind_at(office, session)
    if session.announced_at is None or office.clock.now() < due_at:
        return False
    return goes_out_at(office, starts_at=begins(session), now=session.announced_at) < due_at


def _remind(connection: Connection, office: Office, session: Session) -> int:
    return sum(
        owe(
            connection,
            office,
            session,
            member_id=member_id,
            purpose=Purpose.SESSION_REMINDER,
            starts_at=begins(session),
            expires_at=begins(session),
        )
        for member_id in study.not_reminded(connection, session)
    )
