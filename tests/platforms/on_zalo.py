"""A person on Zalo: plain lines, numbers for buttons, links for files; what is typed has no slash."""

import re
from collections.abc import Sequence

from storage.states import Platform
from tests.inbox_page.browsing import Browser
from tests.platforms.offered import ToType, to_type
from tests.platforms.person import Instead, Later, Person, Said
from tests.standins.zalo import Person as Telephone

_A_LINE = 160
_LINK = re.compile(r"https?://\S+")


class OnZalo(Person):
    """Somebody with the office's bot on Zalo."""

    platform = Platform.ZALO

    def __init__(self, given: str, browser: Browser, telephone: Telephone) -> None:
        super().__init__(given, browser)
        self.telephone = telephone

    async def conversation(self) -> Sequence[Said]:
        """The chat."""
        return [
            Said(one.text, mine=not one.from_bot, links=tuple(_LINK.findall(one.text)))
            for one in self.telephone.chat
        ]

    async def heard(self) -> Sequence[str]:
        """Nothing: there are messages only."""
        return ()

    async def is_told(self, part: str) -> str:
        """The receipt: one short line, alone or before what else the answer says."""
        said = await super().is_told(part)
        receipt = said.splitlines()[0]
        assert part in receipt, said
        assert len(receipt) <= _A_LINE, receipt
        self.used.add(Instead.RECEIPT)
        return said

    async def answers(self, label: str, words: str, *, asks: str, under: str = "") -> None:
        """Where the words may follow the number at once, they do; elsewhere as everywhere."""
        await self._wait(lambda: self._offers(label, under), f"the choice {label!r} under {under!r}")
        found = self._to_type(label, under)
        if found is None or not found.wants_words:
            await super().answers(label, words, asks=asks, under=under)
            return
        await self.says(f"{found.code} {words}")
        self.used.add(Instead.NUMBER)

    async def sends_something_else(self) -> None:
        """A file, a contact, a place: Zalo tells the bot only that something came."""
        await self._remember()
        self.telephone.sends_file()

    async def fetches(self, name: str) -> bytes:
        """Follow the link, have the code sent to this chat, type it there, and save the file."""
        page = await self.opens("/w/", under=name)
        link = str(page.page.url)
        assert name not in page.words
        await self.proves_who_it_is()
        assert f"Tệp sẵn sàng để tải về: {name}" in page.words
        saved = await page.client.get(f"{link}/file")
        assert saved.headers["content-disposition"].startswith("attachment;")
        self.used.add(Instead.FILE_LINK)
        return saved.content

    async def _say(self, text: str) -> None:
        self.telephone.says(text)

    async def _ask(self, command: str, words: str) -> None:
        self.telephone.says(f"{command} {words}".strip())

    async def _held(self, label: str, under: str) -> Later:
        code = await self._offers(label, under) or ""

        async def type_it() -> None:
            self.telephone.says(code)
            self.used.add(Instead.NUMBER)

        return type_it

    async def _offers(self, label: str, under: str) -> str | None:
        self._looked_at = await self.conversation()
        found = self._to_type(label, under)
        return None if found is None else found.code

    def _to_type(self, label: str, under: str) -> ToType | None:
        """What the newest message that offers it says to type."""
        found = (to_type(label, one.text) for one in reversed(self.telephone.got) if under in one.text)
        return next(filter(None, found), None)
