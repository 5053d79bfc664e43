"""Chats as they look on the telephones."""

from dataclasses import dataclass, field
from enum import Enum, auto


class Standing(Enum):
    """What the bot may do there."""

    UNKNOWN = auto()
    """Nobody has written to the bot from there."""
    OPEN = auto()
    CLOSED = auto()
    """The person has blocked the bot, or the group has removed it."""
    BEYOND = auto()
    """One more than the plan has."""


@dataclass(frozen=True)
class Shown:
    """One message.

    Args:
        number: its place among all messages of the stand-in; the ids say nothing of order.
        kind: text, photo, sticker or voice.
        text: or the caption.
        media: the address or the id that came with it.
        parse_mode: as asked for; the text is shown as it came, marks and all.
        text_styles: as asked for, in JSON.
    """

    number: int
    message_id: str
    text: str
    from_bot: bool
    kind: str = "text"
    media: str = ""
    parse_mode: str = ""
    text_styles: str = ""

    def says(self, part: str) -> bool:
        """Whether the part stands in the text."""
        return part in self.text


@dataclass
class Chat:
    """A private chat or a group."""

    chat_id: str
    name: str
    is_group: bool = False
    is_special: bool = False
    standing: Standing = Standing.UNKNOWN
    messages: list[Shown] = field(default_factory=list)
    actions: list[str] = field(default_factory=list)

    def described(self) -> dict[str, str]:
        """The object `chat`."""
        return {"id": self.chat_id, "chat_type": "GROUP" if self.is_group else "PRIVATE"}


@dataclass(frozen=True)
class Accepted:
    """One message that took effect: the ground truth that duplicates are counted by.

    Args:
        at: seconds of the stand-in's clock.
    """

    method: str
    chat_id: str
    message_id: str
    text: str
    at: float
