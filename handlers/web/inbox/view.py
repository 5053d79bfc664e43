"""Messages as the templates need them: text in parts, files, rows of buttons."""

from dataclasses import dataclass
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from bot.messages.acts import Act
from bot.messages.blocks import AskContact, Block, Bold, Buttons, File, Folded, Line, Link, Message
from bot.organisation.web_inbox.page import Said
from bot.texts import web_inbox as words


@dataclass(frozen=True)
class Part:
    """One part of a message.

    Args:
        kind: "line", "bold", "gap", "link", "folded" or "file".
        label: of a fold, a link or a file.
        target: the address of a link, the number of a file.
    """

    kind: str
    text: str = ""
    label: str = ""
    target: str = ""


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
    parts = [part for block in message.blocks if (part := _part(block)) is not None]
    heading = parts.pop(0).text if parts and parts[0].kind == "bold" else ""
    rows = tuple(
        tuple(_key(button.label, button.act, button.token) for button in row)
        for block in message.blocks
        if isinstance(block, Buttons)
        for row in block.rows
    )
    return heading, tuple(parts), rows


def _part(block: Block) -> Part | None:
    match block:
        case Line():
            return Part("line", text=block.text) if block.text.strip() else Part("gap")
        case Bold():
            return Part("bold", text=block.text)
        case Link():
            is_web = urlsplit(block.url).scheme in {"http", "https"}
            return Part("link", label=block.label, target=block.url) if is_web else Part("line", block.label)
        case Folded():
            return Part("folded", label=block.label, text=block.text)
        case File():
            return Part("file", label=block.name, target=str(block.file_id))
        case Buttons() | AskContact():
            # A browser cannot vouch for a telephone number.
            return None


def _key(label: str, act: Act, token: str) -> Key:
    mark, _, rest = label.partition(" ")
    has_mark = bool(rest) and not any(sign.isalnum() for sign in mark)
    return Key(rest if has_mark else label, mark if has_mark else "", token, act is Act.ACKNOWLEDGE)
