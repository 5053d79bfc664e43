"""Acting as somebody else and turning the clock exist only where the organisation is an invented one."""

from datetime import datetime

from bot.errors import Refusal, Refused
from bot.office import Office
from storage.database import Connection
from storage.organisation import organisation
from storage.organisation.organisation import Installation


def demand_sandbox(connection: Connection) -> Installation:
    """What the installation says of itself.

    Raises:
        Refused: NOT_ALLOWED, when this database is a real organisation's (or nobody's yet).
    """
    found = organisation.installation(connection)
    if found is None or not found.sandbox:
        raise Refused(Refusal.NOT_ALLOWED)
    return found


async def begun_at(office: Office) -> datetime:
    """When this sample organisation was founded: another moment means that the story began again.

    Raises:
        Refused: NOT_ALLOWED where this is no sandbox.
    """
    founded = await office.database.read(demand_sandbox)
    return founded.created_at
