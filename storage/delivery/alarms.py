"""What became of alarms that were owed to the admins."""

from collections.abc import Collection

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.states import DeliveryState, Purpose, Reason
from storage.tables import deliveries


def came_through(connection: Connection, member_ids: Collection[int], *, key_begins: str) -> bool:
    """Whether one of these members has, or is to have, an alarm whose `once_key` begins so.

    What was skipped because a month has no room for it told nobody.
    """
    went_nowhere = (deliveries.c.state == DeliveryState.SKIPPED) & (deliveries.c.reason == Reason.QUOTA)
    question = sa.select(deliveries.c.id).where(
        deliveries.c.purpose == Purpose.QUOTA_NEWS,
        # It is of no publication; said so that the index finds its member.
        deliveries.c.publication_id.is_(None),
        deliveries.c.member_id.in_(member_ids),
        deliveries.c.once_key.startswith(key_begins, autoescape=True),
        sa.not_(went_nowhere),
    )
    return connection.execute(question.limit(1)).first() is not None
