"""A secretary writes down that somebody without a messenger took the task by which they are meant."""

from dataclasses import dataclass
from datetime import datetime

from bot.access import LEADERS_OF_A_UNIT, Caller, demand
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.publication.member.naming_takers import note_taker
from bot.publication.member.taking import refresh, text_of
from bot.texts import people as forms
from storage.acknowledgement import task_takers
from storage.acknowledgement.task_takers import TOLD, Taker
from storage.database import Connection
from storage.organisation import people
from storage.publication import publications
from storage.publication.publications import Publication
from storage.states import PublicationState


@dataclass(frozen=True)
class ToldTask:
    """A task, and who is meant by it.

    Args:
        called: the person, in full.
        text: of the task; empty where it may not travel.
        at: when it was written down (office time); None: it is not yet.
    """

    publication_id: int
    taker_id: int
    number: str
    title: str
    called: str
    text: str
    at: datetime | None = None


async def told_task(caller: Caller, office: Office, *, publication_id: int, taker_id: int) -> ToldTask:
    """What would be written down, to be confirmed.

    Raises:
        Refused: NOT_ALLOWED, also of one's own task; NOT_FOUND, WITHDRAWN; GONE_ON when it is taken already.
    """
    demand(caller, LEADERS_OF_A_UNIT)

    def body(connection: Connection) -> ToldTask:
        found, taker, called = _demand(connection, caller, publication_id, taker_id)
        return _told(found, taker, called)

    return await office.database.read(body)


async def record(caller: Caller, office: Office, *, publication_id: int, taker_id: int) -> ToldTask:
    """Write it down; it is counted apart from what people took themselves.

    Raises:
        Refused: as `told_task`.
    """
    demand(caller, LEADERS_OF_A_UNIT)

    def body(connection: Connection) -> ToldTask:
        found, taker, called = _demand(connection, caller, publication_id, taker_id)
        now = office.clock.now()
        if not task_takers.set_taken(connection, taker, taken_at=now, address_id=None):
            raise Refused(Refusal.GONE_ON)
        note_taker(connection, office, caller, taker, to=TOLD)
        refresh(connection, office, taker)
        return _told(found, taker, called, at=now)

    return await office.perform(caller, "record task", body, outcome=ToldTask)


def _demand(
    connection: Connection, caller: Caller, publication_id: int, taker_id: int
) -> tuple[Publication, Taker, str]:
    taker = task_takers.by_id(connection, taker_id)
    found = publications.publication(connection, publication_id)
    member = people.member(connection, taker.member_id) if taker else None
    if taker is None or found is None or taker.publication_id != found.id or member is None:
        raise Refused(Refusal.NOT_FOUND)
    if member.id == caller.member_id or member.left_at is not None:
        raise Refused(Refusal.NOT_ALLOWED)
    demand(caller, LEADERS_OF_A_UNIT, unit_id=member.unit_id)
    if found.state is PublicationState.WITHDRAWN:
        raise Refused(Refusal.WITHDRAWN)
    if taker.taken_at is not None:
        raise Refused(Refusal.GONE_ON)
    return found, taker, forms.call(member.address_form, member.full_name)


def _told(found: Publication, taker: Taker, called: str, *, at: datetime | None = None) -> ToldTask:
    text = text_of(found, taker.task)
    return ToldTask(found.id, taker.id, found.number, found.title, called, text, at)
