"""The pages behind the door, each in its member's own session."""

import hashlib
from functools import partial
from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from bot.channels.contract import Received
from bot.errors import Refusal, Refused
from bot.organisation.consent import goes_abroad
from bot.organisation.web_inbox import consenting, page, sessions
from bot.organisation.web_inbox.page import Inbox
from bot.organisation.web_inbox.sessions import Visitor
from bot.states import ConsentPurpose
from bot.texts import people, privacy
from bot.texts import web_inbox as words
from bot.texts.web_inbox import PAGE
from handlers.web.inbox.cookies import cookie_of, take_back
from handlers.web.inbox.house import InboxHouse
from handlers.web.inbox.limits import form_of
from handlers.web.inbox.rendering import Rendering
from handlers.web.inbox.view import shown
from handlers.web.inbox.waiting import comes_true
from handlers.web.look.saving import saved
from handlers.web.translate import pressed, said
from handlers.zalo.typed_commands import as_command

_SHOWN, _SHOWN_MORE, _MOST_SHOWN = 15, 30, 465
_LONGEST_TEXT = 4000
_SLOW, _EMPTY, _NO_NOTICES = "slow", "empty", "consent_needs_notices"
_LEFT, _ON_PAPER = "left", "on_paper"
_SAID = frozenset({_SLOW, _EMPTY, _NO_NOTICES})


class Pages:
    """What the routes of a session do.

    Args:
        house: the served inbox.
        rendering: its pages.
    """

    def __init__(self, house: InboxHouse, rendering: Rendering) -> None:
        self._house = house
        self._rendering = rendering

    async def inbox(self, request: Request) -> Response:
        """The member's page; before anything else their consent."""
        visitor = await sessions.visitor_of(self._house.office, cookie_of(self._house, request))
        if visitor is None:
            return self._outside(request)
        if not visitor.has_agreed:
            return self._consent_page(request, visitor)
        limit = _number(request.query_params.get("show", ""), _SHOWN, most=_MOST_SHOWN)
        answering = request.query_params.get("answer", "")[:80]
        found = await page.inbox(
            visitor,
            self._house.office,
            connection_id=self._house.connection_id,
            answering=answering,
            limit=limit,
        )
        return self._inbox_page(request, visitor, found, answering=answering, limit=limit)

    async def news(self, request: Request) -> Response:
        """The number of the newest message, for a page that looks whether it is old."""
        visitor = await self._member(request)
        return JSONResponse({"newest": await page.newest(visitor, self._house.office)})

    async def say(self, request: Request) -> Response:
        """Typed words, or a command of the menu."""
        form = await form_of(self._house, request)
        visitor = await self._member(request)
        text = form.get("text", [""])[0].strip()
        if not text:
            return self._to(f"/?said={_EMPTY}#write")
        if len(text) > _LONGEST_TEXT:
            raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, PAGE["too_large"])
        # Whatever the page waits for: a command that is all that was typed is a command.
        text = as_command(text, alone=True) or text
        return await self._take(visitor, said(visitor.chat_id, text, press_id=_once(visitor, form)))

    async def press(self, request: Request) -> Response:
        """A button."""
        form = await form_of(self._house, request)
        visitor = await self._member(request)
        token, message_id = form.get("token", [""])[0], form.get("message", [""])[0]
        if not token or len(token) > 200 or len(message_id) > 18 or not message_id.isdecimal():
            raise HTTPException(HTTPStatus.BAD_REQUEST, PAGE["strange"])
        # 0 is a card that went to a messenger: nothing here can be replaced.
        under = message_id if int(message_id) else ""
        update = pressed(visitor.chat_id, token, message_id=under, press_id=_once(visitor, form))
        return await self._take(visitor, update)

    async def consent(self, request: Request) -> Response:
        """The member's answer to what they are asked the first time."""
        form = await form_of(self._house, request)
        visitor = await self._visitor(request)
        choice = form.get("choice", [""])[0]
        if choice == "none":
            await consenting.decline(visitor, self._house.office)
            return self._out(_ON_PAPER)
        purposes = _purposes(form.get("purpose", []) if choice == "some" else list(ConsentPurpose))
        try:
            await consenting.consent(visitor, self._house.office, purposes=purposes)
        except Refused as refused:
            if refused.reason is not Refusal.EMPTY:
                raise
            return self._to(f"/?said={_NO_NOTICES}")
        # The page that comes next shows the cards with the buttons of the messages they stand in.
        await comes_true(self._house.office, partial(page.has_arrived, visitor, self._house.office))
        return self._to("/")

    async def leave(self, request: Request) -> Response:
        """Close the page on this machine."""
        await form_of(self._house, request)
        visitor = await sessions.visitor_of(self._house.office, cookie_of(self._house, request))
        if visitor is not None:
            await sessions.leave(visitor, self._house.office)
        return self._out(_LEFT)

    async def file(self, request: Request) -> Response:
        """A file that the office handed to this member, to be saved."""
        visitor = await self._member(request)
        return saved(await page.file_for(visitor, self._house.office, file_id=request.path_params["file_id"]))

    def _outside(self, request: Request) -> Response:
        said = request.query_params.get("said", "")
        why = said if said in {_LEFT, _ON_PAPER} else "no_session"
        status = HTTPStatus.FORBIDDEN if why == "no_session" else HTTPStatus.OK
        return self._rendering.notice(request, title=PAGE[f"{why}_title"], words=PAGE[why], status=status)

    def _out(self, why: str) -> Response:
        response = self._to(f"/?said={why}")
        take_back(self._house, response)
        return response

    async def _visitor(self, request: Request) -> Visitor:
        visitor = await sessions.visitor_of(self._house.office, cookie_of(self._house, request))
        if visitor is None:
            raise HTTPException(HTTPStatus.FORBIDDEN, PAGE["no_session"])
        return visitor

    async def _member(self, request: Request) -> Visitor:
        visitor = await self._visitor(request)
        if not visitor.has_agreed:
            raise HTTPException(HTTPStatus.FORBIDDEN, PAGE["no_session"])
        return visitor

    async def _take(self, visitor: Visitor, update: Received) -> Response:
        """Store it, wait for its answer, and show the page with it."""
        await self._house.take(update)
        note = "" if await self._is_answered(visitor, update.update_id) else f"&said={_SLOW}"
        return self._to(f"/?answer={update.update_id}{note}#status")

    async def _is_answered(self, visitor: Visitor, update_id: str) -> bool:
        look = partial(
            page.is_answered,
            visitor,
            self._house.office,
            connection_id=self._house.connection_id,
            update_id=update_id,
        )
        return await comes_true(self._house.office, look)

    def _inbox_page(
        self, request: Request, visitor: Visitor, found: Inbox, *, answering: str, limit: int
    ) -> Response:
        zone = self._house.office.zone
        note = request.query_params.get("said", "")
        called = people.call(visitor.address_form, visitor.given_name)
        return self._rendering.page(
            request,
            "inbox.html",
            heading=words.greeting(called, waiting=len(found.open)),
            toast=self._house.toast(answering) if answering else "",
            trouble=PAGE[note] if note in _SAID else "",
            answer=[shown(one, zone) for one in found.answer],
            open=[shown(one, zone) for one in found.open],
            said=[shown(one, zone) for one in found.said],
            more=limit + _SHOWN_MORE if found.has_more and limit < _MOST_SHOWN else 0,
            awaited=found.awaited is not None,
            newest=found.newest,
            menu=words.commands(self._house.menu(visitor.caller)),
            longest=_LONGEST_TEXT,
        )

    def _consent_page(self, request: Request, visitor: Visitor) -> Response:
        note = request.query_params.get("said", "")
        return self._rendering.page(
            request,
            "consent.html",
            whose=words.whose(
                address_form=visitor.address_form,
                full_name=visitor.full_name,
                unit_name=visitor.unit_name,
            ),
            lines=privacy.body(
                address_form=visitor.address_form,
                kind=visitor.kind,
                office=self._house.office.settings.office.name,
                left_days=self._house.office.settings.retention.left_members_days,
                abroad=goes_abroad(self._house.office),
            ),
            purposes=[
                (one.value, privacy.purpose(one), privacy.without(one, address_form=visitor.address_form))
                for one in ConsentPurpose
            ],
            trouble=PAGE[note] if note in _SAID else "",
        )

    def _to(self, path: str) -> Response:
        return RedirectResponse(f"{self._house.root}{path}", status_code=HTTPStatus.SEE_OTHER)


def _purposes(chosen: list[str]) -> list[ConsentPurpose]:
    return [one for one in ConsentPurpose if one.value in chosen]


def _once(visitor: Visitor, form: dict[str, list[str]]) -> str:
    """Names the press: the same form sent twice is one press, and nobody else's."""
    once = form.get("once", [""])[0]
    if not once or len(once) > 40:
        raise HTTPException(HTTPStatus.BAD_REQUEST, PAGE["strange"])
    return hashlib.sha256(f"{visitor.chat_id} {once}".encode()).hexdigest()[:32]


def _number(written: str, otherwise: int, *, most: int) -> int:
    is_number = written.isascii() and written.isdecimal() and len(written) <= 4
    return min(max(int(written), 1), most) if is_number else otherwise
