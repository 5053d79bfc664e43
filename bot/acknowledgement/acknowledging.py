"""A member says "Đã nắm", or takes it back."""

from dataclasses import dataclass
from datetime import datetime

from bot.access import Caller, demand_member
from bot.acknowledgement.changing import CLOSED, change, demand_obligation
from bot.acknowledgement.page_receipts import tell_the_chat
from bot.acknowledgement.seen_versions import demand_seen
from bot.errors import Refusal, Refused
from bot.office import Office
from storage.acknowledgement import quizzes
from storage.acknowledgement.obligations import Obligation
from storage.database import Connection
from storage.privacy import consents
from storage.publication import publications
from storage.publication.publications import Publication
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


async def acknowledge(
    caller: Caller, office: Office, *, publication_id: int, version: int | None = None
) -> Acknowledged:
    """Record that the caller has taken note of the publication; a second tap changes nothing.

    A question that still waits for its answer is withdrawn. `version` is the one that was in sight; None:
    the caller typed words, and the newest card that went out to them counts.

    Raises:
        Refused: NOT_FOUND, WITHDRAWN, NOT_ASKED, NOT_ALLOWED; NOT_AGREED_TO when the member did not agree
            that acknowledgements are kept; QUIZ_FIRST when its questions wait to be answered; NEW_VERSION
            when a material correction has come since that version.
    """
    member_id = demand_member(caller)

    def body(connection: Connection) -> Acknowledged:
        return take_note(
            connection,
            office,
            caller,
            member_id=member_id,
            publication_id=publication_id,
            version=version,
        )

    return await office.perform(caller, "acknowledge", body, outcome=Acknowledged)


def take_note(
    connection: Connection,
    office: Office,
    caller: Caller,
    *,
    member_id: int,
    publication_id: int,
    version: int | None = None,
) -> Acknowledged:
    """As `acknowledge`, in the caller's own transaction: no other way leads there.

    Raises:
        Refused: as `acknowledge`.
    """
    demand_agreed(connection, member_id)
    obligation = demand_obligation(connection, publication_id=publication_id, member_id=member_id)
    found = publications.publication(connection, publication_id)
    if obligation.state not in CLOSED:
        demand_seen(connection, publication_id=publication_id, member_id=member_id, version=version)
        if found is not None and open_questions(connection, found, member_id):
            raise Refused(Refusal.QUIZ_FIRST)
    already = obligation.state in CLOSED or not _close(connection, office, caller, obligation, version)
    if already:
        obligation = demand_obligation(connection, publication_id=publication_id, member_id=member_id)
    if already and obligation.state not in CLOSED:
        # A correction came between the look and the change.
        demand_seen(connection, publication_id=publication_id, member_id=member_id, version=version)
        raise Refused(Refusal.GONE_ON)
    quizzes.forget(connection, publication_id=publication_id, member_id=member_id)
    at = obligation.changed_at if already else office.clock.now()
    if found is not None and not already:
        tell_the_chat(connection, office, caller, obligation, found, at=at)
    number, title = (found.number, found.title) if found else ("", "")
    return Acknowledged(publication_id, at, already, number, title)


def demand_agreed(connection: Connection, member_id: int) -> None:
    """Refuse where the member did not agree that what they acknowledge is kept.

    Raises:
        Refused: NOT_AGREED_TO.
    """
    if consents.withholds(connection, member_id, ConsentPurpose.ACKNOWLEDGEMENT):
        raise Refused(Refusal.NOT_AGREED_TO)


def open_questions(connection: Connection, found: Publication, member_id: int) -> list[int]:
    """The places of the questions that the member has not yet answered rightly, in order."""
    if not found.quiz:
        return []
    passed = quizzes.passed(connection, publication_id=found.id, version=found.version, member_id=member_id)
    return [place for place in range(len(found.quiz)) if place not in passed]


def _close(
    connection: Connection, office: Office, caller: Caller, obligation: Obligation, version: int | None
) -> bool:
    """Whether this tap closed it; if not, another one was first."""
    try:
        change(
            connection,
            office,
            caller,
            obligation,
            to=ObligationState.ACKNOWLEDGED,
            version=min(version or obligation.version, obligation.version),
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
