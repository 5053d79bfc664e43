"""Closing what is owed no more: each row with its line of history."""

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.delivery import digests
from storage.history import Entry, append
from storage.states import DeliveryState, Purpose, Reason
from storage.tables import deliveries


def close(
    connection: Connection,
    fits: Sequence[sa.ColumnElement[bool]],
    *,
    state: DeliveryState,
    reason: Reason,
    now: datetime,
) -> int:
    """Close the rows that fit, with a line of history for each (`now` is office time); how many.

    Some thousands at a time: a whole broadcast that is called off is never in memory at once.
    """
    closed, last = 0, 0
    while True:
        some = sa.select(deliveries.c.id).where(*fits, deliveries.c.id > last).order_by(deliveries.c.id)
        ids = list(connection.execute(some.limit(_CLOSED_AT_ONCE)).scalars())
        if ids:
            # On PostgreSQL a sender may have taken one of them meanwhile.
            these = (deliveries.c.id.in_(ids), *fits)
            closed += _close_these(connection, these, state=state, reason=reason, now=now)
            last = ids[-1]
        if len(ids) < _CLOSED_AT_ONCE:
            return closed


# Their numbers are parameters of a statement; SQLite takes 32,766.
_CLOSED_AT_ONCE = 5000


def _close_these(
    connection: Connection,
    these: Sequence[sa.ColumnElement[bool]],
    *,
    state: DeliveryState,
    reason: Reason,
    now: datetime,
) -> int:
    # No attempt tells of these: a rule or somebody's answer closed them.
    closed = connection.execute(
        deliveries.update()
        .where(*these)
        # As of what went out, nothing is kept of what was to be said (an invitation's code among it).
        .values(state=state, reason=reason, content=None)
        .returning(
            deliveries.c.id,
            deliveries.c.publication_id,
            deliveries.c.member_id,
            deliveries.c.version,
            deliveries.c.purpose,
        )
    ).all()
    digests.release_unsent(connection, [row.id for row in closed if row.purpose is Purpose.DIGEST])
    append(
        connection,
        *(
            Entry(
                at=now,
                actor_id=None,
                on_behalf_of=None,
                door="clock",
                thing="delivery",
                thing_id=row.id,
                from_state=DeliveryState.QUEUED,
                to_state=state,
                publication_id=row.publication_id,
                member_id=row.member_id,
                version=row.version,
                detail=reason,
            )
            for row in closed
        ),
    )
    return len(closed)
