"""A member's addresses as a ladder: where the same thing goes next, and never twice to the same place."""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.delivery.claims import Claimed
from storage.delivery.deliveries import CAME_TO_NOTHING
from storage.organisation import people
from storage.rows import insert_once
from storage.states import AddressState, DeliveryState, Purpose, Reason
from storage.tables import addresses, deliveries, history

NEXT_ADDRESS = "next_address"
"""In history: the card went to a further address, because nothing came back through the others."""
_COPIES = re.compile(r"(:a\d+)+$")


def rung_key(once_key: str, address_id: int) -> str:
    """What the same delivery is called at a further address (pub:12:v1:m7:card:a5).

    However it gets there (nobody answered, an address was lost, a platform is out), it is the same name.
    """
    return f"{_first_key(once_key)}:a{address_id}"


def is_rung(once_key: str) -> bool:
    """Whether it is the name of a delivery at a further address."""
    return _COPIES.search(once_key) is not None


def _first_key(once_key: str) -> str:
    return _COPIES.sub("", once_key)


def next_address(connection: Connection, row: Claimed, *, now: datetime) -> int | None:
    """The member's first address in their order that can be written to and has not had this; None: none."""
    if row.member_id is None:
        return None
    ways = [way.id for way in people.addresses_of(connection, row.member_id)]
    had = addresses_with(connection, row, among=ways, now=now)
    return next((way for way in ways if way not in had), None)


def addresses_with(
    connection: Connection, row: Claimed, *, among: Collection[int], now: datetime
) -> frozenset[int]:
    """Those of the addresses to which the same thing went, or is to go (machine time)."""
    question = sa.select(deliveries.c.address_id).where(
        *_same(row, among), deliveries.c.address_id.in_(among), has_it(now), deliveries.c.id != row.id
    )
    return frozenset(connection.execute(question).scalars())


def _same(row: Claimed, among: Collection[int]) -> list[sa.ColumnElement[bool]]:
    if row.purpose is Purpose.CARD and row.publication_id is not None:
        return [
            deliveries.c.publication_id == row.publication_id,
            deliveries.c.member_id == row.member_id,
            deliveries.c.version == row.version,
            deliveries.c.purpose == Purpose.CARD,
        ]
    keys = [_first_key(row.once_key), *(rung_key(row.once_key, address_id) for address_id in among)]
    return [deliveries.c.once_key.in_(keys)]


def has_it(now: datetime, of: sa.FromClause = deliveries) -> sa.ColumnElement[bool]:
    """Holds for deliveries that went to their address, or are to go, or cannot go there this month.

    Args:
        now: machine time.
        of: the table of deliveries, or an alias of it.
    """
    # What was skipped because the month is used up there would only be skipped again, until it is over.
    no_room = (of.c.reason == Reason.QUOTA) & (of.c.due_at > now)
    return of.c.state.not_in(CAME_TO_NOTHING) | no_room


def wait_for_room(connection: Connection, row: Claimed, *, now: datetime) -> bool:
    """Have the same thing wait where it was skipped because the month is used up; whether there was such one.

    For when the address that got it instead is lost. It waits for the month in which there is room.
    """
    if row.member_id is None:
        return False
    own = sa.select(addresses.c.id).where(
        addresses.c.member_id == row.member_id, addresses.c.state == AddressState.ACTIVE
    )
    among = list(connection.execute(own).scalars())
    found = (
        sa.select(deliveries.c.id)
        .where(
            *_same(row, among),
            deliveries.c.address_id.in_(among),
            deliveries.c.id != row.id,
            deliveries.c.state == DeliveryState.SKIPPED,
            deliveries.c.reason == Reason.QUOTA,
            deliveries.c.due_at > now,
        )
        .order_by(deliveries.c.id)
        .limit(1)
    )
    changed = deliveries.update().where(deliveries.c.id.in_(found)).values(state=DeliveryState.QUEUED)
    return connection.execute(changed).rowcount == 1


def queue(connection: Connection, rows: Sequence[dict[str, Any]]) -> dict[str, int]:
    """Queue deliveries, each at a further address; one that came to nothing there before goes again.

    Args:
        connection: in a transaction.
        rows: every column; a name that is queued or sent already is left as it is.

    Returns:
        The numbers of those that were queued, by name.
    """
    if not rows:
        return {}
    keys = [row["once_key"] for row in rows]
    stale = sa.select(deliveries.c.once_key).where(
        deliveries.c.once_key.in_(keys), deliveries.c.state.in_(CAME_TO_NOTHING)
    )
    again = frozenset(connection.execute(stale.with_for_update()).scalars())
    for row in rows:
        if row["once_key"] in again:
            # Its attempts stay numbered on: their rows are still there.
            changes = {name: row[name] for name in _ANEW} | {"reason": None, "message_id": None}
            connection.execute(
                deliveries.update().where(deliveries.c.once_key == row["once_key"]).values(changes)
            )
    fresh = [row for row in rows if row["once_key"] not in again]
    queued = _ids(connection, again)
    if fresh:
        before = _ids(connection, [row["once_key"] for row in fresh])
        connection.execute(insert_once(connection, deliveries), fresh)
        after = _ids(connection, [row["once_key"] for row in fresh])
        queued |= {key: number for key, number in after.items() if key not in before}
    return queued


_ANEW = (
    "address_id",
    "connection_id",
    "state",
    "detail",
    "due_at",
    "expires_at",
    "failures",
    "maybe_count",
    "fingerprint",
)


def _ids(connection: Connection, keys: Collection[str]) -> dict[str, int]:
    found = sa.select(deliveries.c.once_key, deliveries.c.id).where(deliveries.c.once_key.in_(keys))
    return {row.once_key: row.id for row in connection.execute(found)}


def climbed(
    connection: Connection, member_ids: Collection[int], *, from_at: datetime, until_at: datetime
) -> Counter[int]:
    """How often each of these members was written to at a further address in that span (office time).

    What was dropped before it went is not counted.
    """
    rows = connection.execute(
        sa.select(history.c.member_id, sa.func.count().label("amount"))
        .join(deliveries, deliveries.c.id == history.c.thing_id)
        .where(
            history.c.thing == "delivery",
            history.c.detail == NEXT_ADDRESS,
            history.c.member_id.in_(member_ids),
            history.c.at >= from_at,
            history.c.at < until_at,
            deliveries.c.state.not_in(_DROPPED),
        )
        .group_by(history.c.member_id)
    )
    return Counter({row.member_id: row.amount for row in rows})


_DROPPED = (DeliveryState.SKIPPED, DeliveryState.CANCELLED, DeliveryState.EXPIRED)
