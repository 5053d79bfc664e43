"""The page of an invitation from templates; it keeps nothing in the browser."""

from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from bot.texts.joining_page import PAGE
from handlers.web.joining.house import JoiningHouse
from handlers.web.look.environment import environment


class Rendering:
    """Renders the templates.

    Args:
        house: the served pages.
    """

    def __init__(self, house: JoiningHouse) -> None:
        self._house = house
        self._environment = environment("handlers.web.joining")

    def page(self, template: str, *, status: int = HTTPStatus.OK, **shown: object) -> Response:
        """A page.

        Args:
            template: its file.
            status: of the answer.
            shown: what the template needs.
        """
        html = self._environment.get_template(template).render(
            words=PAGE,
            root=self._house.root,
            office=self._house.office.settings.office.name,
            **shown,
        )
        return HTMLResponse(html, status_code=status)

    def notice(self, _request: Request, *, title: str, words: str, status: int = HTTPStatus.OK) -> Response:
        """A page that only says something."""
        return self.page("notice.html", status=status, title=title, sentence=words)
