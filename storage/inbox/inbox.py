"""The durable inbox: stored before it is confirmed, handled one at a time per conversation."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.rows import insert_once, one
from storage.states import InboxState
from storage.tables import connections, inbox

_GIVE_UP_AFTER = 5
_REST = timedelta(seconds=2)
AFTER_REFUSAL = "after_refusal"
"""Refused as a part of what was refused just before it."""

FROM_A_PAGE = "page:"
"""Begins the update id of what was refused on a member's own page: it came from no messenger."""


@dataclass(frozen=True)
class Arrived:
    """An update as it goes into the inbox.

    Args:
        body: the raw update as JSON text; empty when it was refused.
        size: its length in bytes.
        refused_because: the gate's reason, empty when it passed.
    """

    update_id: str
    conversation: str
    body: str
    size: int
    refused_because: str = ""


@dataclass(frozen=True)
class Knock:
    """A stored update in hand."""

    id: int
    connection_id: int
    update_id: str
    conversation: str
    body: str
    failures: int
    refused_because: str
    received_at: datetime


def store(
    connection: Connection,
    connection_id: int,
    arrived: Sequence[Arrived],
    *,
    now: datetime,
    offset: int | None = None,
) -> int:
    """Store updates, each once, and the offset to ask for next, in one transaction.

    Returns:
        How many were new.
    """
    new = sum(_store(connection, connection_id, update, now=now) for update in arrived)
    if offset is not None:
        connection.execute(
            connections.update().where(connections.c.id == connection_id).values(poll_offset=offset)
        )
    return new


def _store(connection: Connection, connection_id: int, update: Arrived, *, now: datetime) -> int:
    return connection.execute(
        insert_once(connection, inbox).values(
            connection_id=connection_id,
            update_id=update.update_id,
            conversation=update.conversation,
            state=InboxState.WAITING,
            body=update.body,
            size=update.size,
            refused_because=update.refused_because,
            failures=0,
            due_at=now,
            received_at=now,
        )
    ).rowcount


def refused_since(connection: Connection, connection_id: int, conversation: str, *, since: datetime) -> bool:
    """Whether something from this conversation was refused by the gate since then (machine time)."""
    question = sa.exists().where(
        inbox.c.connection_id == connection_id,
        inbox.c.conversation == conversation,
        # Only what bore a mark itself opens the minute: its parts must not prolong it.
        inbox.c.refused_because.not_in(("", AFTER_REFUSAL)),
        inbox.c.received_at >= since,
    )
    return bool(connection.execute(sa.select(question)).scalar())


def number_of(connection: Connection, connection_id: int, update_id: str) -> int | None:
    """The row of an update, if it is stored."""
    return connection.execute(
        sa.select(inbox.c.id).where(inbox.c.connection_id == connection_id, inbox.c.update_id == update_id)
    ).scalar_one_or_none()


def claim(connection: Connection, *, worker: str, now: datetime, lease: timedelta) -> Knock | None:
    """Take the oldest knock whose conversation is free; later ones of that conversation wait for it."""
    knock = one(connection, _oldest(), Knock, {"now": now})
    if knock is not None:
        _set(connection, knock.id, state=InboxState.HANDLING, worker=worker, lease_until=now + lease)
    return knock


@cache
def _oldest() -> sa.Select[Any]:
    """Asked many times a second, and built once."""
    before = inbox.alias("before")
    question = (
        sa.select(*(inbox.c[name] for name in Knock.__dataclass_fields__))
        .where(
            inbox.c.state == InboxState.WAITING,
            inbox.c.due_at <= sa.bindparam("now"),
            ~sa.exists().where(
                before.c.connection_id == inbox.c.connection_id,
                before.c.conversation == inbox.c.conversation,
                before.c.id < inbox.c.id,
                before.c.state.in_((InboxState.WAITING, InboxState.HANDLING)),
            ),
        )
        .order_by(inbox.c.id)
        .limit(1)
    )
    return question.with_for_update(skip_locked=True, of=inbox)


def complete(
    connection: Connection, knock: Knock, *, worker: str, now: datetime, refused_because: str
) -> bool:
    """Close the knock and empty its content, if this worker still holds it.

    Returns:
        Whether it did; if not, somebody else took it over and the caller must roll back.
    """
    return (
        connection.execute(
            inbox.update()
            .where(inbox.c.id == knock.id, inbox.c.state == InboxState.HANDLING, inbox.c.worker == worker)
            .values(
                state=InboxState.REFUSED if refused_because else InboxState.DONE,
                refused_because=refused_because,
                body="",
                worker=None,
                lease_until=None,
                done_at=now,
            )
        ).rowcount
        == 1
    )


def put_back(connection: Connection, knock: Knock, *, worker: str, now: datetime) -> InboxState:
    """Handling failed: let it rest a little, or set it aside after five times; if it is still this worker's.

    Returns:
        Where it stands now.
    """
    failures = knock.failures + 1
    state = InboxState.SET_ASIDE if failures >= _GIVE_UP_AFTER else InboxState.WAITING
    connection.execute(
        inbox.update()
        .where(inbox.c.id == knock.id, inbox.c.state == InboxState.HANDLING, inbox.c.worker == worker)
        .values(
            state=state,
            failures=failures,
            worker=None,
            lease_until=None,
            due_at=now + _REST * failures,
        )
    )
    return state


def rescue(connection: Connection, *, now: datetime | None) -> int:
    """Give back knocks that a stopped worker held: all (None) or those whose lease ran out; how many."""
    held = [inbox.c.state == InboxState.HANDLING]
    if now is not None:
        held.append(inbox.c.lease_until < now)
    return connection.execute(
        inbox.update().where(*held).values(state=InboxState.WAITING, worker=None, lease_until=None)
    ).rowcount


def waiting(connection: Connection) -> int:
    """How many knocks are not yet closed."""
    return _count(connection, (InboxState.WAITING, InboxState.HANDLING))


def set_aside(connection: Connection) -> int:
    """How many knocks failed five times and wait for a person."""
    return _count(connection, (InboxState.SET_ASIDE,))


def _count(connection: Connection, states: tuple[InboxState, ...]) -> int:
    return int(
        connection.execute(
            sa.select(sa.func.count()).select_from(inbox).where(inbox.c.state.in_(states))
        ).scalar_one()
    )


def _set(connection: Connection, knock_id: int, **values: object) -> None:
    connection.execute(inbox.update().where(inbox.c.id == knock_id).values(values))
