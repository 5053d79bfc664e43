"""A Zalo bot's webhook: stored, then confirmed; once the secret is right nothing is ever refused.

When and how often Zalo repeats what was not confirmed is not documented (facts/zalo.md 1.3), so that a body
which Loa does not understand is confirmed too: it would not be understood the next time either.
"""

from collections.abc import Callable, Sequence
from functools import partial

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels.contract import Received
from bot.channels.zalo.updates import all_received
from bot.logs import get
from bot.states import Platform
from handlers.webhooks import Holds, Take, bounded, has_secret, no_other, parsed, path_of, post_route

log = get(__name__)

Came = Callable[[object, Sequence[Received]], None]
_HEADER = "X-Bot-Api-Secret-Token"


def nobody_looks(_body: object, _events: Sequence[Received]) -> None:
    """Nothing of the form is kept."""


def webhook_path(name: str) -> str:
    """Where the connection's events are posted."""
    return path_of(Platform.ZALO, name)


def webhook_route(
    name: str, *, secret: str, take: Take, holds: Holds = no_other, came: Came = nobody_looks
) -> Route:
    """The route of one connection.

    Args:
        name: the connection's.
        secret: what Zalo sends back in each request's header.
        take: stores an event; the request is answered after it.
        came: looks at each body and the events in it.
        holds: whether the secret from before counts still, since Zalo could not be told another yet.
    """

    async def post(request: Request) -> Response:
        if _is_probe(request):
            return Response(status_code=200)
        if not has_secret(request, _HEADER, secret=secret, connection=name, holds=holds):
            return Response(status_code=403)
        body = await bounded(request)
        events = () if body is None else parsed(body, partial(_read, came))
        for event in events:
            await take(event)
        if not events and (body is None or body.strip()):
            log.warning("webhook's body not understood", connection=name, too_large=body is None)
        return Response(status_code=200)

    return post_route(webhook_path(name), post)


def _read(came: Came, body: object) -> Sequence[Received]:
    events = all_received(body)
    came(body, events)
    return events


def _is_probe(request: Request) -> bool:
    """Whether Zalo only looks if somebody is there: neither a secret nor anything to say.

    Seen on the real service (facts/zalo.md 1.3); refusing it would make the address count as broken. Told by
    the headers alone: nobody without the secret gets a body read.
    """
    headers = request.headers
    # https://www.rfc-editor.org/rfc/rfc9112#section-6.3: without either header there is no body.
    empty = headers.get("Content-Length", "0").strip() == "0" and "Transfer-Encoding" not in headers
    return _HEADER not in headers and empty
