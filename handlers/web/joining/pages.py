"""Looking tells nothing about the invitation; six digits are made by a press only."""

from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from bot.logs import get
from bot.organisation.joining import six_digits
from bot.organisation.joining.ways_in import ways_in
from bot.texts import joining_page as words
from bot.texts.joining_page import PAGE
from bot.texts.web_inbox import PAGE as INBOX
from handlers.web.joining.house import JoiningHouse
from handlers.web.joining.rendering import Rendering
from handlers.web.look.counting import Lately
from handlers.web.look.forms import is_of_this_site

log = get(__name__)

_WITHIN = 900.0
_MOST_OF_A_CODE = 10


class Pages:
    """The page, and the six digits beside it.

    Args:
        house: the served pages.
        rendering: their templates.
    """

    def __init__(self, house: JoiningHouse, rendering: Rendering) -> None:
        self._house = house
        self._rendering = rendering
        self._presses = Lately(within=_WITHIN)

    async def show(self, request: Request) -> Response:
        """The ways in."""
        found = await ways_in(self._house.office, code=_code(request))
        return self._rendering.page("join.html", code=_code(request), bot_link=found.bot_link)

    async def digits(self, request: Request) -> Response:
        """Six digits, shown this once; pressing again makes others."""
        if not is_of_this_site(request):
            raise HTTPException(HTTPStatus.FORBIDDEN, INBOX["strange"])
        office = self._house.office
        # Wrong codes are not counted: there are 2^53 of them, and behind a front server everybody shares one
        # address, so that whoever has none could keep out all who have one.
        self._count(await six_digits.demand_open(office, code=_code(request)))
        made = await six_digits.for_invitation(office, code=_code(request))
        return self._rendering.page(
            "digits.html",
            code=_code(request),
            digits=made.code,
            until=words.until(made.expires_at, office.zone),
            chat_link=made.place.link if made.place else "",
            search_for=words.search_for(made.place.called) if made.place and not made.place.link else "",
        )

    def _count(self, invitation_id: int) -> None:
        if self._presses.amount(invitation_id) >= _MOST_OF_A_CODE:
            log.warning("six digits are asked for too often", invitation=invitation_id)
            raise HTTPException(HTTPStatus.TOO_MANY_REQUESTS, PAGE["busy"])
        self._presses.count(invitation_id)


def _code(request: Request) -> str:
    return str(request.path_params["code"])
