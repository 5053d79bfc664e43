"""A member says "Đã nắm", or takes it back."""

from dataclasses import dataclass
from datetime import datetime

from bot.access import Caller, demand_member
from bot.acknowledgement.changing import CLOSED, change, demand_obligation
from bot.errors import Refusal, Refused
from bot.office import Office
from storage import consents, publications
from storage.database import Connection
from storage.obligations import Obligation
from storage.states import ConsentPurpose, ObligationState


@dataclass(frozen=True)
class Acknowledged:
    """How the obligation stands after the tap.

    Args:
        at: when it was acknowledged or read aloud (office time).
        already: it had been before this tap.
        number: of the publication, as printed; empty when it has none.
    """

    publication_id: int
    at: datetime
    already: bool
    number: str = ""
    title: str = ""


async def acknowledge(caller: Caller, office: Office, *, publication_id: int) -> Acknowledged:
    """Record that the caller has taken note of the publication; a second tap changes nothing.

    A question that still waits for its answer is withdrawn.

    Raises:
        Refused: NOT_FOUND, WITHDRAWN, NOT_ASKED, NOT_ALLOWED; NOT_AGREED_TO when the member did not agree
            that acknowledgements are kept.
    """
    member_id = demand_member(caller)

    def body(connection: Connection) -> Acknowledged:
        if consents.withholds(connection, member_id, ConsentPurpose.ACKNOWLEDGEMENT):
            raise Refused(Refusal.NOT_AGREED_TO)
        obligation = demand_obligation(connection, publication_id=publication_id, member_id=member_id)
        already = obligation.state in CLOSED or not _close(connection, office, caller, obligation)
        if already:
            obligation = demand_obligation(connection, publication_id=publication_id, member_id=member_id)
        if already and obligation.state not in CLOSED:
            raise Refused(Refusal.GONE_ON)
        at = obligation.changed_at if already else office.clock.now()
        found = publications.publication(connection, publication_id)
        number, title = (found.number, found.title) if found else ("", "")
        return Acknowledged(publication_id, at, already, number, title)

    return await office.perform(caller, "acknowledge", body, outcome=Acknowledged)


def _close(connection: Connection, office: Office, caller: Caller, obligation: Obligation) -> bool:
    """Whether this tap closed it; if not, another one was first."""
    try:
        change(
            connection,
            office,
            caller,
            obligation,
            to=ObligationState.ACKNOWLEDGED,
            address_id=caller.address_id,
        )
    except Refused:
        return False
    return True


async def undo(caller: Caller, office: Office, *, publication_id: int) -> None:
    """Take one's own acknowledgement back; history keeps that it was there.

    Raises:
        Refused: NOT_FOUND, WITHDRAWN, NOT_ASKED, GONE_ON when it was not acknowledged, NOT_ALLOWED.
    """
    member_id = demand_member(caller)

    def body(connection: Connection) -> None:
        obligation = demand_obligation(connection, publication_id=publication_id, member_id=member_id)
        if obligation.state is not ObligationState.ACKNOWLEDGED:
            raise Refused(Refusal.GONE_ON)
        change(connection, office, caller, obligation, to=ObligationState.EXPECTED, address_id=None)

    await office.perform(caller, "undo", body, outcome=type(None))
