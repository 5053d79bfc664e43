"""What posts to the bot's webhook, and writes down how it was answered."""

import asyncio
import json
import socket
import ssl
import time
from collections import deque
from dataclasses import dataclass
from typing import Any

import httpx

from tests.standins.waiting import Watched
from tests.standins.zalo.switches import Switches

SECRET = "X-Bot-Api-Secret-Token"  # the header's name
AGENT = "Java/1.8.0_392"
_PAUSE = 0.02
_OK = "webhook.ok"


@dataclass(frozen=True)
class Pushed:
    """One request to the webhook.

    Args:
        body: its bytes.
        status: of the answer; 0 when none came in time.
        seconds: until the answer, or until it was given up.
        outcome: in the original's words.
        attempt: 1 for the first.
    """

    body: bytes
    status: int
    seconds: float
    outcome: str
    attempt: int = 1

    @property
    def in_time(self) -> bool:
        """Whether it was taken (2xx) before the original gives up."""
        return self.outcome == _OK


class Webhook:
    """At most one per bot."""

    def __init__(self, switches: Switches) -> None:
        self._switches = switches
        self._waiting: deque[dict[str, Any]] = deque()
        self._arrived = asyncio.Event()
        self._posting: asyncio.Task[None] | None = None
        self._busy = False
        self._watched = Watched()
        self.url = ""
        self.secret = ""
        self.updated_at = 0
        self.pushed: list[Pushed] = []

    def set(self, url: str, secret: str, *, at: int) -> None:
        """Begin to post there, or with an empty address stop."""
        if self._posting is not None:
            self._posting.cancel()
            self._posting = None
        self.url, self.secret, self.updated_at = url, secret, at
        self._busy = False
        if url:
            self._posting = asyncio.create_task(self._post_all())

    def put(self, event: dict[str, Any]) -> None:
        """One more to post."""
        self._waiting.append(event)
        self._arrived.set()

    async def stop(self) -> None:
        posting = self._posting
        self.set("", "", at=0)
        if posting is not None:
            await asyncio.gather(posting, return_exceptions=True)

    async def settled(self, *, within: float) -> None:
        """Wait until nothing is left to post."""
        await self._watched.until(lambda: not self._waiting and not self._busy, within=within)

    async def verify(self) -> Pushed:
        """The empty probe, with no content type; or nothing that could be seen there."""
        if not self._switches.verification_posts:
            return Pushed(b"", 200, 0.0, _OK)
        secret = self.secret if self._switches.probe_has_secret else None
        return await self.post(b"", secret=secret, content_type=None)

    async def post(
        self,
        body: bytes,
        *,
        secret: str | None,
        content_type: str | None = "application/json",
        attempt: int = 1,
    ) -> Pushed:
        """One request, once."""
        headers = {"User-Agent": AGENT, "Accept": "*/*"}
        if secret is not None:
            headers[SECRET] = secret
        if content_type is not None:
            headers["Content-Type"] = content_type
        began = time.monotonic()
        status = 0
        async with httpx.AsyncClient(trust_env=False, timeout=self._switches.webhook_waits) as client:
            try:
                status = (await client.post(self.url, content=body, headers=headers)).status_code
                outcome = _outcome(status)
            except httpx.HTTPError as error:
                outcome = _trouble(error)
        pushed = Pushed(body, status, time.monotonic() - began, outcome, attempt)
        self.pushed.append(pushed)
        return pushed

    async def _post_all(self) -> None:
        while True:
            while not self._waiting:
                self._busy = False
                self._watched.tell()
                self._arrived.clear()
                await self._arrived.wait()
            self._busy = True
            event = self._waiting.popleft()
            for _ in range(self._switches.webhook_copies):
                await self._post(event)

    async def _post(self, event: dict[str, Any]) -> None:
        content = {"ok": True, "result": event} if self._switches.wrapped else event
        body = json.dumps(content, ensure_ascii=False).encode()
        for attempt in range(1, self._switches.webhook_retries + 2):
            pushed = await self.post(body, secret=self.secret or None, attempt=attempt)
            if pushed.in_time:
                return
            await asyncio.sleep(_PAUSE)


def _outcome(status: int) -> str:
    if 200 <= status < 300:
        return _OK
    if status in {403, 404}:
        return f"webhook.http.{status}"
    return "webhook.http.5xx" if status >= 500 else "webhook.http.other"


def _trouble(error: httpx.HTTPError) -> str:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLError):
            return "webhook.err.tls"
        if isinstance(cause, socket.gaierror):
            return "webhook.err.dns"
        cause = cause.__cause__ or cause.__context__
    if isinstance(error, httpx.TimeoutException):
        return "webhook.err.timeout"
    return "webhook.err.conn" if isinstance(error, httpx.NetworkError) else "webhook.err.other"
