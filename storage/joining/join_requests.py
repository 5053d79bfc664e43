"""Requests of somebody unknown to be connected; what they wrote is emptied when it is decided."""

from dataclasses import dataclass, field
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.rows import insert_row, many, one
from storage.states import JoinState
from storage.tables import join_requests

THING = "join_request"
_EMPTIED = {"said_name": "", "said_unit": "", "account": ""}


@dataclass(frozen=True)
class JoinRequest:
    """The row.

    Args:
        said_unit: empty while the person is still being asked.
    """

    id: int
    address_id: int
    state: JoinState
    said_name: str = field(repr=False)
    said_unit: str = field(repr=False)
    account: str = field(repr=False)
    unit_id: int | None
    made_at: datetime
    invitation_id: int | None

    @property
    def is_complete(self) -> bool:
        """Whether everything was said, so that somebody can decide."""
        return bool(self.said_unit)


_REQUEST = tuple(join_requests.c[name] for name in JoinRequest.__dataclass_fields__)


def begin(connection: Connection, *, address_id: int, now: datetime) -> int:
    """A new request from this conversation, nothing said yet."""
    values = {"address_id": address_id, "state": JoinState.WAITING, "made_at": now, **_EMPTIED}
    return insert_row(connection, join_requests, values)


def by_id(connection: Connection, request_id: int) -> JoinRequest | None:
    """The request with this number."""
    return one(connection, sa.select(*_REQUEST).where(join_requests.c.id == request_id), JoinRequest)


def waiting_of(connection: Connection, address_id: int) -> JoinRequest | None:
    """The one request of this conversation that is not decided, complete or not."""
    question = sa.select(*_REQUEST).where(
        join_requests.c.address_id == address_id, join_requests.c.state == JoinState.WAITING
    )
    return one(connection, question, JoinRequest)


def made_since(connection: Connection, address_id: int, *, since: datetime) -> int:
    """How many requests this conversation has made since then."""
    question = sa.select(sa.func.count()).where(
        join_requests.c.address_id == address_id, join_requests.c.made_at > since
    )
    return int(connection.execute(question).scalar_one())


def say_name(connection: Connection, request_id: int, *, said_name: str) -> None:
    """Keep the name that was written."""
    connection.execute(
        join_requests.update().where(join_requests.c.id == request_id).values(said_name=said_name)
    )


def complete(
    connection: Connection,
    request_id: int,
    *,
    said_unit: str,
    account: str,
    unit_id: int | None,
    now: datetime,
) -> None:
    """Keep the unit that was written and which one it is; from now on somebody can decide."""
    values = {"said_unit": said_unit, "account": account, "unit_id": unit_id, "made_at": now}
    connection.execute(join_requests.update().where(join_requests.c.id == request_id).values(values))


def decide(
    connection: Connection,
    request_id: int,
    *,
    state: JoinState,
    now: datetime,
    decided_by: int | None,
    member_id: int | None = None,
    invitation_id: int | None = None,
) -> bool:
    """Close a request that waits, and empty what was written; of two who decide at once, one hears no."""
    values = {
        "state": state,
        "decided_by": decided_by,
        "decided_at": now,
        "member_id": member_id,
        "invitation_id": invitation_id,
        **_EMPTIED,
    }
    still = (join_requests.c.id == request_id) & (join_requests.c.state == JoinState.WAITING)
    return connection.execute(join_requests.update().where(still).values(values)).rowcount == 1


def overdue(
    connection: Connection, *, complete_before: datetime, begun_before: datetime
) -> list[JoinRequest]:
    """Those that nobody decided in time, and those that were begun and left."""
    is_complete = join_requests.c.said_unit != ""
    return many(
        connection,
        sa.select(*_REQUEST)
        .where(
            join_requests.c.state == JoinState.WAITING,
            (is_complete & (join_requests.c.made_at <= complete_before))
            | (~is_complete & (join_requests.c.made_at <= begun_before)),
        )
        .order_by(join_requests.c.id),
        JoinRequest,
    )
