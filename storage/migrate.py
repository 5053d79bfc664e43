"""Bringing a database to today's tables, and finding out where it stands. Migrations only go forward."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.resources import files

import sqlalchemy as sa
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.engine import Connection

from storage.database import sync_engine
from storage.tables import metadata


@dataclass(frozen=True)
class Standing:
    """Where a database stands.

    Args:
        revision: its migration, empty for a fresh database.
        head: the newest migration.
        differences: what its tables lack or have too much, one line each.
        engine: the engine's name and version.
    """

    revision: str
    head: str
    differences: tuple[str, ...]
    engine: str

    @property
    def current(self) -> bool:
        """Whether it is at the newest migration with just the tables of today."""
        return self.revision == self.head and not self.differences


def upgrade(url: str, *, revision: str = "head") -> None:
    """Bring the database to the revision; making it first if the file is not there.

    Raises:
        sqlalchemy.exc.IntegrityError: a foreign key does not hold afterwards (nothing is committed).
    """
    with _migrating(url) as (configuration, connection):
        command.upgrade(configuration, revision)
        _check_foreign_keys(connection)


def downgrade(url: str, *, revision: str) -> None:
    """Take the database back, for the tests that prove a migration can be undone before it ships."""
    with _migrating(url) as (configuration, connection):
        command.downgrade(configuration, revision)
        _check_foreign_keys(connection)


def standing(url: str) -> Standing:
    """Where the database stands; changes nothing.

    Raises:
        sqlalchemy.exc.OperationalError: it cannot be reached.
    """
    # Only looking: a writer's transaction would hold up the office that is at work.
    engine = sync_engine(url, read_only=True)
    try:
        with engine.connect() as connection:
            context = MigrationContext.configure(connection, opts={"compare_type": True})
            revision = context.get_current_revision() or ""
            found = compare_metadata(context, metadata) if revision else []
            return Standing(revision, _head(), tuple(map(_line, found)), _engine(connection))
    finally:
        engine.dispose()


def reachable_standing(url: str) -> Standing | str:
    """Where the database stands, or in one line (without a password) why it cannot be reached."""
    try:
        return standing(url)
    except sa.exc.DBAPIError as error:
        return str(error.orig).strip().splitlines()[0]


@contextmanager
def _migrating(url: str) -> Iterator[tuple[Config, Connection]]:
    # Rebuilding a table with foreign keys on would delete its children: off here, checked afterwards.
    engine = sync_engine(url, foreign_keys=False)
    try:
        with engine.begin() as connection:
            if connection.dialect.name == "postgresql":
                # Two processes that start at once must not migrate at once.
                connection.execute(
                    sa.text("SELECT pg_advisory_xact_lock(hashtextextended('loa:migrate', 0))")
                )
            configuration = Config()
            configuration.set_main_option("script_location", str(files("storage") / "migrations"))
            configuration.attributes["connection"] = connection
            yield configuration, connection
    finally:
        engine.dispose()


def _check_foreign_keys(connection: Connection) -> None:
    if connection.dialect.name != "sqlite":
        return
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise sa.exc.IntegrityError(f"{len(broken)} rows point nowhere", None, ValueError(str(broken[:3])))


def _head() -> str:
    configuration = Config()
    configuration.set_main_option("script_location", str(files("storage") / "migrations"))
    return ScriptDirectory.from_config(configuration).get_current_head() or ""


def _line(difference: object) -> str:
    return str(difference).replace("\n", " ")[:200]


def _engine(connection: Connection) -> str:
    version = connection.dialect.server_version_info or ()
    return f"{connection.dialect.name} {'.'.join(map(str, version))}"
