"""Messages as the templates need them: text in parts, files, rows of buttons."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.messages.acts import Act
from bot.messages.blocks import Buttons, Message
from bot.organisation.web_inbox.page import Said
from bot.texts import web_inbox as words
from handlers.web.look.parts import Part, heading_and_parts


@dataclass(frozen=True)
class Key:
    """One button.

    Args:
        mark: the emoji before its words; it is not read aloud.
        is_main: it takes note of what the message asks, and is the big one.
    """

    label: str
    mark: str
    token: str
    is_main: bool


@dataclass(frozen=True)
class Shown:
    """One message of the page.

    Args:
        heading: its first line.
        at: when it was said, in words; empty for a card that went to a messenger.
    """

    id: int
    mine: bool
    at: str
    heading: str
    parts: tuple[Part, ...]
    rows: tuple[tuple[Key, ...], ...]


def shown(said: Said, zone: ZoneInfo) -> Shown:
    """The message for the page."""
    heading, parts, rows = _message(said.message)
    at = words.said_at(said.at, zone) if said.at else ""
    return Shown(said.id, said.from_member, at, heading, parts, rows)


def shown_message(message: Message, *, message_id: int) -> Shown:
    """A message that stands on a page of its own."""
    heading, parts, rows = _message(message)
    return Shown(message_id, False, "", heading, parts, rows)


def _message(message: Message) -> tuple[str, tuple[Part, ...], tuple[tuple[Key, ...], ...]]:
    heading, parts = heading_and_parts(message)
    rows = tuple(
        tuple(_key(button.label, button.act, button.token) for button in row)
        for block in message.blocks
        if isinstance(block, Buttons)
        for row in block.rows
    )
    return heading, parts, rows


def _key(label: str, act: Act, token: str) -> Key:
    mark, _, rest = label.partition(" ")
    has_mark = bool(rest) and not any(sign.isalnum() for sign in mark)
    return Key(rest if has_mark else label, mark if has_mark else "", token, act is Act.ACKNOWLEDGE)
