"""What went wrong, in Vietnamese; what only the log may know stays there."""

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Protocol

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from bot.errors import Refusal, Refused
from bot.texts import refusals


class Notices(Protocol):
    """Renders a page that only says something."""

    def notice(self, request: Request, *, title: str, words: str, status: int) -> Response:
        """The page."""
        ...


@dataclass(frozen=True)
class Said:
    """What a page says of a refusal, where it is not the sentence of the chat."""

    title: str
    words: str
    status: int


class Explaining:
    """The handler of every error of some pages.

    Args:
        pages: render what is said.
        words: with lost_title, lost, not_done_title, fault_title, fault.
        said: of these refusals; any other is told as in the chat, with 409.
    """

    def __init__(self, pages: Notices, words: Mapping[str, str], said: Mapping[Refusal, Said]) -> None:
        self._pages = pages
        self._words = words
        self._said = said

    async def __call__(self, request: Request, error: Exception) -> Response:
        """Answer."""
        found = self._found(error)
        notice = self._pages.notice(request, title=found.title, words=found.words, status=found.status)
        if isinstance(error, HTTPException):
            notice.headers.update(error.headers or {})
        return notice

    def _found(self, error: Exception) -> Said:
        words = self._words
        match error:
            case Refused(reason=reason, details=details):
                in_chat = Said(
                    words["not_done_title"], refusals.sentence(reason, details), HTTPStatus.CONFLICT
                )
                return self._said.get(reason, in_chat)
            case HTTPException():
                # The phrase of the status stands there when the framework raised it.
                if error.detail != HTTPStatus(error.status_code).phrase:
                    return Said(words["not_done_title"], error.detail, error.status_code)
                return Said(words["lost_title"], words["lost"], error.status_code)
        return Said(words["fault_title"], words["fault"], HTTPStatus.INTERNAL_SERVER_ERROR)
