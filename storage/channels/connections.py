"""Connections: one bot or account on one platform each."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.rows import insert_once, many
from storage.states import AddressState, DeliveryState, InboxState, Lane, Platform, Reason, Urgency
from storage.tables import addresses, connections, deliveries, inbox


@dataclass(frozen=True)
class Line:
    """A connection's row.

    Args:
        stopped_reason: why nothing goes out here; empty when all is well.
        failing_since: since when every call has failed for want of the platform (machine time).
        out_since: while word goes other ways first: since when it has been out (machine time).
        good_since: since when it has answered again after it failed (machine time).
        outage_told_at: when leaders were last told that it is out (machine time).
    """

    id: int
    platform: Platform
    name: str
    poll_offset: int | None
    stopped_reason: str
    account: str
    failing_since: datetime | None
    out_since: datetime | None
    good_since: datetime | None
    outage_told_at: datetime | None


_LINE = tuple(connections.c[name] for name in Line.__dataclass_fields__)
NOT_SERVED = "not_served"
"""Instead of a reason for which it was stopped: the settings name it no longer."""
NOT_HEARD = "not_heard"
"""Instead of a reason for which it was stopped: messages go out, but what people write does not come in."""
ARE_OUT = sa.select(connections.c.id).where(connections.c.out_since.is_not(None))
"""The numbers of those that word goes around, inside a statement; mostly there are none."""
_unserved = connections.alias("unserved")
_UNSERVED = sa.select(_unserved.c.id).where(_unserved.c.stopped_reason == NOT_SERVED)
CAN_BE_WRITTEN_TO = (addresses.c.state == AddressState.ACTIVE) & addresses.c.connection_id.not_in(_UNSERVED)
"""Holds for the addresses to which something can be sent: what nobody serves any more is no way to any."""


def ensure(connection: Connection, *, platform: Platform, name: str) -> int:
    """The connection of that name, made if need be."""
    values = {"platform": platform, "name": name, "stopped_reason": "", "account": ""}
    row = insert_once(connection, connections).values(values)
    connection.execute(row)
    return int(connection.execute(sa.select(connections.c.id).where(connections.c.name == name)).scalar_one())


def every(connection: Connection) -> list[Line]:
    """All connections."""
    return many(connection, sa.select(*_LINE).order_by(connections.c.id), Line)


def line(connection: Connection, connection_id: int) -> Line:
    """The connection with this number."""
    found = connection.execute(sa.select(*_LINE).where(connections.c.id == connection_id)).mappings().one()
    return Line(**found)


def poll_offset(connection: Connection, connection_id: int) -> int | None:
    """The update id to ask for next."""
    return line(connection, connection_id).poll_offset


def begin_anew(connection: Connection, connection_id: int) -> None:
    """It is served from now on: what went wrong before says nothing yet; if it was out, it still is.

    If it was not served, word goes there again at once.
    """
    was_unserved = connections.c.stopped_reason == NOT_SERVED
    values = {
        "stopped_reason": "",
        "failing_since": None,
        "good_since": None,
        "out_since": sa.case((was_unserved, sa.null()), else_=connections.c.out_since),
    }
    connection.execute(connections.update().where(connections.c.id == connection_id).values(values))


def note_unserved(connection: Connection, served: Collection[int], *, now: datetime) -> int:
    """Word goes around all but these from now on (machine time): nobody sends there; how many are new."""
    unserved = connections.c.id.not_in(served), connections.c.stopped_reason != NOT_SERVED
    values = {
        "stopped_reason": NOT_SERVED,
        "failing_since": None,
        "good_since": None,
        "out_since": sa.func.coalesce(connections.c.out_since, now),
    }
    return connection.execute(connections.update().where(*unserved).values(values)).rowcount


def note_failing(connection: Connection, connection_id: int, *, now: datetime) -> bool:
    """A call failed for want of the platform; whether that is news. Nothing is written when it is not."""
    return _change(
        connection,
        connection_id,
        connections.c.failing_since.is_(None),
        failing_since=now,
        good_since=None,
    )


def note_good(connection: Connection, connection_id: int, *, now: datetime) -> bool:
    """The platform answered a call; whether that is news. Nothing is written when it is not."""
    is_out = connections.c.out_since.is_not(None) & connections.c.good_since.is_(None)
    news = connections.c.failing_since.is_not(None) | is_out
    return _change(connection, connection_id, news, failing_since=None, good_since=now)


def sending_fails(connection: Connection, connection_id: int, *, since: datetime) -> bool:
    """Whether one delivery there has failed three times, or three are in doubt, and they are tried still.

    `since` (machine time) leaves out what is due no longer, but waits for working hours. A success closes its
    row: of one that failed again and again nothing else came of it.
    """
    weight = sa.case((deliveries.c.failures >= 3, 3), (deliveries.c.maybe_count > 0, 1), else_=0)
    question = sa.select(sa.func.sum(weight)).where(
        deliveries.c.connection_id == connection_id,
        deliveries.c.state.in_((DeliveryState.QUEUED, DeliveryState.MAYBE)),
        deliveries.c.due_at > since,
    )
    return (connection.execute(question).scalar() or 0) >= 3


def note_out(connection: Connection, connection_id: int, *, since: datetime) -> bool:
    """Word goes other ways first from now on; whether it did not before."""
    return _change(connection, connection_id, connections.c.out_since.is_(None), out_since=since)


def note_back(connection: Connection, connection_id: int) -> bool:
    """Word goes here as before; whether it went other ways."""
    return _change(connection, connection_id, connections.c.out_since.is_not(None), out_since=None)


def note_outage_told(connection: Connection, connection_ids: Collection[int], *, now: datetime) -> bool:
    """Leaders have been told that these are out; whether nobody had told them yet."""
    told = connections.c.outage_told_at
    return (
        connection.execute(
            connections.update()
            .where(connections.c.id.in_(connection_ids), told.is_(None) | (told < connections.c.out_since))
            .values(outage_told_at=now)
        ).rowcount
        > 0
    )


def _change(
    connection: Connection, connection_id: int, holds: sa.ColumnElement[bool], **values: datetime | None
) -> bool:
    changed = connections.update().where(connections.c.id == connection_id, holds).values(values)
    return connection.execute(changed).rowcount == 1


def note_account(connection: Connection, connection_id: int, account: str) -> None:
    """How the platform names the bot."""
    connection.execute(connections.update().where(connections.c.id == connection_id).values(account=account))


def people_at(connection: Connection, connection_id: int) -> int:
    """How many conversations there stand for members."""
    question = sa.select(sa.func.count()).where(
        addresses.c.connection_id == connection_id, addresses.c.member_id.is_not(None)
    )
    return int(connection.execute(question).scalar_one())


def rename(connection: Connection, connection_id: int, *, name: str, instead_of: int | None) -> None:
    """Give the connection another name; the one that had it (`instead_of`) gets this one's."""
    before = line(connection, connection_id).name
    if instead_of is not None:
        # No name is used twice, not for a moment either; no name of the settings has this sign.
        _name(connection, instead_of, f"{name}?")
    _name(connection, connection_id, name)
    if instead_of is not None:
        _name(connection, instead_of, before)


def _name(connection: Connection, connection_id: int, name: str) -> None:
    connection.execute(connections.update().where(connections.c.id == connection_id).values(name=name))


def note_stopped(connection: Connection, connection_id: int, reason: str) -> None:
    """Why nothing goes out on the connection, or comes in; empty when all is well.

    A refused token stays noted until the connection begins anew, whatever else is found out.
    """
    stands = connections.c.stopped_reason != Reason.TOKEN.value
    connection.execute(
        connections.update().where(connections.c.id == connection_id, stands).values(stopped_reason=reason)
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
