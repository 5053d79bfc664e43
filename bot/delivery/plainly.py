"""A message as it goes out where there are no buttons: numbers to answer with, links, who writes."""

from dataclasses import dataclass

from bot.delivery.offering import numbered
from bot.messages.acts import Act
from bot.messages.blocks import File, Message
from bot.messages.links import CARD_PATH, FILES_BELOW, PATH, Links
from bot.messages.numbered.codes import buttons_of
from bot.messages.plain import Ways, plain
from bot.office import Office
from bot.texts import channels
from storage import files
from storage.database import Connection
from storage.delivery.claims import Claimed
from storage.publication import publications
from storage.states import Purpose

# What answers a person at once: they know that nobody types so fast.
_ANSWERS = frozenset({Purpose.REPLY, Purpose.HINT})
_ON_A_CARD = frozenset({Act.ACKNOWLEDGE, Act.ASK, Act.FULL_TEXT, Act.TAKE_TASK, Act.ATTACHMENTS})


@dataclass(frozen=True)
class Reader:
    """For whom a link is, and in which conversation it stands."""

    member_id: int
    address_id: int


def plainly(connection: Connection, office: Office, row: Claimed, message: Message) -> Message:
    """The message as plain lines; what its numbers stand for is remembered in this transaction."""
    if is_part(row):
        return plain(message)
    ways = Ways()
    if row.owner_id is not None and not row.is_group:
        reader = Reader(row.owner_id, row.address_id)
        ways = ways_to(connection, office, reader, message, publication_id=row.publication_id)
    footer = "" if row.purpose in _ANSWERS else channels.automatic(office.settings.office.name)
    return plain(numbered(connection, office, row, message), ways=ways, footer=footer)


def is_part(row: Claimed) -> bool:
    """Whether it continues a long text, whose end says already what to answer."""
    return row.content is not None and row.after_id is not None and row.subject is None


def ways_to(
    connection: Connection,
    office: Office,
    reader: Reader,
    message: Message,
    *,
    publication_id: int | None = None,
) -> Ways:
    """The reader's own pages of what the message cannot carry; none while the office has no address.

    Args:
        connection: any transaction.
        office: the office.
        reader: the only one for whom they are.
        message: what is sent.
        publication_id: what it is about, if its buttons do not say.
    """
    if not office.settings.web.public_url:
        return Ways()
    named = [block for block in message.blocks if isinstance(block, File)]
    pages = {
        block.file_id: _card_page(connection, office, reader, block.publication_id, below=FILES_BELOW)
        if block.publication_id
        else _file_page(connection, office, reader, block)
        for block in named
    }
    return Ways(
        full_text=_card_page(connection, office, reader, publication_id or _about(message)),
        files={file_id: page for file_id, page in pages.items() if page},
    )


def _about(message: Message) -> int | None:
    named = {button.subject for button in buttons_of(message) if button.act in _ON_A_CARD}
    return named.pop() if len(named) == 1 else None


def _card_page(
    connection: Connection, office: Office, reader: Reader, about: int | None, *, below: str = ""
) -> str:
    publication = None if about is None else publications.publication(connection, about)
    if publication is None:
        return ""
    token = Links(office.key).card(
        member_id=reader.member_id,
        address_id=reader.address_id,
        publication_id=publication.id,
        published_at=publication.published_at,
    )
    return f"{office.settings.web.public_url}{CARD_PATH}/{token}{below}"


def _file_page(connection: Connection, office: Office, reader: Reader, block: File) -> str:
    kept = files.file(connection, block.file_id)
    if kept is None:
        # Swept: the words say where else to ask for it.
        return ""
    token = Links(office.key).file(
        member_id=reader.member_id,
        address_id=reader.address_id,
        file_id=block.file_id,
        name=block.name,
        content=kept.content,
    )
    return f"{office.settings.web.public_url}{PATH}/{token}"
