"""Obligations that are no longer expected of their member, and those that are again."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.organisation.memberships import QUESTION, OpenOne, WaitingQuestion
from storage.rows import many
from storage.states import ObligationState, Origin, PublicationState, QuestionState
from storage.tables import obligations, publications, questions

# SQLite takes 32,766 parameters in one statement, PostgreSQL 65,535.
_AT_ONCE = 10_000


@dataclass(frozen=True)
class Closed:
    """How obligations were closed.

    Args:
        because: the words beside them.
    """

    state: ObligationState
    because: str


def close_obligations(
    connection: Connection,
    obligation_ids: Sequence[int],
    *,
    how: Closed,
    now: datetime,
) -> None:
    """No longer expect these: exempt or withdrawn, with the words beside them."""
    for some in batches(obligation_ids):
        connection.execute(
            obligations.update()
            .where(obligations.c.id.in_(some))
            .values(state=how.state, because=how.because, changed_at=now)
        )


def batches(numbers: Sequence[int]) -> Iterator[Sequence[int]]:
    """As many at once as either engine takes in one statement."""
    for start in range(0, len(numbers), _AT_ONCE):
        yield numbers[start : start + _AT_ONCE]


def closed_of(connection: Connection, member_id: int, *, how: Collection[Closed]) -> list[OpenOne]:
    """What was closed in one of these ways, of publications that still stand.

    The rows are locked until the end.
    """
    question = (
        sa.select(*(obligations.c[name] for name in OpenOne.__dataclass_fields__))
        .join(publications, publications.c.id == obligations.c.publication_id)
        .where(
            obligations.c.member_id == member_id,
            sa.or_(
                *((obligations.c.state == one.state) & (obligations.c.because == one.because) for one in how)
            ),
            publications.c.state != PublicationState.WITHDRAWN,
        )
        .order_by(obligations.c.id)
        .with_for_update(of=obligations)
    )
    return many(connection, question, OpenOne)


def expect_again(
    connection: Connection,
    obligation_ids: Collection[int],
    *,
    unit_id: int,
    fair_due: datetime,
    now: datetime,
) -> None:
    """Ask these again from now on, in the member's unit of today and with time until `fair_due` at least."""
    connection.execute(
        obligations.update()
        .where(obligations.c.id.in_(obligation_ids))
        .values(
            state=ObligationState.EXPECTED,
            origin=Origin.ASKED_AGAIN,
            because="",
            unit_id=unit_id,
            due_at=sa.null(),
            expected_at=now,
            changed_at=now,
            reminders=0,
            reminded_at=None,
        )
    )
    sooner = sa.select(publications.c.id).where(publications.c.due_at < fair_due)
    connection.execute(
        obligations.update()
        .where(obligations.c.id.in_(obligation_ids), obligations.c.publication_id.in_(sooner))
        .values(due_at=fair_due)
    )


def withdraw_questions(connection: Connection, member_ids: Collection[int]) -> list[WaitingQuestion]:
    """Close what these members still wait for: nobody has to answer it any more."""
    closed = connection.execute(
        questions.update()
        .where(questions.c.member_id.in_(member_ids), questions.c.state == QuestionState.WAITING)
        .values(state=QuestionState.WITHDRAWN)
        .returning(*QUESTION)
    ).all()
    return sorted((WaitingQuestion(*row) for row in closed), key=lambda one: one.id)
