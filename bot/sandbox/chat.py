"""One person's conversation as the page shows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.channels.contract import Attached
from bot.channels.web import handed_out
from bot.errors import Refusal, Refused
from bot.messages.blocks import Message, from_json
from bot.office import Office
from bot.sandbox.guarding import demand_sandbox
from storage import organisation, sandbox, web_messages
from storage.database import Connection
from storage.sandbox import PageAddress
from storage.states import Platform
from storage.web_messages import WebMessage

_SHOWN = 80


@dataclass(frozen=True)
class Said:
    """One message.

    Args:
        place: how many messages the office said in this conversation before it.
    """

    id: int
    message: Message
    from_member: bool
    place: int
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
        place = web_messages.said_before(connection, page.id, message_id=found[0].id) if found else 0
        return Chat(page.id, page.chat_id, page.shown_as or Platform.TELEGRAM, _said(found, place))

    return await office.database.read(body)


def _said(found: Sequence[WebMessage], place: int) -> tuple[Said, ...]:
    said: list[Said] = []
    for row in found:
        message = from_json(row.content)
        said.append(Said(row.id, message, row.from_member, place, row.created_at, row.edited_at))
        place += not row.from_member
    return tuple(said)


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
