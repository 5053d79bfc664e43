"""The routes of the web inbox, to be mounted beside whatever else is served."""

from http import HTTPStatus

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from bot.errors import Refusal, Refused
from bot.messages.links import PATH
from bot.texts import refusals
from bot.texts.web_inbox import PAGE
from handlers.web.inbox.doorstep import Doorsteps
from handlers.web.inbox.house import InboxHouse
from handlers.web.inbox.pages import Pages
from handlers.web.inbox.rendering import Rendering
from handlers.web.inbox.strict import Strict

_TITLES = {Refusal.NOT_FOUND: PAGE["lost_title"], Refusal.LINK_ENDED: PAGE["ended_title"]}
_LOST = frozenset({Refusal.NOT_FOUND, Refusal.LINK_ENDED})


def inbox_routes(house: InboxHouse) -> list[BaseRoute]:
    """Everything under /w.

    Args:
        house: the served inbox.
    """

    async def to_the_page(_request: Request) -> Response:
        return RedirectResponse(f"{house.root}/", status_code=HTTPStatus.SEE_OTHER)

    return [Route(PATH, to_the_page), Mount(PATH, app=_app(house))]


def inbox_site(house: InboxHouse, *beside: BaseRoute) -> Starlette:
    """The inbox as an office serves it, beside its webhooks; whatever else is asked for is not there."""
    routes = [*beside, *inbox_routes(house)]
    return Starlette(routes=routes, exception_handlers={HTTPException: _explaining(Rendering(house))})


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
            Mount("/static", StaticFiles(packages=[("handlers.web.inbox", "static")])),
            Route("/{token}", doorsteps.show),
            Route("/{token}", doorsteps.enter, methods=["POST"]),
            Route("/{token}/code", doorsteps.send_code, methods=["POST"]),
        ],
        middleware=[Middleware(Strict)],
        exception_handlers={Refused: explain, HTTPException: explain, Exception: explain},
    )


class _Explaining:
    """Says in Vietnamese what went wrong; what only the log may know stays there."""

    def __init__(self, rendering: Rendering) -> None:
        self._rendering = rendering

    async def __call__(self, request: Request, error: Exception) -> Response:
        match error:
            case Refused(reason=reason, details=details):
                words = PAGE["lost"] if reason is Refusal.NOT_FOUND else refusals.sentence(reason, details)
                status = HTTPStatus.NOT_FOUND if reason in _LOST else HTTPStatus.CONFLICT
                return self._rendering.notice(
                    request, title=_TITLES.get(reason, PAGE["not_done_title"]), words=words, status=status
                )
            case HTTPException():
                ours = error.detail != HTTPStatus(error.status_code).phrase
                return self._rendering.notice(
                    request,
                    title=PAGE["not_done_title"] if ours else PAGE["lost_title"],
                    words=error.detail if ours else PAGE["lost"],
                    status=error.status_code,
                )
        return self._rendering.notice(
            request,
            title=PAGE["fault_title"],
            words=PAGE["fault"],
            status=HTTPStatus.INTERNAL_SERVER_ERROR,
        )


def _explaining(rendering: Rendering) -> _Explaining:
    return _Explaining(rendering)
