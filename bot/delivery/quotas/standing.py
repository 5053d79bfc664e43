"""How a connection stands with its month: what it may still send, and what of that is kept."""

from dataclasses import dataclass
from datetime import datetime

from bot.delivery.quotas.months import machine_time, month_of, next_month
from bot.delivery.quotas.purposes import FIRST
from bot.office import Office
from bot.settings import Connection as ConnectionSettings
from storage.channels import (
    usages,
)
from storage.channels.usages import Usage
from storage.database import Connection
from storage.delivery import (
    held_back,
)

ALL = 100
"""Percent."""


@dataclass(frozen=True)
class Standing:
    """One month of a connection that is limited, or whose platform said that it is.

    Args:
        limit: messages in the month; 0: not known, the platform alone says so.
        used: what counts of it.
        kept: messages at the end of it that only compulsory ones may use.
        spent_at: since when the platform says that it is used up (machine time).
    """

    limit: int
    used: int
    kept: int
    spent_at: datetime | None

    @property
    def remaining(self) -> int:
        """Messages that may still go out."""
        return 0 if self.spent_at is not None else max(0, self.limit - self.used)

    @property
    def percent(self) -> int:
        """The share that is used up, rounded down."""
        if self.spent_at is not None:
            return ALL
        return min(ALL, self.used * ALL // self.limit) if self.limit else 0

    def room_for(self, *, compulsory: bool, waiting: int) -> int:
        """Messages that may still go out of this kind, with so many compulsory ones in the queue.

        Before another compulsory one those that wait are sent; an ordinary one leaves them and what is kept.
        """
        if compulsory:
            return max(0, self.remaining - waiting)
        return max(0, self.remaining - max(self.kept, waiting))


def settings_of(connection: Connection, office: Office, connection_id: int) -> ConnectionSettings | None:
    """What the settings say of the connection; None: nothing, as of the web inbox, which has no limits."""
    if not office.settings.connections:
        return None
    return office.settings.connections.get(usages.name_of(connection, connection_id))


def standing_of(settings: ConnectionSettings, usage: Usage) -> Standing | None:
    """How the month stands; None where nothing limits it."""
    limit = settings.messages_a_month
    if not limit and usage.spent_at is None:
        return None
    used = usage.outgoing + (usage.incoming if settings.counts_incoming else 0)
    return Standing(limit, used, -(-limit * settings.kept_for_compulsory // ALL), usage.spent_at)


def standing_at(connection: Connection, office: Office, connection_id: int) -> Standing | None:
    """How the connection's month stands now, without holding it; None where nothing limits it."""
    settings = settings_of(connection, office, connection_id)
    if settings is None:
        return None
    return standing_of(settings, usages.of_month(connection, connection_id, month_of(office)))


def compulsory_waiting(connection: Connection, office: Office, connection_id: int, *, most: int) -> int:
    """How many compulsory ones of this month are queued there, at most `most`."""
    if not most:
        return 0
    ends = machine_time(office, next_month(office))
    return held_back.compulsory_waiting(connection, connection_id, FIRST, before=ends, most=most)
