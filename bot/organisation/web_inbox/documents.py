"""The whole text of a publication on its reader's own page: scope nội bộ is read nowhere else."""

from dataclasses import dataclass

from bot.acknowledgement.opening import Through, opened
from bot.errors import Refusal, Refused
from bot.messages.blocks import Link, Message
from bot.messages.sealing import Sealer, owner
from bot.office import Office
from bot.organisation.web_inbox.sessions import Visitor
from bot.publication.member.published import member_card
from storage.database import Connection
from storage.publication import publications
from storage.publication.publications import Publication
from storage.states import PublicationState
from storage.web_inbox import web_sessions


@dataclass(frozen=True)
class Document:
    """A publication with its text.

    Args:
        card: the reader's card with its buttons, without the link that led here.
        message_id: where that card stands in the conversation of the page; 0: nowhere.
    """

    number: str
    title: str
    body: str
    card: Message
    message_id: int


async def document(
    visitor: Visitor, office: Office, *, connection_id: int, publication_id: int, looks: bool
) -> Document:
    """The whole text, for a member whom the publication is for.

    Args:
        visitor: the reader, in their own session.
        office: the office.
        connection_id: the web connection.
        publication_id: which.
        looks: a person looks at it now, not a browser ahead of them: it is noted as opened by the link.
            It is never taken for an acknowledgement.

    Raises:
        Refused: NOT_FOUND when it is not for them, WITHDRAWN.
    """
    card = await member_card(visitor.caller, office, publication_id=publication_id)

    def body(connection: Connection) -> tuple[Publication, int]:
        found = publications.publication(connection, publication_id)
        if found is None:
            raise Refused(Refusal.NOT_FOUND)
        if found.state is PublicationState.WITHDRAWN:
            raise Refused(Refusal.WITHDRAWN)
        here = web_sessions.card_messages(connection, visitor.address_id)
        return found, int(here.get(publication_id, "0"))

    found, message_id = await office.database.read(body)
    if looks:
        await opened(visitor.caller, office, publication_id=publication_id, through=Through.LINK)
    blocks = tuple(block for block in card.blocks if not isinstance(block, Link))
    whose = owner(member_id=visitor.member_id, address_id=visitor.address_id, connection_id=connection_id)
    sealed = Sealer(office.key).seal(Message(blocks), owner=whose, now=office.clock.machine())
    return Document(found.number, found.title, found.body, sealed, message_id)
