"""Whether somebody can have read a message, and since when."""

from collections.abc import Collection
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.delivery.parts import MOST, part_key
from storage.states import DeliveryState
from storage.tables import deliveries


def arrived(connection: Connection, ids: Collection[int]) -> frozenset[int]:
    """Those of the deliveries that went out, or may have: what was cut off may stand on a telephone.

    A card that is queued again, to be brought up to date, went out before.
    """
    perhaps = deliveries.c.sent_at.is_not(None) | (deliveries.c.maybe_count > 0)
    question = sa.select(deliveries.c.id).where(deliveries.c.id.in_(ids), perhaps)
    return frozenset(connection.execute(question).scalars())


def read_whole(connection: Connection, ids: Collection[int], *, by: datetime) -> frozenset[int]:
    """Those that had gone out for certain by then (machine time), with all their further parts."""
    which = sa.select(deliveries.c.id, deliveries.c.once_key, deliveries.c.address_id)
    named = connection.execute(which.where(deliveries.c.id.in_(ids))).all()
    keys = {row.id: row.once_key for row in named}
    further = {
        part_key(row.once_key, number, row.address_id): row.id
        for row in named
        for number in range(2, MOST + 1)
    }
    columns = sa.select(deliveries.c.once_key, deliveries.c.state, deliveries.c.sent_at)
    whole = {key: each for each, key in keys.items()} | further
    found = connection.execute(columns.where(deliveries.c.once_key.in_(whole)))
    late = {whole[row.once_key] for row in found if not _had_gone(row.state, row.sent_at, by)}
    return frozenset(keys) - late


def _had_gone(state: str, sent_at: datetime | None, by: datetime) -> bool:
    return state == DeliveryState.SENT and sent_at is not None and sent_at <= by
