"""Calls to the stand-in of the Zalo Bot Platform, and an address for its webhook."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from types import TracebackType
from typing import Any, Self

import httpx

from tests.standins.wire import Answer, Request, Wire
from tests.standins.zalo import ZaloServer

SECRET = "s3cret-s3cret"


async def call(
    server: ZaloServer, method: str, *, token: str | None = None, **fields: Any
) -> tuple[int, dict[str, Any]]:
    """One call in JSON: the status of HTTP, and the envelope."""
    async with httpx.AsyncClient(trust_env=False, timeout=30) as client:
        answer = await client.post(f"{server.url}/bot{token or server.token}/{method}", json=fields)
    content: dict[str, Any] = answer.json()
    return answer.status_code, content


async def poll(server: ZaloServer, seconds: float = 0) -> dict[str, Any] | None:
    """The next event; None when the poll was empty."""
    _, content = await call(server, "getUpdates", timeout=str(seconds))
    event: dict[str, Any] | None = content.get("result")
    return event


async def send(server: ZaloServer, chat_id: str, text: str = "x") -> tuple[int, int]:
    """Send a text: the status of HTTP, and the code of the envelope (0 for ok)."""
    status, content = await call(server, "sendMessage", chat_id=chat_id, text=text)
    return status, content.get("error_code", 0)


class Hook:
    """An address that events are posted to; the first answers are as told.

    Args:
        statuses: of the first answers, the probe's among them; 200 after them.
        before: awaited before each answer.
    """

    def __init__(self, *statuses: int, before: Callable[[], Awaitable[None]] | None = None) -> None:
        self._statuses = list(statuses)
        self._before = before
        self._wire = Wire(self._handle, largest_body=1 << 20)
        self.requests: list[Request] = []
        self.url = ""

    async def __aenter__(self) -> Self:
        self.url = f"http://127.0.0.1:{await self._wire.start(0)}/hook"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._wire.stop()

    @property
    def bodies(self) -> list[dict[str, Any]]:
        """What was posted, without the probes."""
        return [json.loads(one.body) for one in self.requests if one.body]

    async def _handle(self, request: Request) -> Answer:
        self.requests.append(request)
        if self._before is not None:
            await self._before()
        return Answer(self._statuses.pop(0) if self._statuses else 200, b"")


async def hooked(server: ZaloServer, hook: Hook) -> dict[str, Any]:
    """Set the webhook; the envelope."""
    return (await call(server, "setWebhook", url=hook.url, secret_token=SECRET))[1]


async def a_while() -> None:
    """Longer than an impatient original waits, shorter than a patient one."""
    await asyncio.sleep(0.4)
