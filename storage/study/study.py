"""Study sessions, who is invited to them, and what they answered."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.channels.connections import CAN_BE_WRITTEN_TO
from storage.rows import insert_once, insert_row, many, one
from storage.states import Answer, DeliveryState, Purpose, SessionState
from storage.tables import addresses, deliveries, invitees, members, study_sessions


@dataclass(frozen=True)
class Session:
    """The row; while it is planned, title and place may be empty and times missing."""

    id: int
    unit_id: int
    state: SessionState
    revision: int
    title: str
    starts_at: datetime | None
    ends_at: datetime | None
    place: str
    chair_id: int | None
    created_by: int | None
    announced_at: datetime | None


SESSION_COLUMNS = tuple(study_sessions.c[name] for name in Session.__dataclass_fields__)


def session(connection: Connection, session_id: int) -> Session | None:
    """The session, in whatever state."""
    return one(connection, sa.select(*SESSION_COLUMNS).where(study_sessions.c.id == session_id), Session)


def plan(connection: Connection, *, unit_id: int, created_by: int | None, now: datetime) -> int:
    """Begin to plan a session of the unit; returns its number."""
    values = {
        "unit_id": unit_id,
        "state": SessionState.PLANNED,
        "revision": 1,
        "title": "",
        "place": "",
        "created_by": created_by,
        "created_at": now,
    }
    return insert_row(connection, study_sessions, values)


def change(connection: Connection, seen: Session, **values: object) -> bool:
    """Give the session other values, if it still is in the state and revision that were seen.

    Returns:
        Whether it was; if not, somebody was first.
    """
    return (
        connection.execute(
            study_sessions.update()
            .where(
                study_sessions.c.id == seen.id,
                study_sessions.c.state == seen.state,
                study_sessions.c.revision == seen.revision,
            )
            .values(**values)
        ).rowcount
        == 1
    )


def planned(connection: Connection, unit_ids: Collection[int]) -> list[Session]:
    """The sessions that these units are still putting together, the newest first."""
    return many(
        connection,
        sa.select(*SESSION_COLUMNS)
        .where(study_sessions.c.state == SessionState.PLANNED, study_sessions.c.unit_id.in_(unit_ids))
        .order_by(study_sessions.c.id.desc()),
        Session,
    )


def coming(
    connection: Connection, *, now: datetime, member_id: int | None, unit_ids: Collection[int]
) -> list[Session]:
    """Announced sessions that are not over, to which the member is invited or that are of these units."""
    is_invited = sa.exists().where(
        invitees.c.session_id == study_sessions.c.id, invitees.c.member_id == member_id
    )
    return many(
        connection,
        sa.select(*SESSION_COLUMNS)
        .where(
            study_sessions.c.state == SessionState.ANNOUNCED,
            study_sessions.c.ends_at > now,
            is_invited | study_sessions.c.unit_id.in_(unit_ids),
        )
        .order_by(study_sessions.c.starts_at, study_sessions.c.id),
        Session,
    )


def starting(connection: Connection, *, after: datetime, before: datetime) -> list[Session]:
    """Announced sessions that start between the two moments."""
    return many(
        connection,
        sa.select(*SESSION_COLUMNS)
        .where(
            study_sessions.c.state == SessionState.ANNOUNCED,
            study_sessions.c.starts_at > after,
            study_sessions.c.starts_at < before,
        )
        .order_by(study_sessions.c.starts_at, study_sessions.c.id),
        Session,
    )


def ahead(connection: Connection, *, now: datetime) -> list[Session]:
    """Announced sessions that have not begun (office time `now`)."""
    return many(
        connection,
        sa.select(*SESSION_COLUMNS)
        .where(study_sessions.c.state == SessionState.ANNOUNCED, study_sessions.c.starts_at > now)
        .order_by(study_sessions.c.starts_at, study_sessions.c.id),
        Session,
    )


@dataclass(frozen=True)
class Invitee:
    """One invited member; an answer to an older revision than the session's counts as none."""

    session_id: int
    member_id: int
    unit_id: int
    answer: Answer
    revision: int
    because: str
    answered_at: datetime | None


INVITEE_COLUMNS = tuple(invitees.c[name] for name in Invitee.__dataclass_fields__)


def invite(connection: Connection, session_id: int, who: Iterable[tuple[int, int]]) -> None:
    """Put (member, unit) pairs on the list of a session; who is on it already stays as they are."""
    rows = [
        {
            "session_id": session_id,
            "member_id": member_id,
            "unit_id": unit_id,
            "answer": Answer.NONE,
            "revision": 0,
            "because": "",
        }
        for member_id, unit_id in who
    ]
    if rows:
        connection.execute(insert_once(connection, invitees), rows)


def invitee(connection: Connection, *, session_id: int, member_id: int) -> Invitee | None:
    """The member as an invitee of the session, if they are one."""
    return one(
        connection,
        sa.select(*INVITEE_COLUMNS).where(
            invitees.c.session_id == session_id, invitees.c.member_id == member_id
        ),
        Invitee,
    )


def answer(connection: Connection, *, session_id: int, member_id: int, **values: object) -> None:
    """Write what the invited member answered."""
    connection.execute(
        invitees.update()
        .where(invitees.c.session_id == session_id, invitees.c.member_id == member_id)
        .values(**values)
    )


@dataclass(frozen=True)
class Listed:
    """One line of the list of a session.

    Args:
        answer: to the session's revision; an older one counts as none.
        is_reached: whether any conversation can be written to.
    """

    member_id: int
    full_name: str
    answer: Answer
    because: str
    is_reached: bool


def listed(connection: Connection, session_id: int) -> list[Listed]:
    """Everyone invited who is still on the roster, by given name."""
    is_reached = sa.exists().where(addresses.c.member_id == members.c.id, CAN_BE_WRITTEN_TO)
    is_of_today = invitees.c.revision == study_sessions.c.revision
    return many(
        connection,
        sa.select(
            members.c.id.label("member_id"),
            members.c.full_name,
            sa.case(
                (is_of_today, invitees.c.answer), else_=sa.literal(Answer.NONE, invitees.c.answer.type)
            ).label("answer"),
            sa.case((is_of_today, invitees.c.because), else_="").label("because"),
            sa.and_(is_reached, members.c.on_paper.is_(False)).label("is_reached"),
        )
        .join(members, members.c.id == invitees.c.member_id)
        .join(study_sessions, study_sessions.c.id == invitees.c.session_id)
        .where(invitees.c.session_id == session_id, members.c.left_at.is_(None))
        .order_by(members.c.sort_key, members.c.id),
        Listed,
    )


@dataclass(frozen=True)
class Unsent:
    """Word about a session that is still queued: the member has not seen it."""

    member_id: int
    purpose: Purpose
    subject: int | None


def unsent(connection: Connection, session_id: int) -> list[Unsent]:
    """The invitations and changes of the session that never left (nor were tried and may have arrived)."""
    return many(
        connection,
        sa.select(*(deliveries.c[name] for name in Unsent.__dataclass_fields__)).where(
            deliveries.c.session_id == session_id,
            deliveries.c.state == DeliveryState.QUEUED,
            deliveries.c.maybe_count == 0,
            deliveries.c.purpose.in_((Purpose.INVITATION, Purpose.SESSION_CHANGE)),
            deliveries.c.member_id.is_not(None),
        ),
        Unsent,
    )


def not_reminded(connection: Connection, seen: Session) -> list[int]:
    """The invited members on the roster for whom no reminder of this revision was queued yet."""
    # Not correlated on purpose: SQLite would look through the session's deliveries once for each member.
    reminded = sa.select(deliveries.c.member_id).where(
        deliveries.c.session_id == seen.id,
        deliveries.c.version == seen.revision,
        deliveries.c.purpose == Purpose.SESSION_REMINDER,
        deliveries.c.member_id.is_not(None),
    )
    has_declined = (invitees.c.answer == Answer.NO) & (invitees.c.revision == seen.revision)
    has_address = sa.exists().where(addresses.c.member_id == members.c.id, CAN_BE_WRITTEN_TO)
    question = (
        sa.select(invitees.c.member_id)
        .join(members, members.c.id == invitees.c.member_id)
        .where(
            invitees.c.session_id == seen.id,
            members.c.left_at.is_(None),
            members.c.on_paper.is_(False),
            ~has_declined,
            has_address,
            invitees.c.member_id.not_in(reminded),
        )
        .order_by(invitees.c.id)
    )
    return list(connection.execute(question).scalars())
