"""Members' own quiet hours: setting them, and putting off what would disturb them."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.delivery.claims import Claimed
from storage.states import DeliveryState, Lane, Reason, Urgency
from storage.tables import addresses, deliveries, members


def set_for(connection: Connection, member_id: int, *, begins: int | None, ends: int | None) -> None:
    """Have the member's quiet hours be these, in minutes after midnight; None and None: none."""
    connection.execute(
        members.update().where(members.c.id == member_id).values(quiet_from=begins, quiet_until=ends)
    )


def put_off(connection: Connection, row: Claimed, *, begins: int, ends: int, until: datetime) -> int:
    """Put off what else is queued on this connection for members who are quiet by the same hours.

    Taking each of them into hand only to put it back would cost a token each.

    Args:
        connection: the transaction in which `row` was found to be disturbing.
        row: the one in hand; it is left to its caller.
        begins: the first quiet minute of the day, as in the members' rows.
        ends: the first one that is not quiet any more.
        until: when they are over (machine time).

    Returns:
        How many were put off.
    """
    same_hours = sa.select(members.c.id).where(members.c.quiet_from == begins, members.c.quiet_until == ends)
    others = (
        sa.select(deliveries.c.id)
        .where(
            deliveries.c.connection_id == row.connection_id,
            deliveries.c.state == DeliveryState.QUEUED,
            deliveries.c.lane == Lane.BROADCAST,
            deliveries.c.urgency == Urgency.NORMAL,
            deliveries.c.message_id.is_(None),
            deliveries.c.after_id.is_(None),
            deliveries.c.due_at < until,
            deliveries.c.member_id.in_(same_hours),
        )
        # Another sender's rows are left to it: two that wait for each other's would end in a deadlock.
        .with_for_update(skip_locked=True)
    )
    return connection.execute(
        deliveries.update().where(deliveries.c.id.in_(others)).values(due_at=until, reason=Reason.HOURS)
    ).rowcount


def look_again(connection: Connection, *, now: datetime, member_id: int | None = None) -> int:
    """Ask anew of what was put off (for this member, or for anybody) whether it may go; how many.

    For when the quiet hours were changed, or the office's clock was turned: what is still too early is put
    off again.
    """
    fits = [
        deliveries.c.state == DeliveryState.QUEUED,
        deliveries.c.message_id.is_(None),
        deliveries.c.reason == Reason.HOURS,
        deliveries.c.due_at > now,
    ]
    if member_id is not None:
        own = sa.select(addresses.c.id).where(addresses.c.member_id == member_id)
        fits.append(deliveries.c.address_id.in_(own))
    return connection.execute(deliveries.update().where(*fits).values(due_at=now)).rowcount
