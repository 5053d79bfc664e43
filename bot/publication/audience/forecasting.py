"""What a draft would cost the connections whose months are limited, told before it is published."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.delivery.quotas.naming import called
from bot.delivery.quotas.purposes import Part
from bot.delivery.quotas.standing import compulsory_waiting, standing_on
from bot.office import Office
from bot.publication.draft.drafts import audience_of
from bot.texts import quotas as texts
from storage.database import Connection
from storage.publication import forecasts
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
        month: the month in which it goes out, where that is a later one: its first day.
    """

    called: str
    needed: int
    left: int
    is_kept: bool
    month: date | None

    @property
    def is_short(self) -> bool:
        """Whether some get it another way or later."""
        return self.needed > self.left

    @property
    def words(self) -> str:
        """As the sender reads it."""
        return texts.need(
            self.called, needed=self.needed, left=self.left, is_kept=self.is_kept, first=self.month
        )


def needs(connection: Connection, office: Office, draft: Draft) -> tuple[Need, ...]:
    """What the draft needs of each limited connection in the month in which it goes out.

    That is when it is published, or at the next sending hours. Nothing is kept for it.
    """
    audience = audience_of(draft)
    if audience is None or not office.settings.connections:
        return ()
    now = office.clock.now()
    goes_at = office.calendar.next_opening(max(now, draft.publish_at or now), draft.urgency)
    compulsory = draft.asks_acknowledgement or draft.urgency is not Urgency.NORMAL
    part = Part.COMPULSORY if compulsory else Part.ORDINARY
    names = called(connection)
    let_off_at = now if draft.asks_acknowledgement else None
    found = []
    for connection_id, needed in sorted(
        forecasts.messages(connection, audience, now=now, let_off_at=let_off_at).items()
    ):
        standing = standing_on(connection, office, connection_id, goes_at)
        if standing is None:
            continue
        most = standing.remaining
        waiting = compulsory_waiting(connection, office, connection_id, most=most, goes_at=goes_at)
        left = standing.room_for(part, waiting=waiting)
        is_kept = not compulsory and standing.kept > 0
        found.append(Need(names[connection_id], needed, left, is_kept=is_kept, month=_later(office, goes_at)))
    return tuple(found)


def _later(office: Office, goes_at: datetime) -> date | None:
    calendar = office.calendar
    if calendar.month_of(goes_at) == calendar.month_of(office.clock.now()):
        return None
    return goes_at.astimezone(office.zone).date().replace(day=1)


def shortages(connection: Connection, office: Office, draft: Draft) -> tuple[str, ...]:
    """The words for those connections only that have not enough; with them what is counted."""
    short = [one.words for one in needs(connection, office, draft) if one.is_short]
    return (*short, texts.COUNTED) if short else ()
