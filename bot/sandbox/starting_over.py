"""The sample organisation as it was on the first day."""

from collections.abc import Callable
from datetime import timedelta

from bot.office import Office
from bot.sandbox.guarding import demand_sandbox
from bot.sandbox.turning import demand_turnable
from storage.database import Connection
from storage.organisation import organisation
from storage.wiping import wipe


async def start_over(office: Office, found: Callable[[Connection], object]) -> None:
    """Empty every table and found the sample again, in one transaction.

    The clock goes back to the machine's time: what happened later is no more, so nothing runs backwards.

    Args:
        office: the sandbox.
        found: writes the sample organisation, as of `office.clock.now()`.

    Raises:
        Refused: NOT_ALLOWED where this is no sandbox; nothing was emptied.
    """
    clock = demand_turnable(office)
    before = clock.offset
    begun = False

    def body(connection: Connection) -> None:
        demand_sandbox(connection)
        wipe(connection)
        found(connection)

    clock.offset = timedelta()
    try:
        await office.database.transaction(body)
        begun = True
    finally:
        if not begun:
            clock.offset = before
    office.bell.ring()


async def is_founded(office: Office) -> bool:
    """Whether the database has an organisation in it."""
    return await office.database.read(organisation.installation) is not None
