"""Proof that this process is alone: a locked file for SQLite, an advisory lock for PostgreSQL's leader."""

import asyncio
import fcntl
import os
from datetime import timedelta
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine
from sqlalchemy.pool import NullPool

from storage.database import POSTGRES_ARGUMENTS

_ANSWERS_WITHIN = timedelta(seconds=10)
_LEADER = sa.text("SELECT pg_try_advisory_lock(hashtextextended('loa:leader', 0))")


class FileLock:
    """An exclusive lock on a file of the data folder; the system drops it with the process, killed or not.

    Args:
        path: the file; it is made, and left behind.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: int | None = None

    def take(self) -> bool:
        """Take the lock if nobody has it; whether it is ours now."""
        file = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(file)
            return False
        self._file = file
        return True

    def give_back(self) -> None:
        """Let others have it."""
        if self._file is not None:
            os.close(self._file)
            self._file = None


class Leadership:
    """Which of several processes polls, knocks and rescues.

    A former leader that was cut off may still believe in itself for a moment; what a leader writes is
    guarded by unique keys and conditional updates, so two of them do the work of one.

    Args:
        url: the database's.
    """

    def __init__(self, url: str) -> None:
        self._url = url
        self._connection: AsyncConnection | None = None

    async def lead(self) -> bool:
        """Whether this process leads now; tries to, if nobody does."""
        if sa.make_url(self._url).get_backend_name() == "sqlite":
            # One process, proven by the lock on its data folder.
            return True
        try:
            async with asyncio.timeout(_ANSWERS_WITHIN.total_seconds()):
                return await (self._still() if self._connection is not None else self._try())
        except (sa.exc.DBAPIError, TimeoutError):
            # A silent line must not hold up whoever asks: the work goes on when it answers again.
            await self.resign()
            return False

    async def _still(self) -> bool:
        if self._connection is None:
            return False
        await self._connection.execute(sa.text("SELECT 1"))
        return True

    async def _try(self) -> bool:
        engine = create_async_engine(
            self._url,
            connect_args=POSTGRES_ARGUMENTS,
            poolclass=NullPool,
            isolation_level="AUTOCOMMIT",
            hide_parameters=True,
        )
        connection = await engine.connect()
        if (await connection.execute(_LEADER)).scalar():
            self._connection = connection
            return True
        await connection.close()
        await engine.dispose()
        return False

    async def resign(self) -> None:
        """Let another process lead."""
        if self._connection is not None:
            connection, self._connection = self._connection, None
            try:
                async with asyncio.timeout(_ANSWERS_WITHIN.total_seconds()):
                    await connection.close()
            except (sa.exc.DBAPIError, TimeoutError):
                # The line is gone, and with it the lock.
                return
