"""Queueing a delivery for a member, in the transaction of what makes it needed."""

from datetime import datetime

from bot.office import Office
from storage.database import Connection
from storage.delivery import deliveries
from storage.delivery.deliveries import RANKS, NewDelivery
from storage.organisation import people
from storage.states import Lane, Purpose, Repeat, Urgency


def to_member(
    connection: Connection,
    office: Office,
    *,
    member_id: int,
    once_key: str,
    purpose: Purpose,
    lane: Lane = Lane.BROADCAST,
    urgency: Urgency = Urgency.NORMAL,
    repeat: Repeat = Repeat.NEVER,
    rank: int | None = None,
    subject: int | None = None,
    publication_id: int | None = None,
    session_id: int | None = None,
    version: int | None = None,
    expires_at: datetime | None = None,
) -> bool:
    """Owe the member this delivery at the first of their addresses.

    `once_key` says what it is (`pub:12:v1:m7:card`); queueing the same thing again changes nothing.
    The lane is REPLY for what answers a person and ignores the sending hours, BROADCAST for the rest; the
    rank orders within the lane (None: by urgency). After `expires_at` (office time) it is worthless.

    Returns:
        Whether there is an address to send to.
    """
    address_id = people.first_address(connection, member_id)
    if address_id is None:
        return False
    deliveries.add(
        connection,
        NewDelivery(
            once_key=once_key,
            address_id=address_id,
            purpose=purpose,
            due_at=office.clock.machine(),
            lane=lane,
            urgency=urgency,
            repeat=repeat,
            rank=RANKS[urgency] if rank is None else rank,
            subject=subject,
            publication_id=publication_id,
            session_id=session_id,
            version=version,
            expires_at=expires_at,
        ),
    )
    return True
