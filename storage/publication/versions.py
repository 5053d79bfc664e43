"""The versions of a publication, and what stands in its place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.rows import many, one
from storage.states import DraftState, Scope
from storage.tables import drafts, publications, versions

_WAITING = (DraftState.OPEN, DraftState.SUBMITTED, DraftState.SCHEDULED)
# Nobody replaces what replaces it; should the rows say so all the same, this ends the walk.
_MOST_STEPS = 100


@dataclass(frozen=True)
class Version:
    """What one version changed.

    Args:
        is_material: those who had answered were asked again; never so of the first.
        change_note: in words; empty for the first.
    """

    version: int
    is_material: bool
    change_note: str
    created_at: datetime


_VERSION = tuple(versions.c[name] for name in Version.__dataclass_fields__)


def versions_of(connection: Connection, publication_id: int) -> list[Version]:
    """All of them, the first one first."""
    question = sa.select(*_VERSION).where(versions.c.publication_id == publication_id)
    return many(connection, question.order_by(versions.c.version), Version)


@dataclass(frozen=True)
class Tasks:
    """What a version asks of whom, as its row holds it."""

    scope: Scope
    tasks: Sequence[Mapping[str, Any]]


def tasks_in(connection: Connection, publication_id: int, *, version: int) -> Tasks:
    """The tasks of that version; none of one that there is not."""
    question = sa.select(versions.c.scope, versions.c.tasks).where(
        versions.c.publication_id == publication_id, versions.c.version == version
    )
    return one(connection, question, Tasks) or Tasks(Scope.INTERNAL, ())


def last_material(connection: Connection, publication_id: int) -> Version | None:
    """The newest one that was asked anew; None: none was since the first."""
    question = sa.select(*_VERSION).where(
        versions.c.publication_id == publication_id, versions.c.is_material, versions.c.version > 1
    )
    return one(connection, question.order_by(versions.c.version.desc()).limit(1), Version)


def draft_of_newest(connection: Connection, publication_id: int) -> int | None:
    """The draft that says what the publication says now."""
    newest = (versions.c.publication_id == publications.c.id) & (versions.c.version == publications.c.version)
    question = (
        sa.select(versions.c.draft_id).join(publications, newest).where(publications.c.id == publication_id)
    )
    draft_id: int | None = connection.execute(question).scalar_one_or_none()
    return draft_id


def hold(connection: Connection, publication_id: int) -> None:
    """Let no other transaction begin a correction of it until this one ends. SQLite has one writer anyway."""
    connection.execute(
        sa.select(publications.c.id).where(publications.c.id == publication_id).with_for_update()
    )


def correction_under_way(connection: Connection, publication_id: int) -> int | None:
    """The draft of its correction that is being worked on or waits; there is one at most."""
    question = sa.select(drafts.c.id).where(
        drafts.c.corrects_id == publication_id, drafts.c.state.in_(_WAITING)
    )
    draft_id: int | None = connection.execute(question.order_by(drafts.c.id).limit(1)).scalar_one_or_none()
    return draft_id


def successor(connection: Connection, publication_id: int) -> int | None:
    """What has taken its place in the end, itself replaced or not; None: nothing has."""
    found: int | None = None
    step: int | None = publication_id
    for _ in range(_MOST_STEPS):
        step = connection.execute(
            sa.select(publications.c.replaced_by).where(publications.c.id == step)
        ).scalar_one_or_none()
        if step is None:
            return found
        found = step
    return found
