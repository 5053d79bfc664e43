"""The text of a message as the templates need it."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from bot.messages.blocks import (
    AskContact,
    AskFile,
    Block,
    Bold,
    Buttons,
    File,
    Folded,
    HowTo,
    Line,
    Link,
    Message,
)


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


def heading_and_parts(message: Message) -> tuple[str, tuple[Part, ...]]:
    """The first line where it is bold, and what follows it; buttons are not among the parts."""
    parts = [part for block in message.blocks if (part := _part(block)) is not None]
    heading = parts.pop(0).text if parts and parts[0].kind == "bold" else ""
    return heading, tuple(parts)


def _part(block: Block) -> Part | None:
    match block:
        case Line():
            return Part("line", text=block.text) if block.text.strip() else Part("gap")
        case HowTo():
            return Part("line", text=block.text)
        case AskFile():
            # These pages take no files.
            return Part("line", text=block.otherwise) if block.otherwise else None
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
