"""What a connection sent and took in a month of the office's calendar, where its platform counts.

The row of a month is held until the end of the transaction that counts in it (`hold`), so that of several
workers who reach for the last message one gets it.
"""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.rows import insert_once, one
from storage.tables import connections, usages


@dataclass(frozen=True)
class Usage:
    """A month of one connection.

    Args:
        outgoing: messages that were sent, may have been, or are about to be.
        incoming: messages that came in; counted only where the settings say so.
        told_percent: the highest share of which the admins have been told.
        spent_at: when the platform last said that the month is used up, or was asked (machine time).
    """

    outgoing: int = 0
    incoming: int = 0
    told_percent: int = 0
    spent_at: datetime | None = None


_USAGE = tuple(usages.c[name] for name in Usage.__dataclass_fields__)


def name_of(connection: Connection, connection_id: int) -> str:
    """How the settings call the connection."""
    question = sa.select(connections.c.name).where(connections.c.id == connection_id)
    return str(connection.execute(question).scalar_one())


def of_month(connection: Connection, connection_id: int, month: str) -> Usage:
    """What was counted in that month ("2026-11")."""
    return one(connection, _question(connection_id, month), Usage) or Usage()


def hold(connection: Connection, connection_id: int, month: str) -> Usage:
    """As `of_month`; the row, made if need be, is held until the transaction ends."""
    held = _question(connection_id, month).with_for_update()
    found = one(connection, held, Usage)
    if found is None:
        values = {"connection_id": connection_id, "month": month, "outgoing": 0, "incoming": 0}
        connection.execute(insert_once(connection, usages).values(values | {"told_percent": 0}))
        found = one(connection, held, Usage)
    return found or Usage()


def count_outgoing(connection: Connection, connection_id: int, month: str) -> None:
    """One more message goes out; the month's row is held (`hold`)."""
    _change(connection, connection_id, month, outgoing=usages.c.outgoing + 1)


def give_back(connection: Connection, connection_id: int, month: str) -> None:
    """One message that was counted was certainly not accepted."""
    less = sa.case((usages.c.outgoing > 0, usages.c.outgoing - 1), else_=0)
    _change(connection, connection_id, month, outgoing=less)


def count_incoming(connection: Connection, connection_id: int, month: str, *, amount: int) -> None:
    """So many more messages came in."""
    hold(connection, connection_id, month)
    _change(connection, connection_id, month, incoming=usages.c.incoming + amount)


def note_spent(connection: Connection, connection_id: int, month: str, *, at: datetime | None) -> None:
    """When the platform said that the month is used up (machine time); None: it is not, after all."""
    hold(connection, connection_id, month)
    _change(connection, connection_id, month, spent_at=at)


def note_told(connection: Connection, connection_id: int, month: str, *, percent: int) -> None:
    """Of which share the admins have been told; the month's row is held (`hold`)."""
    _change(connection, connection_id, month, told_percent=percent)


def _question(connection_id: int, month: str) -> sa.Select[tuple[object, ...]]:
    return sa.select(*_USAGE).where(usages.c.connection_id == connection_id, usages.c.month == month)


def _change(connection: Connection, connection_id: int, month: str, **values: object) -> None:
    connection.execute(
        usages.update().where(usages.c.connection_id == connection_id, usages.c.month == month).values(values)
    )
