"""How a connection stands with its month: what it may still send, and what of that is kept."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.delivery.quotas.months import asks_again_at, machine_time, next_month
from bot.delivery.quotas.purposes import FIRST, Part
from bot.office import Office
from bot.settings import Connection as ConnectionSettings
from storage.channels import usages
from storage.channels.usages import Usage
from storage.database import Connection
from storage.delivery import held_back, kept_back

ALL = 100
"""Percent."""
_UNLIMITED = 10**9


@dataclass(frozen=True)
class Standing:
    """One month of a connection that is limited, or whose platform said that it is.

    Args:
        limit: messages in the month; 0: not known, the platform alone says so.
        used: what counts of it.
        kept: messages at the end of it that only compulsory ones may use.
        kept_for_answers: of those, messages at the very end for answers to people.
        spent_at: when the platform last said that it is used up (machine time).
        asks_again_at: when one message asks it again (machine time); None: not in this month.
    """

    limit: int
    used: int
    kept: int
    kept_for_answers: int
    spent_at: datetime | None
    asks_again_at: datetime | None

    @property
    def remaining(self) -> int:
        """Messages that may still go out."""
        if self.spent_at is not None:
            return 0
        return max(0, self.limit - self.used) if self.limit else _UNLIMITED

    @property
    def unspent(self) -> "Standing":
        """As it would stand if the platform took its word back."""
        return replace(self, spent_at=None, asks_again_at=None)

    def may_ask(self, now: datetime) -> bool:
        """Whether one message may ask the platform again now (machine time)."""
        return self.spent_at is not None and self.asks_again_at is not None and self.asks_again_at <= now

    @property
    def percent(self) -> int:
        """The share that is used up, rounded down."""
        if self.spent_at is not None:
            return ALL
        return min(ALL, self.used * ALL // self.limit) if self.limit else 0

    def room_for(self, part: Part, *, waiting: int) -> int:
        """Messages that may still go out of this part, with so many compulsory ones in the queue.

        Before another compulsory one those that wait are sent; an ordinary one leaves them and what is kept.
        """
        if part is Part.ANSWER:
            return self.remaining
        before = waiting + self.kept_for_answers
        return max(0, self.remaining - (before if part is Part.COMPULSORY else max(self.kept, before)))


def settings_of(connection: Connection, office: Office, connection_id: int) -> ConnectionSettings | None:
    """What the settings say of the connection; None: nothing, as of the web inbox, which has no limits."""
    if not office.settings.connections:
        return None
    return office.settings.connections.get(usages.name_of(connection, connection_id))


def standing_of(office: Office, settings: ConnectionSettings, usage: Usage) -> Standing | None:
    """How the month stands; None where nothing limits it."""
    asks_at = None if usage.spent_at is None else asks_again_at(office, settings, usage.spent_at)
    standing = counted(settings, usage)
    return None if standing is None else replace(standing, asks_again_at=asks_at)


def counted(settings: ConnectionSettings, usage: Usage) -> Standing | None:
    """As `standing_of`, where no office is open: nobody asks again."""
    limit = settings.messages_a_month
    if not limit and usage.spent_at is None:
        return None
    used = usage.outgoing + (usage.incoming if settings.counts_incoming else 0)
    kept = _share(limit, settings.kept_for_compulsory)
    for_answers = min(kept, _share(limit, settings.kept_for_answers))
    return Standing(limit, used, kept, for_answers, usage.spent_at, None)


def standing_at(connection: Connection, office: Office, connection_id: int) -> Standing | None:
    """How the connection's month stands now, without holding it; None where nothing limits it."""
    return standing_on(connection, office, connection_id, office.clock.now())


def standing_on(
    connection: Connection, office: Office, connection_id: int, goes_at: datetime
) -> Standing | None:
    """As `standing_at`, for the month of that moment (office time), which may be a later one."""
    settings = settings_of(connection, office, connection_id)
    if settings is None:
        return None
    month = office.calendar.month_of(goes_at)
    return standing_of(office, settings, usages.of_month(connection, connection_id, month))


def room_at(connection: Connection, office: Office, connection_id: int, part: Part) -> int | None:
    """How many more of that part may go out there now; None: as many as there are.

    Where the platform called the month over and may be asked again, it is one.
    """
    standing = standing_at(connection, office, connection_id)
    if standing is None:
        return None
    asks = standing.may_ask(office.clock.machine())
    standing = standing.unspent if asks else standing
    waiting = 0
    if part is Part.ANSWER and standing.limit:
        # They go before all: who is given their place would be skipped, and asked for again.
        begun = kept_back.parts_waiting(
            connection, connection_id, before=machine_time(office, next_month(office))
        )
        standing = replace(standing, used=standing.used + begun)
    # Counting what waits is left out where what is kept settles it already.
    if part is not Part.ANSWER and standing.room_for(part, waiting=0):
        waiting = compulsory_waiting(connection, office, connection_id, most=standing.remaining)
    room = standing.room_for(part, waiting=waiting)
    return min(1, room) if asks else room


def compulsory_waiting(
    connection: Connection, office: Office, connection_id: int, *, most: int, goes_at: datetime | None = None
) -> int:
    """How many compulsory ones of this month, or of that moment's, are queued there, at most `most`."""
    if not most:
        return 0
    ends = machine_time(
        office, next_month(office) if goes_at is None else office.calendar.next_month(goes_at)
    )
    return held_back.compulsory_waiting(connection, connection_id, FIRST, before=ends, most=most)


def _share(limit: int, percent: int) -> int:
    return -(-limit * percent // ALL)
