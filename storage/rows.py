"""Turning rows into frozen dataclasses, and the insert that both engines share."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import Connection

T = TypeVar("T")


def many(
    connection: Connection, question: sa.Select[Any], of: type[T], values: Mapping[str, Any] | None = None
) -> list[T]:
    """Every row of the question as an `of`; the columns carry the fields' names.

    `values` are for the parameters of a question that was built beforehand.
    """
    return [of(**row) for row in connection.execute(question, values).mappings()]


def one(
    connection: Connection, question: sa.Select[Any], of: type[T], values: Mapping[str, Any] | None = None
) -> T | None:
    """The only row as an `of`, or None; `values` as above.

    Raises:
        sqlalchemy.exc.MultipleResultsFound: there are several.
    """
    row = connection.execute(question, values).mappings().one_or_none()
    return None if row is None else of(**row)


def insert_once(connection: Connection, table: sa.Table) -> sqlite.Insert | postgresql.Insert:
    """An INSERT that leaves an existing row (by any unique key) as it is."""
    # The library keeps the row count of an INSERT only when asked; without it PostgreSQL's says -1.
    if connection.dialect.name == "sqlite":
        return sqlite.insert(table).on_conflict_do_nothing().execution_options(preserve_rowcount=True)
    return postgresql.insert(table).on_conflict_do_nothing().execution_options(preserve_rowcount=True)


def upsert(connection: Connection, table: sa.Table, *, keys: Sequence[str], values: dict[str, Any]) -> None:
    """Insert the row, or give the one with these keys the other values."""
    changes = {name: value for name, value in values.items() if name not in keys}
    if connection.dialect.name == "sqlite":
        connection.execute(
            sqlite.insert(table).values(values).on_conflict_do_update(index_elements=list(keys), set_=changes)
        )
        return
    connection.execute(
        postgresql.insert(table).values(values).on_conflict_do_update(index_elements=list(keys), set_=changes)
    )


def insert_row(connection: Connection, table: sa.Table, values: dict[str, Any]) -> int:
    """Insert one row and return its number."""
    return int(connection.execute(table.insert().values(values).returning(table.c.id)).scalar_one())
