"""What the page of an invitation needs of the house."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from bot.messages.links import JOIN_PATH
from bot.office import Office


@dataclass(frozen=True)
class JoiningHouse:
    """The served pages of invitations.

    Args:
        office: whose.
    """

    office: Office

    @property
    def root(self) -> str:
        """The path under which the outside finds these pages: a front server may have put one before."""
        return urlsplit(self.office.settings.web.public_url).path.rstrip("/") + JOIN_PATH
