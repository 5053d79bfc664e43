"""How often a page may be pressed."""

from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.requests import Request

from bot.logs import get
from bot.office import Office
from bot.organisation.personal_page.ways import card_of
from bot.texts.personal_page import PAGE
from bot.texts.web_inbox import PAGE as INBOX
from handlers.web.look.counting import Lately
from handlers.web.look.forms import is_of_this_site

log = get(__name__)


class Presses:
    """Presses by card, so that nobody fills the office with them.

    Not by network address: behind a front server everybody shares one, and whoever has no genuine link could
    keep out all who have. What is forged ends at its signature and costs the office nothing.

    Args:
        office: whose cards they are.
        within: seconds.
        by_card: presses for one card of one conversation in that time.
    """

    def __init__(self, office: Office, *, within: float = 900, by_card: int = 30) -> None:
        self._office = office
        self._most = by_card
        self._pressed = Lately(within=within)

    def take(self, request: Request) -> None:
        """Count a press.

        Raises:
            HTTPException: 403 when another site sent it, 429 when there were too many.
            Refused: NOT_FOUND where the link is none of this office's.
        """
        if not is_of_this_site(request):
            raise HTTPException(HTTPStatus.FORBIDDEN, INBOX["strange"])
        card = card_of(self._office, str(request.path_params["token"]))
        if self._pressed.amount(card) >= self._most:
            log.warning("the page of a card is pressed too often", page_of=card.publication_id)
            raise HTTPException(HTTPStatus.TOO_MANY_REQUESTS, PAGE["busy"])
        self._pressed.count(card)
