"""Who is meant by the tasks of a version, written down in the transaction that publishes it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from bot.access import Caller
from bot.delivery import queueing
from bot.history import entry
from bot.office import Office
from bot.publication.member.tasks import Task, tasks_of
from storage import history
from storage.acknowledgement import task_takers
from storage.acknowledgement.task_takers import DROPPED, NAMED, TAKEN, Taker
from storage.database import Connection
from storage.delivery import deliveries
from storage.organisation import people
from storage.publication import correction_news, publications
from storage.publication.publications import Publication
from storage.states import Purpose, Repeat

_SHIFT = 16
"""More than a publication has tasks (`bot.publication.member.tasks.MOST_TASKS`)."""


def name_takers(
    connection: Connection,
    office: Office,
    caller: Caller,
    *,
    publication_id: int,
    tasks: Iterable[Mapping[str, Any]],
    before: Iterable[Mapping[str, Any]] = (),
    is_material: bool = True,
) -> None:
    """Write down who is meant by the tasks of a version, in the transaction that publishes it.

    Who is meant and was sent no card gets one; who has it already, and who had taken what is theirs no more,
    gets a message of their own: for them no correction is a small one. What was taken of the version before
    stays taken where the task is the same; after a correction that asks nothing again, also where it only
    reads otherwise.

    Args:
        connection: the publishing transaction, with the version and its cards in it.
        office: the office.
        caller: who publishes.
        publication_id: which publication.
        tasks: of the new version, as its row holds them.
        before: of the version before.
        is_material: of a correction: whether those who had answered are asked again.
    """
    now_meant, was_meant = tasks_of(tasks), tasks_of(before)
    known = task_takers.of_publication(connection, publication_id)
    standing = {(one.task, one.member_id): one for one in known}
    places: dict[int, int] = {}
    fresh: dict[int, list[int]] = {}
    for place, task in enumerate(now_meant):
        came_from = _came_from(place, task, was_meant, is_material=is_material)
        for member_id in dict.fromkeys(task.member_ids):
            kept = standing.pop((came_from, member_id), None) if came_from is not None else None
            if kept is not None:
                places[kept.id] = place
            else:
                fresh.setdefault(member_id, []).append(place)
    gone = list(standing.values())
    for one in gone:
        note_taker(connection, office, caller, one, to=DROPPED)
    task_takers.place(connection, places=places, gone=[one.id for one in gone])
    let_go: dict[int, list[int]] = {}
    for one in gone:
        # What only reads otherwise is asked of them anew.
        if one.taken_at is not None and one.task not in fresh.get(one.member_id, ()):
            let_go.setdefault(one.member_id, []).append(one.task)
    for member_id in fresh | let_go:
        named = fresh.get(member_id, [])
        _name(connection, office, caller, publication_id, member_id, named, let_go.get(member_id, []))


def subject_of(*, named: Collection[int], let_go: Collection[int]) -> int:
    """What the row of `Purpose.TASK_NEWS` keeps: the places of the new tasks, and of those taken back."""
    return sum(1 << place for place in named) | sum(1 << place + _SHIFT for place in let_go)


def places_in(subject: int) -> tuple[frozenset[int], frozenset[int]]:
    """The same read again: of the new ones in their version, of those taken back in the one before."""
    named, let_go = (
        frozenset(place for place in range(_SHIFT) if subject >> place + offset & 1) for offset in (0, _SHIFT)
    )
    return named, let_go


def _came_from(place: int, task: Task, before: Sequence[Task], *, is_material: bool) -> int | None:
    """The place of the same task in the version before; None: it is a new one."""
    same = [number for number, one in enumerate(before) if (one.text, one.due_on) == (task.text, task.due_on)]
    if same:
        return place if place in same else same[0]
    return place if not is_material and place < len(before) else None


def _name(
    connection: Connection,
    office: Office,
    caller: Caller,
    publication_id: int,
    member_id: int,
    named: Sequence[int],
    let_go: Sequence[int],
) -> None:
    member = people.member(connection, member_id)
    found = publications.publication(connection, publication_id)
    if member is None or member.left_at is not None or found is None:
        # They left after the clerk had named them: who is outstanding must be somebody.
        return
    for place in named:
        row_id = task_takers.add(connection, publication_id=publication_id, task=place, member_id=member_id)
        taker = Taker(row_id, publication_id, place, member_id, None)
        note_taker(connection, office, caller, taker, to=NAMED, was="")
    if named and not publications.had_a_card(connection, publication_id=publication_id, member_id=member_id):
        _send(connection, office, found, member_id, "card", Purpose.CARD)
        named = ()
    elif correction_news.has_card_to_come(connection, publication_id=publication_id, member_id=member_id):
        named = ()
    if named or let_go:
        subject = subject_of(named=named, let_go=let_go)
        _send(connection, office, found, member_id, "tasks", Purpose.TASK_NEWS, subject)


def _send(
    connection: Connection,
    office: Office,
    found: Publication,
    member_id: int,
    what: str,
    purpose: Purpose,
    subject: int | None = None,
) -> None:
    queueing.to_member(
        connection,
        office,
        member_id=member_id,
        once_key=f"pub:{found.id}:v{found.version}:m{member_id}:{what}",
        purpose=purpose,
        urgency=found.urgency,
        repeat=Repeat.ONCE,
        rank=deliveries.RANKS[found.urgency],
        publication_id=found.id,
        version=found.version,
        subject=subject,
    )


def note_taker(
    connection: Connection, office: Office, caller: Caller, meant: Taker, *, to: str, was: str | None = None
) -> None:
    """Append a line of history; `was` is the state before, unless the row itself says it."""
    member = people.member(connection, meant.member_id)
    before = was if was is not None else NAMED if meant.taken_at is None else TAKEN
    history.append(
        connection,
        entry(
            caller,
            office,
            thing="task",
            thing_id=meant.id,
            from_state=before,
            to_state=to,
            publication_id=meant.publication_id,
            member_id=meant.member_id,
            unit_id=member.unit_id if member else None,
        ),
    )
