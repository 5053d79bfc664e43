"""What stands on a member's page: what waits for them first, then the conversation, the newest on top."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.channels.contract import Attached
from bot.channels.web import handed_out
from bot.errors import Refusal, Refused
from bot.messages.blocks import Line, Message, from_json, to_json
from bot.messages.reply import Awaited
from bot.messages.sealing import Sealer, owner
from bot.office import Office
from bot.organisation.web_inbox.sessions import Visitor
from bot.publication.member.cards import card
from storage.acknowledgement import obligations
from storage.database import Connection
from storage.inbox import dialogues
from storage.organisation import people
from storage.states import ObligationState
from storage.web_inbox import web_messages, web_sessions
from storage.web_inbox.web_messages import WebMessage

_OPEN = (ObligationState.EXPECTED, ObligationState.QUESTION)
_MOST_OPEN = 20


@dataclass(frozen=True)
class Said:
    """One message.

    Args:
        id: its number; 0 for a card that stands in no conversation here (it went to a messenger).
        at: when it was said; None for such a card.
    """

    id: int
    message: Message
    from_member: bool = False
    at: datetime | None = None


@dataclass(frozen=True)
class Inbox:
    """A member's page.

    Args:
        open: the cards of what waits for the member's acknowledgement, by due date, as they stand now.
        answer: what came of the last press or words, in order.
        said: the rest of the conversation, the newest first.
        has_more: there are older messages than those.
        awaited: what the office asked for last and still waits to be told.
        newest: the number of the newest message that the office said.
    """

    open: tuple[Said, ...]
    answer: tuple[Said, ...]
    said: tuple[Said, ...]
    has_more: bool
    awaited: Awaited | None
    newest: int


async def inbox(
    visitor: Visitor, office: Office, *, connection_id: int, answering: str = "", limit: int
) -> Inbox:
    """The member's page as it stands now.

    Args:
        visitor: whose.
        office: the office.
        connection_id: the web connection.
        answering: the update whose answer is to stand on top; empty: none.
        limit: how many messages of the conversation to show.
    """

    def body(connection: Connection) -> Inbox:
        newest_first = web_messages.of_address(connection, visitor.address_id, limit=limit + 1)[::-1]
        answer = _answer(connection, visitor, connection_id, answering, newest_first)
        cards = _open_cards(
            connection, office, visitor, connection_id, but={one.id for one in answer if one.id}
        )
        above = {one.id for one in (*answer, *cards)}
        return Inbox(
            open=cards,
            answer=answer,
            said=tuple(_said(one) for one in newest_first[:limit] if one.id not in above),
            has_more=len(newest_first) > limit,
            awaited=_awaited(connection, office, visitor.address_id),
            newest=web_sessions.newest_message(connection, visitor.address_id),
        )

    return await office.database.read(body)


async def newest(visitor: Visitor, office: Office) -> int:
    """The number of the newest message that the office said to the member here."""

    def body(connection: Connection) -> int:
        return web_sessions.newest_message(connection, visitor.address_id)

    return await office.database.read(body)


async def is_answered(visitor: Visitor, office: Office, *, connection_id: int, update_id: str) -> bool:
    """Whether that knock of the member's was handled, and all it brought stands on the page."""

    def body(connection: Connection) -> bool:
        found = web_sessions.answer_to(
            connection, connection_id=connection_id, chat_id=visitor.chat_id, update_id=update_id
        )
        return found is not None and found.is_whole

    return await office.database.read(body)


async def has_arrived(visitor: Visitor, office: Office) -> bool:
    """Whether what follows at once when somebody comes in (the cards they are owed) stands on the page."""

    def body(connection: Connection) -> bool:
        return web_sessions.has_arrived(connection, visitor.address_id)

    return await office.database.read(body)


async def note_typed(office: Office, text: str, *, connection_id: int, chat_id: str, knock: int) -> bool:
    """Show what the member said, once for each knock; called only for what has passed the gate.

    Args:
        office: the office.
        text: their words; empty shows nothing (a button was pressed).
        connection_id: the page's connection.
        chat_id: whose conversation.
        knock: the inbox row.

    Returns:
        Whether there is such a conversation.
    """
    content = to_json(Message(tuple(Line(line) for line in text.splitlines())))

    def body(connection: Connection) -> bool:
        address = people.address_at(connection, connection_id, chat_id)
        if address is not None and text:
            web_messages.typed(
                connection,
                address_id=address.id,
                content=content,
                once_key=f"typed:{knock}",
                now=office.clock.now(),
            )
        return address is not None

    return await office.database.transaction(body)


async def file_for(visitor: Visitor, office: Office, *, file_id: int) -> Attached:
    """A file that the office has handed to this member on this page.

    Raises:
        Refused: NOT_FOUND for every other number, and for what has been swept.
    """

    def body(connection: Connection) -> Attached:
        found = handed_out(connection, address_id=visitor.address_id, file_id=file_id)
        if found is None:
            raise Refused(Refusal.NOT_FOUND)
        return found

    return await office.database.read(body)


def _answer(
    connection: Connection,
    visitor: Visitor,
    connection_id: int,
    answering: str,
    shown: Sequence[WebMessage],
) -> tuple[Said, ...]:
    if not answering:
        return ()
    found = web_sessions.answer_to(
        connection, connection_id=connection_id, chat_id=visitor.chat_id, update_id=answering
    )
    wanted = () if found is None else found.message_ids
    by_id = {one.id: one for one in shown}
    return tuple(_said(by_id[number]) for number in dict.fromkeys(wanted) if number in by_id)


def _open_cards(
    connection: Connection,
    office: Office,
    visitor: Visitor,
    connection_id: int,
    *,
    but: Collection[int],
) -> tuple[Said, ...]:
    """The cards made anew: one that went to a messenger has to be pressed here too."""
    here = web_sessions.card_messages(connection, visitor.address_id)
    whose = owner(member_id=visitor.member_id, address_id=visitor.address_id, connection_id=connection_id)
    sealer = Sealer(office.key)
    cards: list[Said] = []
    waiting = obligations.open_ones(connection, member_id=visitor.member_id, states=_OPEN)
    for one in waiting[:_MOST_OPEN]:
        message = card(connection, office, publication_id=one.publication_id, member_id=visitor.member_id)
        sealed = sealer.seal(message, owner=whose, now=office.clock.machine())
        number = int(here.get(one.publication_id, "0"))
        if number not in but or not number:
            cards.append(Said(number, sealed))
    return tuple(cards)


def _said(row: WebMessage) -> Said:
    return Said(row.id, from_json(row.content), row.from_member, row.created_at)


def _awaited(connection: Connection, office: Office, address_id: int) -> Awaited | None:
    dialogue = dialogues.of(connection, address_id)
    if dialogue is None or dialogue.until_at <= office.clock.now():
        return None
    return Awaited(dialogue.awaited)
