"""A person on Telegram: buttons, edits, toasts and files as they are."""

from collections.abc import Sequence

from storage.states import Platform
from tests.inbox_page.browsing import Browser
from tests.platforms.person import Later, Person, Said
from tests.standins.telegram import Person as Telephone
from tests.standins.telegram import TelegramServer


class OnTelegram(Person):
    """Somebody with the office's bot on Telegram."""

    platform = Platform.TELEGRAM

    def __init__(self, given: str, browser: Browser, server: TelegramServer, telephone: Telephone) -> None:
        super().__init__(given, browser)
        self.telephone = telephone
        self._server = server
        self._toasts_before = 0

    async def conversation(self) -> Sequence[Said]:
        """The chat; a button stands in its message between brackets."""
        return [
            Said(
                "\n".join([one.text, *(f"[{label}]" for row in one.buttons for label in row)]),
                mine=not one.from_bot,
                file=one.document,
                links=tuple(entity["url"] for entity in one.entities if "url" in entity),
            )
            for one in self.telephone.chat
        ]

    async def heard(self) -> Sequence[str]:
        """The toasts since the last press."""
        return self.telephone.toasts[self._toasts_before :]

    async def fetches(self, name: str) -> bytes:
        """The file came along with its message."""

        async def look() -> bytes | None:
            came = any(one.file == name for one in await self.conversation())
            kept = [content for called, content in self._server.state.files.values() if called == name]
            return kept[-1] if came and kept else None

        return await self._wait(look, f"the file {name}")

    async def sends_file(self, name: str, content: bytes) -> None:
        """Attach a file."""
        await self._remember()
        self.telephone.sends_file(name, content)

    async def _say(self, text: str) -> None:
        self.telephone.says(text)

    async def _ask(self, command: str, words: str) -> None:
        self.telephone.says(f"/{command} {words}".strip())

    async def _held(self, label: str, under: str) -> Later:
        found = [one for one in self.telephone.got if one.says(under) and one.button(label) is not None]
        assert found, f"{self.given} sees no button {label!r} under {under!r}"
        shown = found[-1]

        async def press() -> None:
            self._toasts_before = len(self.telephone.toasts)
            self.telephone.presses_data(shown.button(label) or "", shown)

        return press
