"""Refusals that only their number explains."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.delivery.claims import Claimed
from storage.inbox.inbox import FROM_A_PAGE
from storage.rows import many
from storage.states import DeliveryState, Reason
from storage.tables import attempts, deliveries, inbox

_REFUSED, _MAYBE = "refused", "maybe"


@dataclass(frozen=True)
class _Attempt:
    outcome: str | None
    reason: Reason | None
    status: int | None
    detail: str
    started_at: datetime


def are_in_a_row(
    connection: Connection, row: Claimed, *, conversations: Collection[str], amount: int
) -> bool:
    """Whether the last tries at this address were all refused for no known reason, while others were served.

    What the platform itself called a fault of its own in the very words of the latest counts too: some say
    that of a person who cannot be written to.

    Somebody who wrote in the meantime can be written to, whatever was refused; who only opened a page proves
    nothing of the messenger. Where nothing went out to anybody else either, it is the connection that is out.

    Args:
        connection: in a transaction.
        row: the latest try.
        conversations: what the inbox may call this address.
        amount: how many tries.
    """
    question = (
        sa.select(*(attempts.c[name] for name in _Attempt.__dataclass_fields__))
        .join(deliveries, deliveries.c.id == attempts.c.delivery_id)
        .where(deliveries.c.address_id == row.address_id, attempts.c.ended_at.is_not(None))
        .order_by(attempts.c.id.desc())
        .limit(amount)
    )
    last = many(connection, question, _Attempt)
    if len(last) < amount or not all(_is_unexplained(one, like=last[0].detail) for one in last):
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


def _is_unexplained(attempt: _Attempt, *, like: str) -> bool:
    if (attempt.outcome, attempt.reason) == (_REFUSED, Reason.OTHER):
        return True
    its_own = (attempt.outcome, attempt.reason) == (_MAYBE, Reason.PLATFORM_FAULT)
    return its_own and attempt.status is not None and attempt.status < 500 and attempt.detail == like
