"""What waits for the bot: handed out by long poll, or posted to a webhook."""

import asyncio
import contextlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import httpx

from tests.standins.telegram.refusals import Refused
from tests.standins.wire import Request

KEPT_SECONDS = 24 * 3600
_SUPERSEDED = "terminated by other getUpdates request; make sure that only one bot instance is running"
_WEBHOOK_IS_SET = (
    "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)
_BY_DEFAULT_NOT = {"chat_member", "message_reaction", "message_reaction_count"}


@dataclass
class _Poller:
    awake: asyncio.Event = field(default_factory=asyncio.Event)
    superseded: bool = False
    gone: bool = False

    def supersede(self) -> None:
        self.superseded = True
        self.awake.set()

    def leave(self) -> None:
        self.gone = True
        self.awake.set()


class Updates:
    """The queue of one bot."""

    def __init__(self, now: Callable[[], float], *, first_id: int, webhook_retry_after: float) -> None:
        self._now = now
        self._next_id = first_id
        self._waiting: list[tuple[float, dict[str, Any]]] = []
        self._poller: _Poller | None = None
        self._allowed: set[str] | None = None
        self._webhook_retry_after = webhook_retry_after
        self._webhook: asyncio.Task[None] | None = None
        self._arrived = asyncio.Event()
        self.webhook_url = ""
        self.webhook_tries = 0

    @property
    def waiting(self) -> int:
        """How many are not confirmed yet."""
        return len(self._waiting)

    def push(self, content: dict[str, Any]) -> int | None:
        """Put one in, unless the bot did not ask for its kind; returns its id."""
        kinds = set(content)
        if self._allowed is not None and not kinds & self._allowed:
            return None
        if self._allowed is None and kinds <= _BY_DEFAULT_NOT:
            return None
        update_id = self._next_id
        self._next_id += 1
        self._waiting.append((self._now(), {"update_id": update_id, **content}))
        self._arrived.set()
        if self._poller is not None:
            self._poller.awake.set()
        return update_id

    def allow(self, kinds: list[str] | None) -> None:
        """Remember what the bot asks for; an empty list is the default, None leaves it as it was."""
        if kinds is not None:
            self._allowed = set(kinds) or None

    async def poll(
        self, request: Request, *, offset: int, limit: int, seconds: float
    ) -> list[dict[str, Any]]:
        """Everything from the offset on, waiting for the first; what is before it is forgotten."""
        if self.webhook_url:
            raise Refused(409, f"Conflict: {_WEBHOOK_IS_SET}")
        if self._poller is not None:
            self._poller.supersede()
        poller = self._poller = _Poller()
        request.when_gone.append(poller.leave)
        self._confirm(offset)
        try:
            if not self._waiting and seconds:
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(poller.awake.wait(), seconds)
            if poller.superseded:
                raise Refused(409, f"Conflict: {_SUPERSEDED}")
            return [] if poller.gone else [update for _, update in self._waiting[:limit]]
        finally:
            if self._poller is poller:
                self._poller = None

    def post_to(self, url: str, secret: str) -> None:
        """Begin to post to a webhook, or with an empty address stop."""
        if self._webhook is not None:
            self._webhook.cancel()
            self._webhook = None
        self.webhook_url = url
        if url:
            if self._poller is not None:
                self._poller.supersede()
            self._webhook = asyncio.create_task(self._post(url, secret))

    async def stop(self) -> None:
        webhook = self._webhook
        self.post_to("", "")
        if webhook is not None:
            await asyncio.gather(webhook, return_exceptions=True)

    def clear(self) -> None:
        """drop_pending_updates."""
        self._waiting.clear()

    def _confirm(self, offset: int) -> None:
        oldest = self._now() - KEPT_SECONDS
        self._waiting = [one for one in self._waiting if one[0] > oldest]
        if offset < 0:
            self._waiting = self._waiting[offset:]
        elif offset:
            self._waiting = [one for one in self._waiting if one[1]["update_id"] >= offset]

    async def _post(self, url: str, secret: str) -> None:
        """In order, each until it is taken; the original doubles the pause up to a minute or two."""
        headers = {"X-Telegram-Bot-Api-Secret-Token": secret} if secret else {}
        pause = self._webhook_retry_after
        async with httpx.AsyncClient(trust_env=False) as client:
            while True:
                while not self._waiting:
                    self._arrived.clear()
                    await self._arrived.wait()
                entry = self._waiting[0]
                self.webhook_tries += 1
                if await _taken(client, url, headers, entry[1]):
                    with contextlib.suppress(ValueError):
                        self._waiting.remove(entry)
                    pause = self._webhook_retry_after
                else:
                    await asyncio.sleep(pause)
                    pause = min(2 * pause, 60 * self._webhook_retry_after)


async def _taken(
    client: httpx.AsyncClient, url: str, headers: dict[str, str], update: dict[str, Any]
) -> bool:
    try:
        answer = await client.post(url, json=update, headers=headers)
    except httpx.HTTPError:
        return False
    return answer.is_success
