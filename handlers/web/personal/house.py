"""What the pages of cards need of the house."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from bot.messages.links import CARD_PATH, PATH
from bot.office import Office


@dataclass(frozen=True)
class PersonalHouse:
    """The served pages of cards.

    Args:
        office: whose.
    """

    office: Office

    @property
    def root(self) -> str:
        """The path under which the outside finds these pages: a front server may have put one before."""
        return self._before + CARD_PATH

    @property
    def inbox_root(self) -> str:
        """The same of the web inbox, where what is nội bộ is read."""
        return self._before + PATH

    @property
    def _before(self) -> str:
        return urlsplit(self.office.settings.web.public_url).path.rstrip("/")
