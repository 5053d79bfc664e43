"""The questions before "Đã nắm": one on the page at a time, each answer one press."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from bot.acknowledgement.acknowledging import Acknowledged
from bot.errors import Refused
from bot.organisation.personal_page import acting, viewing
from bot.texts import personal_page as words
from bot.texts import quiz_answering as texts
from bot.texts.web_inbox import PAGE as INBOX
from handlers.web.look.forms import fields_of
from handlers.web.personal.house import PersonalHouse
from handlers.web.personal.limits import Presses
from handlers.web.personal.moving import QUIZ, TAKEN, back_to_card, to
from handlers.web.personal.rendering import Rendering

_LONGEST = 9


class Quiz:
    """The pages of the questions.

    Args:
        house: the served pages.
        rendering: their templates.
        presses: how often a card may be pressed, on whichever of its pages.
    """

    def __init__(self, house: PersonalHouse, rendering: Rendering, presses: Presses) -> None:
        self._house = house
        self._rendering = rendering
        self._presses = presses

    async def show(self, request: Request) -> Response:
        """The question that waits; where there is none, the card."""
        token = str(request.path_params["token"])
        try:
            asked = await viewing.waiting_question(self._house.office, token)
        except Refused as refused:
            return back_to_card(self._house, request, refused)
        if asked is None:
            return to(self._house, request, "")
        return self._rendering.page(
            "quiz.html",
            token=token,
            asked=asked,
            title=words.named(asked.number, asked.title),
            heading=texts.heading(asked.place + 1, asked.amount, number=asked.number, title=asked.title),
            leads_on=texts.LEADS_ON if not asked.place else "",
            wrong=texts.WRONG if asked.was_wrong else "",
            where=texts.PASSAGE if asked.passage else texts.READ_AGAIN,
            passage=texts.passage(asked.passage) if asked.passage else "",
        )

    async def answer(self, request: Request) -> Response:
        """A choice."""
        self._presses.take(request)
        form = await fields_of(request)
        version, question, choice = (_number(form, name) for name in ("version", "question", "choice"))
        token = str(request.path_params["token"])
        try:
            came = await acting.answer(
                self._house.office, token, version=version, question=question, choice=choice
            )
        except Refused as refused:
            return back_to_card(self._house, request, refused)
        return to(self._house, request, f"?said={TAKEN}" if isinstance(came, Acknowledged) else QUIZ)


def _number(form: dict[str, list[str]], name: str) -> int:
    written = form.get(name, [""])[0]
    if not (written.isascii() and written.isdecimal() and len(written) <= _LONGEST):
        raise HTTPException(400, INBOX["strange"])
    return int(written)
