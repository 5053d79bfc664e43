"""Obligations: one publication asked of one member."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.rows import many, one
from storage.states import Kind, ObligationState, Origin, PublicationState
from storage.tables import members, obligations, publications, versions


@dataclass(frozen=True)
class Obligation:
    """The row; see `storage.tables.publishing`."""

    id: int
    publication_id: int
    member_id: int
    unit_id: int
    origin: Origin
    state: ObligationState
    because: str
    version: int
    changed_at: datetime
    read_aloud_at: datetime | None
    place: str
    witness: str
    reminders: int
    reminded_at: datetime | None


_OBLIGATION = tuple(obligations.c[name] for name in Obligation.__dataclass_fields__)


def of_member(connection: Connection, *, publication_id: int, member_id: int) -> Obligation | None:
    """What this publication asks of this member, if it does."""
    return one(
        connection,
        sa.select(*_OBLIGATION).where(
            obligations.c.publication_id == publication_id, obligations.c.member_id == member_id
        ),
        Obligation,
    )


def change(
    connection: Connection,
    obligation: Obligation,
    *,
    to: ObligationState,
    changed_at: datetime,
    **more: object,
) -> bool:
    """Give the obligation another state, if it is still in the one that was seen.

    Returns:
        Whether it was; if not, somebody was first.
    """
    return (
        connection.execute(
            obligations.update()
            .where(obligations.c.id == obligation.id, obligations.c.state == obligation.state)
            .values(state=to, changed_at=changed_at, **more)
        ).rowcount
        == 1
    )


@dataclass(frozen=True)
class Open:
    """An obligation that waits for its member, with what a list shows of it."""

    publication_id: int
    member_id: int
    unit_id: int
    state: ObligationState
    kind: Kind
    number: str
    title: str
    due_at: datetime | None
    reminders: int
    reminded_at: datetime | None


def open_ones(
    connection: Connection,
    *,
    member_id: int | None = None,
    publication_id: int | None = None,
    states: Collection[ObligationState] = (ObligationState.EXPECTED,),
) -> list[Open]:
    """Obligations of publications in force in these states, by due date; then in order of publication."""
    question = (
        sa.select(
            *(obligations.c[name] for name in _FROM_OBLIGATION),
            *(versions.c[name] for name in ("kind", "number", "title")),
            publications.c.due_at,
        )
        .join(publications, publications.c.id == obligations.c.publication_id)
        .join(
            versions,
            (versions.c.publication_id == publications.c.id) & (versions.c.version == publications.c.version),
        )
        .where(obligations.c.state.in_(states), publications.c.state != PublicationState.WITHDRAWN)
        .order_by(publications.c.due_at.is_(None), publications.c.due_at, publications.c.id)
    )
    if member_id is not None:
        question = question.where(obligations.c.member_id == member_id)
    if publication_id is not None:
        question = question.where(obligations.c.publication_id == publication_id)
    return many(connection, question, Open)


_FROM_OBLIGATION = ("publication_id", "member_id", "unit_id", "state", "reminders", "reminded_at")


@dataclass(frozen=True)
class Total:
    """How many obligations of a unit stand in a state."""

    unit_id: int
    state: ObligationState
    amount: int


def totals(connection: Connection, publication_id: int) -> list[Total]:
    """The obligations of a publication by the unit of their day and by state."""
    columns = (obligations.c.unit_id, obligations.c.state)
    return many(
        connection,
        sa.select(*columns, sa.func.count().label("amount"))
        .where(obligations.c.publication_id == publication_id)
        .group_by(*columns),
        Total,
    )


@dataclass(frozen=True)
class Expected:
    """One line of the expected list."""

    member_id: int
    full_name: str
    unit_id: int
    state: ObligationState
    because: str
    changed_at: datetime
    read_aloud_at: datetime | None
    place: str
    witness: str


def expected_list(
    connection: Connection, publication_id: int, *, unit_ids: Collection[int] | None = None
) -> list[Expected]:
    """Everyone of whom the publication is asked, in these units (None: all), by given name."""
    own = [name for name in Expected.__dataclass_fields__ if name != "full_name"]
    question = (
        sa.select(*(obligations.c[name] for name in own), members.c.full_name)
        .join(members, members.c.id == obligations.c.member_id)
        .where(obligations.c.publication_id == publication_id)
        .order_by(members.c.sort_key)
    )
    if unit_ids is not None:
        question = question.where(obligations.c.unit_id.in_(unit_ids))
    return many(connection, question, Expected)
