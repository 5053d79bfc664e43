"""Questions that members ask about a publication, and who is to answer them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.rows import insert_row, many, one
from storage.states import PublicationState, QuestionState
from storage.tables import members, publications, questions, units, versions


@dataclass(frozen=True)
class Question:
    """The row; see `storage.tables.publishing`."""

    id: int
    publication_id: int
    member_id: int
    unit_id: int
    state: QuestionState
    question: str
    asked_at: datetime
    answer: str
    answered_by: int | None
    answered_at: datetime | None


_QUESTION = tuple(questions.c[name] for name in Question.__dataclass_fields__)


def find(connection: Connection, question_id: int) -> Question | None:
    """The question with this number."""
    return one(connection, sa.select(*_QUESTION).where(questions.c.id == question_id), Question)


def add(
    connection: Connection,
    *,
    publication_id: int,
    member_id: int,
    unit_id: int,
    question: str,
    asked_at: datetime,
) -> int:
    """Keep a member's question; it waits for its answer."""
    return insert_row(
        connection,
        questions,
        {
            "publication_id": publication_id,
            "member_id": member_id,
            "unit_id": unit_id,
            "state": QuestionState.WAITING,
            "question": question,
            "asked_at": asked_at,
            "answer": "",
        },
    )


def answer(
    connection: Connection, question_id: int, *, answer: str, answered_by: int | None, answered_at: datetime
) -> bool:
    """Write the answer, if the question still waits for one.

    Returns:
        Whether it did; if not, somebody was first, or the member needs no answer any more.
    """
    return (
        connection.execute(
            questions.update()
            .where(questions.c.id == question_id, questions.c.state == QuestionState.WAITING)
            .values(
                state=QuestionState.ANSWERED, answer=answer, answered_by=answered_by, answered_at=answered_at
            )
        ).rowcount
        == 1
    )


def withdraw(connection: Connection, *, publication_id: int, member_id: int) -> list[int]:
    """Close what the member still waits for: it is no longer needed.

    Returns:
        The questions closed.
    """
    closed = connection.execute(
        questions.update()
        .where(*_waiting_of(publication_id, member_id))
        .values(state=QuestionState.WITHDRAWN)
        .returning(questions.c.id)
    )
    return sorted(closed.scalars())


def is_waiting(connection: Connection, *, publication_id: int, member_id: int) -> bool:
    """Whether the member still waits for an answer about this publication."""
    return bool(
        connection.execute(sa.select(sa.exists().where(*_waiting_of(publication_id, member_id)))).scalar_one()
    )


def _waiting_of(publication_id: int, member_id: int) -> list[sa.ColumnElement[bool]]:
    return [
        questions.c.publication_id == publication_id,
        questions.c.member_id == member_id,
        questions.c.state == QuestionState.WAITING,
    ]


@dataclass(frozen=True)
class Waiting:
    """A question without an answer, with what a list shows of it."""

    id: int
    publication_id: int
    member_id: int
    question: str
    asked_at: datetime
    full_name: str
    unit_name: str
    number: str
    title: str


def waiting(connection: Connection, *, unit_ids: Collection[int] | None) -> list[Waiting]:
    """Questions that wait, of members of these units (None: all), the oldest first."""
    own = ("id", "publication_id", "member_id", "question", "asked_at")
    question = (
        sa.select(
            *(questions.c[name] for name in own),
            members.c.full_name,
            units.c.name.label("unit_name"),
            versions.c.number,
            versions.c.title,
        )
        .join(members, members.c.id == questions.c.member_id)
        .join(units, units.c.id == questions.c.unit_id)
        .join(publications, publications.c.id == questions.c.publication_id)
        .join(
            versions,
            (versions.c.publication_id == publications.c.id) & (versions.c.version == publications.c.version),
        )
        .where(questions.c.state == QuestionState.WAITING, publications.c.state != PublicationState.WITHDRAWN)
        .order_by(questions.c.asked_at, questions.c.id)
    )
    if unit_ids is not None:
        question = question.where(questions.c.unit_id.in_(unit_ids))
    return many(connection, question, Waiting)


def units_above(connection: Connection, unit_id: int) -> list[int]:
    """The unit and those above it, the nearest first."""
    way: list[int] = []
    parent: int | None = unit_id
    while parent is not None and parent not in way:
        way.append(parent)
        parent = connection.execute(
            sa.select(units.c.parent_id).where(units.c.id == parent)
        ).scalar_one_or_none()
    return way
