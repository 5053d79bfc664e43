"""A branch's group chat, on the platforms that have groups."""

from collections.abc import Sequence

from tests.platforms.on_telegram import OnTelegram
from tests.platforms.on_zalo import OnZalo
from tests.standins import telegram, zalo

_NUMBER = -100500


class TelegramGroup:
    """The bot hears what begins with a slash."""

    def __init__(self, name: str, server: telegram.TelegramServer, speaker: OnTelegram) -> None:
        self._group = server.group(name, _NUMBER)
        self._speaker = speaker

    async def hears(self, command: str) -> None:
        """The speaker gives a command here."""
        self._speaker.telephone.says(f"/{command}", to=self._group)

    async def receives(self, part: str) -> str:
        """Wait until the bot says this here."""
        return (await self._group.receives(part)).text

    @property
    def got(self) -> Sequence[str]:
        """All that the bot said here."""
        return [one.text for one in self._group.got]


class ZaloGroup:
    """The bot hears what mentions it."""

    def __init__(self, name: str, server: zalo.ZaloServer, speaker: OnZalo) -> None:
        self._group = server.group(name)
        self._speaker = speaker

    async def hears(self, command: str) -> None:
        """The speaker mentions the bot and types the word."""
        self._group.says(self._speaker.telephone, command)

    async def receives(self, part: str) -> str:
        """Wait until the bot says this here."""
        return (await self._group.receives(part)).text

    @property
    def got(self) -> Sequence[str]:
        """All that the bot said here."""
        return [one.text for one in self._group.got]
