"""Pages from templates: everything that came from people is escaped there."""

import secrets
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from bot.texts.web_inbox import PAGE
from handlers.web.inbox.cookies import cookie_of, form_token, give_visit, visiting
from handlers.web.inbox.house import InboxHouse
from handlers.web.look.environment import environment


class Rendering:
    """Renders the templates of one inbox.

    Args:
        house: the served inbox.
    """

    def __init__(self, house: InboxHouse) -> None:
        self._house = house
        self._environment = environment("handlers.web.inbox")

    def page(
        self, request: Request, template: str, *, status: int = HTTPStatus.OK, **shown: object
    ) -> Response:
        """A page whose forms are bound to this browser.

        Args:
            request: what asked for it.
            template: its file.
            status: of the answer.
            shown: what the template needs.
        """
        house = self._house
        cookie = visiting(house, request)
        html = self._environment.get_template(template).render(
            words=PAGE,
            root=house.root,
            office=house.office.settings.office.name,
            form=form_token(house, cookie),
            # A form is taken once, however often its button is pressed.
            once=lambda: secrets.token_urlsafe(9),
            **shown,
        )
        response = HTMLResponse(html, status_code=status)
        if cookie != cookie_of(house, request):
            give_visit(house, response, cookie)
        return response

    def notice(self, request: Request, *, title: str, words: str, status: int = HTTPStatus.OK) -> Response:
        """A page that only says something."""
        return self.page(request, "notice.html", status=status, title=title, sentence=words)
