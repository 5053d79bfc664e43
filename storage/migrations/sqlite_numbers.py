"""Row numbers that SQLite never gives twice.

Without AUTOINCREMENT the number of a removed last row is given to the next one (sqlite.org/autoinc.html).
Numbers
stand in history, in once-keys and in buttons: the next row would be taken for the removed one. PostgreSQL's
sequences never go back.
"""

import re
from collections.abc import Mapping

import sqlalchemy as sa
from sqlalchemy.engine import Connection

_TABLES = sa.text("SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY rootpage")
_INDEXES = sa.text(
    "SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = :name"
)
# Kept by SQLite for tables with AUTOINCREMENT (sqlite.org/autoinc.html); a dropped table's row goes with it.
_GIVEN = sa.text("SELECT name, seq FROM sqlite_sequence")
_BEGIN = sa.text("INSERT INTO sqlite_sequence (name, seq) VALUES (:name, :number)")
_RAISE = sa.text("UPDATE sqlite_sequence SET seq = :number WHERE name = :name")
_KEY = re.compile(r",\s*CONSTRAINT (pk_\w+) PRIMARY KEY \(id\)")
_NUMBER = re.compile(r"\bid INTEGER NOT NULL")


def number_for_good(connection: Connection) -> None:
    """Rebuild each table whose row numbers could be given again; one that is sound already is left alone.

    For migrations on SQLite, with foreign keys off; to be called again after one that rebuilt a table.
    """
    for name, definition in connection.execute(_TABLES).all():
        key = _KEY.search(definition)
        if key is not None:
            _rebuild(connection, name, _numbered(definition, key))


def numbers_given(connection: Connection) -> dict[str, int]:
    """The highest number that each table has ever given, to be kept over a rebuild (`keep_numbers`)."""
    return {row.name: row.seq for row in connection.execute(_GIVEN)}


def keep_numbers(connection: Connection, given: Mapping[str, int]) -> None:
    """Let no table give a number again that it gave before it was rebuilt."""
    now = numbers_given(connection)
    for name, number in given.items():
        if name not in now:
            connection.execute(_BEGIN, {"name": name, "number": number})
        elif now[name] < number:
            connection.execute(_RAISE, {"name": name, "number": number})


def _numbered(definition: str, key: re.Match[str]) -> str:
    without_key = definition[: key.start()] + definition[key.end() :]
    column = f"id INTEGER NOT NULL CONSTRAINT {key[1]} PRIMARY KEY AUTOINCREMENT"
    columns = _NUMBER.sub(column, without_key, count=1)
    return columns[columns.index("(") :]


def _rebuild(connection: Connection, name: str, columns: str) -> None:
    indexes = connection.execute(_INDEXES, {"name": name}).scalars().all()
    connection.exec_driver_sql(f'CREATE TABLE "numbered_{name}" {columns}')
    names = [one["name"] for one in sa.inspect(connection).get_columns(name)]
    rows = sa.select(sa.table(name, *map(_column, names)))
    connection.execute(sa.insert(sa.table(f"numbered_{name}", *map(_column, names))).from_select(names, rows))
    connection.exec_driver_sql(f'DROP TABLE "{name}"')
    connection.exec_driver_sql(f'ALTER TABLE "numbered_{name}" RENAME TO "{name}"')
    for index in indexes:
        connection.exec_driver_sql(index)


def _column(name: str) -> sa.ColumnClause[object]:
    return sa.column(name)
