"""Further parts of a long text: each a delivery behind the one before it, at the same address."""

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.delivery import deliveries as queue
from storage.delivery.deliveries import CAME_TO_NOTHING, NewDelivery
from storage.states import DeliveryState, Reason
from storage.tables import deliveries

MOST = 9
"""A text of more parts than this is none whose end anybody answers."""


def part_key(once_key: str, number: int, address_id: int) -> str:
    """What the part with this number, from 2 on, is called.

    At another address the same text is cut at other places, and its parts are others.
    """
    return f"{once_key}:p{number}:a{address_id}"


def put(connection: Connection, part: NewDelivery) -> None:
    """Queue the part as the text is cut now: also where one of its name still waits, or came to nothing."""
    before = deliveries.alias("before")
    after_id = sa.select(before.c.id).where(before.c.once_key == part.after).scalar_subquery()
    waits = deliveries.c.state.in_((DeliveryState.QUEUED, *CAME_TO_NOTHING))
    anew = (
        deliveries.update()
        .where(deliveries.c.once_key == part.once_key, waits)
        .values(
            state=DeliveryState.QUEUED,
            reason=None,
            detail="",
            content=part.content,
            due_at=part.due_at,
            after_id=after_id,
        )
    )
    if not connection.execute(anew).rowcount:
        queue.add(connection, part)


def call_off(connection: Connection, once_key: str, address_id: int, *, from_number: int) -> None:
    """Call off what is queued of an earlier cut from that part on."""
    keys = [part_key(once_key, number, address_id) for number in range(from_number, MOST + 1)]
    surplus: sa.ColumnElement[bool] = deliveries.c.once_key.in_(keys)
    connection.execute(
        deliveries.update()
        .where(surplus, deliveries.c.state == DeliveryState.QUEUED)
        .values(state=DeliveryState.CANCELLED, reason=Reason.CHANGED, content=None)
    )
