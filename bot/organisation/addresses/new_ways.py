"""A member hears in their other conversations that a new one acts in their name."""

from bot.messages.acts import Act
from bot.messages.blocks import Button, Buttons, Line, Message, to_json
from bot.office import Office
from bot.texts import addresses as texts
from storage.database import Connection
from storage.delivery import deliveries
from storage.delivery.deliveries import NewDelivery
from storage.organisation import people
from storage.organisation.people import Member
from storage.states import Lane, Purpose, Repeat


def tell_elsewhere(
    connection: Connection, office: Office, *, member: Member, address_id: int, came_by: str
) -> None:
    """Say so at once wherever else the member can be written to, with the way to let the new one go.

    Args:
        connection: in the transaction that let it in.
        office: the office.
        member: whose name it bears.
        address_id: the new conversation; it is told nothing.
        came_by: by what it came in, once: "invitation:7".
    """
    new = people.address(connection, address_id)
    if new is None:
        return
    line = texts.new_way(
        new.platform, member.address_form, member.given_name, at=office.clock.now(), zone=office.zone
    )
    see = Buttons(((Button(texts.NEW_WAY_BUTTON, Act.ADDRESS_ORDER),),))
    content = to_json(Message((Line(line), see)))
    others = [one.id for one in people.addresses_of(connection, member.id) if one.id != address_id]
    deliveries.add(
        connection,
        *(
            NewDelivery(
                once_key=f"new_way:{came_by}:a{other}",
                address_id=other,
                purpose=Purpose.REPLY,
                due_at=office.clock.machine(),
                lane=Lane.REPLY,
                repeat=Repeat.ONCE,
                content=content,
            )
            for other in others
        ),
    )
