"""Links: whose they are is not said before a code proves it. Opening one changes nothing."""

from functools import partial
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.errors import Refusal, Refused
from bot.organisation.web_inbox import entering
from bot.organisation.web_inbox.chats import send_code
from bot.organisation.web_inbox.documents import document
from bot.organisation.web_inbox.entering import Doorstep, Entered
from bot.organisation.web_inbox.handed_files import file_behind
from bot.organisation.web_inbox.page import has_arrived
from bot.organisation.web_inbox.sessions import Visitor, leave, visitor_of
from bot.states import Platform
from bot.texts import refusals
from bot.texts import web_inbox as words
from handlers.web.inbox.cookies import cookie_of, give_session
from handlers.web.inbox.house import InboxHouse
from handlers.web.inbox.limits import Tries, form_of
from handlers.web.inbox.rendering import Rendering
from handlers.web.inbox.view import shown_message
from handlers.web.inbox.waiting import comes_true
from handlers.web.look.saving import saved

# What a doorstep may say of what was just tried; the address names one of them.
_SAID = {one.value: one for one in (Refusal.WEB_CODE_WRONG, Refusal.WEB_CODES_REST, Refusal.CODE_JUST_SENT)}
_SENT = "sent"


class Doorsteps:
    """What the routes of links do.

    Args:
        house: the served inbox.
        rendering: its pages.
    """

    def __init__(self, house: InboxHouse, rendering: Rendering) -> None:
        self._house = house
        self._rendering = rendering
        self._tries = Tries()

    async def show(self, request: Request) -> Response:
        """To its owner's session what the link leads to, to everybody else the door."""
        doorstep = await entering.look(self._house.office, request.path_params["token"])
        visitor = await visitor_of(self._house.office, cookie_of(self._house, request))
        if visitor is None or visitor.member_id != doorstep.member_id:
            return self._door(request, doorstep)
        if doorstep.file_name and visitor.has_agreed:
            return self._rendering.page(
                request, "file.html", token=request.path_params["token"], name=doorstep.file_name
            )
        if doorstep.publication_id is None or not visitor.has_agreed:
            return self._to("/")
        return await self._document(request, visitor, doorstep.publication_id)

    async def file(self, request: Request) -> Response:
        """The file behind a link, to be saved; without its member's session the door."""
        token = request.path_params["token"]
        doorstep = await entering.look(self._house.office, token)
        visitor = await visitor_of(self._house.office, cookie_of(self._house, request))
        if visitor is None or visitor.member_id != doorstep.member_id or not visitor.has_agreed:
            return self._to(f"/{token}")
        return saved(await file_behind(visitor, self._house.office, token))

    async def enter(self, request: Request) -> Response:
        """A code."""
        house, token = self._house, request.path_params["token"]
        form = await form_of(house, request)
        before = await visitor_of(house.office, cookie_of(house, request))
        try:
            self._tries.demand_rested(house, request)
            entered = await entering.enter(
                house.office,
                token,
                connection_id=house.connection_id,
                typed=form.get("code", [""])[0][:40],
            )
        except Refused as refused:
            return self._back_to_the_door(request, refused, token)
        if before is not None:
            # One browser stands for one member: the session that it had is over.
            await leave(before, house.office)
        await self._cards_arrive(entered)
        response = self._to(f"/{token}" if entered.leads_on else "/")
        give_session(house, response, entered.token)
        return response

    async def send_code(self, request: Request) -> Response:
        """A code to the member's own chat."""
        token = request.path_params["token"]
        await form_of(self._house, request)
        try:
            await send_code(self._house.office, token)
        except Refused as refused:
            return self._back_to_the_door(request, refused, token)
        return self._to(f"/{token}?said={_SENT}")

    async def _cards_arrive(self, entered: Entered) -> None:
        office = self._house.office
        visitor = await visitor_of(office, entered.token)
        if visitor is not None and visitor.has_agreed:
            await comes_true(office, partial(has_arrived, visitor, office))

    def _door(self, request: Request, doorstep: Doorstep) -> Response:
        said = request.query_params.get("said", "")
        refusal = _SAID.get(said)
        chat = doorstep.chat
        kind = "file_" if doorstep.file_name else "document_" if doorstep.publication_id is not None else ""
        return self._rendering.page(
            request,
            "door.html",
            token=request.path_params["token"],
            title=words.PAGE[f"{kind}door_title"],
            intro=words.PAGE[f"{kind}door_intro"],
            send_label=words.send_code(chat) if chat else "",
            sent=words.code_sent(chat or Platform.WEB) if said == _SENT else "",
            error=refusals.sentence(refusal, {}) if refusal else "",
        )

    async def _document(self, request: Request, visitor: Visitor, publication_id: int) -> Response:
        found = await document(
            visitor,
            self._house.office,
            connection_id=self._house.connection_id,
            publication_id=publication_id,
            looks=_is_looked_at(request),
        )
        return self._rendering.page(
            request,
            "document.html",
            title=found.title,
            number=found.number,
            paragraphs=[line for line in found.body.splitlines() if line.strip()],
            card=shown_message(found.card, message_id=found.message_id),
        )

    def _back_to_the_door(self, request: Request, refused: Refused, token: str) -> Response:
        if refused.reason.value not in _SAID:
            raise refused
        if refused.reason is Refusal.WEB_CODE_WRONG:
            self._tries.was_wrong(self._house, request)
        return self._to(f"/{token}?said={refused.reason.value}")

    def _to(self, path: str) -> Response:
        return RedirectResponse(f"{self._house.root}{path}", status_code=HTTPStatus.SEE_OTHER)


def _is_looked_at(request: Request) -> bool:
    """Whether a person waits for the page, not a browser that fetches ahead (https://wicg.github.io/nav-speculation/prefetch.html)."""
    purposes = request.headers.get("sec-purpose", "") + request.headers.get("purpose", "")
    return request.method == "GET" and "prefetch" not in purposes.lower()
