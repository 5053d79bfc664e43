"""The database itself refuses to change or remove history, whoever asks."""

from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy import make_url
from sqlalchemy.exc import DBAPIError

from bot.runtime.inspecting import database_lines
from bot.settings import Settings
from bot.settings.sections import DatabaseSection, OfficeSection
from storage import append_only, history, tables
from storage.append_only import missing
from storage.database import Connection, Database
from storage.history import Entry
from storage.wiping import wipe
from tests.cast import START

ENTRY = Entry(
    at=START,
    actor_id=1,
    on_behalf_of=None,
    door="web",
    thing="member",
    thing_id=1,
    from_state="",
    to_state="on_roster",
)
OR_REPLACE = """
    INSERT OR REPLACE INTO history (id, at, door, thing, thing_id, from_state, to_state, detail)
    VALUES (1, '2026-11-23 01:00:00', 'web', 'member', 1, '', 'left', '')
"""
ON_CONFLICT = """
    INSERT INTO history (id, at, door, thing, thing_id, from_state, to_state, detail)
    VALUES (1, '2026-11-23 01:00:00', 'web', 'member', 1, '', 'left', '')
    ON CONFLICT (id) DO UPDATE SET to_state = 'left'
"""
COUNT = sa.select(sa.func.count()).select_from(tables.history)


@pytest.fixture
async def database(prepared_url: str) -> Database:
    made = Database(prepared_url)
    await made.transaction(lambda connection: history.append(connection, ENTRY, ENTRY))
    return made


async def says(database: Database, statement: str) -> str:
    """What the database answers; nothing where it did as it was told."""
    try:
        await database.transaction(lambda connection: connection.exec_driver_sql(statement).close())
    except DBAPIError as error:
        return str(error.orig)
    return ""


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE history SET actor_id = 2",
        "UPDATE history SET detail = '' WHERE id = 1",
        "UPDATE history SET actor_id = 2 WHERE id = 0",
        "DELETE FROM history",
        "DELETE FROM history WHERE id = 2",
    ],
)
async def test_a_row_is_neither_changed_nor_removed(database: Database, statement: str) -> None:
    before = await database.read(lambda connection: connection.execute(tables.history.select()).all())
    refused = "append-only" in await says(database, statement)
    # SQLite asks for each row: where none fits there is nothing to refuse.
    assert refused or ("id = 0" in statement and database.is_sqlite)
    assert await database.read(lambda connection: connection.execute(tables.history.select()).all()) == before
    await database.close()


async def test_a_row_is_not_replaced_by_an_insert(database: Database) -> None:
    assert "append-only" in await says(database, OR_REPLACE if database.is_sqlite else ON_CONFLICT)
    states = await database.read(
        lambda connection: set(connection.execute(sa.select(tables.history.c.to_state)).scalars())
    )
    assert states == {"on_roster"}
    await database.close()


async def test_the_table_is_not_emptied_at_a_stroke(database: Database) -> None:
    if not database.is_sqlite:
        assert "append-only" in await says(database, "TRUNCATE history")
        assert "append-only" in await says(database, "TRUNCATE history RESTART IDENTITY CASCADE")
    assert await database.read(lambda connection: connection.execute(COUNT).scalar_one()) == 2
    await database.close()


async def test_a_new_row_is_taken(database: Database) -> None:
    await database.transaction(lambda connection: history.append(connection, ENTRY))
    assert await database.read(lambda connection: connection.execute(COUNT).scalar_one()) == 3
    await database.close()


async def test_only_the_sandbox_begins_anew_and_the_guard_stands_again(database: Database) -> None:
    await database.transaction(wipe)
    assert await database.read(lambda connection: connection.execute(COUNT).scalar_one()) == 0
    await database.transaction(lambda connection: history.append(connection, ENTRY))
    assert "append-only" in await says(database, "DELETE FROM history")
    assert await database.read(missing) == ()
    await database.close()


async def test_a_new_beginning_that_fails_leaves_history_and_guard(database: Database) -> None:
    def body(connection: Connection) -> None:
        wipe(connection)
        raise RuntimeError("cut off")

    with pytest.raises(RuntimeError):
        await database.transaction(body)
    assert await database.read(lambda connection: connection.execute(COUNT).scalar_one()) == 2
    assert "append-only" in await says(database, "DELETE FROM history")
    await database.close()


async def test_missing_guards_are_named_and_complete_ones_are_not(
    prepared_url: str, database: Database
) -> None:
    settings = settings_of(prepared_url)
    lines = await database_lines(settings, thoroughly=False)
    assert [(line.level, line.words) for line in lines if line.about == "history"] == [
        ("OK", "cannot be changed or removed")
    ]
    first = append_only.GUARDS["sqlite" if database.is_sqlite else "postgresql"][0]
    lift = f"DROP TRIGGER {first}" if database.is_sqlite else "ALTER TABLE history DISABLE TRIGGER USER"
    assert await says(database, lift) == ""
    try:
        assert await database.read(missing) == (first,)
        (line,) = [one for one in await database_lines(settings, thoroughly=False) if one.about == "history"]
        assert line.level == "FAULT"
        assert first in line.words
    finally:
        if not database.is_sqlite:
            await says(database, "ALTER TABLE history ENABLE TRIGGER USER")
        await database.close()


def settings_of(url: str) -> Settings:
    path = make_url(url).database or ""
    if url.startswith("sqlite"):
        return Settings(office=OfficeSection(data_folder=Path(path).parent))
    return Settings(database=DatabaseSection(url=url))
