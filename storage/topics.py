"""Topics, and who takes them."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.rows import insert_row, many, one, upsert
from storage.tables import subscriptions, topics


@dataclass(frozen=True)
class Topic:
    """One topic."""

    id: int
    name: str
    position: int
    mandatory: bool
    on_by_default: bool
    locked_because: str


_TOPIC = tuple(topics.c[name] for name in Topic.__dataclass_fields__)


def add(
    connection: Connection, *, name: str, mandatory: bool, on_by_default: bool, locked_because: str
) -> int:
    """Open a topic as the last in the list."""
    last = connection.execute(sa.select(sa.func.coalesce(sa.func.max(topics.c.position), 0))).scalar_one()
    values = {
        "name": name,
        "position": last + 1,
        "mandatory": mandatory,
        "on_by_default": on_by_default,
        "locked_because": locked_because,
    }
    return insert_row(connection, topics, values)


def topic(connection: Connection, topic_id: int) -> Topic | None:
    """The topic with this number."""
    return one(connection, sa.select(*_TOPIC).where(topics.c.id == topic_id), Topic)


def in_order(connection: Connection) -> list[Topic]:
    """All topics, in the office's order."""
    return many(connection, sa.select(*_TOPIC).order_by(topics.c.position, topics.c.id), Topic)


@dataclass(frozen=True)
class Choice:
    """What a member chose about a topic."""

    topic_id: int
    subscribed: bool


def choices_of(connection: Connection, member_id: int) -> dict[int, bool]:
    """What the member chose, by topic; where they never chose there is nothing."""
    rows = many(
        connection,
        sa.select(subscriptions.c.topic_id, subscriptions.c.subscribed).where(
            subscriptions.c.member_id == member_id
        ),
        Choice,
    )
    return {row.topic_id: row.subscribed for row in rows}


def choose(connection: Connection, *, member_id: int, topic_id: int, subscribed: bool, now: datetime) -> None:
    """Record the member's choice, over an earlier one."""
    upsert(
        connection,
        subscriptions,
        keys=("member_id", "topic_id"),
        values={"member_id": member_id, "topic_id": topic_id, "subscribed": subscribed, "changed_at": now},
    )
