"""The routes of the web inbox, to be mounted beside whatever else is served."""

from http import HTTPStatus

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route

from bot.errors import Refusal, Refused
from bot.messages.links import PATH
from bot.texts import refusals
from bot.texts.web_inbox import PAGE
from handlers.web.inbox.doorstep import Doorsteps
from handlers.web.inbox.house import InboxHouse
from handlers.web.inbox.pages import Pages
from handlers.web.inbox.rendering import Rendering
from handlers.web.look.environment import static_files
from handlers.web.look.exact import exact
from handlers.web.look.explaining import Explaining, Said
from handlers.web.look.strict import Strict

_SAID = {
    Refusal.NOT_FOUND: Said(PAGE["lost_title"], PAGE["lost"], HTTPStatus.NOT_FOUND),
    Refusal.LINK_ENDED: Said(
        PAGE["ended_title"], refusals.sentence(Refusal.LINK_ENDED, {}), HTTPStatus.NOT_FOUND
    ),
    Refusal.FILE_GONE: Said(
        PAGE["file_gone_title"], refusals.sentence(Refusal.FILE_GONE, {}), HTTPStatus.GONE
    ),
}


def inbox_routes(house: InboxHouse) -> list[BaseRoute]:
    """Everything under /w.

    Args:
        house: the served inbox.
    """

    async def to_the_page(_request: Request) -> Response:
        return RedirectResponse(f"{house.root}/", status_code=HTTPStatus.SEE_OTHER)

    return [Route(PATH, to_the_page), Mount(PATH, app=exact(_app(house)))]


def inbox_site(house: InboxHouse, *beside: BaseRoute) -> Starlette:
    """The inbox as an office serves it, beside its webhooks; whatever else is asked for is not there."""
    routes = [*beside, *inbox_routes(house)]
    site = Starlette(routes=routes, exception_handlers={HTTPException: _explaining(Rendering(house))})
    return exact(site)


def _app(house: InboxHouse) -> Starlette:
    rendering = Rendering(house)
    pages, doorsteps = Pages(house, rendering), Doorsteps(house, rendering)
    explain = _explaining(rendering)
    return Starlette(
        routes=[
            Route("/", pages.inbox),
            Route("/news", pages.news),
            Route("/say", pages.say, methods=["POST"]),
            Route("/press", pages.press, methods=["POST"]),
            Route("/consent", pages.consent, methods=["POST"]),
            Route("/leave", pages.leave, methods=["POST"]),
            Route("/files/{file_id:int}", pages.file),
            Mount("/static", static_files("handlers.web.inbox")),
            Route("/{token}", doorsteps.show),
            Route("/{token}", doorsteps.enter, methods=["POST"]),
            Route("/{token}/code", doorsteps.send_code, methods=["POST"]),
            Route("/{token}/file", doorsteps.file),
        ],
        middleware=[Middleware(Strict)],
        exception_handlers={Refused: explain, HTTPException: explain, Exception: explain},
    )


def _explaining(rendering: Rendering) -> Explaining:
    return Explaining(rendering, PAGE, _SAID)
