"""What every messenger's webhook does alike: the secret in constant time, a bounded body, one route."""

import asyncio
import hmac
import json
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels.contract import Received
from bot.logs import get

log = get(__name__)

LARGEST = 1024 * 1024
"""Bytes: an update is text of a few kilobytes; files come by reference."""

Holds = Callable[[str], bool]
"""Whether a secret counts that is not, or no longer, in the settings."""
Take = Callable[[Received], Awaitable[object]]
"""Stores an update; the request is answered after it."""
Read = Callable[[object], Sequence[Received]]
"""What stood in the JSON as updates; none where it held none."""

WITHIN = timedelta(seconds=10)
"""For a whole body: platforms send theirs at once, and who dawdles over one holds a connection."""


class BodyTooSlow(Exception):
    """A body was not there in time."""


def path_of(platform: str, name: str) -> str:
    """Where the updates of the platform's connection of that name are posted."""
    return f"/webhook/{platform}/{name}"


def post_route(path: str, post: Callable[[Request], Awaitable[Response]]) -> Route:
    """The route that takes what is posted there; whose body does not come in time hears 408."""

    async def in_time(request: Request) -> Response:
        try:
            return await post(request)
        except BodyTooSlow:
            return Response(status_code=408, headers={"Connection": "close"})

    return Route(path, in_time, methods=["POST"])


def no_other(_secret: str) -> bool:
    """Only that of the settings counts."""
    return False


def has_secret(
    request: Request, header: str, *, secret: str, connection: str, holds: Holds = no_other
) -> bool:
    """Whether the header holds the secret; looks at every byte of it, so that time tells nothing.

    Args:
        request: as it came.
        header: which one carries the secret.
        secret: of the settings; where there is none, nothing has it.
        connection: its name, for the log.
        holds: whether another one counts still.
    """
    said = request.headers.get(header, "")
    if secret and (hmac.compare_digest(said.encode(), secret.encode()) or (said and holds(said))):
        return True
    log.warning("webhook without the right secret", connection=connection)
    return False


async def bounded(request: Request) -> bytes | None:
    """The body; None as soon as it has more than LARGEST bytes.

    Raises:
        BodyTooSlow: it was not there in time.
    """
    body = bytearray()
    try:
        async with asyncio.timeout(WITHIN.total_seconds()):
            async for chunk in request.stream():
                body += chunk
                if len(body) > LARGEST:
                    return None
    except TimeoutError:
        raise BodyTooSlow from None
    return bytes(body)


def parsed(body: bytes, read: Read) -> Sequence[Received]:
    """The updates in the body; none when it is no JSON, or none that `read` knows."""
    try:
        return read(json.loads(body))
    except (ValueError, RecursionError):
        return ()
