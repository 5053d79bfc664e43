"""What somebody does and reads, in the same words on every platform."""

import asyncio
import re
from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TypeVar

from storage.states import Platform
from tests.inbox_page.browsing import Browser

_CODE = re.compile(r"\b\d{3} \d{3}\b")
_T = TypeVar("_T")
Later = Callable[[], Awaitable[None]]
"""Takes a choice."""

_WITHIN = timedelta(seconds=30)
_LOOK_EVERY = timedelta(milliseconds=50)


class Instead(StrEnum):
    """What a platform has in place of something that it lacks; the words of the table."""

    NUMBER = "buttons become numbers or words"
    RECEIPT = "an edit becomes a short receipt"
    FILE_LINK = "a file becomes a signed link"
    PAGE = "a long text becomes a signed page"


@dataclass(frozen=True)
class Said:
    """One message as it stands in the conversation now.

    Args:
        text: with the words on its buttons.
        mine: the person's own words.
        file: the name of the file that came with it.
        links: where its links lead.
    """

    text: str
    mine: bool = False
    file: str = ""
    links: tuple[str, ...] = ()


class Person(ABC):
    """Somebody in their private conversation with the office.

    What is received counts only if it is new, or has changed, since the person last did something.

    Args:
        given: the given name.
        browser: theirs; only at the web inbox it has been at the office's pages before.
    """

    platform: Platform

    def __init__(self, given: str, browser: Browser) -> None:
        self.given = given
        self.browser = browser
        self.used: set[Instead] = set()
        self._before: Counter[str] = Counter()
        self._looked_at: Sequence[Said] = ()

    @abstractmethod
    async def conversation(self) -> Sequence[Said]:
        """All that stands there now, the oldest first."""

    @abstractmethod
    async def heard(self) -> Sequence[str]:
        """What was said about the last press without a message: toasts, or the line over a page."""

    @abstractmethod
    async def fetches(self, name: str) -> bytes:
        """The content of the newest file of that name, got the way this person gets it."""

    @abstractmethod
    async def _say(self, text: str) -> None: ...

    @abstractmethod
    async def _ask(self, command: str, words: str) -> None: ...

    @abstractmethod
    async def _held(self, label: str, under: str) -> Later: ...

    async def says(self, text: str) -> None:
        """Type words and send them."""
        await self._remember()
        await self._say(text)

    async def asks(self, command: str, words: str = "") -> None:
        """Give a command the way it is given here: with a slash, by a button of the page, or as a word."""
        await self._remember()
        await self._ask(command, words)

    async def chooses(self, label: str, *, under: str = "") -> None:
        """Take a choice of a message: press its button, or type what stands for it.

        Args:
            label: of the button, without its pictogram.
            under: a part of the message; the newest that has the choice unless it is said.
        """
        await self._wait(lambda: self._offers(label, under), f"the choice {label!r} under {under!r}")
        self._seen(self._looked_at)
        await (await self._held(label, under))()

    async def takes(self, label: str, *shows: str, under: str = "") -> str:
        """Take a choice, and read what it leads to.

        Args:
            label: as for `chooses`.
            shows: parts of the message that follows, or of what stands in the old one's place.
            under: as for `chooses`.
        """
        await self.chooses(label, under=under)
        return await self.receives(*shows)

    async def keeps(self, label: str, *, under: str = "") -> Later:
        """Look at a choice now; it is taken later, whatever has become of its message by then."""
        await self._wait(lambda: self._offers(label, under), f"the choice {label!r} under {under!r}")
        take = await self._held(label, under)

        async def later() -> None:
            await self._remember()
            await take()

        return later

    async def answers(self, label: str, words: str, *, asks: str, under: str = "") -> None:
        """Take a choice that wants words, and give them.

        Args:
            label: as for `chooses`.
            words: to be said.
            asks: a part of the question that is asked before the words can be said.
            under: as for `chooses`.
        """
        await self.chooses(label, under=under)
        await self.receives(asks)
        await self.says(words)

    async def receives(self, *parts: str) -> str:
        """Wait until a message says all this; its whole text."""

        async def look() -> str | None:
            fresh = await self._fresh()
            return next((text for text in reversed(fresh) if _has(text, parts)), None)

        return await self._wait(look, f"{parts}")

    async def is_told(self, part: str) -> str:
        """Wait for the confirmation of what was chosen last; its words."""

        async def look() -> str | None:
            said = [*await self._fresh(), *await self.heard()]
            return next((text for text in reversed(said) if _has(text, [part])), None)

        return await self._wait(look, f"word of {part!r}")

    async def opens(self, path: str, *, under: str = "") -> Browser:
        """Follow a link of the newest message that has one to that part of the office's pages.

        Args:
            path: such as "/v/".
            under: a part of the message.
        """

        async def look() -> str | None:
            said = [one for one in reversed(await self.conversation()) if _has(one.text, [under])]
            return next((link for one in said for link in one.links if path in link), None)

        await self.browser.opens(await self._wait(look, f"a link to {path} under {under!r}"))
        return self.browser

    async def proves_who_it_is(self) -> Browser:
        """At the door of the web inbox: have the one-time code sent to this conversation, and type it."""
        await self._remember()
        await self.browser.sends("Gửi mã vào")
        code = _CODE.search(await self.receives("MÃ"))
        assert code is not None
        await self.browser.sends("Mở hộp thư", code=code[0])
        return self.browser

    async def file_named(self, ending: str) -> str:
        """The name of the newest file that ends so, as the message shows it."""

        async def look() -> str | None:
            said = [one for one in reversed(await self.conversation()) if not one.mine]
            found = [one.file or next(iter(_file_names(one.text, ending)), "") for one in said]
            return next((name for name in found if name.endswith(ending)), None)

        return await self._wait(look, f"a file {ending}")

    async def has(self, *parts: str) -> bool:
        """Whether some message says all this, however old it is."""
        return any(_has(one.text, parts) for one in await self.conversation() if not one.mine)

    async def _offers(self, label: str, under: str) -> str | None:
        self._looked_at = await self.conversation()
        said = [one.text for one in self._looked_at if not one.mine]
        return next((text for text in said if _has(text, [label, under])), None)

    async def _fresh(self) -> list[str]:
        """What is new or changed, the oldest first."""
        left, fresh = self._before.copy(), []
        for one in await self.conversation():
            if not one.mine and not left[one.text]:
                fresh.append(one.text)
            left[one.text] -= left[one.text] > 0
        return fresh

    async def _remember(self) -> None:
        self._seen(await self.conversation())

    def _seen(self, said: Sequence[Said]) -> None:
        self._before = Counter(one.text for one in said if not one.mine)

    async def _wait(self, look: Callable[[], Awaitable[_T | None]], what: str) -> _T:
        ends_at = asyncio.get_running_loop().time() + _WITHIN.total_seconds()
        while asyncio.get_running_loop().time() < ends_at:
            found = await look()
            if found is not None:
                return found
            await asyncio.sleep(_LOOK_EVERY.total_seconds())
        shown = "\n---\n".join(f"{'>' if one.mine else ''}{one.text}" for one in await self.conversation())
        raise AssertionError(f"{self.platform}: {self.given} did not get {what} but:\n{shown}")


def _has(text: str, parts: Sequence[str]) -> bool:
    return all(_flat(part) in _flat(text) for part in parts)


def _flat(text: str) -> str:
    """A page breaks lines elsewhere than a chat."""
    return " ".join(text.split())


def _file_names(text: str, ending: str) -> list[str]:
    return re.findall(rf"[^\s:]+{re.escape(ending)}\b", text)
