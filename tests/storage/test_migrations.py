"""Migrations: up and down on filled databases, on both engines, compared with the tables."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.config import Config
from alembic.script import ScriptDirectory

from storage import migrate, tables
from storage.database import sync_engine
from tests.cast import START, fill

RELEASED = Path(__file__).parent / "released"


def revisions() -> list[str]:
    """All migrations, oldest first."""
    configuration = Config()
    configuration.set_main_option("script_location", str(Path(migrate.__file__).parent / "migrations"))
    script = ScriptDirectory.from_config(configuration)
    return [one.revision for one in reversed(list(script.walk_revisions()))]


def counts(url: str) -> dict[str, int]:
    """How many rows each table has."""
    engine = sync_engine(url)
    try:
        with engine.connect() as connection:
            names = sa.inspect(connection).get_table_names()
            return {
                name: connection.execute(sa.select(sa.func.count()).select_from(sa.table(name))).scalar_one()
                for name in sorted(names)
                if name != "alembic_version"
            }
    finally:
        engine.dispose()


def fill_with_the_cast(url: str) -> None:
    engine = sync_engine(url)
    try:
        with engine.begin() as connection:
            fill(connection)
    finally:
        engine.dispose()


def test_the_newest_migration_makes_just_the_tables_of_the_code(database_url: str) -> None:
    migrate.upgrade(database_url)
    standing = migrate.standing(database_url)
    assert standing.differences == ()
    assert standing.current
    assert set(counts(database_url)) == set(tables.metadata.tables)


def test_a_fresh_database_is_not_taken_for_a_current_one(database_url: str) -> None:
    assert not migrate.standing(database_url).current


def test_a_missing_column_is_told(database_url: str) -> None:
    migrate.upgrade(database_url)
    engine = sync_engine(database_url)
    with engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE topics DROP COLUMN locked_because")
    engine.dispose()
    assert "locked_because" in " ".join(migrate.standing(database_url).differences)


def test_upgrading_twice_changes_nothing(database_url: str) -> None:
    migrate.upgrade(database_url)
    fill_with_the_cast(database_url)
    before = counts(database_url)
    migrate.upgrade(database_url)
    assert counts(database_url) == before


def test_each_step_can_be_taken_back_and_again_on_a_filled_database(database_url: str) -> None:
    migrate.upgrade(database_url)
    fill_with_the_cast(database_url)
    before = counts(database_url)
    first, *later = revisions()
    for revision in reversed([first, *later][:-1]):
        migrate.downgrade(database_url, revision=revision)
    migrate.upgrade(database_url)
    if later:
        assert counts(database_url)["members"] == before["members"]
    migrate.downgrade(database_url, revision="base")
    assert counts(database_url) == {}
    migrate.upgrade(database_url)
    assert migrate.standing(database_url).current


def test_foreign_keys_are_off_while_a_migration_runs_and_checked_after_it(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'broken.db'}"
    migrate.upgrade(url)
    engine = sync_engine(url, foreign_keys=False)
    with engine.begin() as connection:
        connection.exec_driver_sql(
            "INSERT INTO subscriptions (member_id, topic_id, subscribed, changed_at) "
            "VALUES (77, 88, 1, '2026-01-01 00:00:00')"
        )
    engine.dispose()
    with pytest.raises(sa.exc.IntegrityError, match="point nowhere"):
        migrate.upgrade(url)


@pytest.mark.parametrize("dump", sorted(RELEASED.glob("*.sql")), ids=lambda path: path.stem)
def test_a_database_of_an_earlier_main_upgrades_without_loss(tmp_path: Path, dump: Path) -> None:
    url = f"sqlite:///{tmp_path / 'earlier.db'}"
    with closing(sqlite3.connect(tmp_path / "earlier.db")) as connection:
        connection.executescript(dump.read_text(encoding="utf-8"))
    before = counts(url)
    assert before["obligations"]
    migrate.upgrade(url)
    after = counts(url)
    assert migrate.standing(url).current
    assert {name: after[name] for name in before} == before


def test_every_released_migration_has_a_database_to_start_from() -> None:
    assert [path.stem for path in sorted(RELEASED.glob("*.sql"))] == revisions()


def test_no_row_number_is_ever_given_twice(database_url: str) -> None:
    migrate.upgrade(database_url)
    engine = sync_engine(database_url)
    with engine.begin() as connection:

        def add(table: sa.Table, **values: object) -> int:
            return int(connection.execute(table.insert().values(values).returning(table.c.id)).scalar_one())

        first = add(tables.files, content_hash="a", media_type="x", size=0, content=b"", made_at=START)
        connection.execute(tables.files.delete())
        second = add(tables.files, content_hash="b", media_type="x", size=0, content=b"", made_at=START)
    engine.dispose()
    assert second > first


def test_every_numbered_table_is_numbered_for_good_on_sqlite(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'numbered.db'}"
    migrate.upgrade(url)
    with closing(sqlite3.connect(tmp_path / "numbered.db")) as connection:
        found = dict(connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'"))
    numbered = [table.name for table in tables.metadata.sorted_tables if "id" in table.c]
    assert len(numbered) > 30
    assert [name for name in numbered if "AUTOINCREMENT" not in found[name]] == []


@pytest.mark.parametrize("dump", sorted(RELEASED.glob("*.sql")), ids=lambda path: path.stem)
def test_a_number_that_was_given_before_an_upgrade_is_not_given_after_it(tmp_path: Path, dump: Path) -> None:
    url = f"sqlite:///{tmp_path / 'earlier.db'}"
    with closing(sqlite3.connect(tmp_path / "earlier.db")) as connection:
        connection.executescript(dump.read_text(encoding="utf-8"))
        if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'sqlite_sequence'").fetchone():
            return
        connection.execute("UPDATE sqlite_sequence SET seq = seq + 40")
        connection.commit()
        before = dict(connection.execute("SELECT name, seq FROM sqlite_sequence"))
    migrate.upgrade(url)
    with closing(sqlite3.connect(tmp_path / "earlier.db")) as connection:
        after = dict(connection.execute("SELECT name, seq FROM sqlite_sequence"))
    assert {name: after.get(name, 0) >= number for name, number in before.items()} == dict.fromkeys(
        before, True
    )
