"""What was offered to be answered by number: one row a thing and conversation, one for its last menu."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.rows import many, upsert
from storage.tables import offers


@dataclass(frozen=True)
class Offer:
    """What stands under one number of a conversation.

    Args:
        number: of two digits; 0: the menu.
        thing: "publication", "session", "message" or "menu".
        thing_id: which of them.
        buttons: as `bot.messages.numbered.codes.to_json` wrote them.
        offered_at: when it was last put into a message (office time).
    """

    number: int
    thing: str
    thing_id: int
    buttons: str
    offered_at: datetime


_OFFER = tuple(offers.c[name] for name in Offer.__dataclass_fields__)


def of_address(connection: Connection, address_id: int) -> list[Offer]:
    """Everything offered in the conversation, the newest first."""
    question = sa.select(*_OFFER).where(offers.c.address_id == address_id)
    return many(connection, question.order_by(offers.c.offered_at.desc(), offers.c.id.desc()), Offer)


def put(connection: Connection, address_id: int, offer: Offer) -> None:
    """Offer this under its number from now on, instead of what stood there."""
    upsert(
        connection,
        offers,
        keys=("address_id", "number"),
        values={"address_id": address_id, **offer.__dict__},
    )
