"""What a door hands to the commands: who spoke, where, and what they said. No platform beyond this line."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.access import Caller
from bot.messages.acts import Act
from bot.messages.reply import Asking, Reply
from bot.office import Office
from bot.states import Platform, Role


@dataclass(frozen=True)
class Text:
    """Typed words; a command begins with a slash (the Zalo door puts it there)."""

    text: str


@dataclass(frozen=True)
class Press:
    """A button, its signature already checked for this member on this connection."""

    act: Act
    subject: int
    argument: int


@dataclass(frozen=True)
class FileSent:
    """A file, read whole into bounded memory; it has not been written anywhere."""

    name: str
    content: bytes


@dataclass(frozen=True)
class Rejected:
    """Something that the door could not take over.

    Args:
        why: a word of `bot.texts.rejections`: "too_large", "not_text", "secret", "old_button",
            "foreign_button", ...
    """

    why: str


Content = Text | Press | FileSent | Rejected


@dataclass(frozen=True)
class Incoming:
    """One knock, translated.

    Args:
        caller: who speaks; without a member id it is a stranger.
        address_id: the conversation.
        platform: only for choosing a substitute through abilities; commands never ask it.
        content: what was said.
        message_id: the message under whose button was pressed, else empty.
        asking: what this conversation was waiting for, if that has not lapsed.
    """

    caller: Caller
    address_id: int
    platform: Platform
    content: Content
    message_id: str = ""
    asking: Asking | None = None

    @property
    def text(self) -> str:
        """The typed words, or nothing."""
        return self.content.text.strip() if isinstance(self.content, Text) else ""

    @property
    def press(self) -> Press:
        """The button pressed.

        Raises:
            TypeError: something else came in; the table sent it to the wrong place.
        """
        if not isinstance(self.content, Press):
            raise TypeError("no button was pressed")
        return self.content


Handler = Callable[[Office, Incoming], Awaitable[Reply]]


@dataclass(frozen=True)
class Command:
    """One line of the command table.

    Args:
        name: the word after the slash, without accents.
        help: its line in the menu.
        run: what it does.
        roles: who finds it in the menu; None: every member. The use case asks again by itself.
        aliases: other words for it.
        listed: whether menus show it.
    """

    name: str
    help: str
    run: Handler
    roles: frozenset[Role] | None = None
    aliases: tuple[str, ...] = ()
    listed: bool = True
