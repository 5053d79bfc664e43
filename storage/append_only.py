"""History refuses UPDATE and DELETE by triggers (migration 0002); the sandbox's new beginning lifts them."""

from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa
from sqlalchemy.engine import Connection

GUARDS = {
    "sqlite": ("history_refuses_delete", "history_refuses_replace", "history_refuses_update"),
    "postgresql": ("history_refuses_change",),
}
"""The triggers of migration 0002, by engine."""


def missing(connection: Connection) -> tuple[str, ...]:
    """Those that somebody has taken away or switched off."""
    if connection.dialect.name == "postgresql":
        question = sa.text(
            "SELECT tgname FROM pg_trigger WHERE tgrelid = 'history'::regclass AND tgenabled IN ('O', 'A')"
        )
    else:
        question = sa.text("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'history'")
    there = set(connection.execute(question).scalars())
    return tuple(name for name in GUARDS[connection.dialect.name] if name not in there)


@contextmanager
def lifted(connection: Connection) -> Iterator[None]:
    """Let history be emptied inside this block; a transaction that fails leaves the triggers as they were."""
    if connection.dialect.name == "postgresql":
        connection.execute(sa.text("ALTER TABLE history DISABLE TRIGGER USER"))
        yield
        connection.execute(sa.text("ALTER TABLE history ENABLE TRIGGER USER"))
        return
    question = sa.text("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'history'")
    triggers = connection.execute(question).all()
    for name, _ in triggers:
        connection.exec_driver_sql(f"DROP TRIGGER {name}")
    yield
    for _, definition in triggers:
        connection.exec_driver_sql(definition)
