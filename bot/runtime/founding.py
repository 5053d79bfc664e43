"""Founding the office, once, and saying whether that was done."""

from bot.access import Caller, Door
from bot.errors import SettingsError
from bot.office import Office
from bot.organisation.founding import AlreadyFounded, found_office
from bot.organisation.joining.inviting import Invitation, invite
from storage.database import Connection
from storage.organisation import organisation
from storage.organisation.organisation import Installation

_COMMAND_LINE = Caller(member_id=None, door=Door.COMMAND_LINE)


async def founded(office: Office) -> Installation | None:
    """What this database says that it is, or None before `loa init`."""
    return await office.database.read(organisation.installation)


async def demand_founded(office: Office) -> Installation:
    """As `founded`.

    Raises:
        SettingsError: no office is in this database yet.
    """
    found = await founded(office)
    if found is None:
        raise SettingsError("there is no office in this database yet; begin with loa init")
    return found


async def found(office: Office, *, first_admin_name: str, unit_name: str) -> Invitation | None:
    """Found the office and invite its first admin; None when it was founded before.

    Raises:
        Refused: EMPTY, when a name is blank.
    """

    def body(connection: Connection) -> int:
        names = {"first_admin_name": first_admin_name, "unit_name": unit_name}
        return found_office(connection, office, **names).admin_id

    try:
        admin_id = await office.database.transaction(body)
    except AlreadyFounded:
        return None
    return await invite(_COMMAND_LINE, office, member_id=admin_id)
