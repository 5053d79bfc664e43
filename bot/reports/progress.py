"""How far publications have come, for a leader who asks."""

from dataclasses import dataclass
from datetime import datetime

from bot.access import Caller
from bot.messages.blocks import Message
from bot.office import Office
from bot.reports.cards import progress_card
from bot.reports.counting import progress_of
from bot.reports.sight import demand_publication, demand_sight
from storage.acknowledgement import reports
from storage.database import Connection

_MOST = 8


@dataclass(frozen=True)
class Followed:
    """A publication that asks for acknowledgement in the caller's units.

    Args:
        expected: the denominator there.
    """

    publication_id: int
    number: str
    title: str
    due_at: datetime | None
    expected: int
    acknowledged: int
    outstanding: int


async def followed(caller: Caller, office: Office) -> list[Followed]:
    """The newest publications whose totals the caller may see.

    Raises:
        Refused: NOT_ALLOWED.
    """
    sight = demand_sight(caller)

    def body(connection: Connection) -> list[Followed]:
        found = reports.asked(connection, unit_ids=sight.totals, limit=_MOST)
        return [Followed(**one.__dict__) for one in found]

    return await office.database.read(body)


async def progress(caller: Caller, office: Office, *, publication_id: int) -> Message:
    """The progress card as it stands now, with what this caller may see and do.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND.
    """
    sight = demand_sight(caller)

    def body(connection: Connection) -> Message:
        publication = demand_publication(connection, publication_id)
        counted = progress_of(connection, office, publication, units=sight.totals)
        return progress_card(counted, sight, zone=office.zone)

    return await office.database.read(body)
