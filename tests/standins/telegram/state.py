"""What the stand-in knows: chats, messages, files, presses, menus. Pure of HTTP."""

import json
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from tests.standins.telegram.chats import Accepted, Chat, ChatState, Shown
from tests.standins.telegram.faults import Faults
from tests.standins.telegram.pace import Pace
from tests.standins.telegram.refusals import Refused
from tests.standins.telegram.updates import Updates
from tests.standins.waiting import Watched

PRESS_SECONDS = 60


@dataclass(frozen=True)
class Press:
    """One tap that waits for an answer."""

    chat: Chat
    person_id: int
    at: float


@dataclass
class State:
    """Everything behind the methods of one bot."""

    token: str
    bot: dict[str, Any]
    pace: Pace
    updates: Updates
    now: Callable[[], float]
    log: Path | None = None
    chats: dict[int, Chat] = field(default_factory=dict)
    accepted: list[Accepted] = field(default_factory=list)
    edited: list[Accepted] = field(default_factory=list)
    calls: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    files: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    presses: dict[str, Press] = field(default_factory=dict)
    menus: dict[tuple[str, str], list[dict[str, str]]] = field(default_factory=dict)
    faults: Faults = field(default_factory=Faults)
    watched: Watched = field(default_factory=Watched)
    _numbers: dict[int, int] = field(default_factory=dict)

    def chat(self, chat_id: str) -> Chat:
        """The chat that a call names.

        Raises:
            Refused: there is none.
        """
        try:
            return self.chats[int(chat_id)]
        except (KeyError, ValueError) as error:
            missing = "chat_id is empty" if not chat_id else "chat not found"
            raise Refused(400, f"Bad Request: {missing}") from error

    def open_chat(self, chat_id: str) -> Chat:
        """The same, if the bot may write there now.

        Raises:
            Refused: it may not, or it has to wait.
        """
        chat = self.chat(chat_id)
        chat.must_be_open()
        seconds = self.pace.wait(chat.chat_id)
        if seconds:
            raise Refused(
                429,
                f"Too Many Requests: retry after {seconds}",
                parameters={"retry_after": seconds},
            )
        return chat

    def next_number(self, chat: Chat) -> int:
        """Supergroups count their own messages; private chats and small groups share one count, as there."""
        series = chat.chat_id if chat.supergroup else 0
        self._numbers[series] = self._numbers.get(series, 0) + 1
        return self._numbers[series]

    def accept(self, method: str, chat: Chat, message: Shown) -> dict[str, Any]:
        """The bot's message takes its place, is counted and written down; the object Message."""
        self.pace.accepted(chat.chat_id)
        if message.edited:
            chat.replace(message)
        else:
            chat.messages.append(message)
        entry = Accepted(
            method, chat.chat_id, message.message_id, message.text, message.buttons, message.protected
        )
        (self.edited if message.edited else self.accepted).append(entry)
        if self.log is not None:
            with self.log.open("a", encoding="utf-8") as lines:
                lines.write(json.dumps({"at": time.time(), **asdict(entry)}, ensure_ascii=False) + "\n")
        self.watched.tell()
        return self.described(chat, message)

    def described(self, chat: Chat, message: Shown) -> dict[str, Any]:
        """The object Message of the Bot API, as the bot sees its own."""
        content: dict[str, Any] = {
            "message_id": message.message_id,
            "from": self.bot,
            "chat": chat.described(),
            "date": int(time.time()),
        }
        if message.document:
            content["caption"] = message.text
        else:
            content["text"] = message.text
            content["entities"] = list(message.entities)
        if message.buttons:
            content["reply_markup"] = {
                "inline_keyboard": [
                    [
                        {"text": label, "callback_data": data}
                        for label, data in zip(labels, datas, strict=True)
                    ]
                    for labels, datas in zip(message.buttons, message.data, strict=True)
                ]
            }
        return content

    def press(self, person_id: int, chat: Chat) -> str:
        """Write a tap down; its id."""
        press_id = str(7_000_000_000 + len(self.presses))
        self.presses[press_id] = Press(chat, person_id, self.now())
        return press_id

    def move(self, chat: Chat, new_id: int) -> Chat:
        """A group becomes a supergroup under a new id."""
        moved = replace(chat, chat_id=new_id, supergroup=True, messages=[], toasts=[])
        chat.state, chat.moved_to = ChatState.MOVED, new_id
        self.chats[new_id] = moved
        return moved
