"""What the platform is seen to do where the sources differ (facts/zalo.md 1.3 to 1.5): each thing once.

Never what anybody said, nor who.
"""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from time import monotonic

from bot.channels.contract import Received
from bot.channels.zalo.requests import Answer
from bot.channels.zalo.updates import FINGERPRINT, event_in

Note = Callable[[str, str], None]
"""Keeps (about what, in which words); the first words about a thing stay."""

_IDS = 500
_TOO_MANY = 429


class Noticing:
    """Looks at what comes, and at what is refused; kept nowhere until somebody says where."""

    def __init__(self) -> None:
        self._say: Note = _nowhere
        self._came_at: OrderedDict[str, float] = OrderedDict()

    def keep(self, note: Note) -> None:
        """Keep it there from now on."""
        self._say = note

    def came(self, body: object, received: Sequence[Received], *, way: str) -> None:
        """Events in a poll's answer or a webhook's body.

        Args:
            body: what stood in the JSON.
            received: the events in it.
            way: how they came: poll or webhook.
        """
        for words in forms_of(body, received):
            self._say(f"{way}: {words}", "yes")
        for one in received:
            self._came(one.update_id, way)

    def refused(self, answer: Answer) -> None:
        """An answer that asks to wait."""
        if answer.ok is False and answer.code == _TOO_MANY:
            self._say("429", f'HTTP {answer.status}, "{answer.description}"')

    def _came(self, update_id: str, way: str) -> None:
        before = self._came_at.get(update_id)
        if before is not None:
            self._say(f"{way}: an event came again", f"after {monotonic() - before:.0f} s")
            return
        self._came_at[update_id] = monotonic()
        if len(self._came_at) > _IDS:
            self._came_at.popitem(last=False)


def forms_of(body: object, received: Sequence[Received]) -> list[str]:
    """In what form they came: bare or wrapped, how a photo is called, whether they have ids."""
    if not received:
        return []
    whole = body if isinstance(body, dict) else {}
    found = ["bare" if event_in(body) is body or isinstance(body, list) else "wrapped"]
    # The documentation says photo [OFF], what was captured says photo_url [REAL].
    messages = [one.body.get("message") for one in received]
    found += [
        f"a photo in {name}"
        for name in ("photo", "photo_url")
        if any(isinstance(message, dict) and name in message for message in messages)
    ]
    if isinstance(whole.get("result"), list):
        found.append(f"a list of {len(whole['result'])}, where one object was expected")
    if any(one.update_id.startswith(FINGERPRINT) for one in received):
        found.append("no message_id")
    return found


def _nowhere(_about: str, _words: str) -> None:
    """Keep nothing."""
