"""An admin says that a month is not used up after all: the platform's own word is put aside."""

from bot.access import Caller, demand
from bot.delivery.quotas.months import month_of
from bot.delivery.quotas.releasing import release
from bot.errors import Refusal, Refused
from bot.history import entry
from bot.office import Office
from storage import history
from storage.channels import connections, usages
from storage.database import Connection
from storage.delivery import held_back
from storage.states import Role


async def try_again(caller: Caller, office: Office, *, connection_id: int) -> int:
    """Send there again this month, as far as the office's own count allows; how many held ones may go.

    If the platform goes on refusing, its next answer says so again.

    Raises:
        Refused: NOT_ALLOWED; NOT_FOUND; NO_CHANGE, where the platform has not said that it is used up.
    """
    demand(caller, {Role.ADMIN})

    def body(connection: Connection) -> int:
        if all(line.id != connection_id for line in connections.every(connection)):
            raise Refused(Refusal.NOT_FOUND)
        month = month_of(office)
        if usages.hold(connection, connection_id, month).spent_at is None:
            raise Refused(Refusal.NO_CHANGE)
        usages.note_spent(connection, connection_id, month, at=None)
        line = entry(
            caller, office, thing="connection", thing_id=connection_id, from_state="spent", to_state="tried"
        )
        history.append(connection, line)
        held_back.forget_skipped(connection, connection_id, now=office.clock.machine())
        return release(connection, office, connection_id)

    return await office.perform(caller, "try_connection", body, outcome=int)


async def try_named(caller: Caller, office: Office, *, name: str) -> int:
    """As `try_again`, for the connection that the settings call so.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, NO_CHANGE.
    """
    demand(caller, {Role.ADMIN})
    lines = await office.database.read(connections.every)
    found = next((line.id for line in lines if line.name == name), None)
    if found is None:
        raise Refused(Refusal.NOT_FOUND)
    return await try_again(caller, office, connection_id=found)
