"""Telegram's webhook: secret compared in constant time, body bounded, stored, then confirmed."""

import hmac
import json
from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels.contract import Received
from bot.channels.telegram.updates import received
from bot.logs import get

log = get(__name__)

# An update is text of a few kilobytes; files come by reference.
_LARGEST = 1024 * 1024
_HEADER = "X-Telegram-Bot-Api-Secret-Token"

Take = Callable[[Received], Awaitable[object]]


def webhook_path(name: str) -> str:
    """Where the connection's updates are posted."""
    return f"/webhook/telegram/{name}"


def webhook_route(name: str, *, secret: str, take: Take) -> Route:
    """The route of one connection.

    Args:
        name: the connection's.
        secret: what Telegram sends back in each request's header (bots/api#setwebhook).
        take: stores an update; the request is answered after it.
    """

    async def post(request: Request) -> Response:
        given = request.headers.get(_HEADER, "")
        if not hmac.compare_digest(given.encode(), secret.encode()):
            log.warning("webhook without the right secret", connection=name)
            return Response(status_code=403)
        body = await _bounded(request)
        if body is None:
            return Response(status_code=413)
        update = _parsed(body)
        if update is None:
            return Response(status_code=400)
        await take(update)
        return Response(status_code=200)

    return Route(webhook_path(name), post, methods=["POST"])


async def _bounded(request: Request) -> bytes | None:
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > _LARGEST:
            return None
    return bytes(body)


def _parsed(body: bytes) -> Received | None:
    try:
        return received(json.loads(body))
    except (ValueError, RecursionError):
        return None
