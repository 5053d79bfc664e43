"""Reminders that were noted on an obligation and then did not go out."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.rows import many
from storage.states import ObligationState
from storage.tables import history, obligations

REMINDED, NOT_SENT = "reminded", "not_reminded"
"""In history: a reminder was queued; it was not sent, because the month had no room for it."""


@dataclass(frozen=True)
class Reminded:
    """An open obligation of which its member was reminded, as it stands."""

    id: int
    publication_id: int
    unit_id: int
    version: int
    reminders: int
    reminded_at: datetime


def reminded(connection: Connection, member_id: int) -> list[Reminded]:
    """What is open for the member and was reminded of."""
    question = sa.select(*(obligations.c[name] for name in Reminded.__dataclass_fields__)).where(
        obligations.c.member_id == member_id,
        obligations.c.state == ObligationState.EXPECTED,
        obligations.c.reminders > 0,
        obligations.c.reminded_at.is_not(None),
    )
    return many(connection, question.order_by(obligations.c.id), Reminded)


def take_back(connection: Connection, one: Reminded) -> bool:
    """Have the obligation stand as before its last reminder; whether it still stood as it was read."""
    return (
        connection.execute(
            obligations.update()
            .where(obligations.c.id == one.id, obligations.c.reminders == one.reminders)
            .values(reminders=one.reminders - 1, reminded_at=_before(connection, one.id))
        ).rowcount
        == 1
    )


def _before(connection: Connection, obligation_id: int) -> datetime | None:
    """When the one before the last was noted that was not taken back."""
    noted = connection.execute(
        sa.select(history.c.at, history.c.detail)
        .where(
            history.c.thing == "obligation",
            history.c.thing_id == obligation_id,
            history.c.detail.in_((REMINDED, NOT_SENT)),
        )
        .order_by(history.c.id)
    )
    stands: list[datetime] = []
    for line in noted:
        if line.detail == REMINDED:
            stands.append(line.at)
        elif stands:
            stands.pop()
    return stands[-2] if len(stands) > 1 else None
