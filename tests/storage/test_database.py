"""Transactions on both engines."""

import asyncio
import contextlib
import threading
from datetime import UTC, datetime, timedelta, timezone
from functools import partial
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from storage import tables
from storage.database import Connection, Database, NestedTransaction
from storage.rows import insert_row
from storage.states import Platform
from storage.types import UtcDateTime


def add_topic(connection: Connection, name: str = "chủ đề") -> int:
    return insert_row(
        connection,
        tables.topics,
        {
            "name": name,
            "position": 1,
            "mandatory": False,
            "on_by_default": True,
            "locked_because": "",
            "rhythm": "at_once",
        },
    )


def topics(connection: Connection) -> int:
    return int(connection.execute(sa.select(sa.func.count()).select_from(tables.topics)).scalar_one())


@pytest.fixture
async def database(prepared_url: str) -> Database:
    return Database(prepared_url)


async def test_a_body_that_ends_well_is_committed(database: Database) -> None:
    await database.transaction(add_topic)
    assert await database.read(topics) == 1
    await database.close()


async def test_a_body_that_fails_leaves_nothing(database: Database) -> None:
    def body(connection: Connection) -> None:
        add_topic(connection)
        raise ValueError("a fault")

    with pytest.raises(ValueError, match="a fault"):
        await database.transaction(body)
    assert await database.read(topics) == 0
    await database.close()


async def test_a_read_cannot_write(database: Database) -> None:
    with pytest.raises(DBAPIError):
        await database.read(add_topic)
    await database.close()


async def test_a_transaction_inside_a_transaction_is_an_error(database: Database) -> None:
    def body(_connection: Connection) -> None:
        inner = database.transaction(add_topic)
        try:
            inner.send(None)
        finally:
            inner.close()

    with pytest.raises(NestedTransaction):
        await database.transaction(body)
    assert await database.read(topics) == 0
    await database.close()


async def test_many_at_once_lose_no_change(database: Database) -> None:
    await database.transaction(add_topic)

    def raise_position(connection: Connection) -> None:
        connection.execute(tables.topics.update().values(position=tables.topics.c.position + 1))

    await asyncio.gather(*(database.transaction(raise_position) for _ in range(20)))

    def position(connection: Connection) -> int:
        return int(connection.execute(sa.select(tables.topics.c.position)).scalar_one())

    assert await database.read(position) == 21
    await database.close()


async def test_moments_come_back_in_utc_whatever_zone_they_went_in(database: Database) -> None:
    local = datetime(2026, 11, 23, 8, 0, tzinfo=timezone(timedelta(hours=7)))

    def body(connection: Connection) -> datetime:
        insert_row(
            connection,
            tables.installation,
            {"name": "x", "clock_offset_seconds": 0, "sandbox": False, "created_at": local},
        )
        created_at: datetime = connection.execute(sa.select(tables.installation.c.created_at)).scalar_one()
        return created_at

    stored = await database.transaction(body)
    assert stored == local
    assert stored.tzinfo is UTC
    await database.close()


def test_a_moment_without_a_zone_is_refused() -> None:
    dialect = sa.create_engine("sqlite://").dialect
    with pytest.raises(ValueError, match="time zone"):
        UtcDateTime().process_bind_param(datetime(2026, 1, 1), dialect)  # noqa: DTZ001


async def test_a_word_outside_the_closed_list_is_refused(database: Database) -> None:
    def body(connection: Connection) -> None:
        connection.execute(
            tables.connections.insert().values(platform="pigeon", name="x", stopped_reason="", account="")
        )

    with pytest.raises((ValueError, sa.exc.StatementError)):
        await database.transaction(body)
    assert Platform("web") is Platform.WEB
    await database.close()


async def test_foreign_keys_hold(database: Database) -> None:
    def body(connection: Connection) -> None:
        connection.execute(
            tables.subscriptions.insert().values(
                member_id=1, topic_id=1, subscribed=True, changed_at=datetime.now(UTC)
            )
        )

    with pytest.raises(sa.exc.IntegrityError):
        await database.transaction(body)
    await database.close()


async def test_sqlite_writes_ahead_and_syncs_fully(prepared_sqlite_url: str, tmp_path: Path) -> None:
    database = Database(prepared_sqlite_url)

    def settings(connection: Connection) -> list[str]:
        return [
            str(connection.exec_driver_sql(f"PRAGMA {name}").scalar())
            for name in ("journal_mode", "synchronous", "foreign_keys")
        ]

    assert await database.transaction(settings) == ["wal", "2", "1"]
    await database.close()


async def test_of_two_that_wait_for_each_other_both_are_committed(
    database: Database, prepared_url: str
) -> None:
    first, second = [await database.transaction(partial(add_topic, name=name)) for name in "ab"]
    both_hold_one = threading.Barrier(2)

    def swaps(connection: Connection, *order: int) -> None:
        for place, topic_id in enumerate(order):
            chosen = tables.topics.update().where(tables.topics.c.id == topic_id)
            connection.execute(chosen.values(position=tables.topics.c.position + 1))
            if not place and connection.dialect.name == "postgresql":
                # Waits on another thread only until both hold a row; the second round finds nobody there.
                with contextlib.suppress(threading.BrokenBarrierError):
                    both_hold_one.wait(timeout=1)

    def one(*order: int) -> None:
        other = Database(prepared_url)
        asyncio.run(other.transaction(lambda connection: swaps(connection, *order)))
        asyncio.run(other.close())

    await asyncio.gather(asyncio.to_thread(one, first, second), asyncio.to_thread(one, second, first))

    def positions(connection: Connection) -> list[int]:
        return list(connection.execute(sa.select(tables.topics.c.position)).scalars())

    assert await database.read(positions) == [3, 3]
    await database.close()
