"""Taking a publication back: what is no longer asked, what is no longer sent.

Each step is one statement, flat in memory whatever the number of members.
"""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.delivery import deliveries as queue
from storage.delivery.closings import close
from storage.history import Entry
from storage.publication.broadcasts import history_columns
from storage.publication.corrections import hold
from storage.states import DeliveryState, ObligationState, PublicationState, Purpose, QuestionState, Reason
from storage.tables import deliveries, digest_items, history, obligations, publications, questions

_OPEN = (ObligationState.EXPECTED, ObligationState.QUESTION)
_TOLD = (
    Purpose.CARD,
    Purpose.GROUP_CARD,
    Purpose.PROGRESS,
    Purpose.TASK_NEWS,
    Purpose.QUESTION,
    Purpose.QUESTION_ANSWER,
)


def note_reason(connection: Connection, publication_id: int, because: str) -> bool:
    """Keep the reason that was typed until it is confirmed; whether the publication still stands."""
    return (
        connection.execute(
            publications.update()
            .where(publications.c.id == publication_id, publications.c.state != PublicationState.WITHDRAWN)
            .values(withdrawn_because=because)
        ).rowcount
        == 1
    )


def withdraw(
    connection: Connection,
    publication_id: int,
    *,
    by: int | None,
    because: str,
    replaced_by: int | None,
    now: datetime,
) -> bool:
    """Take it back; whether it stood until now. Nobody answers any more until the transaction ends.

    Args:
        connection: an open transaction.
        publication_id: which.
        by: the member who did it.
        because: in words for the members.
        replaced_by: the publication in whose place it was.
        now: office time.
    """
    taken = connection.execute(
        publications.update()
        .where(publications.c.id == publication_id, publications.c.state != PublicationState.WITHDRAWN)
        .values(
            state=PublicationState.WITHDRAWN,
            withdrawn_at=now,
            withdrawn_by=by,
            withdrawn_because=because,
            replaced_by=replaced_by,
        )
    ).rowcount
    if taken:
        hold(connection, publication_id)
    return taken == 1


def close_open(
    connection: Connection, publication_id: int, *, because: str, entry: Entry, now: datetime
) -> int:
    """Ask it of nobody any more; what was answered stays, for the reports. After `withdraw`.

    The entry says who and through which door; a line of history is written for each. `now` is that of the
    withdrawal: by it reports tell who was outstanding then (`storage.acknowledgement.counted`).

    Returns:
        How many were open.
    """
    still_open = (obligations.c.publication_id == publication_id, obligations.c.state.in_(_OPEN))
    columns = history_columns(entry) | {
        "from_state": sa.cast(obligations.c.state, sa.String),
        "to_state": sa.literal(ObligationState.WITHDRAWN.value),
        "detail": sa.literal(Reason.PUBLICATION_WITHDRAWN.value),
    }
    question = sa.select(*columns.values()).where(*still_open).order_by(obligations.c.id)
    connection.execute(history.insert().from_select(list(columns), question))
    return connection.execute(
        obligations.update()
        .where(*still_open)
        .values(state=ObligationState.WITHDRAWN, because=because, changed_at=now)
    ).rowcount


@dataclass(frozen=True)
class Closed:
    """A question that nobody has to answer any more."""

    id: int
    member_id: int
    unit_id: int


def close_questions(connection: Connection, publication_id: int) -> list[Closed]:
    """Close the questions about it that wait for their answer, by number."""
    closed = connection.execute(
        questions.update()
        .where(questions.c.publication_id == publication_id, questions.c.state == QuestionState.WAITING)
        .values(state=QuestionState.WITHDRAWN)
        .returning(questions.c.id, questions.c.member_id, questions.c.unit_id)
    )
    return sorted((Closed(*row) for row in closed), key=lambda one: one.id)


def call_off(connection: Connection, publication_id: int, *, now: datetime) -> int:
    """Send nothing more of it: cards, copies, further addresses, questions, digests, reminders of it alone.

    Each row keeps the reason. Edits of what stands in a chat are left: they tell that it is over.

    Args:
        connection: the transaction of the withdrawal.
        publication_id: which.
        now: office time, for history.

    Returns:
        How many deliveries were closed.
    """
    because = Reason.PUBLICATION_WITHDRAWN
    closed = queue.call_off(
        connection, reason=because, now=now, publication_id=publication_id, purposes=_TOLD
    )
    unsent = (
        deliveries.c.state == DeliveryState.QUEUED,
        deliveries.c.message_id.is_(None),
        deliveries.c.publication_id.is_(None),
    )
    emptied = (_about_nothing(publication_id), _digest_of_nothing(publication_id))
    for fits in emptied:
        closed += close(connection, [*unsent, *fits], state=DeliveryState.CANCELLED, reason=because, now=now)
    connection.execute(
        digest_items.delete().where(
            digest_items.c.publication_id == publication_id, digest_items.c.delivery_id.is_(None)
        )
    )
    return closed


def _about_nothing(publication_id: int) -> list[sa.ColumnElement[bool]]:
    """Reminders and messages for newcomers of members who are asked nothing else."""
    asked = sa.select(obligations.c.member_id).where(obligations.c.publication_id == publication_id)
    other = obligations.alias("other")
    stands = publications.alias("stands")
    something_else = (
        sa.exists()
        .where(
            other.c.member_id == deliveries.c.member_id,
            other.c.state == ObligationState.EXPECTED,
            stands.c.id == other.c.publication_id,
            stands.c.state != PublicationState.WITHDRAWN,
        )
        .correlate(deliveries)
    )
    return [
        deliveries.c.purpose.in_((Purpose.REMINDER, Purpose.INDUCTION)),
        deliveries.c.member_id.in_(asked),
        ~something_else,
    ]


def _digest_of_nothing(publication_id: int) -> list[sa.ColumnElement[bool]]:
    of_it = sa.select(digest_items.c.delivery_id).where(
        digest_items.c.publication_id == publication_id, digest_items.c.delivery_id.is_not(None)
    )
    stands = (
        sa.exists()
        .where(
            digest_items.c.delivery_id == deliveries.c.id,
            publications.c.id == digest_items.c.publication_id,
            publications.c.state != PublicationState.WITHDRAWN,
        )
        .correlate(deliveries)
    )
    return [deliveries.c.purpose == Purpose.DIGEST, deliveries.c.id.in_(of_it), ~stands]
