"""A hint to somebody whose message could not be read: one a day in each conversation, and no more."""

from bot.messages.blocks import Message, to_json
from bot.office import Office
from storage.database import Connection
from storage.delivery import deliveries
from storage.delivery.deliveries import NewDelivery
from storage.states import Lane, Purpose


async def hint(office: Office, message: Message, *, address_id: int, about: str) -> bool:
    """Queue the hint unless this conversation got the same one before.

    Args:
        office: whose.
        message: what to say.
        address_id: the conversation.
        about: what makes it the same: a day, and what waits.

    Returns:
        Whether it was queued now.
    """
    new = NewDelivery(
        once_key=f"hint:{address_id}:{about}",
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
