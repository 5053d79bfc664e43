"""Telegram's limits of speed (core.telegram.org/bots/faq; the exact numbers are not published)."""

import math
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Limits:
    """How much is let through.

    Args:
        per_second: messages to all chats in any rolling second; 0 for no limit.
        tolerance: how many more pass, since a line delivers unevenly what was sent evenly.
        chat_burst: messages to one chat at once; after them one a second. 0 for no limit.
        group_per_minute: messages to one group in any rolling minute; 0 for no limit.
        wait: seconds to wait after going over the limit of all.
    """

    per_second: int = 30
    tolerance: int = 3
    chat_burst: int = 3
    group_per_minute: int = 20
    wait: int = 1


FREE = Limits(per_second=0, chat_burst=0, group_per_minute=0)
"""No limits, for tests about something else."""


@dataclass
class _ChatPace:
    tokens: float
    at: float
    sent: deque[float] = field(default_factory=deque)
    closed_until: float = 0.0


class Pace:
    """Counts what was accepted and says how long the next has to wait."""

    def __init__(self, limits: Limits, now: Callable[[], float]) -> None:
        self.limits = limits
        self._now = now
        self._sent: deque[float] = deque()
        self._closed_until = 0.0
        self._chats: dict[int, _ChatPace] = defaultdict(lambda: _ChatPace(float(limits.chat_burst), now()))

    def wait(self, chat_id: int) -> int:
        """Whole seconds before this chat may be written to again; 0 when it may now.

        Whoever does not wait is refused until the time is over, here as there.
        """
        now, chat = self._now(), self._refilled(chat_id)
        self._drop_old(now, chat)
        if now < self._closed_until:
            return math.ceil(self._closed_until - now)
        if now < chat.closed_until:
            return math.ceil(chat.closed_until - now)
        if self.limits.per_second and len(self._sent) >= self.limits.per_second + self.limits.tolerance:
            self._closed_until = now + self.limits.wait
            return self.limits.wait
        seconds = self._chat_wait(chat_id, chat, now)
        if seconds:
            chat.closed_until = now + seconds
        return seconds

    def accepted(self, chat_id: int) -> None:
        """One more went through."""
        now, chat = self._now(), self._refilled(chat_id)
        self._sent.append(now)
        chat.sent.append(now)
        chat.tokens -= 1

    def _chat_wait(self, chat_id: int, chat: _ChatPace, now: float) -> int:
        if chat_id < 0 and self.limits.group_per_minute and len(chat.sent) >= self.limits.group_per_minute:
            return max(1, math.ceil(chat.sent[0] + 60 - now))
        if self.limits.chat_burst and chat.tokens < 1:
            return max(1, math.ceil(1 - chat.tokens))
        return 0

    def _refilled(self, chat_id: int) -> _ChatPace:
        chat, now = self._chats[chat_id], self._now()
        chat.tokens = min(float(self.limits.chat_burst), chat.tokens + now - chat.at)
        chat.at = now
        return chat

    def _drop_old(self, now: float, chat: _ChatPace) -> None:
        while self._sent and self._sent[0] <= now - 1:
            self._sent.popleft()
        while chat.sent and chat.sent[0] <= now - 60:
            chat.sent.popleft()
