"""The local page of the sandbox: one page, a little JSON, nothing from elsewhere."""

from http import HTTPStatus

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from bot.errors import Refusal, Refused
from bot.texts import refusals
from bot.texts import sandbox as words
from handlers.web.guarding import Guard
from handlers.web.house import SandboxHouse
from handlers.web.page import Page

__all__ = ["SandboxHouse", "sandbox_app"]


def sandbox_app(house: SandboxHouse, *beside: BaseRoute) -> Starlette:
    """The page of this sandbox, to be served on the loopback only.

    Args:
        house: the running sandbox.
        beside: what else is served there: the members' own pages.
    """
    page = Page(house)
    return Starlette(
        routes=[
            Route("/", page.show),
            Route("/api/state", page.state),
            Route("/api/say", page.say, methods=["POST"]),
            Route("/api/press", page.press, methods=["POST"]),
            Route("/api/file", page.file, methods=["POST"]),
            Route("/files/{file_id:int}", page.hand_out),
            Route("/api/clock", page.clock, methods=["POST"]),
            Route("/api/shown-as", page.shown_as, methods=["POST"]),
            Route("/api/start-over", page.start_over, methods=["POST"]),
            Mount("/static", StaticFiles(packages=[("handlers.web", "static")])),
            *beside,
        ],
        middleware=[Middleware(Guard, token=page.token)],
        exception_handlers={Refused: _explain, HTTPException: _explain, Exception: _explain},
    )


async def _explain(_request: Request, error: Exception) -> Response:
    """Say in Vietnamese what went wrong; what only the log may know stays there."""
    match error:
        case Refused(reason=Refusal.NOT_ALLOWED):
            return _error(words.NOT_A_SANDBOX, status=HTTPStatus.FORBIDDEN)
        case Refused():
            status = HTTPStatus.NOT_FOUND if error.reason is Refusal.NOT_FOUND else HTTPStatus.CONFLICT
            return _error(refusals.sentence(error.reason, error.details), status=status)
        case HTTPException():
            ours = error.detail != HTTPStatus(error.status_code).phrase
            return _error(error.detail if ours else words.NOTHING_THERE, status=error.status_code)
    return _error(words.FAULT, status=HTTPStatus.INTERNAL_SERVER_ERROR)


def _error(sentence: str, *, status: int) -> Response:
    return JSONResponse({"error": sentence}, status_code=status)
