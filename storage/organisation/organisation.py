"""The installation, its units, members, roles, connections and conversations: adding them, listing them."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.channels.connections import CAN_BE_WRITTEN_TO
from storage.rows import insert_once, insert_row, many, one
from storage.states import Address, AddressState, MemberKind, Platform, UnitKind
from storage.tables import addresses, connections, members, role_grants, unit_spans, units
from storage.tables import installation as installations


@dataclass(frozen=True)
class Installation:
    """The one row that says what this database is."""

    id: int
    name: str
    clock_offset_seconds: int
    sandbox: bool
    created_at: datetime


def installation(connection: Connection) -> Installation | None:
    """The installation, or None in an empty database."""
    question = sa.select(*(installations.c[name] for name in Installation.__dataclass_fields__))
    return one(connection, question, Installation)


def found(connection: Connection, *, name: str, sandbox: bool, now: datetime) -> int:
    """Write the one row; the clock stands at the machine's time."""
    return insert_row(
        connection,
        installations,
        {"name": name, "clock_offset_seconds": 0, "sandbox": sandbox, "created_at": now},
    )


def set_clock_offset(connection: Connection, seconds: int) -> bool:
    """Put the office's time this far ahead of the machine's.

    Returns:
        Whether it was done: an offset below the present one would move time back and is left alone.
    """
    return (
        connection.execute(
            installations.update()
            .where(installations.c.clock_offset_seconds <= seconds)
            .values(clock_offset_seconds=seconds)
        ).rowcount
        == 1
    )


@dataclass(frozen=True)
class Unit:
    """One unit of the tree."""

    id: int
    kind: UnitKind
    name: str
    short_name: str
    parent_id: int | None
    position: int
    closed_on: date | None


_UNIT = tuple(units.c[name] for name in Unit.__dataclass_fields__)


def add_unit(
    connection: Connection,
    *,
    kind: UnitKind,
    name: str,
    short_name: str,
    parent_id: int | None,
    opened_on: date,
) -> int:
    """Open a unit as the last one of its parent in protocol order."""
    siblings = sa.select(sa.func.coalesce(sa.func.max(units.c.position), 0)).where(
        units.c.parent_id == parent_id if parent_id is not None else units.c.parent_id.is_(None)
    )
    values = {
        "kind": kind,
        "name": name,
        "short_name": short_name,
        "parent_id": parent_id,
        "position": connection.execute(siblings).scalar_one() + 1,
        "opened_on": opened_on,
    }
    unit_id = insert_row(connection, units, values)
    span = {"unit_id": unit_id, "from_on": opened_on, "name": name}
    insert_row(connection, unit_spans, span | {"short_name": short_name, "parent_id": parent_id})
    return unit_id


def unit(connection: Connection, unit_id: int) -> Unit | None:
    """The unit, closed or not."""
    return one(connection, sa.select(*_UNIT).where(units.c.id == unit_id), Unit)


def units_in_order(connection: Connection, *, on: date | None = None) -> list[Unit]:
    """The tree in protocol order, each unit before those below it; open on that day (None: all)."""
    question = sa.select(*_UNIT).order_by(units.c.position, units.c.id)
    if on is not None:
        question = question.where(
            units.c.opened_on <= on, units.c.closed_on.is_(None) | (units.c.closed_on > on)
        )
    below: dict[int | None, list[Unit]] = defaultdict(list)
    found_units = many(connection, question, Unit)
    present = {one.id for one in found_units}
    for one_unit in found_units:
        # A unit whose parent is closed still stands, at the top.
        below[one_unit.parent_id if one_unit.parent_id in present else None].append(one_unit)
    ordered: list[Unit] = []
    waiting = below[None][::-1]
    while waiting:
        ordered.append(waiting.pop())
        waiting.extend(below[ordered[-1].id][::-1])
    return ordered


@dataclass(frozen=True)
class NewMember:
    """Somebody who comes onto the roster; the fields are those of the table."""

    full_name: str
    sort_key: str
    unit_id: int
    joined_at: datetime
    address_form: Address = Address.COMRADE
    kind: MemberKind = MemberKind.OFFICIAL
    position: str = ""
    on_paper: bool = False
    language: str = "vi"
    phone_hash: str = ""


def add_member(connection: Connection, new: NewMember) -> int:
    """Put somebody onto the roster."""
    return insert_row(connection, members, asdict(new))


def set_on_paper(connection: Connection, member_id: int, *, on_paper: bool) -> None:
    """Note whether word reaches the member on paper only."""
    connection.execute(members.update().where(members.c.id == member_id).values(on_paper=on_paper))


def address_for(
    connection: Connection, *, connection_id: int, chat_id: str, is_group: bool, now: datetime
) -> int:
    """The number of this conversation, made if it is new (it belongs to nobody then)."""
    connection.execute(
        insert_once(connection, addresses).values(
            connection_id=connection_id,
            chat_id=chat_id,
            is_group=is_group,
            state=AddressState.ACTIVE,
            preference=0,
            created_at=now,
        )
    )
    question = sa.select(addresses.c.id).where(
        addresses.c.connection_id == connection_id, addresses.c.chat_id == chat_id
    )
    return int(connection.execute(question).scalar_one())


def bind_address(connection: Connection, address_id: int, *, member_id: int, seen_owner: int | None) -> bool:
    """Let a private conversation stand for the member, tried before their other ones.

    Returns:
        Whether it was still `seen_owner`'s (None: nobody's); if not, somebody was first.
    """
    first = sa.select(sa.func.coalesce(sa.func.min(addresses.c.preference), 1)).where(
        addresses.c.member_id == member_id
    )
    still = addresses.c.member_id.is_(None) if seen_owner is None else addresses.c.member_id == seen_owner
    return (
        connection.execute(
            addresses.update()
            .where(addresses.c.id == address_id, addresses.c.is_group.is_(False), still)
            .values(
                member_id=member_id,
                state=AddressState.ACTIVE,
                preference=connection.execute(first).scalar_one() - 1,
            )
        ).rowcount
        == 1
    )


def set_shown_as(connection: Connection, address_id: int, platform: Platform | None) -> None:
    """Say in which platform's manner the sandbox shows this chat."""
    connection.execute(addresses.update().where(addresses.c.id == address_id).values(shown_as=platform))


@dataclass(frozen=True)
class Conversation:
    """One of a member's conversations, whatever its state."""

    id: int
    platform: Platform
    state: AddressState


def conversations_of(connection: Connection, member_id: int) -> list[Conversation]:
    """All conversations that stand for the member, in their order."""
    return many(
        connection,
        sa.select(addresses.c.id, connections.c.platform, addresses.c.state)
        .join(connections, connections.c.id == addresses.c.connection_id)
        .where(addresses.c.member_id == member_id)
        .order_by(addresses.c.preference, addresses.c.id),
        Conversation,
    )


@dataclass(frozen=True)
class Listed:
    """One line of the roster, as who invites needs it.

    Args:
        is_reached: whether some conversation can be written to, and may be.
        has_conversation: whether any was ever bound, blocked ones too.
        has_role: whether any role is in force, or will be.
        on_paper: whether word reaches them on paper.
    """

    id: int
    full_name: str
    unit_id: int
    unit_name: str
    is_reached: bool
    has_conversation: bool
    has_role: bool
    on_paper: bool


def roster(connection: Connection, *, unit_ids: Collection[int] | None, now: datetime) -> list[Listed]:
    """Those on the roster now, of these units (None: all), by given name."""
    bound = sa.exists().where(addresses.c.member_id == members.c.id)
    not_over = role_grants.c.until_at.is_(None) | (role_grants.c.until_at > now)
    question = (
        sa.select(
            members.c.id,
            members.c.full_name,
            members.c.unit_id,
            units.c.name.label("unit_name"),
            members.c.on_paper,
            sa.and_(bound.where(CAN_BE_WRITTEN_TO), members.c.on_paper.is_(False)).label("is_reached"),
            bound.label("has_conversation"),
            sa.exists().where(role_grants.c.member_id == members.c.id, not_over).label("has_role"),
        )
        .join(units, units.c.id == members.c.unit_id)
        .where(members.c.left_at.is_(None))
        .order_by(members.c.sort_key, members.c.id)
    )
    if unit_ids is not None:
        question = question.where(members.c.unit_id.in_(unit_ids))
    return many(connection, question, Listed)
