"""Sources: where newly published documents are looked for, and how the last look ended."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.rows import insert_row, many, one
from storage.states import Scope, SourceFault, SourceKind, SourceState
from storage.tables import sources


@dataclass(frozen=True, kw_only=True)
class Source:
    """A source's row; see `storage.tables.sources`."""

    id: int
    name: str
    kind: SourceKind
    state: SourceState
    place: str
    selectors: Mapping[str, Any]
    audience: Mapping[str, Any] | None
    topic_id: int | None
    scope: Scope
    publishes_itself: bool
    publishes_since: datetime | None
    every_minutes: int
    next_look_at: datetime
    looked_at: datetime | None
    found_at: datetime | None
    etag: str
    last_modified: str
    failures: int
    fault: SourceFault | None
    fault_detail: str
    failing_since: datetime | None
    empty_since: datetime | None
    told_at: datetime | None
    imported_at: datetime | None
    created_by: int | None
    created_at: datetime


_SOURCE = tuple(sources.c[name] for name in Source.__dataclass_fields__)


def add(connection: Connection, values: Mapping[str, Any], *, now: datetime) -> int:
    """Add a source, due at once; `values` are what an admin says. Returns its number."""
    beginning = {
        "state": SourceState.ACTIVE,
        "publishes_itself": False,
        "next_look_at": now,
        "etag": "",
        "last_modified": "",
        "failures": 0,
        "fault_detail": "",
        "created_at": now,
    }
    return insert_row(connection, sources, beginning | dict(values))


def find(connection: Connection, source_id: int) -> Source | None:
    """The source with this number; on PostgreSQL nobody else changes it until the transaction ends."""
    return one(connection, sa.select(*_SOURCE).where(sources.c.id == source_id).with_for_update(), Source)


def look(connection: Connection, source_id: int) -> Source | None:
    """The source with this number, to be looked at."""
    return one(connection, sa.select(*_SOURCE).where(sources.c.id == source_id), Source)


def every(connection: Connection) -> list[Source]:
    """All that are not closed, in the order in which they were added."""
    question = sa.select(*_SOURCE).where(sources.c.state != SourceState.CLOSED).order_by(sources.c.id)
    return many(connection, question, Source)


def has_any(connection: Connection) -> bool:
    """Whether there ever was a source."""
    return bool(connection.execute(sa.select(sa.exists().where(sources.c.id > 0))).scalar())


def due(connection: Connection, *, now: datetime) -> list[Source]:
    """Those that are to be looked at (office time), the longest due first."""
    question = (
        sa.select(*_SOURCE)
        .where(sources.c.state == SourceState.ACTIVE, sources.c.next_look_at <= now)
        .order_by(sources.c.next_look_at, sources.c.id)
    )
    return many(connection, question, Source)


def of_numbers(connection: Connection, source_ids: Collection[int]) -> dict[int, Source]:
    """These sources by number, whatever their state."""
    found = many(connection, sa.select(*_SOURCE).where(sources.c.id.in_(source_ids)), Source)
    return {source.id: source for source in found}


def at_place(connection: Connection, place: str) -> list[Source]:
    """The sources, not closed, that look there."""
    question = sa.select(*_SOURCE).where(sources.c.place == place, sources.c.state != SourceState.CLOSED)
    return many(connection, question, Source)


def change(connection: Connection, source_id: int, values: Mapping[str, Any]) -> None:
    """Give the source these values."""
    connection.execute(sources.update().where(sources.c.id == source_id).values(dict(values)))
