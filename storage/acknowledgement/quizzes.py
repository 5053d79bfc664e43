"""The questions before acknowledging: how far a member has come, and first tries counted without names."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.rows import insert_once, many
from storage.states import ObligationState
from storage.tables import history, quiz_passes, quiz_tallies


def passed(connection: Connection, *, publication_id: int, version: int, member_id: int) -> frozenset[int]:
    """The places (from 0) of the questions of this version that the member has answered rightly."""
    question = _tries(publication_id, version, member_id).where(quiz_passes.c.passed_at.is_not(None))
    return frozenset(connection.execute(question).scalars())


def missed(connection: Connection, *, publication_id: int, version: int, member_id: int) -> frozenset[int]:
    """The places of those that they have tried, and not yet answered rightly."""
    question = _tries(publication_id, version, member_id).where(quiz_passes.c.passed_at.is_(None))
    return frozenset(connection.execute(question).scalars())


def _tries(publication_id: int, version: int, member_id: int) -> sa.Select[Any]:
    return sa.select(quiz_passes.c.question).where(
        quiz_passes.c.publication_id == publication_id,
        quiz_passes.c.version == version,
        quiz_passes.c.member_id == member_id,
    )


def note_try(
    connection: Connection,
    *,
    publication_id: int,
    version: int,
    member_id: int,
    question: int,
    passed_at: datetime | None,
) -> bool:
    """Note that the member tried the question.

    Args:
        connection: an open transaction.
        publication_id: which publication,
        version: and which of its versions.
        member_id: who.
        question: its place, from 0.
        passed_at: when it was answered rightly (office time); None: it was not.

    Returns:
        Whether it was their first try since they acknowledged last.
    """
    key = {
        "publication_id": publication_id,
        "version": version,
        "member_id": member_id,
        "question": question,
    }
    added = connection.execute(
        insert_once(connection, quiz_passes).values(**key, passed_at=passed_at)
    ).rowcount
    if not added and passed_at is not None:
        fits = [quiz_passes.c[name] == value for name, value in key.items()]
        connection.execute(
            quiz_passes.update().where(*fits, quiz_passes.c.passed_at.is_(None)).values(passed_at=passed_at)
        )
    return added == 1


def forget(connection: Connection, *, publication_id: int, member_id: int) -> None:
    """Nothing of the member's tries is kept once they have acknowledged."""
    connection.execute(
        quiz_passes.delete().where(
            quiz_passes.c.publication_id == publication_id, quiz_passes.c.member_id == member_id
        )
    )


def was_through(connection: Connection, *, obligation_id: int, version: int) -> bool:
    """Whether the member acknowledged this version before and took it back: they know the answers."""
    before = sa.exists().where(
        history.c.thing == "obligation",
        history.c.thing_id == obligation_id,
        history.c.to_state == ObligationState.ACKNOWLEDGED.value,
        history.c.version == version,
    )
    return bool(connection.execute(sa.select(before)).scalar())


def count(connection: Connection, *, publication_id: int, version: int, question: int, choice: int) -> None:
    """One more who chose this at the first try; nobody by name."""
    key = {"publication_id": publication_id, "version": version, "question": question, "choice": choice}
    connection.execute(insert_once(connection, quiz_tallies).values(**key, amount=0))
    fits = [quiz_tallies.c[name] == value for name, value in key.items()]
    connection.execute(quiz_tallies.update().where(*fits).values(amount=quiz_tallies.c.amount + 1))


@dataclass(frozen=True)
class Tally:
    """How many chose this at the first try.

    Args:
        question: its place, from 0.
        choice: its place, from 0.
    """

    question: int
    choice: int
    amount: int


def tallies(connection: Connection, *, publication_id: int, version: int) -> list[Tally]:
    """What was chosen first, question by question."""
    question = (
        sa.select(quiz_tallies.c.question, quiz_tallies.c.choice, quiz_tallies.c.amount)
        .where(quiz_tallies.c.publication_id == publication_id, quiz_tallies.c.version == version)
        .order_by(quiz_tallies.c.question, quiz_tallies.c.choice)
    )
    return many(connection, question, Tally)
