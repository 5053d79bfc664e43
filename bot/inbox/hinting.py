"""A hint to somebody whose message could not be read: one a day in each conversation, and no more."""

from bot.messages.blocks import Message, to_json
from bot.office import Office
from storage.database import Connection
from storage.delivery import (
    deliveries,
)
from storage.delivery.deliveries import NewDelivery
from storage.states import Lane, Purpose


async def hint(office: Office, message: Message, *, address_id: int) -> bool:
    """Queue the hint unless this conversation got one today, by the office's clock.

    Args:
        office: whose.
        message: what to say.
        address_id: the conversation.

    Returns:
        Whether it was queued now.
    """
    today = office.clock.now().astimezone(office.zone).date()
    new = NewDelivery(
        once_key=f"hint:{address_id}:{today.isoformat()}",
        address_id=address_id,
        purpose=Purpose.HINT,
        due_at=office.clock.machine(),
        lane=Lane.REPLY,
        content=to_json(message),
    )

    def body(connection: Connection) -> bool:
        return deliveries.add(connection, new) == 1

    queued = await office.database.transaction(body)
    office.bell.ring()
    return queued
