"""Members, their roles, their addresses: who is who, and who may be written to where."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.channels.connections import CAN_BE_WRITTEN_TO
from storage.rows import many, one
from storage.states import Address, AddressState, MemberKind, Platform, Role
from storage.tables import addresses, connections, members, role_grants, units


@dataclass(frozen=True)
class Member:
    """A person on the roster."""

    id: int
    full_name: str
    sort_key: str
    address_form: Address
    kind: MemberKind
    position: str
    unit_id: int
    left_at: datetime | None
    on_paper: bool
    language: str
    phone_hash: str = field(repr=False)
    quiet_from: int | None
    """Minutes after midnight, office zone."""
    quiet_until: int | None
    erased_at: datetime | None

    @property
    def given_name(self) -> str:
        """The last word of the name, by which one is called; the words in its place, when it was erased."""
        if self.erased_at is not None:
            return self.full_name
        return self.full_name.split()[-1]


_MEMBER = tuple(members.c[name] for name in Member.__dataclass_fields__)


def member(connection: Connection, member_id: int) -> Member | None:
    """The member, gone or not."""
    return one(connection, sa.select(*_MEMBER).where(members.c.id == member_id), Member)


def members_of(connection: Connection, unit_ids: Collection[int] | None) -> list[Member]:
    """Those on the roster now, of these units (None: all), by given name."""
    question = sa.select(*_MEMBER).where(members.c.left_at.is_(None)).order_by(members.c.sort_key)
    if unit_ids is not None:
        question = question.where(members.c.unit_id.in_(unit_ids))
    return many(connection, question, Member)


@dataclass(frozen=True)
class Held:
    """A role in force."""

    role: Role
    unit_id: int


def roles_of(connection: Connection, member_id: int, *, now: datetime) -> list[Held]:
    """The roles the member holds at that moment (office time)."""
    return many(
        connection,
        sa.select(role_grants.c.role, role_grants.c.unit_id).where(
            role_grants.c.member_id == member_id, *_in_force(now)
        ),
        Held,
    )


def holders(
    connection: Connection,
    roles: Collection[Role],
    *,
    now: datetime,
    unit_ids: Collection[int] | None = None,
) -> list[tuple[int, Held]]:
    """Who holds one of the roles in these very units (None: anywhere): (member, role and unit), by member."""
    question = (
        sa.select(role_grants.c.member_id, role_grants.c.role, role_grants.c.unit_id)
        .join(members, members.c.id == role_grants.c.member_id)
        .where(role_grants.c.role.in_(roles), members.c.left_at.is_(None), *_in_force(now))
        .order_by(role_grants.c.member_id, role_grants.c.id)
    )
    if unit_ids is not None:
        question = question.where(role_grants.c.unit_id.in_(unit_ids))
    return [(row.member_id, Held(row.role, row.unit_id)) for row in connection.execute(question)]


def _in_force(now: datetime) -> list[sa.ColumnElement[bool]]:
    return [
        role_grants.c.from_at <= now,
        role_grants.c.until_at.is_(None) | (role_grants.c.until_at > now),
    ]


def units_below(connection: Connection, unit_id: int) -> frozenset[int]:
    """The unit and every unit below it, closed ones too (what was counted there stays countable)."""
    tree = sa.select(units.c.id).where(units.c.id == unit_id).cte("tree", recursive=True)
    tree = tree.union_all(sa.select(units.c.id).where(units.c.parent_id == tree.c.id))
    return frozenset(connection.execute(sa.select(tree.c.id)).scalars())


def parents_of(connection: Connection, unit_ids: Collection[int] | None) -> dict[int, int | None]:
    """The unit directly above each of these (None: of all)."""
    question = sa.select(units.c.id, units.c.parent_id)
    if unit_ids is not None:
        question = question.where(units.c.id.in_(unit_ids))
    return {row.id: row.parent_id for row in connection.execute(question)}


@dataclass(frozen=True)
class Reach:
    """One conversation."""

    id: int
    connection_id: int
    platform: Platform
    chat_id: str
    is_group: bool
    member_id: int | None
    unit_id: int | None
    state: AddressState
    shown_as: Platform | None


_REACH = (
    *(addresses.c[name] for name in Reach.__dataclass_fields__ if name != "platform"),
    connections.c.platform,
)


def _addresses() -> sa.Select[tuple[object, ...]]:
    return sa.select(*_REACH).join(connections, connections.c.id == addresses.c.connection_id)


def address(connection: Connection, address_id: int) -> Reach | None:
    """The conversation with this number."""
    return one(connection, _addresses().where(addresses.c.id == address_id), Reach)


def address_at(connection: Connection, connection_id: int, chat_id: str) -> Reach | None:
    """The conversation with this chat id on this connection."""
    return one(
        connection,
        _addresses().where(addresses.c.connection_id == connection_id, addresses.c.chat_id == chat_id),
        Reach,
    )


def addresses_of(connection: Connection, member_id: int) -> list[Reach]:
    """Where the member can be written to, in their order; what is on a connection that is out comes last.

    What is on one that is served no longer is no address.
    """
    return many(
        connection,
        _addresses()
        .where(addresses.c.member_id == member_id, CAN_BE_WRITTEN_TO)
        .order_by(connections.c.out_since.is_not(None), addresses.c.preference, addresses.c.id),
        Reach,
    )


def first_address(connection: Connection, member_id: int) -> int | None:
    """The address to write to first, or None when the member cannot be reached."""
    found = addresses_of(connection, member_id)
    return found[0].id if found else None


def set_address_state(connection: Connection, address_id: int, state: AddressState) -> None:
    """Note that the address can, or can no longer, be written to."""
    connection.execute(addresses.update().where(addresses.c.id == address_id).values(state=state))


def move_address(connection: Connection, address_id: int, *, chat_id: str) -> None:
    """The group behind the address has a new id; an address that was noted for it already is given up."""
    connection_id = sa.select(addresses.c.connection_id).where(addresses.c.id == address_id)
    connection.execute(
        addresses.update()
        .where(
            addresses.c.connection_id == connection_id.scalar_subquery(),
            addresses.c.chat_id == chat_id,
            addresses.c.id != address_id,
        )
        .values(state=AddressState.GONE, chat_id=addresses.c.chat_id + "/moved")
    )
    connection.execute(addresses.update().where(addresses.c.id == address_id).values(chat_id=chat_id))
