"""Roles as they are granted: to whom, for which unit, from when until when."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.rows import insert_row, many, one
from storage.states import Address, AddressState, Role
from storage.tables import addresses, members, role_grants, units


@dataclass(frozen=True)
class RoleGrant:
    """One role held for a unit and all below it, from `from_at` until before `until_at` (None: open)."""

    id: int
    member_id: int
    role: Role
    unit_id: int
    from_at: datetime
    until_at: datetime | None


_GRANT = tuple(role_grants.c[name] for name in RoleGrant.__dataclass_fields__)


def add(
    connection: Connection,
    *,
    member_id: int,
    role: Role,
    unit_id: int,
    from_at: datetime,
    until_at: datetime | None = None,
    granted_by: int | None = None,
) -> int:
    """Give the member a role for the unit and all below it."""
    values = {
        "member_id": member_id,
        "role": role,
        "unit_id": unit_id,
        "from_at": from_at,
        "until_at": until_at,
        "granted_by": granted_by,
    }
    return insert_row(connection, role_grants, values)


def find(connection: Connection, grant_id: int) -> RoleGrant | None:
    """The grant with this number, over or not."""
    return one(connection, sa.select(*_GRANT).where(role_grants.c.id == grant_id), RoleGrant)


def end(connection: Connection, grant_id: int, *, until_at: datetime) -> bool:
    """Let a role end then; whether that is earlier than it would have ended."""
    later = role_grants.c.until_at.is_(None) | (role_grants.c.until_at > until_at)
    return (
        connection.execute(
            role_grants.update().where(role_grants.c.id == grant_id, later).values(until_at=until_at)
        ).rowcount
        == 1
    )


def set_term(connection: Connection, grant_id: int, *, from_at: datetime, until_at: datetime | None) -> None:
    """Give the grant another term."""
    connection.execute(
        role_grants.update().where(role_grants.c.id == grant_id).values(from_at=from_at, until_at=until_at)
    )


def remove(connection: Connection, grant_id: int) -> None:
    """Take away a grant that never came into force, or that another one has taken in."""
    connection.execute(role_grants.delete().where(role_grants.c.id == grant_id))


def hold_member(connection: Connection, member_id: int) -> None:
    """Let nobody else change this member's roles before the transaction ends."""
    connection.execute(sa.select(members.c.id).where(members.c.id == member_id).with_for_update())


def equal_ones(connection: Connection, *, member_id: int, role: Role, unit_id: int) -> list[RoleGrant]:
    """The member's grants of this very role for this very unit, the earliest first."""
    return many(
        connection,
        sa.select(*_GRANT)
        .where(
            role_grants.c.member_id == member_id,
            role_grants.c.role == role,
            role_grants.c.unit_id == unit_id,
        )
        .order_by(role_grants.c.from_at, role_grants.c.id),
        RoleGrant,
    )


def held_by_anybody(connection: Connection, role: Role, *, now: datetime) -> list[RoleGrant]:
    """The grants of a role to people on the roster, in force or still to come.

    They are held until the transaction ends: two admins who end each other's role wait for one another.
    """
    return many(
        connection,
        sa.select(*_GRANT)
        .join(members, members.c.id == role_grants.c.member_id)
        .where(role_grants.c.role == role, members.c.left_at.is_(None), _not_over(now))
        .order_by(role_grants.c.id)
        .with_for_update(of=role_grants),
        RoleGrant,
    )


def of_member(connection: Connection, member_id: int, *, now: datetime) -> list[RoleGrant]:
    """The member's grants in force or still to come, as they were given."""
    return many(
        connection,
        sa.select(*_GRANT)
        .where(role_grants.c.member_id == member_id, _not_over(now))
        .order_by(role_grants.c.from_at, role_grants.c.id),
        RoleGrant,
    )


@dataclass(frozen=True)
class HeldLine:
    """One line of the list of who holds what."""

    id: int
    member_id: int
    full_name: str
    address_form: Address
    role: Role
    unit_id: int
    unit_name: str
    from_at: datetime
    until_at: datetime | None


def lines(connection: Connection, *, now: datetime, member_id: int | None = None) -> list[HeldLine]:
    """Who of those on the roster holds or will hold which role: by unit in protocol order, then by name."""
    question = (
        sa.select(
            *_GRANT,
            members.c.full_name,
            members.c.address_form,
            units.c.name.label("unit_name"),
        )
        .join(members, members.c.id == role_grants.c.member_id)
        .join(units, units.c.id == role_grants.c.unit_id)
        .where(members.c.left_at.is_(None), _not_over(now))
        .order_by(units.c.position, units.c.id, members.c.sort_key, role_grants.c.from_at, role_grants.c.id)
    )
    if member_id is not None:
        question = question.where(role_grants.c.member_id == member_id)
    return many(connection, question, HeldLine)


@dataclass(frozen=True)
class Held:
    """A private chat whose member holds, held or will hold a role.

    Args:
        is_here: the member is still on the roster.
    """

    chat_id: str
    member_id: int
    is_here: bool
    role: Role
    unit_id: int
    from_at: datetime
    until_at: datetime | None


def chats_of_holders(connection: Connection, connection_id: int) -> list[Held]:
    """On this connection, by chat: every grant there ever was of those who can be written to."""
    return many(
        connection,
        sa.select(
            addresses.c.chat_id,
            addresses.c.member_id,
            members.c.left_at.is_(None).label("is_here"),
            role_grants.c.role,
            role_grants.c.unit_id,
            role_grants.c.from_at,
            role_grants.c.until_at,
        )
        .join(members, members.c.id == addresses.c.member_id)
        .join(role_grants, role_grants.c.member_id == members.c.id)
        .where(
            addresses.c.connection_id == connection_id,
            addresses.c.is_group.is_(False),
            addresses.c.state == AddressState.ACTIVE,
        )
        .order_by(addresses.c.id, role_grants.c.id),
        Held,
    )


def _not_over(now: datetime) -> sa.ColumnElement[bool]:
    return role_grants.c.until_at.is_(None) | (role_grants.c.until_at > now)
