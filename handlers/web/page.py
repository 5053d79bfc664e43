"""What the page of the sandbox shows and does, request by request."""

import asyncio
import secrets
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response

from bot.channels.contract import Received
from bot.errors import Refusal, Refused
from bot.reading.files import MAX_FILE_BYTES
from bot.sandbox.chat import Chat, chat, file_of, show_as
from bot.sandbox.guarding import begun_at
from bot.sandbox.samples import samples
from bot.sandbox.turning import forward_clock, moment, turns
from bot.states import Platform
from bot.texts import sandbox as words
from handlers.web import bodies
from handlers.web.house import SandboxHouse
from handlers.web.translate import pressed, sent_file
from handlers.web.translate import said as typed
from handlers.web.view import state

_PATIENCE_SECONDS = 10


class Page:
    """What the routes of the sandbox do.

    Args:
        house: the running sandbox.
    """

    def __init__(self, house: SandboxHouse) -> None:
        self.token = secrets.token_urlsafe(24)
        self._house = house
        loader = PackageLoader("handlers.web", "templates")
        self._template = Environment(loader=loader, autoescape=True, undefined=StrictUndefined).get_template(
            "page.html"
        )

    async def show(self, _request: Request) -> Response:
        """The page itself."""
        await begun_at(self._house.office)
        offered = [
            {"label": words.SAMPLES.get(sample.name, sample.name), "text": sample.text}
            for sample in samples()
        ]
        html = self._template.render(words=words.PAGE, token=self.token, samples=offered)
        return HTMLResponse(html)

    async def state(self, request: Request) -> Response:
        """Everything that the page shows."""
        return JSONResponse({"state": await state(self._house, _member_asked(request))})

    async def say(self, request: Request) -> Response:
        """Typed words."""
        said = await bodies.read(request, bodies.Said)
        seen = await self._chat(said.member)
        if not said.text.strip():
            raise Refused(Refusal.EMPTY)
        update = typed(seen.chat_id, said.text, plainly=seen.shown_as is Platform.ZALO)
        return await self._take(said.member, [update])

    async def press(self, request: Request) -> Response:
        """A button."""
        press = await bodies.read(request, bodies.Pressed)
        seen = await self._chat(press.member)
        return await self._take(
            press.member, [pressed(seen.chat_id, press.token, message_id=press.message_id)]
        )

    async def file(self, request: Request) -> Response:
        """A file, raw in the body: a multipart form would be spooled to disk past a size."""
        member_id = _member_asked(request)
        name = request.query_params.get("name", "")[:200]
        content = await bodies.read_bytes(request, limit=MAX_FILE_BYTES)
        seen = await self._chat(member_id)
        return await self._take(member_id, [await sent_file(seen.chat_id, name, content)])

    async def hand_out(self, request: Request) -> Response:
        """A file that came along in somebody's conversation, to be saved."""
        house = self._house
        found = await file_of(
            house.office,
            connection_id=house.connection_id,
            member_id=_member_asked(request),
            file_id=request.path_params["file_id"],
        )
        as_saved = {"content-disposition": f"attachment; filename*=UTF-8''{quote(found.name)}"}
        return Response(found.content, media_type=found.media_type, headers=as_saved)

    async def clock(self, request: Request) -> Response:
        """The office's clock forward."""
        turned = await bodies.read(request, bodies.Turned)
        office = self._house.office
        to = turns(office, office.clock.now()).get(turned.turn) if turned.turn else None
        await forward_clock(office, to or moment(office, turned.moment))
        await self._house.knock()
        return await self._answer(turned.member)

    async def shown_as(self, request: Request) -> Response:
        """In whose manner a chat is shown."""
        shown = await bodies.read(request, bodies.Shown)
        house = self._house
        await show_as(
            house.office, connection_id=house.connection_id, member_id=shown.member, platform=shown.platform
        )
        return await self._answer(shown.member)

    async def start_over(self, request: Request) -> Response:
        """The story from the beginning."""
        await bodies.read(request, bodies.Nothing)
        await begun_at(self._house.office)
        await self._house.start_over()
        return await self._answer(0)

    async def _chat(self, member_id: int) -> Chat:
        house = self._house
        return await chat(house.office, connection_id=house.connection_id, member_id=member_id)

    async def _take(self, member_id: int, updates: list[Received]) -> Response:
        for update in updates:
            await self._house.take(update)
        return await self._answer(member_id, updates=updates)

    async def _answer(self, member_id: int, *, updates: list[Received] | None = None) -> Response:
        """Wait for the house to come to rest, and show how everything stands."""
        note = ""
        try:
            async with asyncio.timeout(_PATIENCE_SECONDS):
                await self._house.settled()
        except TimeoutError:
            note = words.SLOW
        toasts = [self._house.channel.take_toast(update.update_id) for update in updates or []]
        answer: dict[str, Any] = {
            "toast": next(filter(None, reversed(toasts)), ""),
            "note": note,
            "state": await state(self._house, member_id),
        }
        return JSONResponse(answer)


def _member_asked(request: Request) -> int:
    """The member named in the query (0: nobody yet)."""
    written = request.query_params.get("member", "0")
    if not (written.isdecimal() and len(written) < 18):
        raise HTTPException(400, words.STRANGE_REQUEST)
    return int(written)
