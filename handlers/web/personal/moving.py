"""From one page of a card to another."""

from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.errors import Refusal, Refused
from bot.messages.links import FILES_BELOW
from handlers.web.personal.house import PersonalHouse

QUIZ, FILES = "/quiz", FILES_BELOW
"""Below the page of the card: its questions, its files."""
TAKEN = "taken"
"""What the page of the card is told to say after an acknowledgement."""


_LEADS_NOWHERE = frozenset({Refusal.NOT_FOUND, Refusal.LINK_ENDED})


def back_to_card(house: PersonalHouse, request: Request, refused: Refused) -> Response:
    """Where nothing came of a press the card itself says how things stand (withdrawn, not asked).

    Raises:
        Refused: for a link that leads nowhere.
    """
    if refused.reason in _LEADS_NOWHERE:
        raise refused
    return to(house, request, "")


def to(house: PersonalHouse, request: Request, where: str) -> Response:
    """To the page of the same card, or to one below it."""
    path = f"{house.root}/{request.path_params['token']}{where}"
    return RedirectResponse(path, status_code=HTTPStatus.SEE_OTHER)
