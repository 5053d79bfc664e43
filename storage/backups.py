"""Copies of a SQLite database while it is in use, and whether a database is whole."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import sqlalchemy as sa

from storage.database import sync_engine
from storage.tables import metadata

_MOST_FAULTS = 20


class NotWhole(Exception):
    """A copy does not hold what the database holds; it was removed."""


@dataclass(frozen=True)
class Copied:
    """What a copy holds.

    Args:
        size: bytes.
        rows: of all tables together.
    """

    path: Path
    size: int
    rows: int


def copy(source: Path, target: Path) -> Copied:
    """Copy the SQLite database as it stands at one moment, 0600, and prove the copy whole.

    Readers and the writer go on meanwhile. The whole copy is one step: in parts, each change by another
    connection would start it again (https://sqlite.org/c3ref/backup_finish.html).

    Raises:
        FileExistsError: the target is there.
        NotWhole: the source cannot be copied (not there, not a database, no room), or the copy is not what
            the source is.
    """
    part = target.with_name(f"{target.name}.part")
    if target.exists():
        raise FileExistsError(17, "exists already and is not overwritten", str(target))
    part.unlink(missing_ok=True)
    os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        rows = _copied(source, part)
        _sync(part)
        # `link` refuses where another copy was first; `rename` would overwrite it.
        os.link(part, target)
    finally:
        part.unlink(missing_ok=True)
    return Copied(target, target.stat().st_size, rows)


def faults(url: str) -> list[str]:
    """What SQLite's own checks find wrong, one line each; PostgreSQL has none to ask."""
    engine = sync_engine(url, read_only=True)
    try:
        if engine.dialect.name != "sqlite":
            return []
        with engine.connect() as connection:
            found = connection.exec_driver_sql(f"PRAGMA integrity_check({_MOST_FAULTS})").scalars().all()
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchmany(_MOST_FAULTS)
    except sa.exc.DBAPIError as error:
        return [str(error.orig).strip().splitlines()[0]]
    finally:
        engine.dispose()
    lines = [str(line) for line in found if line != "ok"]
    return lines + [f"row {row[1]} of {row[0]} points to no row of {row[2]}" for row in broken]


def _copied(source: Path, part: Path) -> int:
    try:
        return _copy(source, part)
    except sqlite3.Error as error:
        raise NotWhole(f"the database could not be copied: {error}") from None


def _copy(source: Path, part: Path) -> int:
    with _reading(source) as original, closing(sqlite3.connect(part)) as made:
        # Inside one transaction the counts and the copy are of the same moment.
        original.execute("BEGIN")
        expected = _counts(original)
        original.backup(made, pages=-1)
        original.execute("ROLLBACK")
        # One file: the copied header asks for a write-ahead log beside it.
        made.execute("PRAGMA journal_mode=DELETE")
        _prove(made, expected)
    return sum(expected.values())


@contextmanager
def _reading(path: Path) -> Iterator[sqlite3.Connection]:
    # Not mode=ro: such a connection leaves its -wal and -shm files behind where it was the only one.
    opened = sqlite3.connect(f"file:{quote(str(path))}?mode=rw", uri=True, isolation_level=None)
    with closing(opened) as connection:
        connection.execute("PRAGMA busy_timeout=5000")
        connection.execute("PRAGMA query_only=ON")
        yield connection


def _counts(connection: sqlite3.Connection) -> dict[str, int]:
    there = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    count = sa.select(sa.func.count())
    return {
        name: connection.execute(str(count.select_from(table))).fetchone()[0]
        for name, table in metadata.tables.items()
        if name in there
    }


def _prove(made: sqlite3.Connection, expected: dict[str, int]) -> None:
    found = made.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if found != "ok":
        raise NotWhole(f"the copy is not whole: {found}")
    if _counts(made) != expected:
        raise NotWhole("the copy does not hold as many rows as the database")


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
