"""The HTTP below python-telegram-bot: it keeps the token out of logs, and hands answers on whole."""

import json
from datetime import timedelta

import httpx
from telegram.error import TelegramError
from telegram.request import HTTPXRequest

PLACEHOLDER = "TOKEN"
"""Stands for the token in every URL that the library builds, logs or puts into an error."""

# Waiting for a free connection is not waiting for Telegram: it may take longer than connecting.
_POOL_AFTER = timedelta(seconds=10)


class ApiError(TelegramError):
    """An answer other than 2xx.

    The library sorts answers into classes of which BadRequest and TimedOut are kinds of NetworkError, drops
    the status, and warns of deprecation inside RetryAfter; this keeps what Telegram said.

    Args:
        status: the HTTP status.
        description: Telegram's own words; empty when the answer was not from a Bot API (a proxy's page).
        retry_after: how long Telegram asks to wait.
        migrate_to: the group's new chat id.
    """

    def __init__(
        self, status: int, description: str, *, retry_after: timedelta | None = None, migrate_to: str = ""
    ) -> None:
        super().__init__(description or f"HTTP status {status}")
        self.status = status
        self.description = description
        self.retry_after = retry_after
        self.migrate_to = migrate_to


def request(
    token: str, *, connections: int, connect_after: timedelta, read_after: timedelta, proxy: str | None
) -> HTTPXRequest:
    """python-telegram-bot's own request over httpx, HTTP/1.1, without retries.

    Its calls raise ApiError for every answer other than 2xx.

    Args:
        token: the bot's.
        connections: the size of the pool.
        connect_after: time-out of connecting.
        read_after: time-out of waiting for an answer.
        proxy: URL of an HTTP or SOCKS proxy; proxies named in the environment are ignored.
    """
    limits = httpx.Limits(max_connections=connections, max_keepalive_connections=connections)
    transport = _Transport(token, httpx.AsyncHTTPTransport(limits=limits, proxy=proxy))
    return HTTPXRequest(
        connection_pool_size=connections,
        connect_timeout=connect_after.total_seconds(),
        read_timeout=read_after.total_seconds(),
        write_timeout=read_after.total_seconds(),
        pool_timeout=_POOL_AFTER.total_seconds(),
        httpx_kwargs={"transport": transport, "trust_env": False},
    )


class _Transport(httpx.AsyncBaseTransport):
    """Stands below everything that logs a URL and everything that blurs an answer."""

    def __init__(self, token: str, below: httpx.AsyncBaseTransport) -> None:
        self._segment = f"/bot{token}/".encode()
        self._below = below

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        path = request.url.raw_path.replace(f"/bot{PLACEHOLDER}/".encode(), self._segment, 1)
        carried = httpx.Request(
            request.method,
            request.url.copy_with(raw_path=path),
            headers=request.headers,
            stream=request.stream,
            extensions=request.extensions,
        )
        response = await self._below.handle_async_request(carried)
        if not response.is_success:
            # The library lets an error of its own kind pass as it is.
            raise _error(response.status_code, await _body(response))
        return response

    async def aclose(self) -> None:
        await self._below.aclose()


async def _body(response: httpx.Response) -> bytes:
    try:
        return await response.aread()
    finally:
        await response.aclose()


def _error(status: int, payload: bytes) -> ApiError:
    try:
        answer = json.loads(payload)
    except ValueError:
        return ApiError(status, "")
    if not isinstance(answer, dict) or not isinstance(answer.get("description"), str):
        return ApiError(status, "")
    parameters = answer.get("parameters")
    asked = parameters if isinstance(parameters, dict) else {}
    wait, moved = asked.get("retry_after"), asked.get("migrate_to_chat_id")
    return ApiError(
        status,
        answer["description"],
        retry_after=timedelta(seconds=wait) if isinstance(wait, int) else None,
        migrate_to=str(moved) if isinstance(moved, int) else "",
    )
