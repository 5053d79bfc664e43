"""Connections: one bot or account on one platform each."""

from collections.abc import Collection
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.rows import insert_once, many
from storage.states import DeliveryState, InboxState, Lane, Platform, Urgency
from storage.tables import connections, deliveries, inbox


@dataclass(frozen=True)
class Line:
    """A connection's row."""

    id: int
    platform: Platform
    name: str
    poll_offset: int | None
    stopped_reason: str
    account: str


_LINE = tuple(connections.c[name] for name in Line.__dataclass_fields__)


def ensure(connection: Connection, *, platform: Platform, name: str) -> int:
    """The connection of that name, made if need be."""
    values = {"platform": platform, "name": name, "stopped_reason": "", "account": ""}
    row = insert_once(connection, connections).values(values)
    connection.execute(row)
    return int(connection.execute(sa.select(connections.c.id).where(connections.c.name == name)).scalar_one())


def every(connection: Connection) -> list[Line]:
    """All connections."""
    return many(connection, sa.select(*_LINE).order_by(connections.c.id), Line)


def poll_offset(connection: Connection, connection_id: int) -> int | None:
    """The update id to ask for next."""
    offset: int | None = connection.execute(
        sa.select(connections.c.poll_offset).where(connections.c.id == connection_id)
    ).scalar_one()
    return offset


def note_account(connection: Connection, connection_id: int, account: str) -> None:
    """How the platform names the bot."""
    connection.execute(connections.update().where(connections.c.id == connection_id).values(account=account))


def account_of(connection: Connection, connection_id: int) -> str:
    """How the platform names the bot, without @; empty where nobody knows yet."""
    question = sa.select(connections.c.account).where(connections.c.id == connection_id)
    return str(connection.execute(question).scalar_one())


def note_stopped(connection: Connection, connection_id: int, reason: str) -> None:
    """Why nothing goes out on the connection; empty when all is well."""
    connection.execute(
        connections.update().where(connections.c.id == connection_id).values(stopped_reason=reason)
    )


def at_rest(
    connection: Connection, connection_id: int, *, now: object, open_urgencies: Collection[Urgency]
) -> bool:
    """Whether nothing on this connection waits to be handled or could be sent now."""
    knocks = sa.exists().where(
        inbox.c.connection_id == connection_id,
        inbox.c.state.in_((InboxState.WAITING, InboxState.HANDLING)),
    )
    sends = sa.exists().where(
        deliveries.c.connection_id == connection_id,
        (deliveries.c.state == DeliveryState.SENDING)
        | (
            (deliveries.c.state == DeliveryState.QUEUED)
            & (deliveries.c.due_at <= now)
            & ((deliveries.c.lane == Lane.REPLY) | deliveries.c.urgency.in_(open_urgencies))
        ),
    )
    return not connection.execute(sa.select(knocks | sends)).scalar()
