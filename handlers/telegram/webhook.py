"""Telegram's webhook: stored, then confirmed; what is no update is refused."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.channels.telegram.updates import all_received
from bot.states import Platform
from handlers.webhooks import Take, bounded, has_secret, parsed, path_of, post_route

_HEADER = "X-Telegram-Bot-Api-Secret-Token"


def webhook_path(name: str) -> str:
    """Where the connection's updates are posted."""
    return path_of(Platform.TELEGRAM, name)


def webhook_route(name: str, *, secret: str, take: Take) -> Route:
    """The route of one connection.

    Args:
        name: the connection's.
        secret: what Telegram sends back in each request's header (bots/api#setwebhook).
        take: stores an update; the request is answered after it.
    """

    async def post(request: Request) -> Response:
        if not has_secret(request, _HEADER, secret=secret, connection=name):
            return Response(status_code=403)
        body = await bounded(request)
        if body is None:
            return Response(status_code=413)
        updates = parsed(body, all_received)
        if not updates:
            return Response(status_code=400)
        for update in updates:
            await take(update)
        return Response(status_code=200)

    return post_route(webhook_path(name), post)
