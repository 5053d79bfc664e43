"""What the stand-in knows: chats, messages, media, the month. Pure of HTTP."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from tests.standins.waiting import Watched
from tests.standins.zalo.chats import Accepted, Chat, Shown, Standing
from tests.standins.zalo.faults import Faults
from tests.standins.zalo.queue import Queue
from tests.standins.zalo.quota import Quota
from tests.standins.zalo.refusals import Refused
from tests.standins.zalo.switches import Limits, Switches
from tests.standins.zalo.webhook import Webhook


@dataclass
class State:
    """Everything behind the methods of one bot."""

    token: str
    name: str
    limits: Limits
    switches: Switches
    now: Callable[[], float]
    log: Path | None = None
    url: str = ""
    away_status: int = 0
    chats: dict[str, Chat] = field(default_factory=dict)
    accepted: list[Accepted] = field(default_factory=list)
    calls: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    strangers: list[tuple[str, str]] = field(default_factory=list)
    media: dict[str, bytes] = field(default_factory=dict)
    faults: Faults = field(default_factory=Faults)
    watched: Watched = field(default_factory=Watched)
    _number: int = 0

    def __post_init__(self) -> None:
        self.queue = Queue(self.switches, self.now)
        self.webhook = Webhook(self.switches)
        self.quota = Quota(self.limits, self.switches, self.now)

    def opaque(self, of: str) -> str:
        """An id that says nothing: twenty characters, different for each bot."""
        return hashlib.sha256(f"{self.token}/{of}".encode()).hexdigest()[:20]

    def next_number(self) -> int:
        """The place of the next message."""
        self._number += 1
        return self._number

    def date(self, *, old_by: float = 0.0) -> int:
        """Now, or so many seconds ago, as the original writes it."""
        now = self.now() - self.switches.clock_behind - old_by
        return int(now * (1000 if self.switches.dates_in == "ms" else 1))

    def chat_to_send_to(self, chat_id: str) -> Chat:
        """The chat that a call names, if the bot may write there.

        Raises:
            Refused: there is none, the bot is not wanted there, or the plan has no room for it.
        """
        if not chat_id:
            raise Refused(400)
        chat = self.chats.get(chat_id)
        beyond = self.switches.beyond_groups if chat and chat.is_group else self.switches.beyond_people
        if chat is None or chat.standing is Standing.UNKNOWN:
            raise Refused(self.switches.unknown_chat)
        if chat.standing is Standing.BEYOND:
            raise Refused(403 if beyond == "refused" else self.switches.unknown_chat)
        if chat.standing is Standing.CLOSED and self.switches.blocked_chat != 200:
            raise Refused(self.switches.blocked_chat)
        return chat

    def accept(self, method: str, chat: Chat, message: Shown, *, arrives: bool = True) -> dict[str, Any]:
        """The bot's message is counted, written down and, if it arrives, shown."""
        self.quota.accepted()
        if arrives and chat.standing is Standing.OPEN:
            chat.messages.append(message)
        entry = Accepted(method, chat.chat_id, message.message_id, message.text, self.now())
        self.accepted.append(entry)
        if self.log is not None:
            with self.log.open("a", encoding="utf-8") as lines:
                lines.write(json.dumps(asdict(entry), ensure_ascii=False) + "\n")
        self.watched.tell()
        return {"message_id": message.message_id, "date": self.date()}

    def admits(self, chat: Chat) -> bool:
        """Somebody writes from there: whether the bot gets to hear of it."""
        beyond = self.switches.beyond_groups if chat.is_group else self.switches.beyond_people
        if chat.standing is Standing.UNKNOWN:
            full = self._is_full(is_group=chat.is_group) and beyond != "served"
            chat.standing = Standing.BEYOND if full else Standing.OPEN
        return chat.standing is not Standing.BEYOND or beyond == "refused"

    def hears(self, event: dict[str, Any]) -> None:
        """The event goes to the webhook if there is one, else it waits to be polled."""
        if self.webhook.url:
            self.webhook.put(event)
        else:
            self.queue.push(event)

    def _is_full(self, *, is_group: bool) -> bool:
        limit = self.limits.groups if is_group else self.limits.people
        served = [
            one
            for one in self.chats.values()
            if one.is_group is is_group and one.standing in {Standing.OPEN, Standing.CLOSED}
        ]
        return limit > 0 and len(served) >= limit
