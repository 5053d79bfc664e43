"""What members ask about their own data, with the law's clocks (decree 356/2025/NĐ-CP article 5)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.rows import insert_row, many, one
from storage.states import DataRequest, DataRequestState
from storage.tables import data_requests, deliveries


@dataclass(frozen=True)
class Request:
    """The row; see `storage.tables.privacy`."""

    id: int
    member_id: int
    request: DataRequest
    state: DataRequestState
    wish: str
    made_at: datetime
    acknowledge_by: datetime
    due_by: datetime
    acknowledged_at: datetime | None
    extended_at: datetime | None
    done_at: datetime | None
    because: str

    @property
    def next_by(self) -> datetime:
        """When the clock that runs now ends."""
        return self.due_by if self.acknowledged_at else min(self.acknowledge_by, self.due_by)


_REQUEST = tuple(data_requests.c[name] for name in Request.__dataclass_fields__)


@dataclass(frozen=True)
class NewRequest:
    """A request as it begins; what was done at once has its end already."""

    member_id: int
    request: DataRequest
    made_at: datetime
    acknowledge_by: datetime
    due_by: datetime
    wish: str = ""
    is_done: bool = False


def add(connection: Connection, new: NewRequest) -> int:
    """Write the request down; its number."""
    done_at = new.made_at if new.is_done else None
    values = {
        "member_id": new.member_id,
        "request": new.request,
        "state": DataRequestState.DONE if new.is_done else DataRequestState.OPEN,
        "wish": new.wish,
        "made_at": new.made_at,
        "acknowledge_by": new.acknowledge_by,
        "due_by": new.due_by,
        "acknowledged_at": done_at,
        "done_at": done_at,
        "because": "",
    }
    return insert_row(connection, data_requests, values)


def request(connection: Connection, request_id: int) -> Request | None:
    """The request with this number."""
    return one(connection, sa.select(*_REQUEST).where(data_requests.c.id == request_id), Request)


def of_member(connection: Connection, member_id: int) -> list[Request]:
    """What the member asked, oldest first."""
    question = sa.select(*_REQUEST).where(data_requests.c.member_id == member_id)
    return many(connection, question.order_by(data_requests.c.id), Request)


def open_ones(connection: Connection) -> list[Request]:
    """Those that wait, the clock that ends first at the top."""
    question = sa.select(*_REQUEST).where(data_requests.c.state == DataRequestState.OPEN)
    return sorted(many(connection, question, Request), key=lambda found: (found.next_by, found.id))


def ended_lately(connection: Connection, *, limit: int) -> list[Request]:
    """Those that were answered, the newest first."""
    question = sa.select(*_REQUEST).where(data_requests.c.state != DataRequestState.OPEN)
    return many(connection, question.order_by(data_requests.c.id.desc()).limit(limit), Request)


def change(connection: Connection, request_id: int, **values: object) -> bool:
    """Change a request that is still open; whether it was."""
    return (
        connection.execute(
            data_requests.update()
            .where(data_requests.c.id == request_id, data_requests.c.state == DataRequestState.OPEN)
            .values(values)
        ).rowcount
        == 1
    )


def queued(connection: Connection, once_keys: Collection[str]) -> frozenset[str]:
    """Those of the keys under which something was queued already."""
    question = sa.select(deliveries.c.once_key).where(deliveries.c.once_key.in_(once_keys))
    return frozenset(connection.execute(question).scalars())
