"""The files that go along with a publication: the list, and each to be saved."""

from starlette.requests import Request
from starlette.responses import Response

from bot.errors import Refused
from bot.organisation.personal_page import acting, viewing
from bot.texts import personal_page as words
from handlers.web.look.saving import saved
from handlers.web.personal.house import PersonalHouse
from handlers.web.personal.limits import Presses
from handlers.web.personal.moving import FILES, back_to_card, to
from handlers.web.personal.rendering import Rendering


class Files:
    """The pages of the files.

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
        """The names, each with a button."""
        token = str(request.path_params["token"])
        found = await viewing.files(self._house.office, token)
        return self._rendering.page(
            "files.html",
            token=token,
            title=words.named(found.number, found.title),
            files=[(one.id, one.name) for one in found.files],
        )

    async def open(self, request: Request) -> Response:
        """The button: noted, and on to the file."""
        self._presses.take(request)
        number = int(request.path_params["attachment_id"])
        token = str(request.path_params["token"])
        try:
            await acting.open_file(self._house.office, token, attachment_id=number)
        except Refused as refused:
            return back_to_card(self._house, request, refused)
        # Many a phone's browser hands a download on to another program, which asks for the address again.
        return to(self._house, request, f"{FILES}/{number}")

    async def take(self, request: Request) -> Response:
        """The file, to be saved; whoever asks for the address alone leaves no trace."""
        return saved(
            await viewing.file(
                self._house.office,
                str(request.path_params["token"]),
                attachment_id=int(request.path_params["attachment_id"]),
            )
        )
