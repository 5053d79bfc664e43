"""A browser without a script: it shows a page, and sends the forms that stand on it."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

import httpx

PUBLIC_URL = "https://inbox.example"


@dataclass
class Form:
    """A form: where it goes, what it carries, and the words on its button."""

    action: str
    fields: dict[str, str] = field(default_factory=dict)
    label: str = ""


class Reader(HTMLParser):
    """What stands on a page, or on a part of one: words, forms, and where links lead."""

    def __init__(self) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.words: list[str] = []
        self.links: list[str] = []
        self._in_button = self._in_form = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.forms.append(Form(given["action"]))
            self._in_form = True
        if tag == "a":
            self.links.append(given.get("href", ""))
        if tag == "input" and given.get("type") == "hidden" and self._in_form:
            self.forms[-1].fields[given["name"]] = given["value"]
        self._in_button = self._in_button or tag == "button"

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._in_form = False
        if tag == "button":
            self._in_button = False

    def handle_data(self, data: str) -> None:
        self.words.append(data)
        if self._in_button and self._in_form:
            self.forms[-1].label += data


class Browser:
    """One browser with its cookies; `page` is what it shows."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self.client = client
        self.page = httpx.Response(200, text="")
        # What browsers say of where a form comes from.
        self.headers = {"origin": PUBLIC_URL, "sec-fetch-site": "same-origin"}

    async def opens(self, path: str) -> httpx.Response:
        self.page = await self.client.get(path.removeprefix(PUBLIC_URL))
        return self.page

    async def sends(self, action_or_label: str, **fields: str) -> httpx.Response:
        """Send the first form with this button (or to this path), with what was typed into it."""
        return await self.posts(self.form(action_or_label), **fields)

    async def posts(self, sent: Form, /, **fields: str) -> httpx.Response:
        self.page = await self.client.post(sent.action, data=sent.fields | fields, headers=self.headers)
        return self.page

    def form(self, action_or_label: str) -> Form:
        found = [
            one for one in self.forms if action_or_label in one.label or one.action.endswith(action_or_label)
        ]
        assert found, f"no {action_or_label!r} among {[one.label.strip() for one in self.forms]}"
        return found[0]

    def offers(self, label: str) -> bool:
        return any(label in one.label for one in self.forms)

    @property
    def forms(self) -> list[Form]:
        reader = Reader()
        reader.feed(self.page.text)
        return reader.forms

    @property
    def links(self) -> list[str]:
        reader = Reader()
        reader.feed(self.page.text)
        return reader.links

    @property
    def words(self) -> str:
        """All that can be read, in order."""
        reader = Reader()
        reader.feed(self.page.text)
        return " ".join(" ".join(reader.words).split())

    @property
    def cookie(self) -> str:
        """What the office gave it to keep."""
        return next((value for name, value in self.client.cookies.items() if "loa_inbox" in name), "")
