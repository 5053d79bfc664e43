"""What happens on a connection: what waits, and when something last came in and went out."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.delivery import held_back
from storage.states import DeliveryState, Lane
from storage.tables import deliveries, inbox


@dataclass(frozen=True)
class Activity:
    """One connection at a moment.

    Args:
        waiting: deliveries in the queue, those aside that wait for the next month.
        held: those that wait for the next month.
        received_at: when something last came in (machine time).
        sent_at: when something last went out (machine time).
    """

    waiting: int
    held: int
    received_at: datetime | None
    sent_at: datetime | None


def activity(connection: Connection, connection_id: int, *, now: datetime) -> Activity:
    """How busy the connection is (machine time)."""
    queued = sa.select(sa.func.count()).where(
        deliveries.c.connection_id == connection_id, deliveries.c.state == DeliveryState.QUEUED
    )
    held = held_back.held(connection, connection_id, now=now)
    return Activity(
        waiting=int(connection.execute(queued).scalar_one()) - held,
        held=held,
        received_at=_received_at(connection, connection_id),
        sent_at=_sent_at(connection, connection_id),
    )


def _received_at(connection: Connection, connection_id: int) -> datetime | None:
    newest = (
        sa.select(inbox.c.received_at)
        .where(inbox.c.connection_id == connection_id)
        .order_by(inbox.c.id.desc())
        .limit(1)
    )
    return connection.execute(newest).scalar_one_or_none()


_RANKS = range(4)


def _sent_at(connection: Connection, connection_id: int) -> datetime | None:
    # The newest of each lane and rank is one step in the index; all of them are as many as were ever sent.
    found = [
        connection.execute(
            sa.select(deliveries.c.sent_at)
            .where(
                deliveries.c.connection_id == connection_id,
                deliveries.c.state == DeliveryState.SENT,
                deliveries.c.lane == lane,
                deliveries.c.rank == rank,
            )
            .order_by(deliveries.c.id.desc())
            .limit(1)
        ).scalar_one_or_none()
        for lane in Lane
        for rank in _RANKS
    ]
    return max((moment for moment in found if moment is not None), default=None)
