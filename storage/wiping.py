"""Emptying every table: only the sandbox does it, when its story begins again."""

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.append_only import lifted
from storage.tables import metadata


def wipe(connection: Connection) -> None:
    """Empty every table and let numbering begin again at 1, in the caller's transaction.

    The numbers matter: the running channel keeps the number of its connection, and the founded sample
    has to give it back.
    """
    with lifted(connection):
        _empty(connection)


def _empty(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        names = ", ".join(f'"{table.name}"' for table in metadata.sorted_tables)
        connection.execute(sa.text(f"TRUNCATE {names} RESTART IDENTITY"))
        return
    # Children go before parents.
    connection.execute(sa.text("PRAGMA defer_foreign_keys=ON"))
    for table in reversed(metadata.sorted_tables):
        connection.execute(table.delete())
    connection.execute(sa.text("DELETE FROM sqlite_sequence"))
