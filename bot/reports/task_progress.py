"""Who took the tasks of a publication, and how its questions were answered at the first try, for leaders."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from bot.access import LEADERS_OF_A_UNIT, Caller
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.publication.member.taking import tasks_shown
from bot.reports.sight import Seen, demand_names, demand_sight, log_names
from storage.acknowledgement import quizzes, task_takers
from storage.acknowledgement.task_takers import Counted, NamedTaker
from storage.database import Connection
from storage.publication import publications
from storage.publication.publications import Publication

LEAST_ANSWERED = 5
"""Of fewer people one could guess who had been wrong."""
_MOST = 8


@dataclass(frozen=True)
class TakerName:
    """Somebody who is meant by a task.

    Args:
        taken_at: office time; None: not yet.
        is_told: a leader wrote that down.
        to_record: the number of their row, where the caller may write it down: they have no messenger.
    """

    full_name: str
    taken_at: datetime | None
    is_told: bool
    to_record: int | None = None


@dataclass(frozen=True)
class TaskLine:
    """One task in the units that are looked at.

    Args:
        place: from 1, as on the card.
        text: empty where it may not travel.
        taken: who said so themselves.
        told: those of whom a leader wrote it down.
        names: empty unless they were asked for.
    """

    place: int
    text: str
    named: int
    taken: int
    told: int
    names: tuple[TakerName, ...] = ()


@dataclass(frozen=True)
class FirstTries:
    """How a question was answered at first, by everybody; None where too few did."""

    place: int
    answered: int | None
    wrong: int | None


@dataclass(frozen=True)
class TaskProgress:
    """What there is to tell.

    Args:
        sees_names: the caller may ask for the names of somebody here.
    """

    publication_id: int
    number: str
    title: str
    tasks: tuple[TaskLine, ...]
    questions: tuple[FirstTries, ...]
    sees_names: bool


async def with_tasks(caller: Caller, office: Office) -> list[Counted]:
    """The newest publications that ask nothing but that tasks be taken, counted where the caller may look.

    Raises:
        Refused: NOT_ALLOWED.
    """
    sight = demand_sight(caller)

    def body(connection: Connection) -> list[Counted]:
        return task_takers.counted(connection, unit_ids=sight.totals, limit=_MOST)

    return await office.database.read(body)


async def task_progress(
    caller: Caller, office: Office, *, publication_id: int, with_names: bool = False
) -> TaskProgress:
    """How far the tasks were taken; with names, where the caller may know who is outstanding.

    A committee leader's look at names is written down.

    Raises:
        Refused: NOT_ALLOWED; NOT_FOUND also where it has neither tasks nor questions.
    """
    sight = demand_sight(caller)
    units = sight.totals
    if with_names:
        units = demand_names(caller)
        await log_names(caller, office, publication_id=publication_id, units=units, shown_in="tasks")

    def body(connection: Connection) -> TaskProgress:
        found = publications.publication(connection, publication_id)
        if found is None or not (found.tasks or found.quiz):
            raise Refused(Refusal.NOT_FOUND)
        takers = task_takers.named(connection, publication_id, unit_ids=units)
        return TaskProgress(
            found.id,
            found.number,
            found.title,
            _tasks(found, takers, caller, with_names=with_names),
            () if with_names else first_tries(connection, found),
            _sees_any(sight.names, takers),
        )

    return await office.database.read(body)


def taken_of(
    connection: Connection, found: Publication, *, units: Collection[int] | None
) -> tuple[int, int, int]:
    """In these units: who took what they were named for, who was named, of whom a leader wrote it down."""
    takers = task_takers.named(connection, found.id, unit_ids=units) if found.tasks else []
    return _taken(takers), len(takers), _told(takers)


def first_tries(connection: Connection, found: Publication) -> tuple[FirstTries, ...]:
    """Question by question, without names, and without numbers where too few answered."""
    tallies = quizzes.tallies(connection, publication_id=found.id, version=found.version)
    answered: Counter[int] = Counter()
    wrong: Counter[int] = Counter()
    for one in tallies:
        if one.question < len(found.quiz):
            answered[one.question] += one.amount
            wrong[one.question] += one.amount if one.choice != found.quiz[one.question]["right"] else 0
    return tuple(
        FirstTries(place + 1, answered[place], wrong[place])
        if answered[place] >= LEAST_ANSWERED
        else FirstTries(place + 1, None, None)
        for place in range(len(found.quiz))
    )


def _taken(takers: Collection[NamedTaker]) -> int:
    return sum(one.taken_at is not None and not one.is_told for one in takers)


def _told(takers: Collection[NamedTaker]) -> int:
    return sum(one.is_told for one in takers)


def _tasks(
    found: Publication, takers: Collection[NamedTaker], caller: Caller, *, with_names: bool
) -> tuple[TaskLine, ...]:
    texts = [one.text for one in tasks_shown(found)]
    lines = []
    for place in range(len(found.tasks)):
        theirs = [one for one in takers if one.task == place]
        names = tuple(_name(one, caller) for one in theirs) if with_names else ()
        if theirs:
            text = texts[place] if texts else ""
            lines.append(TaskLine(place + 1, text, len(theirs), _taken(theirs), _told(theirs), names))
    return tuple(lines)


def _name(one: NamedTaker, caller: Caller) -> TakerName:
    waits = one.taken_at is None and not one.has_chat and one.member_id != caller.member_id
    may = waits and caller.has(LEADERS_OF_A_UNIT, unit_id=one.unit_id)
    return TakerName(one.full_name, one.taken_at, one.is_told, one.id if may else None)


def _sees_any(units: Seen, takers: Collection[NamedTaker]) -> bool:
    return any(units is None or one.unit_id in units for one in takers)
