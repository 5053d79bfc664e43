"""Letting a publication go on that was stopped after three equal content errors."""

from bot.access import Caller, demand
from bot.errors import Refusal, Refused
from bot.history import entry
from bot.office import Office
from storage import history
from storage.database import Connection
from storage.delivery import renewals, settlements
from storage.states import PublicationState, Role


async def resume(caller: Caller, office: Office, *, publication_id: int) -> None:
    """Send what is still owed, and again what was refused; three more equal errors stop it anew.

    Raises:
        Refused: NOT_ALLOWED to anybody but the clerk, GONE_ON when it was not halted.
    """
    demand(caller, {Role.CLERK})

    def body(connection: Connection) -> None:
        now = office.clock.machine()
        if not settlements.resume_publication(connection, publication_id, now=now):
            raise Refused(Refusal.GONE_ON)
        line = entry(
            caller,
            office,
            thing="publication",
            thing_id=publication_id,
            from_state=PublicationState.HALTED,
            to_state=PublicationState.IN_FORCE,
            publication_id=publication_id,
        )
        history.append(connection, line)
        renewals.progress(connection, publication_ids=[publication_id], now=now)

    await office.perform(caller, "resume", body, outcome=type(None))
