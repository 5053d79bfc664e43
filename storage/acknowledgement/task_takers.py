"""Who is meant by a task of a publication, and whether they have said that they took it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.channels.connections import CAN_BE_WRITTEN_TO
from storage.rows import insert_row, many, one
from storage.states import PublicationState
from storage.tables import addresses, members, publications, task_takers, versions

NAMED, TAKEN, DROPPED, TOLD = "named", "taken", "dropped", "told"
"""The states that history tells of: meant by it, took it, no longer meant, took it as a leader wrote down."""


@dataclass(frozen=True)
class Taker:
    """The row.

    Args:
        task: the task's place in the newest version, from 0.
        taken_at: office time; None: not yet. Where a leader wrote it down there is no `address_id`.
    """

    id: int
    publication_id: int
    task: int
    member_id: int
    taken_at: datetime | None


_TAKER = tuple(task_takers.c[name] for name in Taker.__dataclass_fields__)


def add(
    connection: Connection,
    *,
    publication_id: int,
    task: int,
    member_id: int,
    taken_at: datetime | None = None,
    address_id: int | None = None,
) -> int:
    """One more who is meant; the row's number."""
    return insert_row(
        connection,
        task_takers,
        {
            "publication_id": publication_id,
            "task": task,
            "member_id": member_id,
            "taken_at": taken_at,
            "address_id": address_id,
        },
    )


def of_publication(connection: Connection, publication_id: int) -> list[Taker]:
    """All who are meant, task by task."""
    return many(
        connection,
        sa.select(*_TAKER)
        .where(task_takers.c.publication_id == publication_id)
        .order_by(task_takers.c.task, task_takers.c.id),
        Taker,
    )


def of_member(connection: Connection, *, publication_id: int, member_id: int) -> list[Taker]:
    """The tasks of the publication by which this member is meant, in order."""
    return many(
        connection,
        sa.select(*_TAKER)
        .where(task_takers.c.publication_id == publication_id, task_takers.c.member_id == member_id)
        .order_by(task_takers.c.task),
        Taker,
    )


def find(connection: Connection, *, publication_id: int, task: int, member_id: int) -> Taker | None:
    """Whether this member is meant by this task, and took it."""
    return one(
        connection,
        sa.select(*_TAKER).where(
            task_takers.c.publication_id == publication_id,
            task_takers.c.task == task,
            task_takers.c.member_id == member_id,
        ),
        Taker,
    )


def by_id(connection: Connection, taker_id: int) -> Taker | None:
    """The row with this number."""
    return one(connection, sa.select(*_TAKER).where(task_takers.c.id == taker_id), Taker)


def set_taken(
    connection: Connection, seen: Taker, *, taken_at: datetime | None, address_id: int | None
) -> bool:
    """Note when it was taken, or (None) that it was not after all, if it is still as it was seen.

    Returns:
        Whether it was; if not, somebody was first.
    """
    was = task_takers.c.taken_at.is_(None) if seen.taken_at is None else task_takers.c.taken_at.is_not(None)
    return (
        connection.execute(
            task_takers.update()
            .where(task_takers.c.id == seen.id, was)
            .values(taken_at=taken_at, address_id=address_id)
        ).rowcount
        == 1
    )


def place(connection: Connection, *, places: dict[int, int], gone: Collection[int]) -> None:
    """Give rows (by number) their tasks' places in a new version, and remove those that are gone."""
    connection.execute(task_takers.delete().where(task_takers.c.id.in_(list(gone))))
    # Two steps: for a moment two rows could stand for one task otherwise.
    for offset in (_FAR, 0):
        for row_id, task in places.items():
            connection.execute(
                task_takers.update().where(task_takers.c.id == row_id).values(task=task + offset)
            )


_FAR = 1000


@dataclass(frozen=True)
class MyTask:
    """A task of a publication in force by which a member is meant."""

    publication_id: int
    number: str
    title: str
    task: int
    taken_at: datetime | None


def of_member_in_force(connection: Connection, member_id: int) -> list[MyTask]:
    """The member's tasks, the oldest publication first."""
    own = (task_takers.c.publication_id, task_takers.c.task, task_takers.c.taken_at)
    return many(
        connection,
        sa.select(*own, versions.c.number, versions.c.title)
        .join(publications, publications.c.id == task_takers.c.publication_id)
        .join(versions, _NEWEST)
        .where(task_takers.c.member_id == member_id, publications.c.state != PublicationState.WITHDRAWN)
        .order_by(task_takers.c.publication_id, task_takers.c.task),
        MyTask,
    )


_NEWEST = (versions.c.publication_id == publications.c.id) & (versions.c.version == publications.c.version)


@dataclass(frozen=True)
class NamedTaker:
    """Somebody on the roster who is meant by a task.

    Args:
        id: of the row.
        is_told: a leader wrote down that they took it.
        has_chat: they can be written to, and may say so themselves.
    """

    id: int
    task: int
    member_id: int
    full_name: str
    unit_id: int
    taken_at: datetime | None
    is_told: bool
    has_chat: bool


def named(
    connection: Connection, publication_id: int, *, unit_ids: Collection[int] | None
) -> list[NamedTaker]:
    """Those on the roster who are meant, in these units of today (None: all), by task and given name."""
    by_a_leader = task_takers.c.taken_at.is_not(None) & task_takers.c.address_id.is_(None)
    writable = sa.exists().where(addresses.c.member_id == members.c.id, CAN_BE_WRITTEN_TO).correlate(members)
    question = (
        sa.select(
            task_takers.c.id,
            task_takers.c.task,
            task_takers.c.member_id,
            members.c.full_name,
            members.c.unit_id,
            task_takers.c.taken_at,
            by_a_leader.label("is_told"),
            (sa.not_(members.c.on_paper) & writable).label("has_chat"),
        )
        .join(members, members.c.id == task_takers.c.member_id)
        .where(task_takers.c.publication_id == publication_id, members.c.left_at.is_(None))
        .order_by(task_takers.c.task, members.c.sort_key)
    )
    if unit_ids is not None:
        question = question.where(members.c.unit_id.in_(unit_ids))
    return many(connection, question, NamedTaker)


@dataclass(frozen=True)
class Counted:
    """A publication with tasks.

    Args:
        named: how often somebody is meant.
        taken: how many of those were taken.
    """

    publication_id: int
    number: str
    title: str
    named: int
    taken: int


def counted(connection: Connection, *, unit_ids: Collection[int] | None, limit: int) -> list[Counted]:
    """The newest publications in force that ask only for tasks to be taken, counted in these units."""
    columns = (task_takers.c.publication_id, versions.c.number, versions.c.title)
    question = (
        sa.select(
            *columns,
            sa.func.count().label("named"),
            sa.func.count(task_takers.c.taken_at).label("taken"),
        )
        .join(publications, publications.c.id == task_takers.c.publication_id)
        .join(versions, _NEWEST)
        .join(members, members.c.id == task_takers.c.member_id)
        .where(
            publications.c.state != PublicationState.WITHDRAWN,
            sa.not_(publications.c.asks_acknowledgement),
            members.c.left_at.is_(None),
        )
        .group_by(*columns)
        .order_by(task_takers.c.publication_id.desc())
        .limit(limit)
    )
    if unit_ids is not None:
        question = question.where(members.c.unit_id.in_(unit_ids))
    return many(connection, question, Counted)
