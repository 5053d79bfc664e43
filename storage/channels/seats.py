"""How many people and groups each connection holds, and for whom a seat is kept."""

from collections.abc import Collection
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.states import AddressState
from storage.tables import addresses, connections, invitations

_THERE = (addresses.c.is_group.is_(False), addresses.c.state != AddressState.GONE)


def people(connection: Connection) -> dict[int, int]:
    """How many private conversations each connection has: members and all others who have written."""
    return _by_connection(connection, *_THERE)


def groups(connection: Connection) -> dict[int, int]:
    """How many group chats stand for a unit on each connection."""
    return _by_connection(connection, addresses.c.is_group, addresses.c.unit_id.is_not(None))


def other_groups(connection: Connection, address_id: int, *, unit_id: int) -> int:
    """How many group chats beside this one stand for units other than this on the same connection.

    The connection's row is held until the transaction ends: of two groups that are bound at once, the second
    sees the first.
    """
    here = sa.select(addresses.c.connection_id).where(addresses.c.id == address_id).scalar_subquery()
    held = sa.select(connections.c.id).where(connections.c.id == here)
    # Not against rows that refer to it: two that have just noted their chats would wait for each other.
    connection.execute(held.with_for_update(key_share=True))
    question = sa.select(sa.func.count()).where(
        addresses.c.connection_id == here,
        addresses.c.is_group,
        addresses.c.unit_id.is_not(None),
        addresses.c.unit_id != unit_id,
        addresses.c.id != address_id,
    )
    return int(connection.execute(question).scalar_one())


def before(connection: Connection, address_id: int) -> int:
    """How many private conversations on the same connection are older than this one."""
    here = sa.select(addresses.c.connection_id).where(addresses.c.id == address_id).scalar_subquery()
    question = sa.select(sa.func.count()).where(
        addresses.c.connection_id == here, addresses.c.id < address_id, *_THERE
    )
    return int(connection.execute(question).scalar_one())


def kept(connection: Connection, *, now: datetime, but_for: Collection[int] = ()) -> dict[int, int]:
    """For how many members each connection keeps a seat: an open invitation names it, and they are not there.

    Args:
        connection: an open transaction.
        now: office time.
        but_for: members who are left out.
    """
    there = sa.exists().where(
        addresses.c.member_id == invitations.c.member_id,
        addresses.c.connection_id == invitations.c.connection_id,
    )
    question = (
        sa.select(
            invitations.c.connection_id, sa.func.count(sa.distinct(invitations.c.member_id)).label("amount")
        )
        .where(
            invitations.c.connection_id.is_not(None),
            *_open(now),
            invitations.c.member_id.not_in(list(but_for)),
            ~there,
        )
        .group_by(invitations.c.connection_id)
    )
    return {row.connection_id: row.amount for row in connection.execute(question)}


def named(connection: Connection, member_ids: Collection[int]) -> dict[int, int]:
    """Which connection the newest invitation that names one, open or not, names to each of these members."""
    question = (
        sa.select(invitations.c.member_id, invitations.c.connection_id)
        .where(invitations.c.member_id.in_(list(member_ids)), invitations.c.connection_id.is_not(None))
        .order_by(invitations.c.id)
    )
    return {row.member_id: row.connection_id for row in connection.execute(question)}


def bound(connection: Connection, member_ids: Collection[int]) -> dict[int, list[int]]:
    """On which connections each of these members can be written to, in their order."""
    question = (
        sa.select(addresses.c.member_id, addresses.c.connection_id)
        .where(addresses.c.member_id.in_(list(member_ids)), addresses.c.state == AddressState.ACTIVE)
        .order_by(addresses.c.preference, addresses.c.id)
    )
    found: dict[int, list[int]] = {}
    for row in connection.execute(question):
        found.setdefault(row.member_id, []).append(row.connection_id)
    return found


def keep(connection: Connection, invitation_id: int, *, connection_id: int) -> None:
    """Let the invitation name this connection."""
    which = invitations.c.id == invitation_id
    connection.execute(invitations.update().where(which).values(connection_id=connection_id))


def told(connection: Connection, connection_id: int) -> int:
    """Of which share of the people the admins have been told, in percent; 0: of none."""
    question = sa.select(connections.c.told_people).where(connections.c.id == connection_id)
    return connection.execute(question).scalar_one() or 0


def hold_told(connection: Connection, connection_id: int) -> int:
    """As `told`; the connection's row is held until the transaction ends."""
    which = sa.select(connections.c.told_people).where(connections.c.id == connection_id)
    return connection.execute(which.with_for_update(key_share=True)).scalar_one() or 0


def note_told(connection: Connection, connection_id: int, *, percent: int) -> bool:
    """Of which share of the people the admins have been told; whether it was another one before."""
    was = sa.func.coalesce(connections.c.told_people, 0)
    return (
        connection.execute(
            connections.update()
            .where(connections.c.id == connection_id, was != percent)
            .values(told_people=percent)
        ).rowcount
        == 1
    )


def _open(now: datetime) -> tuple[sa.ColumnElement[bool], ...]:
    return (
        invitations.c.used_at.is_(None),
        invitations.c.revoked_at.is_(None),
        invitations.c.expires_at > now,
    )


def _by_connection(connection: Connection, *which: sa.ColumnElement[bool]) -> dict[int, int]:
    question = (
        sa.select(addresses.c.connection_id, sa.func.count().label("amount"))
        .where(*which)
        .group_by(addresses.c.connection_id)
    )
    return {row.connection_id: row.amount for row in connection.execute(question)}
