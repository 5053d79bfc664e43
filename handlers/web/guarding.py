"""Who may talk to the page: this machine only, by the page itself only.

A web page from elsewhere that is open in the same browser can send requests to 127.0.0.1, and by DNS
rebinding even under a name of its own. So the Host, the Origin, what the browser says of the request's site
(Fetch Metadata, https://www.w3.org/TR/fetch-metadata/) and a token that only the page knows are asked.
"""

import hmac
import ipaddress
import re

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.texts import sandbox as words

PAGE_HEADER = "x-loa-page"
_LOCAL = re.compile(r"(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?")
_OWN_SITE = frozenset({"same-origin", "none"})
_HEADERS = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
}


class Guard:
    """Refuses requests that the page did not make, and gives every answer the same strict headers.

    Args:
        app: what it guards.
        token: what the page, and nobody else, was given.
    """

    def __init__(self, app: ASGIApp, token: str) -> None:
        self._app = app
        self._token = token

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request through, or answer 403."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def strictly(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    # The member's page, which lies beside this one, has forms and says so itself.
                    headers.setdefault(name, value)
            await send(message)

        if self._is_ours(scope):
            await self._app(scope, receive, strictly)
        else:
            refusal = JSONResponse({"error": words.REFUSED_HERE}, status_code=403)
            await refusal(scope, receive, strictly)

    def _is_ours(self, scope: Scope) -> bool:
        headers = Headers(scope=scope)
        if not _from_this_machine(scope) or not _is_local_name(headers.get("host", "")):
            return False
        origin = headers.get("origin")
        if origin is not None and origin != f"{scope['scheme']}://{headers['host']}":
            return False
        if not scope["path"].startswith("/api/"):
            return True
        if headers.get("sec-fetch-site", "same-origin") not in _OWN_SITE:
            return False
        return hmac.compare_digest(headers.get(PAGE_HEADER, "").encode(), self._token.encode())


def _from_this_machine(scope: Scope) -> bool:
    client = scope.get("client")
    if client is None:
        return True
    try:
        return ipaddress.ip_address(client[0]).is_loopback
    except ValueError:
        return False


def _is_local_name(host: str) -> bool:
    """Whether the Host header names this machine; any port, since a tunnel may have given it another."""
    return _LOCAL.fullmatch(host.lower()) is not None
