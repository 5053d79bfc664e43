"""Gathering what is due into digests: one for each member and day, however often it is looked for."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.channels.connections import ARE_OUT, CAN_BE_WRITTEN_TO
from storage.delivery.deliveries import new_row_defaults
from storage.rows import insert_once
from storage.states import DeliveryState, Lane, Purpose, Repeat, Urgency
from storage.tables import addresses, deliveries, digest_items, members

RANK_DIGEST = 2
"""After what is urgent and what is normal, before progress."""


@dataclass(frozen=True)
class Gathering:
    """One look for what is to go out.

    Args:
        day: the office day; nobody gets two digests for it.
        machine: machine time.
        lane: BROADCAST; REPLY where it answers the member's own act.
        member_id: only this member; None: everybody.
    """

    day: date
    machine: datetime
    lane: Lane = Lane.BROADCAST
    member_id: int | None = None


def is_anything_due(connection: Connection, gathering: Gathering) -> bool:
    """Whether somebody has something to get today and had no digest yet."""
    ripe = _ripe(gathering).where(~_had_one(gathering, digest_items.c.member_id), _can_be_reached())
    return connection.execute(ripe.limit(1)).first() is not None


def had_one_today(connection: Connection, gathering: Gathering) -> bool:
    """Whether the member of the gathering had a digest for that day."""
    member_id = sa.literal(gathering.member_id, members.c.id.type)
    return bool(connection.execute(sa.select(_had_one(gathering, member_id))).scalar())


def gather(connection: Connection, gathering: Gathering) -> int:
    """Take what is due into one digest for each member, at most one a day; doing it again changes nothing.

    A digest that is still in the queue takes the rest along, so that missed days make one message.

    Returns:
        How many members have a new digest.
    """
    _hold_queued(connection, gathering)
    _attach(connection, gathering)
    made = _make(connection, gathering)
    _attach(connection, gathering)
    return made


def _ripe(gathering: Gathering) -> sa.Select[tuple[int]]:
    """The members for whom something is due."""
    return sa.select(digest_items.c.member_id).where(*_is_ripe(gathering))


def _is_ripe(gathering: Gathering) -> list[sa.ColumnElement[bool]]:
    fits = [digest_items.c.delivery_id.is_(None), digest_items.c.due_on <= gathering.day]
    if gathering.member_id is not None:
        fits.append(digest_items.c.member_id == gathering.member_id)
    return fits


def _can_be_reached() -> sa.ColumnElement[bool]:
    has_address = sa.exists().where(addresses.c.member_id == digest_items.c.member_id, CAN_BE_WRITTEN_TO)
    is_there = sa.exists().where(
        members.c.id == digest_items.c.member_id, members.c.left_at.is_(None), sa.not_(members.c.on_paper)
    )
    return has_address & is_there


def _had_one(gathering: Gathering, member_id: sa.ColumnElement[int]) -> sa.ColumnElement[bool]:
    return sa.exists().where(
        # A digest is about no publication: so the index finds a member's.
        deliveries.c.publication_id.is_(None),
        deliveries.c.member_id == member_id,
        deliveries.c.purpose == Purpose.DIGEST,
        deliveries.c.subject == gathering.day.toordinal(),
    )


def _is_waiting_digest() -> sa.ColumnElement[bool]:
    return sa.and_(
        deliveries.c.publication_id.is_(None),
        deliveries.c.purpose == Purpose.DIGEST,
        deliveries.c.state == DeliveryState.QUEUED,
        # A copy that may have arrived says what the first one said.
        deliveries.c.maybe_count == 0,
    )


def _hold_queued(connection: Connection, gathering: Gathering) -> None:
    """Make what still waits today's digest, with its copies at other addresses.

    First it is touched: so this waits for whoever is just composing one, which then takes nothing along.
    """
    theirs = deliveries.c.member_id.in_(_ripe(gathering))
    touched = deliveries.update().where(_is_waiting_digest(), theirs)
    connection.execute(touched.values(detail=deliveries.c.detail))
    waiting = deliveries.alias("waiting")
    still_waits = sa.exists().where(
        waiting.c.publication_id.is_(None),
        waiting.c.member_id == deliveries.c.member_id,
        waiting.c.purpose == Purpose.DIGEST,
        waiting.c.subject == deliveries.c.subject,
        waiting.c.state == DeliveryState.QUEUED,
    )
    of_a_digest = (deliveries.c.publication_id.is_(None), deliveries.c.purpose == Purpose.DIGEST, theirs)
    connection.execute(
        deliveries.update().where(*of_a_digest, still_waits).values(subject=gathering.day.toordinal())
    )


def _attach(connection: Connection, gathering: Gathering) -> None:
    queued = (
        sa.select(sa.func.max(deliveries.c.id))
        .where(_is_waiting_digest(), deliveries.c.member_id == digest_items.c.member_id)
        .correlate(digest_items)
        .scalar_subquery()
    )
    has_one = sa.exists().where(_is_waiting_digest(), deliveries.c.member_id == digest_items.c.member_id)
    connection.execute(digest_items.update().where(*_is_ripe(gathering), has_one).values(delivery_id=queued))


def _make(connection: Connection, gathering: Gathering) -> int:
    who = _ripe(gathering).where(~_had_one(gathering, digest_items.c.member_id), _can_be_reached()).distinct()
    listed = who.subquery("listed")
    # Asked for each member by the index: SQLite takes those listed for a handful, and would go through all
    # addresses for each of them.
    first = (
        sa.select(addresses.c.id)
        .where(addresses.c.member_id == listed.c.member_id, CAN_BE_WRITTEN_TO)
        .order_by(addresses.c.connection_id.in_(ARE_OUT), addresses.c.preference, addresses.c.id)
        .limit(1)
        .correlate(listed)
        .scalar_subquery()
    )
    key = sa.literal("digest:m").concat(sa.cast(listed.c.member_id, sa.String))
    shared: dict[str, Any] = {
        **new_row_defaults(gathering.machine),
        "purpose": Purpose.DIGEST,
        # Copies at a second address carry it too: by it the composer finds what they are about.
        "subject": gathering.day.toordinal(),
        "lane": gathering.lane,
        "urgency": Urgency.NORMAL,
        "repeat": Repeat.NEVER,
        "rank": RANK_DIGEST,
        "due_at": gathering.machine,
    }
    columns: dict[str, sa.ColumnElement[Any]] = {
        "once_key": key.concat(f":{gathering.day.isoformat()}"),
        "connection_id": addresses.c.connection_id,
        "address_id": addresses.c.id,
        "member_id": listed.c.member_id,
        **{name: sa.literal(value, deliveries.c[name].type) for name, value in shared.items()},
    }
    question = (
        sa.select(*columns.values())
        .join_from(listed, addresses, addresses.c.id == first)
        # SQLite takes the ON of its upsert for a join's without a WHERE.
        .where(sa.true())
        .order_by(listed.c.member_id)
    )
    return connection.execute(
        insert_once(connection, deliveries).from_select(list(columns), question)
    ).rowcount
