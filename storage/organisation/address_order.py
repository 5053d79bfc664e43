"""A member's conversations in the order of their choice."""

from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.rows import many
from storage.states import AddressState, DeliveryState, Platform
from storage.tables import addresses, connections, deliveries, members


@dataclass(frozen=True)
class Bound:
    """One of a member's conversations."""

    id: int
    platform: Platform
    state: AddressState
    connection_name: str


def of_member(connection: Connection, member_id: int) -> list[Bound]:
    """All that stand for the member, the one that is written to first before the others."""
    return many(
        connection,
        sa.select(
            addresses.c.id,
            connections.c.platform,
            addresses.c.state,
            connections.c.name.label("connection_name"),
        )
        .join(connections, connections.c.id == addresses.c.connection_id)
        .where(addresses.c.member_id == member_id, addresses.c.is_group.is_(False))
        .order_by(addresses.c.preference, addresses.c.id),
        Bound,
    )


def put_first(connection: Connection, address_id: int, *, member_id: int) -> bool:
    """Try this conversation before the member's others; whether it is one of theirs."""
    first = sa.select(sa.func.min(addresses.c.preference)).where(addresses.c.member_id == member_id)
    smallest = connection.execute(first).scalar_one()
    if smallest is None:
        return False
    return (
        connection.execute(
            addresses.update()
            .where(addresses.c.id == address_id, addresses.c.member_id == member_id)
            .values(preference=int(smallest) - 1)
        ).rowcount
        == 1
    )


def unbind(connection: Connection, address_id: int, *, member_id: int) -> bool:
    """Let the conversation stand for nobody; whether it stood for this member."""
    return (
        connection.execute(
            addresses.update()
            .where(addresses.c.id == address_id, addresses.c.member_id == member_id)
            .values(member_id=None, preference=0)
        ).rowcount
        == 1
    )


def move_queued(connection: Connection, address_id: int, *, member_id: int, to_address_id: int) -> int:
    """Owe elsewhere what waits to go out there to the member, unless it is an answer or an edit; how many."""
    there = sa.select(addresses.c.connection_id).where(addresses.c.id == to_address_id)
    return connection.execute(
        deliveries.update()
        .where(
            deliveries.c.address_id == address_id,
            deliveries.c.member_id == member_id,
            deliveries.c.state == DeliveryState.QUEUED,
            deliveries.c.content.is_(None),
            deliveries.c.message_id.is_(None),
        )
        .values(address_id=to_address_id, connection_id=there.scalar_subquery())
    ).rowcount


def other_owners(connection: Connection, address_id: int) -> list[int]:
    """Who on the roster stands behind the same account on other connections of the same platform.

    The rows are held until the transaction ends: two connections cannot bind one account to two people at
    once.
    """
    mine = addresses.alias("mine")
    my_connection = connections.alias("my_connection")
    question = (
        sa.select(addresses.c.id, addresses.c.member_id)
        .join(connections, connections.c.id == addresses.c.connection_id)
        .join(mine, (mine.c.id == address_id) & (mine.c.chat_id == addresses.c.chat_id))
        .join(
            my_connection,
            (my_connection.c.id == mine.c.connection_id)
            & (my_connection.c.platform == connections.c.platform),
        )
        .where(addresses.c.is_group.is_(False))
        .order_by(addresses.c.id)
        .with_for_update(of=addresses)
    )
    owners = [
        row.member_id
        for row in connection.execute(question)
        if row.id != address_id and row.member_id is not None
    ]
    present = sa.select(members.c.id).where(members.c.id.in_(owners), members.c.left_at.is_(None))
    return list(connection.execute(present).scalars())
