"""Transactions: plain synchronous bodies over a `Connection`, on SQLite and PostgreSQL alike.

A body cannot await, so nothing can ever be sent inside a transaction (design.md section 9).
On SQLite bodies run on one writer thread with BEGIN IMMEDIATE (the file has one writer anyway, and a
deferred transaction that upgrades gets SQLITE_BUSY whatever the timeout); reads run on their own
threads, read-only. On PostgreSQL they run through `AsyncConnection.run_sync`.
"""

import asyncio
import logging
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import ContextVar
from functools import partial
from typing import Any, Protocol, TypeVar

import sqlalchemy as sa
from sqlalchemy.engine import URL, Connection, Engine, make_url
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import NullPool

T = TypeVar("T")

__all__ = ["Connection", "Database", "sync_engine"]

_LOG = logging.getLogger(__name__)
_READERS = 4
_inside: ContextVar[bool] = ContextVar("inside_a_transaction", default=False)


class NestedTransaction(RuntimeError):
    """A transaction was opened inside another one's body: the two would not commit together."""


class Database:
    """One open database.

    Args:
        url: `sqlite:///path` or `postgresql+psycopg://...`.
    """

    def __init__(self, url: str) -> None:
        parsed = make_url(url)
        self.is_sqlite = parsed.get_backend_name() == "sqlite"
        self._engines: _Engines = _SqliteEngines(parsed) if self.is_sqlite else _PostgresEngines(parsed)

    async def transaction(self, body: Callable[[Connection], T]) -> T:
        """Run the body in one transaction and commit; an error in it rolls everything back.

        Raises:
            NestedTransaction: called from inside a body.
        """
        return await self._engines.run(_outermost(body), writes=True)

    async def read(self, body: Callable[[Connection], T]) -> T:
        """Run the body in a read-only transaction."""
        return await self._engines.run(_outermost(body), writes=False)

    async def close(self) -> None:
        """Give all connections back."""
        await self._engines.close()


def _outermost(body: Callable[[Connection], T]) -> Callable[[Connection], T]:
    if _inside.get():
        raise NestedTransaction

    def run(connection: Connection) -> T:
        mark = _inside.set(True)
        try:
            return body(connection)
        finally:
            _inside.reset(mark)

    return run


class _Engines(Protocol):
    """How one engine runs a body."""

    async def run(self, body: Callable[[Connection], T], *, writes: bool) -> T: ...

    async def close(self) -> None: ...


class _SqliteEngines:
    def __init__(self, url: URL) -> None:
        self._writer = sync_engine(url)
        self._reader = sync_engine(url, read_only=True)
        self._writer_thread = ThreadPoolExecutor(1, thread_name_prefix="writer")
        self._reader_threads = ThreadPoolExecutor(_READERS, thread_name_prefix="reader")

    async def run(self, body: Callable[[Connection], T], *, writes: bool) -> T:
        engine, threads = (
            (self._writer, self._writer_thread) if writes else (self._reader, self._reader_threads)
        )
        return await asyncio.get_running_loop().run_in_executor(threads, partial(_begin, engine, body))

    async def close(self) -> None:
        await asyncio.to_thread(self._writer_thread.shutdown)
        await asyncio.to_thread(self._reader_threads.shutdown)
        self._writer.dispose()
        self._reader.dispose()


def _begin(engine: Engine, body: Callable[[Connection], T]) -> T:
    with engine.begin() as connection:
        return body(connection)


class _PostgresEngines:
    def __init__(self, url: URL) -> None:
        self._engine: AsyncEngine = create_async_engine(
            url, connect_args=POSTGRES_ARGUMENTS, pool_size=10, hide_parameters=True
        )

    async def run(self, body: Callable[[Connection], T], *, writes: bool) -> T:
        for _ in range(_DEADLOCK_TRIES - 1):
            try:
                return await self._run_once(body, writes=writes)
            except sa.exc.OperationalError as error:
                if not _lost_a_deadlock(error):
                    raise
                _LOG.warning("a transaction lost a deadlock and is tried again")
        return await self._run_once(body, writes=writes)

    async def _run_once(self, body: Callable[[Connection], T], *, writes: bool) -> T:
        async with self._engine.connect() as connection:
            if not writes:
                await connection.execution_options(postgresql_readonly=True)
            async with connection.begin():
                return await connection.run_sync(body)

    async def close(self) -> None:
        await self._engine.dispose()


# PostgreSQL rolls one of two back that wait for each other; run again it finds the other's outcome
# (https://www.postgresql.org/docs/current/errcodes-appendix.html, class 40).
_DEADLOCK_TRIES = 4
_ROLLED_BACK = frozenset({"40P01", "40001"})


def _lost_a_deadlock(error: sa.exc.OperationalError) -> bool:
    return getattr(error.orig, "sqlstate", None) in _ROLLED_BACK


# Without these a partitioned or stopped peer is noticed after two hours (facts/reliability.md 1.4).
POSTGRES_ARGUMENTS: dict[str, Any] = {
    "connect_timeout": 10,
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 20_000,
    "options": "-c lock_timeout=10s -c timezone=UTC",
}


def sync_engine(url: str | URL, *, read_only: bool = False, foreign_keys: bool = True) -> Engine:
    """A synchronous engine with Loa's settings: for SQLite bodies, migrations, backups and checks.

    Args:
        url: as for `Database`.
        read_only: SQLite refuses every write on it.
        foreign_keys: off only while migrations run (a table rebuilt in batch mode would delete its
            children; facts/reliability.md section 0, fact 4).
    """
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        return sa.create_engine(
            parsed, connect_args=POSTGRES_ARGUMENTS, poolclass=NullPool, hide_parameters=True
        )
    engine = sa.create_engine(
        parsed,
        connect_args={"isolation_level": None, "check_same_thread": False},
        # Parameters are names, questions, texts: an error that is logged must not hold them.
        hide_parameters=True,
    )

    @sa.event.listens_for(engine, "connect")
    def _settle(connection: sqlite3.Connection, _record: object) -> None:
        for pragma in _pragmas(read_only=read_only, foreign_keys=foreign_keys):
            connection.execute(pragma)

    @sa.event.listens_for(engine, "begin")
    def _begin_at_once(connection: Connection) -> None:
        # The library's own BEGIN is off (isolation_level=None): it would not roll back DDL.
        connection.exec_driver_sql("BEGIN" if read_only else "BEGIN IMMEDIATE")

    return engine


def _pragmas(*, read_only: bool, foreign_keys: bool) -> list[str]:
    pragmas = [
        "PRAGMA busy_timeout=5000",
        f"PRAGMA foreign_keys={'ON' if foreign_keys else 'OFF'}",
        "PRAGMA temp_store=MEMORY",
    ]
    if read_only:
        return [*pragmas, "PRAGMA query_only=ON"]
    return [*pragmas, "PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL"]
