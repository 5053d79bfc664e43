"""Which obligations a reminder hour is for: those due ahead, each by the date that holds for its member."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.chasing.reminding import Owed, can_be_written_to, owed
from storage.rows import many
from storage.states import ObligationState, PublicationState
from storage.tables import obligations, publications


@dataclass(frozen=True)
class Due:
    """A due date that lies ahead.

    Args:
        is_own: it is one of members who have more time than the publication gives.
    """

    publication_id: int
    due_at: datetime
    is_own: bool = False


def due_ahead(connection: Connection, *, now: datetime) -> list[Due]:
    """What the publications in force wait for by a time still to come (office time), and whose own it is."""
    asked = [publications.c.state == PublicationState.IN_FORCE, publications.c.asks_acknowledgement]
    number = publications.c.id.label("publication_id")
    shared = (
        sa.select(number, publications.c.due_at)
        .where(*asked, publications.c.due_at > now)
        .order_by(publications.c.id)
    )
    own = (
        sa.select(number, obligations.c.due_at)
        .distinct()
        .join(publications, publications.c.id == obligations.c.publication_id)
        .where(*asked, obligations.c.due_at > now, obligations.c.state == ObligationState.EXPECTED)
        .order_by(number, obligations.c.due_at)
    )
    return [
        *many(connection, shared, Due),
        *(Due(row.publication_id, row.due_at, is_own=True) for row in connection.execute(own)),
    ]


@dataclass(frozen=True)
class Window:
    """Which obligations of a publication one reminder hour is for.

    Args:
        slot_at: the reminder hour; who was reminded since is not reminded again.
        expected_from: only those asked at this moment or later; None: whenever.
        own_due_at: only those of members who have until then; None: until the publication's own date.
    """

    publication_id: int
    slot_at: datetime
    expected_from: datetime | None = None
    own_due_at: datetime | None = None


def owed_in(
    connection: Connection,
    windows: Sequence[Window],
    *,
    after_member: int = 0,
    limit: int | None = None,
    member_ids: Collection[int] | None = None,
) -> list[Owed]:
    """What the windows cover and can be reminded of by a message, by member.

    Args:
        connection: an open transaction.
        windows: what to look for; without any nothing is found.
        after_member: only members with a larger number.
        limit: of how many members at most.
        member_ids: only of these.
    """
    if not windows:
        return []
    fits = [sa.or_(*(_inside(window) for window in windows)), obligations.c.member_id > after_member]
    if member_ids is not None:
        fits.append(obligations.c.member_id.in_(member_ids))
    question = owed().where(*fits)
    if limit is not None:
        first = can_be_written_to(sa.select(obligations.c.member_id).distinct()).where(*fits)
        page = first.order_by(obligations.c.member_id).limit(limit).subquery("page")
        question = question.where(obligations.c.member_id.in_(sa.select(page.c.member_id)))
    return many(connection, question, Owed)


def _inside(window: Window) -> sa.ColumnElement[bool]:
    fits = [
        obligations.c.publication_id == window.publication_id,
        obligations.c.state == ObligationState.EXPECTED,
        # Asked later than the reminder hour: that hour is not meant for them.
        obligations.c.expected_at < window.slot_at,
        obligations.c.reminded_at.is_(None) | (obligations.c.reminded_at < window.slot_at),
        obligations.c.due_at.is_(None)
        if window.own_due_at is None
        else obligations.c.due_at == window.own_due_at,
    ]
    if window.expected_from is not None:
        fits.append(obligations.c.expected_at >= window.expected_from)
    return sa.and_(*fits)
