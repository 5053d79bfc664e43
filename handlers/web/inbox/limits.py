"""What a request may be: its size, where it comes from, how often it may guess."""

from starlette.exceptions import HTTPException
from starlette.requests import Request

from bot.errors import Refusal, Refused
from bot.logs import get
from bot.texts.web_inbox import PAGE
from handlers.web.inbox.cookies import cookie_of, is_own_form
from handlers.web.inbox.house import InboxHouse
from handlers.web.look.counting import Lately
from handlers.web.look.forms import fields_of, is_of_this_site

log = get(__name__)


async def form_of(house: InboxHouse, request: Request) -> dict[str, list[str]]:
    """The fields of a form that this very browser was shown.

    Raises:
        HTTPException: 413 over the limit, 400 for what no form of these pages sends, 403 when it comes from
            elsewhere or from a page that is too old.
    """
    if not _is_from_here(house, request):
        raise HTTPException(403, PAGE["strange"])
    form = await fields_of(request)
    if not is_own_form(house, cookie_of(house, request), form.get("form", [""])[0]):
        raise HTTPException(403, PAGE["strange"])
    return form


def _is_from_here(house: InboxHouse, request: Request) -> bool:
    if not is_of_this_site(request):
        return False
    # Old browsers send no Origin with a form; the form's own token is asked in any case.
    origin = request.headers.get("origin")
    return house.behind_guard or origin is None or origin.lower() == house.origin


class Tries:
    """Wrong codes by who tried them, so that one browser or network address cannot go on guessing.

    The database counts them by member and over all links; this is in memory, for the rest. X-Forwarded-For
    is not looked at, so behind a front server all its visitors share one address: hence the wide limit.

    Args:
        within: seconds.
        by_browser: wrong tries of one browser in that time.
        by_network: of one network address.
    """

    def __init__(self, *, within: float = 900, by_browser: int = 10, by_network: int = 100) -> None:
        self._limits = {"browser": by_browser, "network": by_network}
        self._wrong = Lately(within=within)

    def demand_rested(self, house: InboxHouse, request: Request) -> None:
        """Refuse while this browser or network address has tried too often.

        Raises:
            Refused: WEB_CODES_REST.
        """
        for kind, key in self._whose(house, request):
            if self._wrong.amount((kind, key)) >= self._limits[kind]:
                log.warning("codes of the web inbox are tried too often", by=kind)
                raise Refused(Refusal.WEB_CODES_REST)

    def was_wrong(self, house: InboxHouse, request: Request) -> None:
        """Count a wrong try."""
        for whose in self._whose(house, request):
            self._wrong.count(whose)

    def _whose(self, house: InboxHouse, request: Request) -> tuple[tuple[str, str], ...]:
        network = request.client.host if request.client else ""
        return (("browser", cookie_of(house, request)), ("network", network))
