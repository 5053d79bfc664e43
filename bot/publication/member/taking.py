"""Who is meant by a task says that they took it, or takes that back."""

from dataclasses import dataclass
from datetime import datetime

from bot.access import Caller, demand_member
from bot.acknowledgement.acknowledging import demand_agreed
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.publication.member.naming_takers import note_taker
from bot.publication.member.tasks import Task, tasks_of
from storage.acknowledgement import task_takers
from storage.acknowledgement.task_takers import NAMED, TAKEN, MyTask, Taker
from storage.database import Connection
from storage.delivery import renewals
from storage.publication import publications
from storage.publication.drafts import Content
from storage.publication.publications import Publication
from storage.states import PublicationState, Scope

_PLACES = 100


@dataclass(frozen=True)
class TakenTask:
    """How a task stands after the press.

    Args:
        text: of the task; empty where the text may not travel.
        at: when it was taken (office time).
        already: it had been before.
    """

    publication_id: int
    number: str
    title: str
    text: str
    at: datetime
    already: bool


@dataclass(frozen=True)
class OwnTask:
    """A task by which the caller is meant.

    Args:
        place: of the task, from 0.
        text: empty where the text may not travel.
        taken_at: office time; None: not yet.
    """

    publication_id: int
    number: str
    title: str
    place: int
    text: str
    taken_at: datetime | None


def mark_of(version: int, place: int) -> int:
    """What a button for the task in that place (from 0) carries besides the publication."""
    return version * _PLACES + place


def read_mark(mark: int) -> tuple[int, int]:
    """Version and place of a button."""
    version, place = divmod(mark, _PLACES)
    return version, place


async def take(
    caller: Caller, office: Office, *, publication_id: int, place: int, version: int | None = None
) -> TakenTask:
    """Record that the caller took the task; a second press changes nothing.

    Args:
        caller: who takes it.
        office: the office.
        publication_id: of which publication.
        place: of the task, from 0.
        version: that was in sight; None: the newest.

    Raises:
        Refused: NOT_ALLOWED, NOT_AGREED_TO, NOT_FOUND, WITHDRAWN; NOT_TAKEN_ON where the caller is not meant,
            or saw an earlier version: another task may stand in that place now.
    """
    member_id = demand_member(caller)

    def body(connection: Connection) -> TakenTask:
        demand_agreed(connection, member_id)
        found, meant = _demand_meant(
            connection, publication_id=publication_id, place=place, member_id=member_id
        )
        if version is not None and version != found.version:
            raise Refused(Refusal.NOT_TAKEN_ON)
        already = meant.taken_at is not None or not _set(connection, office, caller, meant, taken=True)
        if already:
            # By their other chat; or a correction has let them go just now, and nothing was taken.
            _, meant = _demand_meant(
                connection, publication_id=publication_id, place=place, member_id=member_id
            )
        at = meant.taken_at or office.clock.now()
        return TakenTask(found.id, found.number, found.title, text_of(found, place), at, already)

    return await office.perform(caller, "take task", body, outcome=TakenTask)


async def give_back(caller: Caller, office: Office, *, publication_id: int, place: int) -> None:
    """Take it back; history keeps that it was taken.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, WITHDRAWN, NOT_TAKEN_ON; GONE_ON where it was not taken.
    """
    member_id = demand_member(caller)

    def body(connection: Connection) -> None:
        _, meant = _demand_meant(connection, publication_id=publication_id, place=place, member_id=member_id)
        if meant.taken_at is None or not _set(connection, office, caller, meant, taken=False):
            raise Refused(Refusal.GONE_ON)

    await office.perform(caller, "give task back", body, outcome=type(None))


async def own_tasks(caller: Caller, office: Office) -> tuple[OwnTask, ...]:
    """The caller's tasks of what is in force, taken or not, the oldest publication first.

    Raises:
        Refused: NOT_ALLOWED, when no member stands behind the call.
    """
    member_id = demand_member(caller)

    def body(connection: Connection) -> tuple[OwnTask, ...]:
        return tuple(_own(connection, one) for one in task_takers.of_member_in_force(connection, member_id))

    return await office.database.read(body)


def _own(connection: Connection, one: MyTask) -> OwnTask:
    found = publications.publication(connection, one.publication_id)
    text = text_of(found, one.task) if found else ""
    return OwnTask(one.publication_id, one.number, one.title, one.task, text, one.taken_at)


def tasks_shown(found: Content) -> list[Task]:
    """The tasks whose words may travel: of what is công khai."""
    return tasks_of(found.tasks) if found.scope is Scope.PUBLIC else []


def _demand_meant(
    connection: Connection, *, publication_id: int, place: int, member_id: int
) -> tuple[Publication, Taker]:
    found = publications.publication(connection, publication_id)
    if found is None:
        raise Refused(Refusal.NOT_FOUND)
    if found.state is PublicationState.WITHDRAWN:
        raise Refused(Refusal.WITHDRAWN)
    meant = task_takers.find(connection, publication_id=publication_id, task=place, member_id=member_id)
    if meant is None:
        raise Refused(Refusal.NOT_TAKEN_ON)
    return found, meant


def _set(connection: Connection, office: Office, caller: Caller, meant: Taker, *, taken: bool) -> bool:
    """Whether this press changed it; if not, another one was first."""
    taken_at = office.clock.now() if taken else None
    address_id = caller.address_id if taken else None
    if not task_takers.set_taken(connection, meant, taken_at=taken_at, address_id=address_id):
        return False
    note_taker(connection, office, caller, meant, to=TAKEN if taken else NAMED)
    refresh(connection, office, meant)
    return True


def refresh(connection: Connection, office: Office, meant: Taker) -> None:
    """Let the cards that stand show how it is now: the member's, and the leaders'."""
    machine = office.clock.machine()
    renewals.card(connection, publication_id=meant.publication_id, member_id=meant.member_id, now=machine)
    renewals.progress(connection, publication_ids=[meant.publication_id], now=machine)


def text_of(found: Publication, place: int) -> str:
    """The words of the task in that place; empty where they may not travel."""
    tasks = tasks_shown(found)
    return tasks[place].text if place < len(tasks) else ""
