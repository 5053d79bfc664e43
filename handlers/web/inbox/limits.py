"""What a request may be: its size, where it comes from, how often it may guess."""

import time
from collections import OrderedDict, deque
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request

from bot.errors import Refusal, Refused
from bot.logs import get
from bot.texts.web_inbox import PAGE
from handlers.web.inbox.cookies import cookie_of, is_own_form
from handlers.web.inbox.house import InboxHouse

log = get(__name__)

LARGEST = 64 * 1024
"""Bytes in one request."""
_FIELDS = 20
_OWN_SITE = frozenset({"same-origin", "none"})


async def form_of(house: InboxHouse, request: Request) -> dict[str, list[str]]:
    """The fields of a form that this very browser was shown.

    Raises:
        HTTPException: 413 over the limit, 400 for what no form of these pages sends, 403 when it comes from
            elsewhere or from a page that is too old.
    """
    if not _is_from_here(house, request):
        raise HTTPException(403, PAGE["strange"])
    raw = await _bounded(request)
    try:
        fields = parse_qsl(
            raw.decode(), keep_blank_values=True, strict_parsing=bool(raw), max_num_fields=_FIELDS
        )
    except ValueError:
        raise HTTPException(400, PAGE["strange"]) from None
    form: dict[str, list[str]] = {}
    for name, value in fields:
        form.setdefault(name, []).append(value)
    if not is_own_form(house, cookie_of(house, request), form.get("form", [""])[0]):
        raise HTTPException(403, PAGE["strange"])
    return form


def _is_from_here(house: InboxHouse, request: Request) -> bool:
    if request.headers.get("sec-fetch-site", "same-origin") not in _OWN_SITE:
        return False
    # Old browsers send no Origin with a form; the form's own token is asked in any case.
    origin = request.headers.get("origin")
    return house.behind_guard or origin is None or origin.lower() == house.origin


async def _bounded(request: Request) -> bytes:
    content = bytearray()
    async for chunk in request.stream():
        content += chunk
        if len(content) > LARGEST:
            raise HTTPException(413, PAGE["too_large"])
    return bytes(content)


class Tries:
    """Wrong codes by who tried them, so that one browser or network address cannot go on guessing.

    The database counts them by member and over all links; this is in memory, for the rest. X-Forwarded-For
    is not looked at, so behind a front server all its visitors share one address: hence the wide limit.

    Args:
        within: seconds.
        by_browser: wrong tries of one browser in that time.
        by_network: of one network address.
    """

    _KEPT = 10_000

    def __init__(self, *, within: float = 900, by_browser: int = 10, by_network: int = 100) -> None:
        self._within = within
        self._limits = {"browser": by_browser, "network": by_network}
        self._wrong: OrderedDict[tuple[str, str], deque[float]] = OrderedDict()

    def demand_rested(self, house: InboxHouse, request: Request) -> None:
        """Refuse while this browser or network address has tried too often.

        Raises:
            Refused: WEB_CODES_REST.
        """
        for kind, key in self._whose(house, request):
            if len(self._recent(kind, key)) >= self._limits[kind]:
                log.warning("codes of the web inbox are tried too often", by=kind)
                raise Refused(Refusal.WEB_CODES_REST)

    def was_wrong(self, house: InboxHouse, request: Request) -> None:
        """Count a wrong try."""
        for kind, key in self._whose(house, request):
            self._recent(kind, key).append(time.monotonic())
            self._wrong.move_to_end((kind, key))
        while len(self._wrong) > self._KEPT:
            self._wrong.popitem(last=False)

    def _whose(self, house: InboxHouse, request: Request) -> tuple[tuple[str, str], ...]:
        network = request.client.host if request.client else ""
        return (("browser", cookie_of(house, request)), ("network", network))

    def _recent(self, kind: str, key: str) -> deque[float]:
        tried = self._wrong.setdefault((kind, key), deque())
        while tried and tried[0] < time.monotonic() - self._within:
            tried.popleft()
        return tried
