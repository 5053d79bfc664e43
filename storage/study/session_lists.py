"""The lists of sessions follow the roster: who stands on one, is taken off it, and has not been told."""

from collections.abc import Collection
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.channels.connections import CAN_BE_WRITTEN_TO
from storage.rows import many
from storage.states import DeliveryState, Purpose, Reason, SessionState
from storage.study.study import INVITEE_COLUMNS, SESSION_COLUMNS, Invitee, Session
from storage.tables import addresses, deliveries, history, invitees, members, study_sessions


def seats(connection: Connection, session_id: int) -> dict[int, int]:
    """Who is on the list of the session, each with the unit for which they were put there."""
    question = sa.select(invitees.c.member_id, invitees.c.unit_id).where(invitees.c.session_id == session_id)
    return {row.member_id: row.unit_id for row in connection.execute(question)}


def open_of(connection: Connection, unit_ids: Collection[int], *, now: datetime) -> list[Session]:
    """The sessions of these units that are being planned, or announced and not begun (office time `now`)."""
    is_planned = study_sessions.c.state == SessionState.PLANNED
    is_ahead = (study_sessions.c.state == SessionState.ANNOUNCED) & (study_sessions.c.starts_at > now)
    question = sa.select(*SESSION_COLUMNS).where(
        study_sessions.c.unit_id.in_(unit_ids), is_planned | is_ahead
    )
    return many(connection, question.order_by(study_sessions.c.id), Session)


def given_by(connection: Connection, *, thing: str, to_state: str, detail: str) -> set[int]:
    """The sessions of which history says this."""
    question = sa.select(history.c.thing_id).where(
        history.c.thing == thing, history.c.to_state == to_state, history.c.detail == detail
    )
    return set(connection.execute(question).scalars())


def uninvite(connection: Connection, session_id: int, member_ids: Collection[int]) -> list[Invitee]:
    """Take these members off the list of a session; who was on it, as they stood there."""
    gone = connection.execute(
        invitees.delete()
        .where(invitees.c.session_id == session_id, invitees.c.member_id.in_(member_ids))
        .returning(*INVITEE_COLUMNS)
    ).mappings()
    return [Invitee(**row) for row in gone]


def owe_again(connection: Connection, seen: Session, *, member_ids: Collection[int], now: datetime) -> None:
    """Queue these members' invitations again that were called off (machine time `now`)."""
    connection.execute(
        deliveries.update()
        .where(
            deliveries.c.session_id == seen.id,
            deliveries.c.member_id.in_(member_ids),
            deliveries.c.version == seen.revision,
            deliveries.c.purpose == Purpose.INVITATION,
            deliveries.c.state.in_((DeliveryState.CANCELLED, DeliveryState.SKIPPED)),
            deliveries.c.reason == Reason.LEFT,
        )
        .values(state=DeliveryState.QUEUED, reason=None, due_at=now)
    )


def untold(connection: Connection, session_id: int) -> list[int]:
    """The invited members who can be written to and for whom no word about the session was ever queued."""
    told = sa.select(deliveries.c.member_id).where(
        deliveries.c.session_id == session_id, deliveries.c.member_id.is_not(None)
    )
    has_address = sa.exists().where(addresses.c.member_id == members.c.id, CAN_BE_WRITTEN_TO)
    question = (
        sa.select(invitees.c.member_id)
        .join(members, members.c.id == invitees.c.member_id)
        .where(
            invitees.c.session_id == session_id,
            members.c.left_at.is_(None),
            members.c.on_paper.is_(False),
            has_address,
            invitees.c.member_id.not_in(told),
        )
        .order_by(invitees.c.id)
    )
    return list(connection.execute(question).scalars())
