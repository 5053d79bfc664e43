"""What a knock's steps came to, so that a second run of the same knock returns the first outcome."""

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.tables import knock_outcomes


def outcome(connection: Connection, *, knock_id: int, step: str) -> str | None:
    """The outcome recorded for this step, as JSON text, or None."""
    return connection.execute(
        sa.select(knock_outcomes.c.outcome).where(
            knock_outcomes.c.knock_id == knock_id, knock_outcomes.c.step == step
        )
    ).scalar_one_or_none()


def record(connection: Connection, *, knock_id: int, step: str, outcome: str) -> None:
    """Record the outcome in the transaction that made it."""
    connection.execute(knock_outcomes.insert().values(knock_id=knock_id, step=step, outcome=outcome))
