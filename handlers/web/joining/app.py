"""The routes of the pages of invitations, to be mounted beside whatever else is served."""

from http import HTTPStatus

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Mount, Route

from bot.errors import Refusal, Refused
from bot.messages.links import JOIN_PATH
from bot.office import Office
from bot.texts.joining_page import PAGE
from handlers.web.joining.house import JoiningHouse
from handlers.web.joining.pages import Pages
from handlers.web.joining.rendering import Rendering
from handlers.web.look.environment import static_files
from handlers.web.look.exact import exact
from handlers.web.look.explaining import Explaining, Said
from handlers.web.look.strict import Strict

_SAID = {
    Refusal.NOT_FOUND: Said(PAGE["lost_title"], PAGE["lost"], HTTPStatus.NOT_FOUND),
    Refusal.CODE_INVALID: Said(PAGE["ended_title"], PAGE["ended"], HTTPStatus.GONE),
}


def joining_routes(office: Office) -> list[BaseRoute]:
    """Everything under /j.

    Args:
        office: whose invitations they are; its `web.public_url` is set.
    """
    house = JoiningHouse(office)
    rendering = Rendering(house)
    pages = Pages(house, rendering)
    explain = Explaining(rendering, PAGE, _SAID)
    app = Starlette(
        routes=[
            Mount("/static", static_files()),
            Route("/{code}", pages.show),
            Route("/{code}", pages.digits, methods=["POST"]),
        ],
        middleware=[Middleware(Strict)],
        exception_handlers={Refused: explain, HTTPException: explain, Exception: explain},
    )
    return [Mount(JOIN_PATH, app=exact(app))]
