"""What the pages of the web inbox need of the house."""

from collections import OrderedDict
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from bot.access import Caller
from bot.channels.contract import Received
from bot.channels.web import WebChannel
from bot.messages.links import PATH
from bot.office import Office

_TOASTS_KEPT = 500


@dataclass(frozen=True)
class InboxHouse:
    """A served web inbox.

    Args:
        office: whose.
        connection_id: the web connection.
        channel: its channel; the lines that answer presses are taken from it.
        take: stores what a member said in the inbox (the secrecy gate stands in it).
        menu: the commands of a caller, each (name without slash, help line).
        behind_guard: something before these pages has compared Host and Origin already (the sandbox).
    """

    office: Office
    connection_id: int
    channel: WebChannel
    take: Callable[[Received], Awaitable[object]]
    menu: Callable[[Caller], Sequence[tuple[str, str]]]
    behind_guard: bool = False
    _toasts: OrderedDict[str, str] = field(default_factory=OrderedDict)

    @property
    def origin(self) -> str:
        """As browsers name it (https://fetch.spec.whatwg.org/#origin-header)."""
        parts = urlsplit(self.office.settings.web.public_url)
        return f"{parts.scheme}://{parts.netloc}".lower()

    @property
    def is_secure(self) -> bool:
        """Whether browsers come by HTTPS."""
        return self.office.settings.web.public_url.startswith("https://")

    @property
    def root(self) -> str:
        """The path under which the outside finds these pages: a front server may have put one before."""
        return urlsplit(self.office.settings.web.public_url).path.rstrip("/") + PATH

    def toast(self, update_id: str) -> str:
        """The line that answered a press, however often the page is opened again."""
        taken = self.channel.take_toast(update_id)
        if taken:
            self._toasts[update_id] = taken
            while len(self._toasts) > _TOASTS_KEPT:
                self._toasts.popitem(last=False)
        return self._toasts.get(update_id, "")
