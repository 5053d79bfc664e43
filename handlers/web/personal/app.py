"""The routes of the pages of cards, to be mounted beside whatever else is served."""

from http import HTTPStatus

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Mount, Route

from bot.errors import Refusal, Refused
from bot.messages.links import CARD_PATH
from bot.office import Office
from bot.texts.personal_page import PAGE
from handlers.web.look.environment import static_files
from handlers.web.look.exact import exact
from handlers.web.look.explaining import Explaining, Said
from handlers.web.look.strict import Strict
from handlers.web.personal.files import Files
from handlers.web.personal.house import PersonalHouse
from handlers.web.personal.limits import Presses
from handlers.web.personal.moving import FILES, QUIZ
from handlers.web.personal.pages import Pages
from handlers.web.personal.quiz import Quiz
from handlers.web.personal.rendering import Rendering

_SAID = {
    Refusal.NOT_FOUND: Said(PAGE["lost_title"], PAGE["lost"], HTTPStatus.NOT_FOUND),
    Refusal.LINK_ENDED: Said(PAGE["ended_title"], PAGE["ended"], HTTPStatus.GONE),
}


def personal_routes(office: Office) -> list[BaseRoute]:
    """Everything under /v.

    Args:
        office: whose cards they are; its `web.public_url` is set.
    """
    house = PersonalHouse(office)
    rendering = Rendering(house)
    presses = Presses(office)
    pages = Pages(house, rendering, presses)
    quiz, files = Quiz(house, rendering, presses), Files(house, rendering, presses)
    explain = Explaining(rendering, PAGE, _SAID)
    app = Starlette(
        routes=[
            Mount("/static", static_files()),
            Route("/{token}", pages.show),
            Route("/{token}/acknowledge", pages.acknowledge, methods=["POST"]),
            Route("/{token}/ask", pages.ask, methods=["POST"]),
            Route("/{token}/tasks/{mark:int}", pages.take_task, methods=["POST"]),
            Route(f"/{{token}}{QUIZ}", quiz.show),
            Route(f"/{{token}}{QUIZ}", quiz.answer, methods=["POST"]),
            Route(f"/{{token}}{FILES}", files.show),
            Route(f"/{{token}}{FILES}/{{attachment_id:int}}", files.take),
            Route(f"/{{token}}{FILES}/{{attachment_id:int}}", files.open, methods=["POST"]),
            Route("/{token}/text", pages.text),
            Route("/{token}/text", pages.open_text, methods=["POST"]),
        ],
        middleware=[Middleware(Strict)],
        exception_handlers={Refused: explain, HTTPException: explain, Exception: explain},
    )
    return [Mount(CARD_PATH, app=exact(app))]
