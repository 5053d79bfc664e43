"""Codes and numbers that led nowhere: they stand in history, and are counted there, each kind for itself."""

from collections.abc import Collection
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.channels.connections import CAN_BE_WRITTEN_TO
from storage.tables import addresses, history, members

THING = "code_try"
NUMBER = "number_try"
SHORT = "short_code_try"
"""Six digits."""
_ALL = (THING, NUMBER, SHORT)


def hold_conversation(connection: Connection, address_id: int) -> None:
    """Let no other try of this conversation be counted before the transaction ends."""
    connection.execute(sa.select(addresses.c.id).where(addresses.c.id == address_id).with_for_update())


def hold_short(connection: Connection) -> None:
    """Let no other six digits be looked at before the transaction ends. SQLite has one writer anyway."""
    if connection.dialect.name == "postgresql":
        # No row stands for them all.
        connection.execute(sa.text("SELECT pg_advisory_xact_lock(hashtextextended('loa:six digits', 0))"))


def of_conversation(connection: Connection, *, address_id: int, since: datetime) -> int:
    """How many wrong codes and numbers came from this conversation since then."""
    return _count(connection, _ALL, history.c.thing_id == address_id, history.c.at > since)


def short_of_conversation(connection: Connection, *, address_id: int, since: datetime) -> int:
    """How many wrong six digits came from this conversation since then."""
    return _count(connection, (SHORT,), history.c.thing_id == address_id, history.c.at > since)


def short_of_everybody(connection: Connection, *, since: datetime) -> int:
    """How many wrong six digits came in since then, from strangers and members."""
    return _count(connection, (SHORT,), history.c.at > since)


def of_strangers(connection: Connection, *, thing: str, since: datetime) -> int:
    """How many wrong ones of this kind came from conversations that stood for nobody."""
    return _count(connection, (thing,), history.c.actor_id.is_(None), history.c.at > since)


def of_everybody(connection: Connection, *, since: datetime) -> int:
    """How many wrong codes and numbers were looked at since then."""
    return _count(connection, _ALL, history.c.at > since)


def on_roster(connection: Connection) -> int:
    """How many members there are."""
    question = sa.select(sa.func.count()).select_from(members).where(members.c.left_at.is_(None))
    return int(connection.execute(question).scalar_one())


def not_reached(connection: Connection) -> int:
    """About how many of them have no conversation yet: without looking at each, for guessers cause it."""
    reached = sa.select(sa.func.count(sa.distinct(addresses.c.member_id))).where(CAN_BE_WRITTEN_TO)
    return max(0, on_roster(connection) - int(connection.execute(reached).scalar_one()))


def _count(connection: Connection, things: Collection[str], *fits: sa.ColumnElement[bool]) -> int:
    question = sa.select(sa.func.count()).where(history.c.thing.in_(things), *fits)
    return int(connection.execute(question).scalar_one())
