"""What the routes do: looking records nothing, whoever looks; only a press does."""

from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response

from bot.acknowledgement.asking import LONGEST
from bot.errors import Refusal, Refused
from bot.organisation.personal_page import acting, viewing
from bot.organisation.personal_page.viewing import CardPage, ReadAt
from bot.texts import personal_page as words
from handlers.commands.member.typed_words import may_mean_anything, takes_note
from handlers.web.look.forms import fields_of
from handlers.web.look.parts import heading_and_parts
from handlers.web.personal.house import PersonalHouse
from handlers.web.personal.limits import Presses
from handlers.web.personal.moving import QUIZ, TAKEN, to
from handlers.web.personal.rendering import Rendering

_ASKED = "asked"
_DIGITS = 6


class Pages:
    """The page of a card, and the whole text beside it.

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
        """The card as it stands now."""
        return await self._page(request)

    async def acknowledge(self, request: Request) -> Response:
        """Đã nắm."""
        self._presses.take(request)
        return await self._acknowledge(request, await fields_of(request))

    async def ask(self, request: Request) -> Response:
        """Hỏi lại. Who types "đã nắm" there does not ask anything, as in the chat."""
        self._presses.take(request)
        form = await fields_of(request)
        # PostgreSQL keeps no NUL, and nobody means one.
        typed = form.get("text", [""])[0].replace("\0", "")
        if takes_note(typed):
            return await self._acknowledge(request, form)
        if may_mean_anything(typed):
            return await self._page(request, trouble=words.SAY_WHICH, typed=typed)
        try:
            await acting.ask(self._house.office, _token(request), text=typed)
        except Refused as refused:
            # A marked text is not shown again: it is nowhere any more.
            kept = typed if refused.reason in words.TYPED_AGAIN else ""
            return await self._refused(request, refused, typed=kept)
        return self._to(request, f"?said={_ASKED}")

    async def open_text(self, request: Request) -> Response:
        """Đọc toàn văn."""
        self._presses.take(request)
        await acting.open_text(self._house.office, _token(request))
        return self._to(request, "/text")

    async def take_task(self, request: Request) -> Response:
        """Đã nhận việc."""
        self._presses.take(request)
        try:
            await acting.take_task(self._house.office, _token(request), mark=int(request.path_params["mark"]))
        except Refused as refused:
            return await self._refused(request, refused)
        return self._to(request, "")

    async def text(self, request: Request) -> Response:
        """The whole text, where the link is enough to read it."""
        office, token = self._house.office, _token(request)
        found = await viewing.whole_text(office, token)
        page = await viewing.card_page(office, token)
        return self._rendering.page(
            "text.html",
            token=token,
            title=found.title,
            named=words.named(found.number, found.title),
            numbered=words.numbered(found.number),
            may_acknowledge=page.may_acknowledge,
            version=page.version,
            confirms=words.confirms(page.address_form, page.given_name),
            paragraphs=[line for line in (found.body or "").splitlines() if line.strip()],
        )

    async def _acknowledge(self, request: Request, form: dict[str, list[str]]) -> Response:
        try:
            await acting.acknowledge(self._house.office, _token(request), version=_version(form))
        except Refused as refused:
            if refused.reason is Refusal.QUIZ_FIRST:
                return self._to(request, QUIZ)
            return await self._refused(request, refused)
        return self._to(request, f"?said={TAKEN}")

    async def _refused(self, request: Request, refused: Refused, *, typed: str = "") -> Response:
        trouble = words.trouble(refused.reason, refused.details)
        if not trouble:
            raise refused
        # A link that leads nowhere says so itself when its page is made.
        return await self._page(request, trouble=trouble, typed=typed)

    async def _page(self, request: Request, *, trouble: str = "", typed: str = "") -> Response:
        found = await viewing.card_page(self._house.office, _token(request))
        status = self._status(request, found)
        # Where "Gửi câu hỏi" was, "Đã nắm" must not lie under the second tap of a slow finger.
        rests = bool(status) and found.may_acknowledge
        heading, parts = heading_and_parts(found.card)
        return self._rendering.page(
            "card.html",
            status=HTTPStatus.CONFLICT if trouble else HTTPStatus.OK,
            token=_token(request),
            title=found.title,
            named=words.named(found.number, found.title),
            heading=heading,
            parts=parts,
            may_acknowledge=found.may_acknowledge and not rests,
            confirms=words.confirms(found.address_form, found.given_name),
            own=words.own(found.address_form, found.given_name),
            rests=rests,
            may_ask=found.may_ask,
            version=found.version,
            reads_here=found.read_at is ReadAt.HERE,
            document=found.document,
            tasks=found.tasks if not status else (),
            has_files=found.has_files,
            status_line=status,
            trouble=trouble,
            typed=typed,
            longest=LONGEST,
        )

    def _status(self, request: Request, found: CardPage) -> str:
        """What came of the last press, as far as it is so: anybody can write an address."""
        said, zone = request.query_params.get("said", ""), self._house.office.zone
        if said == TAKEN and found.acknowledged_at is not None:
            return words.taken_note(found.number, found.title, found.acknowledged_at, zone)
        if said == _ASKED and found.asks_waiting:
            return words.asked(goes_at=found.goes_at, zone=zone)
        return ""

    def _to(self, request: Request, where: str) -> Response:
        return to(self._house, request, where)


def _version(form: dict[str, list[str]]) -> int | None:
    """The version that stood on the page; a page from before there were any does not say."""
    said = form.get("version", [""])[0]
    return int(said) if said.isdecimal() and len(said) <= _DIGITS else None


def _token(request: Request) -> str:
    return str(request.path_params["token"])
