"""Whoever has the link of a card can answer in its member's name: the conversation is told.

Only where the card in it cannot change by itself.
"""

from datetime import datetime

from bot.access import Caller, Door
from bot.delivery.unedited import without_edits
from bot.messages.blocks import Line, Message, to_json
from bot.office import Office
from bot.texts import acknowledging as texts
from storage.acknowledgement.obligations import Obligation
from storage.channels import connections
from storage.database import Connection
from storage.delivery import deliveries
from storage.delivery.deliveries import NewDelivery
from storage.organisation import people
from storage.publication.publications import Publication
from storage.states import AddressState, Lane, Purpose, Repeat


def tell_the_chat(
    connection: Connection,
    office: Office,
    caller: Caller,
    obligation: Obligation,
    found: Publication,
    *,
    at: datetime,
) -> None:
    """Owe the conversation of the link one receipt of this acknowledgement, once per version.

    To be called in the transaction that records it; `at` is when (office time). Nothing is owed for what was
    not acknowledged by a link, nor where receipts are off.
    """
    if caller.door is not Door.LINK or caller.address_id is None:
        return
    address = people.address(connection, caller.address_id)
    member = people.member(connection, obligation.member_id)
    if address is None or member is None or address.state is not AddressState.ACTIVE:
        return
    if address.connection_id not in without_edits(connection) or not _says_receipts(
        connection, office, address.connection_id
    ):
        return
    said = texts.receipt_of_page(found.number, found.title, at, office.zone, address_form=member.address_form)
    deliveries.add(
        connection,
        NewDelivery(
            once_key=f"pub:{found.id}:v{obligation.version}:m{member.id}:page",
            address_id=address.id,
            purpose=Purpose.REPLY,
            due_at=office.clock.machine(),
            lane=Lane.REPLY,
            # As every receipt: it may be left out, and is never said twice.
            repeat=Repeat.NEVER,
            content=to_json(Message((Line(said),))),
        ),
    )


def _says_receipts(connection: Connection, office: Office, connection_id: int) -> bool:
    settings = office.settings.connections.get(connections.line(connection, connection_id).name)
    return settings is not None and settings.receipts
