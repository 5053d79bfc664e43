"""What a door hands to the commands: who spoke, where, and what they said. No platform beyond this line."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from bot.access import Caller
from bot.errors import Refusal
from bot.messages.acts import Act
from bot.messages.reply import Asking, Reply
from bot.office import Office
from bot.states import Role


@dataclass(frozen=True)
class Text:
    """Typed words; a command begins with a slash (the door puts it there where people leave it out)."""

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
class ContactSent:
    """A telephone number.

    Args:
        phone: as the platform gave it; it is written nowhere.
        is_own: the platform vouches that it is the sender's own.
    """

    phone: str = field(repr=False)
    is_own: bool


@dataclass(frozen=True)
class Rejected:
    """Something that the door could not take over.

    Args:
        why: a word of `bot.texts.rejections`: "too_large", "not_text", "secret", "old_button",
            "foreign_button", ...
    """

    why: str


Content = Text | Press | FileSent | ContactSent | Rejected


@dataclass(frozen=True)
class Incoming:
    """One knock, translated.

    Args:
        caller: who speaks; without a member id it is a stranger.
        address_id: the conversation.
        content: what was said.
        message_id: the message under whose button was pressed, else empty.
        asking: what this conversation was waiting for, if that has not lapsed.
        account: how the messenger calls the account that speaks, for who decides on a request to join.
        knows_contacts: the platform can ask for the person's own number, and vouches that it is theirs.
        group_chat_id: of the group chat in which it was said; the speaker's own chat gets the answer.
    """

    caller: Caller
    address_id: int
    content: Content
    message_id: str = ""
    asking: Asking | None = None
    account: str = ""
    knows_contacts: bool = False
    group_chat_id: str = ""

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
        otherwise: what anybody else hears who types it.
        listed: whether menus show it.
        takes_words: a name, a code or hours may follow it; where people write no slash, words behind any
            other command make it a sentence and no command.
    """

    name: str
    help: str
    run: Handler
    roles: frozenset[Role] | None = None
    aliases: tuple[str, ...] = ()
    otherwise: Refusal = Refusal.NOT_ALLOWED
    listed: bool = True
    takes_words: bool = False
