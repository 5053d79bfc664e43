"""The parts of a Zalo bot's event that Loa reads (facts/zalo.md 1.3); the rest of it is let be.

Nothing of the form is promised anywhere: what is missing or of another kind than expected counts as left out,
so that no field that nobody needs costs a person's words.
"""

from datetime import datetime
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, Field

from bot.channels.cleaning import id_of
from bot.channels.zalo.dates import moment
from bot.channels.zalo.updates import is_private


class EventName(StrEnum):
    """What may have happened; other names are closed with a log line."""

    TEXT = "message.text.received"
    IMAGE = "message.image.received"
    STICKER = "message.sticker.received"
    VOICE = "message.voice.received"
    UNSUPPORTED = "message.unsupported.received"
    """A message with a link in it, or anything of a sender whom Zalo protects: without any content."""


def _text(value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    return str(value)


def _name(value: object) -> str:
    return value if isinstance(value, str) else ""


def _part(value: object) -> object:
    return value if isinstance(value, dict) else {}


def _is_true(value: object) -> bool:
    return value is True


_Id = Annotated[str, BeforeValidator(id_of)]
_Text = Annotated[str, BeforeValidator(_text)]


class Chat(BaseModel):
    """Where it was said."""

    id: _Id = ""
    chat_type: _Text = ""


class Account(BaseModel):
    """Who speaks, as Zalo calls them."""

    id: _Id = ""
    display_name: _Text = ""
    is_bot: Annotated[bool, BeforeValidator(_is_true)] = False


class Said(BaseModel):
    """A message; the address of a photo, which has two names in the wild, is never followed."""

    account: Annotated[Account, BeforeValidator(_part)] = Field(default=Account(), alias="from")
    chat: Annotated[Chat, BeforeValidator(_part)] = Chat()
    text: _Text = ""
    date: Annotated[datetime | None, BeforeValidator(moment)] = None

    @property
    def is_whole(self) -> bool:
        """Whether it says who speaks, and where."""
        return bool(self.account.id and self.chat.id)

    @property
    def is_private(self) -> bool:
        """Whether it is a conversation with one person."""
        return is_private(chat_id=self.chat.id, kind=self.chat.chat_type, speaker_id=self.account.id)


class Event(BaseModel):
    """One thing that happened, as the inbox has it: without the wrapping."""

    event_name: Annotated[str, BeforeValidator(_name)] = ""
    message: Annotated[Said, BeforeValidator(_part)] = Said()

    @property
    def is_text(self) -> bool:
        """Whether somebody said words; an event without a name is told by them."""
        return self.event_name in ("", EventName.TEXT) and bool(self.message.text.strip())

    @property
    def is_message(self) -> bool:
        """Whether somebody said anything at all, unlike a notice of the platform."""
        return self.event_name == "" or self.event_name.startswith("message.")
