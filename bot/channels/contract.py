"""What every channel can be asked, and what it answers. No channel knows storage or another channel."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from enum import StrEnum
from typing import Any, Protocol

from bot.messages.blocks import Message
from storage.states import Reason

GROUP_MARK = "group:"
"""Stands before a group's id in `Received.conversation` where the ids themselves do not say what they are: of
what was refused nothing else is kept that could."""


@dataclass(frozen=True)
class Abilities:
    """What a platform can do; nobody asks for its name instead.

    Args:
        buttons: presses come back.
        edits: a sent message can be replaced.
        folds: a long part can be closed until touched.
        toasts: a short line over the chat.
        files: a file can go along with a message.
        text_limit: UTF-16 units in one message.
        link: an address that opens the bot {account} and hands it the {word}; empty where links carry none.
        group_link: the same, and adds the bot to a group.
        heard_by_name: in a group the bot hears only what calls it by its name.
    """

    buttons: bool
    edits: bool
    folds: bool
    toasts: bool
    files: bool
    text_limit: int
    link: str = ""
    group_link: str = ""
    heard_by_name: bool = False

    def link_with(self, word: str, *, account: str) -> str:
        """What opens the bot and hands it the word; empty where nothing does, or its name is unknown."""
        return self.link.format(account=account, word=word) if account else ""

    def group_link_with(self, word: str, *, account: str) -> str:
        """What adds the bot to a group and hands it the word there; empty likewise."""
        return self.group_link.format(account=account, word=word) if account else ""


class OutcomeKind(StrEnum):
    """What became of one attempt."""

    SENT = "sent"
    """Accepted (for an edit also: it stands so already)."""
    NOT_SENT = "not_sent"
    """Certainly not accepted, worth another try: no connection, 429."""
    MAYBE = "maybe"
    """May have been accepted."""
    REFUSED = "refused"
    """Not accepted, and the same call will not be."""
    UNREACHABLE = "unreachable"
    """This person or group cannot be written to."""
    MOVED = "moved"
    """The group has another id now; `chat_id` holds it."""
    STOPPED = "stopped"
    """The whole connection is refused (token, second instance): stop and tell."""


@dataclass(frozen=True)
class Outcome:
    """The classified answer to one attempt.

    Args:
        kind: what became of it.
        message_id: the platform's id of the message, when sent.
        reason: from the closed list, when not simply sent.
        retry_after: how long the platform asked to wait (429).
        whole_connection: whether that wait is for the connection, not just for this chat.
        may_be_personal: unclear by itself; again and again at one address alone it means that this person
            cannot be written to.
        chat_id: the new id, when moved.
        status: the HTTP status, if there was an answer.
        detail: the platform's own words, without token, at most 200 characters.
        file_id: as the platform calls the file that went along, where it may be sent again by that.
    """

    kind: OutcomeKind
    message_id: str = ""
    reason: Reason | None = None
    retry_after: timedelta | None = None
    whole_connection: bool = False
    may_be_personal: bool = False
    chat_id: str = ""
    status: int | None = None
    detail: str = ""
    file_id: str = ""


@dataclass(frozen=True)
class Attached:
    """A file's bytes, or by what the platform knows it, for the message that has a `File` block.

    Args:
        name: with its ending.
        media_type: as in HTTP.
        platform_id: as the platform called it when it was sent on this connection; then no bytes are given.
    """

    name: str
    media_type: str
    content: bytes = field(default=b"", repr=False)
    platform_id: str = ""


@dataclass(frozen=True)
class Received:
    """One raw update, before anybody has looked into it.

    Args:
        update_id: the platform's id, unique on its connection.
        conversation: the chat it belongs to, so that one knock per conversation is handled at a time.
        body: the update as the platform sent it.
        texts: what else the secrecy gate must look at (the words of a file that came along, decoded).
        carries_content: whether a person says something in it, unlike a tap or a notice of the platform.
    """

    update_id: str
    conversation: str
    body: Mapping[str, Any]
    texts: tuple[str, ...] = ()
    carries_content: bool = True


@dataclass(frozen=True)
class Polled:
    """What one call brought.

    Args:
        received: in order; none: nothing came in.
        offset: what to ask for next time; None on a platform that knows no such thing.
    """

    received: tuple[Received, ...] = ()
    offset: int | None = None


class Unavailable(Exception):
    """Receiving failed; try again after a pause. The message carries no token.

    Args:
        reason: from the closed list; TOKEN and TWO_INSTANCES mean: stop and tell.
        retry_after: how long the platform asked to wait.
    """

    def __init__(self, reason: Reason, *, detail: str = "", retry_after: timedelta | None = None) -> None:
        super().__init__(f"{reason.value}: {detail}" if detail else reason.value)
        self.reason = reason
        self.retry_after = retry_after


@dataclass(frozen=True)
class Health:
    """What `loa check` prints of a connection."""

    reachable: bool
    name: str
    detail: str


class Channel(Protocol):
    """One platform's way out, and what answers a press."""

    @property
    def abilities(self) -> Abilities:
        """What the platform can do."""
        ...

    async def send(
        self, chat_id: str, message: Message, *, once: str = "", attached: Attached | None = None
    ) -> Outcome:
        """Send one message (its buttons already sealed). Never raises for what the platform answers.

        Args:
            chat_id: to which conversation.
            message: fit for one message of this platform.
            attached: what its `File` block names.
            once: names the delivery; a platform that knows idempotency keys sends the same one only once.
        """
        ...

    async def edit(self, chat_id: str, message_id: str, message: Message) -> Outcome:
        """Replace a sent message."""
        ...

    async def toast(self, press_id: str, text: str) -> None:
        """Answer a press with a short line; best effort, costs no token."""
        ...

    async def check(self) -> Health:
        """Whether the platform can be reached and knows the token."""
        ...


class PollingChannel(Channel, Protocol):
    """A channel that can be asked for what came in."""

    async def poll(self, offset: int | None, *, wait: timedelta) -> Polled:
        """Everything from `offset` on, waiting up to `wait` for the first.

        The same update may come again, and one may be lost: who polls stores each once.

        Args:
            offset: what the last call said; the platform forgets all before it. None: from the oldest.
            wait: how long the platform may hold the call.

        Raises:
            Unavailable: no answer that can be used.
        """
        ...
