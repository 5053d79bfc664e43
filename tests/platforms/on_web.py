"""A person with the web inbox: a page with messages, buttons that are forms, files to save."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from storage.states import Platform
from tests.inbox_page.browsing import Browser, Form, Reader
from tests.platforms.person import Later, Person, Said

_ARTICLES = re.compile(r'<article class="card(?P<mine> mine)?".*?</article>', re.DOTALL)
_STATUS = re.compile(r'<p id="status".*?</p>', re.DOTALL)
_TROUBLE = re.compile(r'<p role="alert".*?</p>', re.DOTALL)
_SHOWN = 60


@dataclass(frozen=True)
class _Article:
    said: Said
    forms: tuple[Form, ...]


class OnWeb(Person):
    """Somebody whose browser is logged in at the web inbox."""

    platform = Platform.WEB

    def __init__(self, given: str, browser: Browser, inbox: str) -> None:
        super().__init__(given, browser)
        self._inbox = inbox
        self._answered = ""

    async def conversation(self) -> Sequence[Said]:
        """The messages of the page, the oldest first."""
        return [one.said for one in reversed(await self._articles())]

    async def heard(self) -> Sequence[str]:
        """The line over the page that answered the last press."""
        found = [*_STATUS.findall(self._answered), *_TROUBLE.findall(self._answered)]
        return [_read(one).said.text for one in found]

    async def fetches(self, name: str) -> bytes:
        """Save the file by the link in its message."""

        async def look() -> str | None:
            found = [one for one in await self._articles() if name in one.said.text and one.said.links]
            return found[0].said.links[-1] if found else None

        saved = await self.browser.client.get(await self._wait(look, f"the file {name}"))
        assert saved.headers["content-disposition"].startswith("attachment;")
        return saved.content

    async def _say(self, text: str) -> None:
        self._answered = (await self.browser.sends("Gửi", text=text)).text

    async def _ask(self, command: str, words: str) -> None:
        menu = [one for one in self.browser.forms if one.fields.get("text") == f"/{command}"]
        if menu and not words:
            self._answered = (await self.browser.posts(menu[0])).text
        else:
            # The page says: gõ /moi và tên; a command alone needs no slash.
            typed = f"/{command} {words}" if words else command
            self._answered = (await self.browser.sends("Gửi", text=typed)).text

    async def _held(self, label: str, under: str) -> Later:
        form = self._form(label, under)

        async def send() -> None:
            self._answered = (await self.browser.posts(form)).text

        return send

    def _form(self, label: str, under: str) -> Form:
        for one in self._on_page():
            if one.said.mine or " ".join(under.split()) not in one.said.text:
                continue
            forms = [form for form in one.forms if label in " ".join(form.label.split())]
            exact = [form for form in forms if " ".join(form.label.split()).endswith(label)]
            if forms:
                return (exact or forms)[0]
        raise AssertionError(f"{self.given} sees no button {label!r} under {under!r}")

    async def _articles(self) -> list[_Article]:
        """As the page has them: what is open first, then the newest first."""
        await self.browser.opens(f"{self._inbox}?show={_SHOWN}")
        return self._on_page()

    def _on_page(self) -> list[_Article]:
        found = _ARTICLES.finditer(self.browser.page.text)
        return [_read(one[0], mine=bool(one["mine"])) for one in found]


# A page is looked at many times until what is waited for stands there: most of it is as it was.
@lru_cache(maxsize=2_000)
def _read(html: str, *, mine: bool = False) -> _Article:
    reader = Reader()
    reader.feed(html)
    said = Said(" ".join(" ".join(reader.words).split()), mine=mine, links=tuple(reader.links))
    return _Article(said, tuple(reader.forms))
