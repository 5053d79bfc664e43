"""What whoever looks after the machine has to know: what waits for a person, and SQLite's version."""

import sqlite3
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.channels.connections import NOT_SERVED, every
from storage.inbox import inbox
from storage.states import DeliveryState, PublicationState
from storage.tables import deliveries, publications

Version = tuple[int, ...]


@dataclass(frozen=True)
class Waiting:
    """What a person has to look at.

    Args:
        set_aside: knocks that failed five times.
        unknown: deliveries that may or may not have arrived.
        halted: publications that were stopped after equal content errors.
        stopped: the connections on which nothing goes out, with the reason.
    """

    set_aside: int
    unknown: int
    halted: int
    stopped: tuple[tuple[str, str], ...]


def waiting(connection: Connection) -> Waiting:
    """What waits for a person now."""
    unknown = deliveries.c.state == DeliveryState.UNKNOWN
    halted = publications.c.state == PublicationState.HALTED
    lines = every(connection)
    return Waiting(
        set_aside=inbox.set_aside(connection),
        unknown=_count(connection, deliveries, unknown),
        halted=_count(connection, publications, halted),
        stopped=tuple(
            (line.name, line.stopped_reason) for line in lines if line.stopped_reason not in ("", NOT_SERVED)
        ),
    )


def sqlite_version() -> Version:
    """Of the SQLite that this Python uses."""
    return sqlite3.sqlite_version_info


def may_corrupt(version: Version) -> bool:
    """Whether this SQLite has the WAL-reset fault, by which two connections that write or checkpoint at
    once may corrupt the file: until 3.51.2, but for the mended 3.44.6 and 3.50.7.

    Source: https://sqlite.org/changes.html, and facts/reliability.md section 0, fact 3.
    """
    if version >= (3, 51, 3):
        return False
    return not any(version[:2] == mended[:2] and version >= mended for mended in ((3, 44, 6), (3, 50, 7)))


def _count(connection: Connection, table: sa.Table, where: sa.ColumnElement[bool]) -> int:
    return int(connection.execute(sa.select(sa.func.count()).select_from(table).where(where)).scalar_one())
