"""What the news of the roster tells: who moved or left, and what went along."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.audience.audiences import first_addresses
from storage.delivery.deliveries import RANKS, new_row_defaults
from storage.rows import insert_once, many
from storage.states import Address, Lane, ObligationState, Origin, PublicationState, Purpose, Repeat, Urgency
from storage.tables import (
    deliveries,
    member_moves,
    members,
    obligation_moves,
    obligations,
    publications,
    units,
    versions,
)


@dataclass(frozen=True)
class Mover:
    """One member's move."""

    id: int
    member_id: int
    full_name: str
    address_form: Address
    from_unit_id: int
    from_name: str
    to_unit_id: int
    to_name: str
    on_date: date
    moved_at: datetime
    change_id: int | None


def moves(connection: Connection, *, first: int, last: int) -> list[Mover]:
    """The moves made together with the first of these numbers, by unit and given name."""
    before, after, made = units.alias("before"), units.alias("after"), member_moves.alias("made")
    own = [name for name in Mover.__dataclass_fields__ if name in member_moves.c]
    together = sa.select(made.c.moved_at).where(made.c.id == first).scalar_subquery()
    return many(
        connection,
        sa.select(
            *(member_moves.c[name] for name in own),
            members.c.full_name,
            members.c.address_form,
            before.c.name.label("from_name"),
            after.c.name.label("to_name"),
        )
        .join(members, members.c.id == member_moves.c.member_id)
        .join(before, before.c.id == member_moves.c.from_unit_id)
        .join(after, after.c.id == member_moves.c.to_unit_id)
        # Others may have moved at the same time, so that their numbers lie between.
        .where(member_moves.c.id.between(first, last), member_moves.c.moved_at == together)
        .order_by(member_moves.c.from_unit_id, member_moves.c.to_unit_id, members.c.sort_key),
        Mover,
    )


def tell_moved(connection: Connection, *, first: int, last: int, change_id: int, machine: datetime) -> None:
    """Owe word of their move to all whom this change of the tree moved and who can be written to."""
    reach = first_addresses()
    number = sa.cast(member_moves.c.id, sa.String)
    key = sa.literal("roster:own:").concat(number).concat("-").concat(number).concat(":m")
    shared = {
        **new_row_defaults(machine),
        "purpose": Purpose.ROSTER_NEWS,
        "lane": Lane.BROADCAST,
        "urgency": Urgency.NORMAL,
        "repeat": Repeat.ONCE,
        "rank": RANKS[Urgency.NORMAL],
        "due_at": machine,
    }
    columns: Mapping[str, sa.ColumnElement[Any]] = {
        "once_key": key.concat(sa.cast(member_moves.c.member_id, sa.String)),
        "connection_id": reach.c.connection_id,
        "address_id": reach.c.address_id,
        "member_id": member_moves.c.member_id,
        **{name: sa.literal(value, deliveries.c[name].type) for name, value in shared.items()},
    }
    question = (
        sa.select(*columns.values())
        .select_from(
            member_moves.join(reach, reach.c.member_id == member_moves.c.member_id).join(
                members, members.c.id == member_moves.c.member_id
            )
        )
        .where(
            member_moves.c.id.between(first, last),
            member_moves.c.change_id == change_id,
            members.c.on_paper.is_(False),
        )
        .order_by(member_moves.c.id)
    )
    connection.execute(insert_once(connection, deliveries).from_select(list(columns), question))


@dataclass(frozen=True)
class Gone:
    """Somebody who left, or came back."""

    member_id: int
    full_name: str
    address_form: Address
    unit_id: int
    unit_name: str
    left_at: datetime | None


def people(connection: Connection, *, first: int, last: int) -> list[Gone]:
    """The members between these numbers, on the roster or not, by given name."""
    return many(
        connection,
        sa.select(
            members.c.id.label("member_id"),
            members.c.full_name,
            members.c.address_form,
            members.c.unit_id,
            units.c.name.label("unit_name"),
            members.c.left_at,
        )
        .join(units, units.c.id == members.c.unit_id)
        .where(members.c.id.between(first, last), members.c.erased_at.is_(None))
        .order_by(members.c.sort_key),
        Gone,
    )


@dataclass(frozen=True)
class Along:
    """A publication that went along, with its number and title.

    Args:
        amount: of how many members.
    """

    number: str
    title: str
    amount: int


def went_along(connection: Connection, move_ids: Collection[int]) -> list[Along]:
    """The publications whose open obligations went along with these moves, the oldest first."""
    return many(
        connection,
        sa.select(versions.c.number, versions.c.title, sa.func.count().label("amount"))
        .select_from(obligation_moves)
        .join(publications, publications.c.id == obligation_moves.c.publication_id)
        .join(
            versions,
            (versions.c.publication_id == publications.c.id) & (versions.c.version == publications.c.version),
        )
        .where(obligation_moves.c.move_id.in_(move_ids), publications.c.state != PublicationState.WITHDRAWN)
        .group_by(publications.c.id, versions.c.number, versions.c.title)
        .order_by(publications.c.id),
        Along,
    )


def asked_since(connection: Connection, member_ids: Collection[int], *, at: datetime) -> int:
    """How many obligations these members were given at that very moment as "joined later"."""
    return _count(
        connection,
        obligations.c.member_id.in_(member_ids),
        obligations.c.origin == Origin.JOINED_LATER,
        obligations.c.expected_at == at,
    )


def withdrawn(connection: Connection, member_ids: Collection[int]) -> int:
    """How many obligations of these members are no longer asked though the publication stands."""
    return _count(
        connection,
        obligations.c.member_id.in_(member_ids),
        obligations.c.state == ObligationState.WITHDRAWN,
    )


def _count(connection: Connection, *fits: sa.ColumnElement[bool]) -> int:
    question = (
        sa.select(sa.func.count())
        .select_from(obligations)
        .join(publications, publications.c.id == obligations.c.publication_id)
        .where(*fits, publications.c.state != PublicationState.WITHDRAWN)
    )
    return int(connection.execute(question).scalar_one())
