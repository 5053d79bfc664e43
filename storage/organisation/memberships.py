"""Members who move from unit to unit or leave, and what goes along with them."""

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.rows import many
from storage.states import MemberKind, ObligationState, PublicationState, QuestionState, Role
from storage.tables import (
    member_moves,
    members,
    obligation_moves,
    obligations,
    publications,
    questions,
    role_grants,
    units,
)

OPEN = (ObligationState.EXPECTED, ObligationState.QUESTION)


@dataclass(frozen=True)
class Placed:
    """A member on the roster and their unit."""

    member_id: int
    unit_id: int


def placed(connection: Connection, member_ids: Collection[int]) -> list[Placed]:
    """Where these members stand now, of those on the roster; nobody else moves them until the end.

    The rows are locked on PostgreSQL; SQLite has one writer anyway.
    """
    return many(
        connection,
        sa.select(members.c.id.label("member_id"), members.c.unit_id)
        .where(members.c.id.in_(member_ids), members.c.left_at.is_(None))
        .order_by(members.c.id)
        # Not FOR UPDATE: a publication going out has foreign keys to these rows, and would wait for us.
        .with_for_update(key_share=True),
        Placed,
    )


def kinds_of(connection: Connection, member_ids: Collection[int]) -> dict[int, MemberKind]:
    """How each of these members belongs."""
    question = sa.select(members.c.id, members.c.kind).where(members.c.id.in_(member_ids))
    return {row.id: row.kind for row in connection.execute(question)}


def place(connection: Connection, member_ids: Collection[int], *, unit_id: int) -> None:
    """Let the members stand in this unit."""
    connection.execute(members.update().where(members.c.id.in_(member_ids)).values(unit_id=unit_id))


@dataclass(frozen=True)
class NewMove:
    """One member's way from unit to unit; the fields are those of the table."""

    member_id: int
    from_unit_id: int
    to_unit_id: int
    on_date: date
    moved_at: datetime
    moved_by: int | None
    change_id: int | None


def add_moves(connection: Connection, moves: Sequence[NewMove]) -> list[int]:
    """Write the moves; their numbers, in the same order."""
    question = member_moves.insert().returning(member_moves.c.id, sort_by_parameter_order=True)
    return list(connection.execute(question, [asdict(move) for move in moves]).scalars())


@dataclass(frozen=True)
class OpenOne:
    """An open obligation of a publication that was not withdrawn."""

    id: int
    publication_id: int
    member_id: int
    unit_id: int
    state: ObligationState
    version: int


def open_of(connection: Connection, member_ids: Collection[int]) -> list[OpenOne]:
    """The open obligations of these members, by number; nobody else changes them until the end."""
    return many(
        connection,
        sa.select(*(obligations.c[name] for name in OpenOne.__dataclass_fields__))
        .join(publications, publications.c.id == obligations.c.publication_id)
        .where(
            obligations.c.member_id.in_(member_ids),
            obligations.c.state.in_(OPEN),
            publications.c.state != PublicationState.WITHDRAWN,
        )
        .order_by(obligations.c.id)
        .with_for_update(of=obligations),
        OpenOne,
    )


@dataclass(frozen=True)
class ObligationMove:
    """One open obligation that goes along; the fields are those of the table.

    Args:
        move_id: None where it was closed when the member moved, and follows when it is asked again.
    """

    obligation_id: int
    publication_id: int
    member_id: int
    from_unit_id: int
    to_unit_id: int
    move_id: int | None
    moved_at: datetime


def move_obligations(connection: Connection, moves: Sequence[ObligationMove]) -> None:
    """Let the obligations be counted in the new unit from now on, and note where each came from."""
    if not moves:
        return
    connection.execute(obligation_moves.insert(), [asdict(move) for move in moves])
    for unit_id in {move.to_unit_id for move in moves}:
        going = [move.obligation_id for move in moves if move.to_unit_id == unit_id]
        connection.execute(obligations.update().where(obligations.c.id.in_(going)).values(unit_id=unit_id))


def set_left(connection: Connection, member_ids: Collection[int], *, left_at: datetime | None) -> None:
    """Note that the members have left the roster then; None: that they never did."""
    connection.execute(members.update().where(members.c.id.in_(member_ids)).values(left_at=left_at))


@dataclass(frozen=True)
class WaitingQuestion:
    """A question that waits for its answer."""

    id: int
    publication_id: int
    member_id: int
    unit_id: int


QUESTION = tuple(questions.c[name] for name in WaitingQuestion.__dataclass_fields__)


def move_questions(
    connection: Connection, member_ids: Collection[int], *, unit_id: int
) -> list[WaitingQuestion]:
    """Let what these members still wait for be answered by who leads this unit; which that is."""
    moved = connection.execute(
        questions.update()
        .where(questions.c.member_id.in_(member_ids), questions.c.state == QuestionState.WAITING)
        .values(unit_id=unit_id)
        .returning(*QUESTION)
    ).all()
    return sorted((WaitingQuestion(*row) for row in moved), key=lambda one: one.id)


@dataclass(frozen=True)
class OpenGrant:
    """A role that is held now or will be."""

    id: int
    member_id: int
    role: Role
    unit_id: int
    unit_name: str
    is_top: bool
    """Whether the unit stands under no other: the role is one for the whole organisation."""


def grants_of(connection: Connection, member_ids: Collection[int], *, now: datetime) -> list[OpenGrant]:
    """The roles of these members that have not ended, those that begin later too."""
    return many(
        connection,
        sa.select(
            role_grants.c.id,
            role_grants.c.member_id,
            role_grants.c.role,
            role_grants.c.unit_id,
            units.c.name.label("unit_name"),
            units.c.parent_id.is_(None).label("is_top"),
        )
        .join(units, units.c.id == role_grants.c.unit_id)
        .where(
            role_grants.c.member_id.in_(member_ids),
            role_grants.c.until_at.is_(None) | (role_grants.c.until_at > now),
        )
        .order_by(role_grants.c.id),
        OpenGrant,
    )


def count_open(connection: Connection, member_id: int) -> int:
    """How many publications in force wait for the member."""
    question = (
        sa.select(sa.func.count())
        .join_from(obligations, publications, publications.c.id == obligations.c.publication_id)
        .where(
            obligations.c.member_id == member_id,
            obligations.c.state.in_(OPEN),
            publications.c.state != PublicationState.WITHDRAWN,
        )
    )
    return int(connection.execute(question).scalar_one())


def newest_open(connection: Connection, member_id: int) -> int | None:
    """The largest number among the member's open obligations."""
    question = sa.select(sa.func.max(obligations.c.id)).where(
        obligations.c.member_id == member_id, obligations.c.state.in_(OPEN)
    )
    newest: int | None = connection.execute(question).scalar_one()
    return newest
