"""What waits where it is out goes another way that its member has: the same delivery, never a second one."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.channels.outages import Ways
from storage.chasing.ladders import has_it, is_rung, rung_key
from storage.delivery.deliveries import CAME_TO_NOTHING
from storage.rows import many
from storage.states import DeliveryState, Purpose, Reason
from storage.tables import addresses, deliveries


def movable(connection: Connection, ways: Ways, *, after_id: int, limit: int, now: datetime) -> list[int]:
    """What waits where it is out for members who have another way, in order, after that number.

    `now` is machine time.
    """
    question = (
        sa.select(deliveries.c.id)
        .where(*ways.stuck, deliveries.c.id > after_id, _has_another_way(ways, now))
        .order_by(deliveries.c.id)
        .limit(limit)
    )
    return list(connection.execute(question).scalars())


def waits_for_room(now: datetime) -> sa.ColumnElement[bool]:
    """Holds for the deliveries that wait for a month with room (machine time)."""
    return (deliveries.c.reason == Reason.QUOTA) & (deliveries.c.due_at > now)


_same_card = deliveries.alias("same_card")


def _has_another_way(ways: Ways, now: datetime) -> sa.ColumnElement[bool]:
    has_the_card = sa.exists().where(
        deliveries.c.purpose == Purpose.CARD,
        _same_card.c.publication_id == deliveries.c.publication_id,
        _same_card.c.member_id == deliveries.c.member_id,
        _same_card.c.version == deliveries.c.version,
        _same_card.c.purpose == Purpose.CARD,
        _same_card.c.address_id == addresses.c.id,
        has_it(now, _same_card),
    )
    another = sa.exists().where(
        addresses.c.member_id == deliveries.c.member_id,
        *ways.open,
        ~has_the_card.correlate(deliveries, addresses),
    )
    return another.correlate(deliveries)


@dataclass(frozen=True)
class Moved:
    """A delivery that goes another way."""

    id: int
    publication_id: int | None
    member_id: int | None
    version: int | None


def move(connection: Connection, ways: Ways, delivery_ids: Sequence[int], *, now: datetime) -> list[Moved]:
    """Have these go to the first of their member's other addresses, each once.

    It is the same delivery, with its name, its policy and what happened to it: it can't go out twice. One
    that stands at the other address already stays where it is. Where one of its name came to nothing there
    before, that one goes again in its stead. Further parts of a text that has begun to go out are called
    off: at the other address it is cut anew.

    Args:
        connection: in a transaction.
        ways: which connections are out, and how much room the others have.
        delivery_ids: from `movable`; what somebody holds or closed in the meantime is left alone.
        now: from when they may go (machine time).
    """
    question = sa.select(deliveries).where(*ways.stuck, deliveries.c.id.in_(delivery_ids))
    rows = connection.execute(question.order_by(deliveries.c.id).with_for_update(skip_locked=True)).all()
    ladder = _ladders(connection, ways, {row.member_id for row in rows})
    taken = _taken(connection, rows, ladder, now=now)
    room, goes = dict(ways.room), []
    for row in rows:
        fits = (one for one in ladder[row.member_id] if room.get(one.connection_id, 1) > 0)
        way = next((one for one in fits if not taken.has(row, one.id)), None)
        if way is not None:
            taken.take(row, way.id)
            goes.append((row, way))
            if way.connection_id in room:
                room[way.connection_id] -= 1
    moves = [(row, way) for row, way in goes if _name(row, way) not in taken.stale]
    if moves:
        connection.execute(_MOVE, [_changes(row, way, now=now) for row, way in moves])
    moved = [Moved(row.id, row.publication_id, row.member_id, row.version) for row, _ in moves]
    for row, way in goes:
        number = taken.stale.get(_name(row, way))
        if number is not None and _revive(connection, number, row, way, now=now):
            moved.append(Moved(number, row.publication_id, row.member_id, row.version))
    _call_off_parts(connection, ways, [row for row, _ in goes])
    return moved


_MOVE = (
    deliveries.update()
    .where(deliveries.c.id == sa.bindparam("which"))
    .values(
        {
            name: sa.bindparam(f"to_{name}")
            for name in ("once_key", "address_id", "connection_id", "due_at", "reason")
        }
        | {"failures": 0}
    )
)


@dataclass(frozen=True)
class _Way:
    id: int
    member_id: int
    connection_id: int


def _ladders(connection: Connection, ways: Ways, member_ids: Collection[int]) -> Mapping[int, Sequence[_Way]]:
    question = (
        sa.select(addresses.c.id, addresses.c.member_id, addresses.c.connection_id)
        .where(addresses.c.member_id.in_(member_ids), *ways.open)
        .order_by(addresses.c.preference, addresses.c.id)
    )
    ladder: dict[int, list[_Way]] = defaultdict(list)
    for way in many(connection, question, _Way):
        ladder[way.member_id].append(way)
    return ladder


@dataclass(frozen=True)
class _Taken:
    """What stands, or is to stand, at which address.

    Args:
        cards: publication, version, address.
        names: of deliveries.
        stale: numbers of deliveries that came to nothing, by name.
    """

    cards: set[tuple[int, int, int]]
    names: set[str]
    stale: dict[str, int]

    def has(self, row: sa.Row[Any], address_id: int) -> bool:
        """Whether the same thing is there, or its name is in use."""
        if row.purpose is Purpose.CARD and (row.publication_id, row.version, address_id) in self.cards:
            return True
        return rung_key(row.once_key, address_id) in self.names

    def take(self, row: sa.Row[Any], address_id: int) -> None:
        """From now on it is there."""
        self.names.add(rung_key(row.once_key, address_id))
        if row.purpose is Purpose.CARD:
            self.cards.add((row.publication_id, row.version, address_id))


def _taken(
    connection: Connection,
    rows: Sequence[sa.Row[Any]],
    ladder: Mapping[int, Sequence[_Way]],
    *,
    now: datetime,
) -> _Taken:
    there = [way.id for ways in ladder.values() for way in ways]
    about = {row.publication_id for row in rows if row.purpose is Purpose.CARD}
    cards = connection.execute(
        sa.select(deliveries.c.publication_id, deliveries.c.version, deliveries.c.address_id).where(
            deliveries.c.publication_id.in_(about),
            deliveries.c.member_id.in_(ladder),
            deliveries.c.address_id.in_(there),
            deliveries.c.purpose == Purpose.CARD,
            has_it(now),
        )
    )
    names = {rung_key(row.once_key, way.id) for row in rows for way in ladder[row.member_id]}
    named = sa.select(deliveries.c.id, deliveries.c.once_key, has_it(now).label("has_it"))
    used = connection.execute(named.where(deliveries.c.once_key.in_(names))).all()
    return _Taken(
        {(row.publication_id, row.version, row.address_id) for row in cards},
        {row.once_key for row in used if row.has_it},
        {row.once_key: row.id for row in used if not row.has_it},
    )


def _name(row: sa.Row[Any], way: _Way) -> str:
    # The first keeps its name, by which it is known that it was queued at all.
    return rung_key(row.once_key, way.id) if is_rung(row.once_key) else str(row.once_key)


def _revive(connection: Connection, number: int, row: sa.Row[Any], way: _Way, *, now: datetime) -> bool:
    """Have the one that came to nothing at that address go again instead of the row."""
    changes = _changes(row, way, now=now)
    again = (
        deliveries.update()
        .where(deliveries.c.id == number, deliveries.c.state.in_(CAME_TO_NOTHING))
        .values(
            state=DeliveryState.QUEUED,
            detail="",
            failures=0,
            maybe_count=row.maybe_count,
            address_id=way.id,
            connection_id=way.connection_id,
            due_at=changes["to_due_at"],
            reason=changes["to_reason"],
        )
    )
    if connection.execute(again).rowcount != 1:
        return False
    # What may have arrived stays in doubt.
    state = DeliveryState.UNKNOWN if row.maybe_count else DeliveryState.CANCELLED
    stays = deliveries.update().where(deliveries.c.id == row.id)
    connection.execute(stays.values(state=state, reason=Reason.OUTAGE))
    return True


def _call_off_parts(connection: Connection, ways: Ways, rows: Sequence[sa.Row[Any]]) -> None:
    begun = [row.id for row in rows if row.attempt_number]
    if begun:
        connection.execute(
            deliveries.update()
            .where(
                deliveries.c.connection_id.in_(ways.out),
                deliveries.c.state == DeliveryState.QUEUED,
                deliveries.c.after_id.in_(begun),
                deliveries.c.content.is_not(None),
            )
            .values(state=DeliveryState.CANCELLED, reason=Reason.OUTAGE, content=None)
        )


def _changes(row: sa.Row[Any], way: _Way, *, now: datetime) -> dict[str, Any]:
    is_quiet = row.reason is Reason.HOURS
    return {
        "which": row.id,
        "to_once_key": _name(row, way),
        "to_address_id": way.id,
        "to_connection_id": way.connection_id,
        "to_due_at": row.due_at if is_quiet else now,
        "to_reason": Reason.HOURS if is_quiet else Reason.OUTAGE,
    }
