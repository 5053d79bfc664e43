"""The parts of a Telegram update that Loa reads (core.telegram.org/bots/api#update)."""

from pydantic import BaseModel, Field


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


class Account(BaseModel):
    """Who speaks, as Telegram calls them."""

    id: int
    first_name: str = ""
    last_name: str = ""
    username: str = ""

    @property
    def shown(self) -> str:
        """The account as its owner would know it again."""
        name = " ".join(part for part in (self.first_name, self.last_name) if part)
        return f"{name} (@{self.username})" if self.username else name


class Contact(BaseModel):
    """A contact card; only one's own carries one's own number (bots/api#contact)."""

    phone_number: str
    user_id: int | None = None


class Said(BaseModel):
    """A message."""

    message_id: int
    chat: Chat
    account: Account | None = Field(default=None, alias="from")
    # A channel, or an administrator who stays anonymous, speaks: nobody who could be known.
    sender_chat: Chat | None = None
    text: str | None = None
    caption: str | None = None
    document: Document | None = None
    contact: Contact | None = None


class Pressed(BaseModel):
    """A press of a button; its message lacks where it has become inaccessible."""

    id: str
    account: Account | None = Field(default=None, alias="from")
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
