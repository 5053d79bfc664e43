"""A conversation is closed by its person, or opened again."""

from bot.access import Caller, Door
from bot.history import entry
from bot.office import Office
from bot.organisation.addresses.owed_cards import queue_owed_cards
from storage import history
from storage.database import Connection
from storage.organisation import people
from storage.states import AddressState


async def address_changed(office: Office, connection_id: int, chat_id: str, *, blocked: bool) -> None:
    """Note what the platform says of a conversation; hearing it twice changes nothing.

    For Telegram this is `my_chat_member` (core.telegram.org/bots/api#chatmemberupdated). When a member
    opens their conversation again, what is open for them and never arrived follows as cards.
    """
    state = AddressState.BLOCKED if blocked else AddressState.ACTIVE

    def body(connection: Connection) -> None:
        address = people.address_at(connection, connection_id, chat_id)
        if address is None or address.state is state:
            return
        people.set_address_state(connection, address.id, state)
        caller = Caller(member_id=address.member_id, door=Door(address.platform.value), address_id=address.id)
        history.append(
            connection,
            entry(
                caller,
                office,
                thing="address",
                thing_id=address.id,
                from_state=address.state,
                to_state=state,
                member_id=address.member_id,
            ),
        )
        if not blocked and address.member_id is not None and not address.is_group:
            queue_owed_cards(connection, office, member_id=address.member_id, address_id=address.id)

    await office.database.transaction(body)
    office.bell.ring()
