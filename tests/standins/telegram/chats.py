"""Chats as they look on the telephones."""

from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from tests.standins.telegram.refusals import Refused


class ChatState(Enum):
    """Whether the bot may write there; the values are the original's answers (status, description)."""

    OPEN = (200, "")
    NEVER_STARTED = (403, "Forbidden: bot can't initiate conversation with a user")
    BLOCKED = (403, "Forbidden: bot was blocked by the user")
    DEACTIVATED = (403, "Forbidden: user is deactivated")
    KICKED = (403, "Forbidden: bot was kicked from the group chat")
    KICKED_FROM_SUPERGROUP = (403, "Forbidden: bot was kicked from the supergroup chat")
    NOT_A_MEMBER = (403, "Forbidden: bot is not a member of the supergroup chat")
    DELETED = (403, "Forbidden: the group chat was deleted")
    READ_ONLY = (400, "Bad Request: not enough rights to send text messages to the chat")
    MOVED = (400, "Bad Request: group chat was upgraded to a supergroup chat")


@dataclass(frozen=True)
class Shown:
    """One message as it looks now.

    Args:
        text: without tags.
        buttons: the words of each row.
        data: what each button sends, row by row.
        entities: where it is bold, a link, a fold.
        document: the name of the file, if it is one.
    """

    message_id: int
    text: str
    from_bot: bool
    buttons: tuple[tuple[str, ...], ...] = ()
    data: tuple[tuple[str, ...], ...] = ()
    entities: tuple[dict[str, Any], ...] = ()
    protected: bool = False
    edited: bool = False
    document: str = ""

    def says(self, part: str) -> bool:
        """Whether the part stands in the text or on a button."""
        return part in self.text or any(part in label for row in self.buttons for label in row)

    def button(self, label: str) -> str | None:
        """What the button with these words (or with them among a pictogram) sends."""
        labels = [one for row in self.buttons for one in row]
        datas = [one for row in self.data for one in row]
        for fits in (lambda one: one == label, lambda one: label in one):
            for one, data in zip(labels, datas, strict=True):
                if fits(one):
                    return data
        return None


@dataclass
class Chat:
    """A private chat or a group."""

    chat_id: int
    name: str
    state: ChatState
    moved_to: int = 0
    supergroup: bool = False
    messages: list[Shown] = field(default_factory=list)
    toasts: list[str] = field(default_factory=list)

    @property
    def kind(self) -> str:
        if self.chat_id > 0:
            return "private"
        return "supergroup" if self.supergroup else "group"

    def described(self) -> dict[str, Any]:
        """The object Chat of the Bot API."""
        name = "first_name" if self.chat_id > 0 else "title"
        return {"id": self.chat_id, "type": self.kind, name: self.name}

    def must_be_open(self) -> None:
        """Refuse as the original does when the bot may not write here."""
        if self.state is ChatState.OPEN:
            return
        status, description = self.state.value
        moved = {"migrate_to_chat_id": self.moved_to} if self.state is ChatState.MOVED else None
        raise Refused(status, description, parameters=moved)

    def find(self, message_id: int) -> Shown | None:
        return next((one for one in self.messages if one.message_id == message_id), None)

    def replace(self, message: Shown) -> None:
        """Put an edited message where it stood."""
        at = next(n for n, one in enumerate(self.messages) if one.message_id == message.message_id)
        self.messages[at] = message


@dataclass(frozen=True)
class Accepted:
    """One call that took effect: the ground truth that duplicates are counted by."""

    method: str
    chat_id: int
    message_id: int
    text: str
    buttons: tuple[tuple[str, ...], ...]
    protected: bool
