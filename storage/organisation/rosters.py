"""The roster as lists show it: a unit's page, and the names among which somebody looks."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.channels.connections import CAN_BE_WRITTEN_TO
from storage.rows import many, one
from storage.states import MemberKind
from storage.tables import addresses, member_moves, members, units

_BOUND = sa.exists().where(addresses.c.member_id == members.c.id)


@dataclass(frozen=True)
class Line:
    """One line of a unit's roster.

    Args:
        is_reached: something can be written to some conversation, and may be.
    """

    member_id: int
    full_name: str
    kind: MemberKind
    position: str
    on_paper: bool
    is_reached: bool


def page(connection: Connection, unit_id: int, *, offset: int, limit: int) -> list[Line]:
    """Those on the roster of this very unit, by given name."""
    active = _BOUND.where(CAN_BE_WRITTEN_TO)
    return many(
        connection,
        sa.select(
            members.c.id.label("member_id"),
            members.c.full_name,
            members.c.kind,
            members.c.position,
            members.c.on_paper,
            sa.and_(active, members.c.on_paper.is_(False)).label("is_reached"),
        )
        .where(members.c.unit_id == unit_id, members.c.left_at.is_(None))
        .order_by(members.c.sort_key, members.c.id)
        .offset(offset)
        .limit(limit),
        Line,
    )


@dataclass(frozen=True)
class Named:
    """Somebody on the roster, as who looks for a name needs them."""

    member_id: int
    full_name: str
    unit_name: str


def names(connection: Connection, *, unit_ids: Collection[int] | None) -> Iterator[Named]:
    """Everybody on the roster of these units (None: all), by given name, one after the other."""
    question = (
        sa.select(members.c.id.label("member_id"), members.c.full_name, units.c.name.label("unit_name"))
        .join(units, units.c.id == members.c.unit_id)
        .where(members.c.left_at.is_(None))
        .order_by(members.c.sort_key, members.c.id)
    )
    if unit_ids is not None:
        question = question.where(members.c.unit_id.in_(unit_ids))
    for row in connection.execute(question).mappings():
        yield Named(**row)


def named(connection: Connection, full_name: str) -> list[Named]:
    """Those on the roster of exactly this name."""
    question = (
        sa.select(members.c.id.label("member_id"), members.c.full_name, units.c.name.label("unit_name"))
        .join(units, units.c.id == members.c.unit_id)
        .where(members.c.left_at.is_(None), members.c.full_name == full_name)
        .order_by(members.c.id)
    )
    return many(connection, question, Named)


@dataclass(frozen=True)
class LastMove:
    """How the member came to their unit."""

    from_unit_name: str
    on_date: date


def last_move(connection: Connection, member_id: int) -> LastMove | None:
    """The member's newest move; None for who has always stood where they stand."""
    return one(
        connection,
        sa.select(units.c.name.label("from_unit_name"), member_moves.c.on_date)
        .join(units, units.c.id == member_moves.c.from_unit_id)
        .where(member_moves.c.member_id == member_id)
        .order_by(member_moves.c.id.desc())
        .limit(1),
        LastMove,
    )


def set_values(connection: Connection, member_id: int, **values: object) -> None:
    """Give the member other values: name and its key, form of address, kind, position."""
    connection.execute(members.update().where(members.c.id == member_id).values(**values))
