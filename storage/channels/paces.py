"""Rates by GCRA, in whole microseconds: one row a connection, one row a conversation.

The limits are Telegram's published advice (about 30 a second for all chats, one a second for one chat,
20 a minute for one group; facts/telegram.md section 1), kept for every platform.
"""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.rows import insert_once, upsert
from storage.tables import paces, rates

_PRIVATE_EVERY = timedelta(seconds=1)
_GROUP_EVERY = timedelta(seconds=3)
SECOND = 1_000_000
# A waiting broadcast keeps a third of every second.
_REPLY_SHARE = 2 / 3


def micros(moment: datetime) -> int:
    """Microseconds since the epoch."""
    return round(moment.timestamp() * SECOND)


def lock_rate(connection: Connection, connection_id: int) -> int:
    """The connection's theoretical arrival time; its row is held until the transaction ends."""
    question = sa.select(rates.c.tat).where(rates.c.connection_id == connection_id).with_for_update()
    tat = connection.execute(question).scalar_one_or_none()
    if tat is not None:
        return int(tat)
    connection.execute(insert_once(connection, rates).values(connection_id=connection_id, tat=0, reply_tat=0))
    return int(connection.execute(question).scalar_one())


def spend(connection: Connection, connection_id: int, *, sends: int, per_second: float, now: datetime) -> int:
    """Reserve the next `sends` slots.

    Returns:
        When the first of them is, microseconds since the epoch.
    """
    cost = round(sends * SECOND / per_second)
    start = _later(rates.c.tat, micros(now))
    tat = connection.execute(
        rates.update()
        .where(rates.c.connection_id == connection_id)
        .values(tat=start + cost)
        .returning(rates.c.tat)
    ).scalar_one()
    return int(tat) - cost


def give_back(connection: Connection, connection_id: int, *, sends: int, per_second: float) -> None:
    """The last `sends` slots that this transaction reserved are not needed."""
    if sends:
        cost = round(sends * SECOND / per_second)
        connection.execute(
            rates.update().where(rates.c.connection_id == connection_id).values(tat=rates.c.tat - cost)
        )


def spend_reply_share(connection: Connection, connection_id: int, *, per_second: float, now: datetime) -> int:
    """Reserve one slot of the share that answers may take while a broadcast waits; when it is."""
    cost = round(SECOND / (per_second * _REPLY_SHARE))
    tat = connection.execute(
        rates.update()
        .where(rates.c.connection_id == connection_id)
        .values(reply_tat=_later(rates.c.reply_tat, micros(now)) + cost)
        .returning(rates.c.reply_tat)
    ).scalar_one()
    return int(tat) - cost


def reply_share_from(connection: Connection, connection_id: int) -> int:
    """When the share of answers has its next slot."""
    return int(
        connection.execute(
            sa.select(rates.c.reply_tat).where(rates.c.connection_id == connection_id)
        ).scalar_one()
    )


def pause_connection(connection: Connection, connection_id: int, *, until: datetime) -> None:
    """Nothing goes out on this connection before `until` (the platform asked for it)."""
    lock_rate(connection, connection_id)
    connection.execute(
        rates.update()
        .where(rates.c.connection_id == connection_id)
        .values(tat=_later(rates.c.tat, micros(until)))
    )


def hold_conversations(connection: Connection, is_group: Mapping[int, bool], *, now: datetime) -> None:
    """The next message to each of these addresses waits its second (a group's: three)."""
    for address_id, group in is_group.items():
        pause_conversation(connection, address_id, until=now + (_GROUP_EVERY if group else _PRIVATE_EVERY))


def pause_conversation(connection: Connection, address_id: int, *, until: datetime) -> None:
    """Nothing goes to this address before `until`."""
    upsert(
        connection, paces, keys=("address_id",), values={"address_id": address_id, "next_at": micros(until)}
    )


def _later(column: sa.Column[int], moment: int) -> sa.ColumnElement[int]:
    return sa.case((column > moment, column), else_=sa.literal(moment, sa.BigInteger()))


def moment(microseconds: int) -> datetime:
    """The moment that `micros` made a number of."""
    return datetime.fromtimestamp(microseconds / SECOND, UTC)
