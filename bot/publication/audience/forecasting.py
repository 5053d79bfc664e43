"""What a draft would cost the connections whose months are limited, told before it is published."""

from dataclasses import dataclass

from bot.delivery.quotas.naming import called
from bot.delivery.quotas.standing import compulsory_waiting, standing_at
from bot.office import Office
from bot.publication.draft.drafts import audience_of
from bot.texts import quotas as texts
from storage.database import Connection
from storage.publication import (
    forecasts,
)
from storage.publication.drafts import Draft
from storage.states import Urgency


@dataclass(frozen=True)
class Need:
    """What one connection is asked for.

    Args:
        called: the connection as people call it.
        needed: messages: one a person, one a group; reminders and answers come on top.
        left: messages that this draft may still use in this month.
        is_kept: others are kept for what comes first, because this asks nothing of anybody.
    """

    called: str
    needed: int
    left: int
    is_kept: bool

    @property
    def is_short(self) -> bool:
        """Whether some get it another way or later."""
        return self.needed > self.left

    @property
    def words(self) -> str:
        """As the sender reads it."""
        return texts.need(self.called, needed=self.needed, left=self.left, is_kept=self.is_kept)


def needs(connection: Connection, office: Office, draft: Draft) -> tuple[Need, ...]:
    """What the draft needs of each limited connection, if it were published now; nothing is kept for it."""
    audience = audience_of(draft)
    if audience is None or not office.settings.connections:
        return ()
    compulsory = draft.asks_acknowledgement or draft.urgency is not Urgency.NORMAL
    names = called(connection)
    let_off_at = office.clock.now() if draft.asks_acknowledgement else None
    found = []
    for connection_id, needed in sorted(
        forecasts.messages(connection, audience, now=office.clock.now(), let_off_at=let_off_at).items()
    ):
        standing = standing_at(connection, office, connection_id)
        if standing is None:
            continue
        waiting = compulsory_waiting(connection, office, connection_id, most=standing.remaining)
        left = standing.room_for(compulsory=compulsory, waiting=waiting)
        is_kept = not compulsory and standing.kept > 0
        found.append(Need(names[connection_id], needed, left, is_kept=is_kept))
    return tuple(found)


def shortages(connection: Connection, office: Office, draft: Draft) -> tuple[str, ...]:
    """The words for those connections only that have not enough; with them what is counted."""
    short = [one.words for one in needs(connection, office, draft) if one.is_short]
    return (*short, texts.COUNTED) if short else ()
