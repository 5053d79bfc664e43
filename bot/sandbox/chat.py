"""One person's conversation as the page shows it."""

from dataclasses import dataclass
from datetime import datetime

from bot.channels.contract import Attached
from bot.channels.web import handed_out
from bot.delivery.plainly import Reader, ways_to
from bot.errors import Refusal, Refused
from bot.messages.blocks import Message, from_json
from bot.messages.plain import as_text
from bot.office import Office
from bot.sandbox.guarding import demand_sandbox
from bot.texts import channels
from storage import sandbox
from storage.database import Connection
from storage.organisation import organisation
from storage.sandbox import PageAddress
from storage.states import Platform
from storage.web_inbox import web_messages
from storage.web_inbox.web_messages import WebMessage

_SHOWN = 80
# What answers a person at once is named by their knock.
_ANSWERS = ("knock:", "hint:")


@dataclass(frozen=True)
class Said:
    """One message.

    Args:
        text: as a platform shows it that has nothing but text; empty where the chat is not shown so.
    """

    id: int
    message: Message
    from_member: bool
    text: str
    at: datetime
    edited_at: datetime | None


@dataclass(frozen=True)
class Chat:
    """A conversation and its newest messages, oldest first."""

    address_id: int
    chat_id: str
    shown_as: Platform
    said: tuple[Said, ...]


async def chat(office: Office, *, connection_id: int, member_id: int) -> Chat:
    """The member's conversation on the page.

    Raises:
        Refused: NOT_FOUND without one, NOT_ALLOWED where this is no sandbox.
    """

    def body(connection: Connection) -> Chat:
        page = _demand_page(connection, connection_id=connection_id, member_id=member_id)
        found = web_messages.of_address(connection, page.id, limit=_SHOWN)
        said = tuple(_said(connection, office, page, row) for row in found)
        return Chat(page.id, page.chat_id, page.shown_as or Platform.TELEGRAM, said)

    return await office.database.read(body)


def _said(connection: Connection, office: Office, page: PageAddress, row: WebMessage) -> Said:
    message = from_json(row.content)
    text = ""
    if page.shown_as is Platform.ZALO and not row.from_member:
        ways = ways_to(connection, office, Reader(page.member_id, page.id), message)
        is_answer = (row.once_key or "").startswith(_ANSWERS)
        footer = "" if is_answer else channels.automatic(office.settings.office.name)
        text = as_text(message, ways=ways, footer=footer)
    return Said(row.id, message, row.from_member, text, row.created_at, row.edited_at)


async def file_of(office: Office, *, connection_id: int, member_id: int, file_id: int) -> Attached:
    """A file that came along in the member's conversation.

    Raises:
        Refused: NOT_FOUND, NOT_ALLOWED where this is no sandbox.
    """

    def body(connection: Connection) -> Attached:
        page = _demand_page(connection, connection_id=connection_id, member_id=member_id)
        found = handed_out(connection, address_id=page.id, file_id=file_id)
        if found is None:
            raise Refused(Refusal.NOT_FOUND)
        return found

    return await office.database.read(body)


async def show_as(office: Office, *, connection_id: int, member_id: int, platform: Platform) -> None:
    """Show the member's conversation in Telegram's or in Zalo's manner from now on.

    Raises:
        Refused: NOT_FOUND without one, NOT_ALLOWED where this is no sandbox.
    """

    def body(connection: Connection) -> None:
        page = _demand_page(connection, connection_id=connection_id, member_id=member_id)
        organisation.set_shown_as(connection, page.id, platform)

    await office.database.transaction(body)


def _demand_page(connection: Connection, *, connection_id: int, member_id: int) -> PageAddress:
    demand_sandbox(connection)
    pages = sandbox.page_addresses(connection, connection_id)
    found = next((page for page in pages if page.member_id == member_id), None)
    if found is None:
        raise Refused(Refusal.NOT_FOUND)
    return found
