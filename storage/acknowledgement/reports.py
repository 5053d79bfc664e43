"""What reports count: publications that ask for acknowledgement, and their expected lists by unit."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.acknowledgement.counted import WAS_OPEN
from storage.rows import many
from storage.states import ObligationState, PublicationState
from storage.tables import obligation_moves, obligations, publications, versions


@dataclass(frozen=True)
class Asked:
    """A publication that asks for acknowledgement, with its counts in the units that were looked at.

    Args:
        expected: the denominator.
    """

    publication_id: int
    number: str
    title: str
    due_at: datetime | None
    expected: int
    acknowledged: int
    outstanding: int


def asked(connection: Connection, *, unit_ids: Collection[int] | None, limit: int) -> list[Asked]:
    """Publications in force that are asked of somebody in these units (None: all), the newest first."""
    question = (
        sa.select(
            publications.c.id.label("publication_id"),
            versions.c.number,
            versions.c.title,
            publications.c.due_at,
            _amount(*_COUNTED).label("expected"),
            _amount(ObligationState.ACKNOWLEDGED).label("acknowledged"),
            _amount(ObligationState.EXPECTED).label("outstanding"),
        )
        .join(
            versions,
            (versions.c.publication_id == publications.c.id) & (versions.c.version == publications.c.version),
        )
        .join(obligations, obligations.c.publication_id == publications.c.id)
        .where(publications.c.state != PublicationState.WITHDRAWN)
        .group_by(publications.c.id, versions.c.number, versions.c.title, publications.c.due_at)
        .having(_amount(*_COUNTED) > 0)
        .order_by(publications.c.id.desc())
        .limit(limit)
    )
    if unit_ids is not None:
        question = question.where(obligations.c.unit_id.in_(unit_ids))
    return many(connection, question, Asked)


_COUNTED = (
    ObligationState.EXPECTED,
    ObligationState.ACKNOWLEDGED,
    ObligationState.QUESTION,
    ObligationState.READ_ALOUD,
)


def _amount(*states: ObligationState) -> sa.ColumnElement[int]:
    return sa.func.coalesce(sa.func.sum(sa.case((obligations.c.state.in_(states), 1), else_=0)), 0)


@dataclass(frozen=True)
class NotCounted:
    """How many stand outside the denominator for one reason."""

    state: ObligationState
    because: str
    amount: int


def not_counted(
    connection: Connection, publication_id: int, *, unit_ids: Collection[int] | None
) -> list[NotCounted]:
    """Those exempt or no longer asked, by reason, the largest group first."""
    columns = (obligations.c.state, obligations.c.because)
    amount = sa.func.count().label("amount")
    question = (
        sa.select(*columns, amount)
        .join(publications, publications.c.id == obligations.c.publication_id)
        .where(
            obligations.c.publication_id == publication_id,
            obligations.c.state.in_((ObligationState.EXEMPT, ObligationState.WITHDRAWN)),
            sa.or_(publications.c.withdrawn_at.is_(None), sa.not_(WAS_OPEN)),
        )
        .group_by(*columns)
        .order_by(amount.desc(), obligations.c.because, obligations.c.state)
    )
    return many(connection, _within(question, unit_ids), NotCounted)


def changed_at(
    connection: Connection, publication_id: int, *, unit_ids: Collection[int] | None
) -> datetime | None:
    """When an obligation of the publication in these units changed last (office time)."""
    question = sa.select(sa.func.max(obligations.c.changed_at)).where(
        obligations.c.publication_id == publication_id
    )
    moment: datetime | None = connection.execute(_within(question, unit_ids)).scalar_one()
    return moment


def _within(question: sa.Select[Any], unit_ids: Collection[int] | None) -> sa.Select[Any]:
    return question if unit_ids is None else question.where(obligations.c.unit_id.in_(unit_ids))


@dataclass(frozen=True)
class MoveStep:
    """One move of an open obligation from unit to unit."""

    member_id: int
    from_unit_id: int
    to_unit_id: int
    moved_at: datetime


def moves(connection: Connection, publication_id: int) -> list[MoveStep]:
    """The moves of the publication's obligations, in the order in which they happened."""
    columns = (obligation_moves.c[name] for name in MoveStep.__dataclass_fields__)
    question = (
        sa.select(*columns)
        .where(obligation_moves.c.publication_id == publication_id)
        .order_by(obligation_moves.c.id)
    )
    return many(connection, question, MoveStep)
