"""The parts of a Telegram update that Loa reads (core.telegram.org/bots/api#update)."""

from pydantic import BaseModel


class Chat(BaseModel):
    """Where it was said."""

    id: int
    type: str

    @property
    def is_private(self) -> bool:
        """Whether it is a conversation with one person."""
        return self.type == "private"


class Document(BaseModel):
    """A file that was sent along."""

    file_id: str
    file_name: str = ""
    file_size: int | None = None


class Said(BaseModel):
    """A message."""

    message_id: int
    chat: Chat
    text: str | None = None
    caption: str | None = None
    document: Document | None = None


class Pressed(BaseModel):
    """A press of a button; its message lacks where it has become inaccessible."""

    id: str
    data: str = ""
    message: Said | None = None


class Standing(BaseModel):
    """How the bot stands in a chat."""

    status: str


class Changed(BaseModel):
    """The person blocked the bot, or let it in again."""

    chat: Chat
    new_chat_member: Standing


class Update(BaseModel):
    """One of the three kinds that Loa asks for, or none."""

    message: Said | None = None
    callback_query: Pressed | None = None
    my_chat_member: Changed | None = None
