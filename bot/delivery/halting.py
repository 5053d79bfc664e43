"""Three equal content errors stop a publication: the fault is in the text, not in the person."""

from bot.access import Caller, Door
from bot.history import entry
from bot.logs import get
from bot.office import Office
from storage import history
from storage.database import Connection
from storage.delivery import renewals, settlements
from storage.delivery.claims import Claimed
from storage.states import Purpose, Reason

log = get(__name__)
_CLOCK = Caller(member_id=None, door=Door.CLOCK)
_CONTENT_ERRORS = 3


def halt_if_hopeless(connection: Connection, office: Office, row: Claimed, *, detail: str) -> None:
    """Stop the publication of this card when as many others were refused in the same words."""
    if row.publication_id is None or row.purpose is not Purpose.CARD:
        return
    equal = settlements.equal_content_errors(connection, publication_id=row.publication_id, detail=detail)
    if equal >= _CONTENT_ERRORS and settlements.halt_publication(connection, row.publication_id):
        log.error("publication halted", publication=row.publication_id, detail=detail)
        history.append(
            connection,
            entry(
                _CLOCK,
                office,
                thing="publication",
                thing_id=row.publication_id,
                from_state="in_force",
                to_state="halted",
                publication_id=row.publication_id,
                detail=Reason.CONTENT,
            ),
        )
        renewals.progress(connection, publication_ids=[row.publication_id], now=office.clock.machine())
