"""The one cookie, and the tokens of forms that are bound to it.

A browser without a session has a cookie too: forms before the door are bound to it. Coming in always brings
a new one, so that a value planted before is worth nothing.
"""

import hashlib
import hmac
from datetime import timedelta

from starlette.requests import Request
from starlette.responses import Response

from bot.organisation.web_inbox.secrets_kept import new_token
from bot.organisation.web_inbox.sessions import SESSION_FOR
from handlers.web.inbox.house import InboxHouse

_NAME = "loa_inbox"
# Browsers take a name with this prefix only over HTTPS, from this very host, for its whole path:
# a neighbouring site cannot plant one (RFC 6265bis, section 4.1.3.2).
_SECURE_NAME = f"__Host-{_NAME}"
_VISIT_FOR = timedelta(hours=12)


def cookie_of(house: InboxHouse, request: Request) -> str:
    """What the browser brought; empty when nothing."""
    return request.cookies.get(_name(house), "")[:200]


def visiting(house: InboxHouse, request: Request) -> str:
    """What the browser brought, or what it shall be given."""
    return cookie_of(house, request) or new_token()


def give_visit(house: InboxHouse, response: Response, token: str) -> None:
    """Let a browser that has nothing keep this until it comes in."""
    _set(house, response, token, _VISIT_FOR)


def give_session(house: InboxHouse, response: Response, token: str) -> None:
    """Let the browser be known again."""
    _set(house, response, token, SESSION_FOR)


def take_back(house: InboxHouse, response: Response) -> None:
    """Forget it."""
    response.delete_cookie(_name(house), path="/", secure=house.is_secure, httponly=True, samesite="lax")


def form_token(house: InboxHouse, cookie: str) -> str:
    """What every form of a page carries along, so that no page from elsewhere can send it."""
    return hmac.new(house.office.key, b"web form " + cookie.encode(), hashlib.sha256).hexdigest()[:32]


def is_own_form(house: InboxHouse, cookie: str, given: str) -> bool:
    """Whether the form was rendered for this browser."""
    return bool(cookie) and hmac.compare_digest(form_token(house, cookie).encode(), given.encode())


def _name(house: InboxHouse) -> str:
    return _SECURE_NAME if house.is_secure else _NAME


def _set(house: InboxHouse, response: Response, token: str, length: timedelta) -> None:
    # Lax, not Strict: a link that is pressed in a chat has to find the session.
    response.set_cookie(
        _name(house),
        token,
        max_age=int(length.total_seconds()),
        path="/",
        secure=house.is_secure,
        httponly=True,
        samesite="lax",
    )
