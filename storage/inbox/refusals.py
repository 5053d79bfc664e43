"""Refusals that only their number explains."""

from collections.abc import Collection

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.delivery.claims import Claimed
from storage.inbox.inbox import FROM_A_PAGE
from storage.states import DeliveryState, Reason
from storage.tables import attempts, deliveries, inbox

_REFUSED = "refused"


def are_in_a_row(
    connection: Connection, row: Claimed, *, conversations: Collection[str], amount: int
) -> bool:
    """Whether the last tries at this address were all refused for no known reason, while others were served.

    Somebody who wrote in the meantime can be written to, whatever was refused; who only opened a page proves
    nothing of the messenger. Where nothing went out to anybody else either, it is the connection that is out.

    Args:
        connection: in a transaction.
        row: the latest try.
        conversations: what the inbox may call this address.
        amount: how many tries.
    """
    last = connection.execute(
        sa.select(attempts.c.outcome, attempts.c.reason, attempts.c.started_at)
        .join(deliveries, deliveries.c.id == attempts.c.delivery_id)
        .where(deliveries.c.address_id == row.address_id, attempts.c.ended_at.is_not(None))
        .order_by(attempts.c.id.desc())
        .limit(amount)
    ).all()
    if len(last) < amount or any((one.outcome, one.reason) != (_REFUSED, Reason.OTHER) for one in last):
        return False
    since = last[-1].started_at
    served = sa.exists().where(
        deliveries.c.connection_id == row.connection_id,
        deliveries.c.state == DeliveryState.SENT,
        deliveries.c.address_id != row.address_id,
        deliveries.c.sent_at > since,
    )
    heard = sa.exists().where(
        inbox.c.connection_id == row.connection_id,
        inbox.c.conversation.in_(conversations),
        ~inbox.c.update_id.startswith(FROM_A_PAGE, autoescape=True),
        inbox.c.received_at > since,
    )
    return bool(connection.execute(sa.select(served & ~heard)).scalar())
