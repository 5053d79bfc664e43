"""Who is meant by the tasks of a version, written down in the transaction that publishes it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from bot.access import Caller
from bot.delivery import queueing
from bot.history import entry
from bot.office import Office
from bot.publication.member.tasks import Task, tasks_of
from storage import (
    history,
)
from storage.acknowledgement import (
    task_takers,
)
from storage.acknowledgement.task_takers import DROPPED, NAMED, TAKEN, Taker
from storage.database import Connection
from storage.delivery import (
    deliveries,
)
from storage.organisation import (
    people,
)
from storage.publication import (
    publications,
)
from storage.states import Purpose, Repeat


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

    Who is meant and was sent no card gets one. What was taken of the version before stays taken where the
    task is the same; after a correction that asks nothing again, also where it only reads otherwise.

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
    fresh: list[tuple[int, int]] = []
    for place, task in enumerate(now_meant):
        came_from = _came_from(place, task, was_meant, is_material=is_material)
        for member_id in dict.fromkeys(task.member_ids):
            kept = standing.pop((came_from, member_id), None) if came_from is not None else None
            if kept is not None:
                places[kept.id] = place
            else:
                fresh.append((place, member_id))
    for gone in standing.values():
        note_taker(connection, office, caller, gone, to=DROPPED)
    task_takers.place(connection, places=places, gone=[one.id for one in standing.values()])
    for place, member_id in fresh:
        _name(connection, office, caller, publication_id, place=place, member_id=member_id)


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
    *,
    place: int,
    member_id: int,
) -> None:
    member = people.member(connection, member_id)
    if member is None or member.left_at is not None:
        # They left after the clerk had named them: who is outstanding must be somebody.
        return
    row_id = task_takers.add(connection, publication_id=publication_id, task=place, member_id=member_id)
    named = Taker(row_id, publication_id, place, member_id, None)
    note_taker(connection, office, caller, named, to=NAMED, was="")
    found = publications.publication(connection, publication_id)
    if found is None or publications.had_a_card(
        connection, publication_id=publication_id, member_id=member_id
    ):
        return
    queueing.to_member(
        connection,
        office,
        member_id=member_id,
        once_key=f"pub:{found.id}:v{found.version}:m{member_id}:card",
        purpose=Purpose.CARD,
        urgency=found.urgency,
        repeat=Repeat.ONCE,
        rank=deliveries.RANKS[found.urgency],
        publication_id=found.id,
        version=found.version,
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
