"""Changes of the tree: being put together, planned for a day, applied, called off; and what one ends."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.rows import insert_row, many, one
from storage.states import Address, Role, UnitChange, UnitKind
from storage.tables import member_moves, members, role_grants, unit_changes


@dataclass(frozen=True)
class ChangeRow:
    """The row; see `storage.tables.tree`."""

    id: int
    unit_id: int | None
    change: UnitChange
    on_date: date
    kind: UnitKind | None
    name: str
    short_name: str
    target_id: int | None
    made_by: int | None
    confirmed_at: datetime | None
    applied_at: datetime | None
    called_off_at: datetime | None

    @property
    def is_draft(self) -> bool:
        """Whether it is still being put together."""
        return self.confirmed_at is None and self.called_off_at is None

    @property
    def is_planned(self) -> bool:
        """Whether it waits for its day."""
        return self.confirmed_at is not None and self.applied_at is None and self.called_off_at is None


_CHANGE = tuple(unit_changes.c[name] for name in ChangeRow.__dataclass_fields__)
_WAITS = (
    unit_changes.c.confirmed_at.is_not(None),
    unit_changes.c.applied_at.is_(None),
    unit_changes.c.called_off_at.is_(None),
)


def add(
    connection: Connection,
    *,
    change: UnitChange,
    unit_id: int | None,
    on_date: date,
    made_by: int | None,
    made_at: datetime,
    **more: object,
) -> int:
    """Begin a change; `more` are columns of the row. It counts once it is confirmed."""
    values: dict[str, object] = {
        "change": change,
        "unit_id": unit_id,
        "on_date": on_date,
        "made_by": made_by,
        "made_at": made_at,
        "name": "",
        "short_name": "",
    }
    return insert_row(connection, unit_changes, values | more)


def find(connection: Connection, change_id: int) -> ChangeRow | None:
    """The change with this number."""
    return one(connection, sa.select(*_CHANGE).where(unit_changes.c.id == change_id), ChangeRow)


def set_values(connection: Connection, change_id: int, **values: object) -> None:
    """Give the change other values."""
    connection.execute(unit_changes.update().where(unit_changes.c.id == change_id).values(values))


def drop_drafts(connection: Connection, made_by: int) -> None:
    """Throw away what this member was putting together."""
    is_draft = unit_changes.c.confirmed_at.is_(None)
    connection.execute(unit_changes.delete().where(unit_changes.c.made_by == made_by, is_draft))


def planned(connection: Connection) -> list[ChangeRow]:
    """The changes that wait for their day, in the order in which they will be made."""
    question = sa.select(*_CHANGE).where(*_WAITS).order_by(unit_changes.c.on_date, unit_changes.c.id)
    return many(connection, question, ChangeRow)


def due(connection: Connection, today: date) -> list[ChangeRow]:
    """Those of them whose day has come."""
    return [one_change for one_change in planned(connection) if one_change.on_date <= today]


def last_ending(connection: Connection, unit_id: int) -> ChangeRow | None:
    """The change that closed or merged the unit last."""
    question = (
        sa.select(*_CHANGE)
        .where(
            unit_changes.c.unit_id == unit_id,
            unit_changes.c.change.in_((UnitChange.CLOSE, UnitChange.MERGE)),
            unit_changes.c.applied_at.is_not(None),
        )
        .order_by(unit_changes.c.id.desc())
        .limit(1)
    )
    return one(connection, question, ChangeRow)


@dataclass(frozen=True)
class Placed:
    """Somebody in a unit.

    Args:
        moved_on: the day of their last move into this unit; None: there since they joined.
    """

    member_id: int
    moved_on: date | None


def placed_in(connection: Connection, unit_id: int) -> list[Placed]:
    """Those on the roster of this very unit."""
    moved_on = (
        sa.select(sa.func.max(member_moves.c.on_date))
        .where(member_moves.c.member_id == members.c.id, member_moves.c.to_unit_id == unit_id)
        .scalar_subquery()
    )
    question = (
        sa.select(members.c.id.label("member_id"), moved_on.label("moved_on"))
        .where(members.c.unit_id == unit_id, members.c.left_at.is_(None))
        .order_by(members.c.id)
    )
    return many(connection, question, Placed)


def moved_by(connection: Connection, change_id: int) -> list[int]:
    """Those whom this change moved and who are still where it moved them."""
    question = (
        sa.select(member_moves.c.member_id)
        .join(members, members.c.id == member_moves.c.member_id)
        .where(
            member_moves.c.change_id == change_id,
            members.c.left_at.is_(None),
            members.c.unit_id == member_moves.c.to_unit_id,
        )
        .order_by(member_moves.c.id)
    )
    return list(connection.execute(question).scalars())


@dataclass(frozen=True)
class HeldRole:
    """A role that is held for a unit, and by whom."""

    id: int
    member_id: int
    role: Role
    unit_id: int
    full_name: str
    address_form: Address
    position: str
    from_at: datetime


_HELD = (
    role_grants.c.id,
    role_grants.c.member_id,
    role_grants.c.role,
    role_grants.c.unit_id,
    members.c.full_name,
    members.c.address_form,
    members.c.position,
    role_grants.c.from_at,
)


def roles_for(connection: Connection, unit_ids: Collection[int], *, now: datetime) -> list[HeldRole]:
    """The roles held for these very units, in force or to come, in the order in which they were given."""
    question = (
        sa.select(*_HELD)
        .join(members, members.c.id == role_grants.c.member_id)
        .where(
            role_grants.c.unit_id.in_(unit_ids),
            role_grants.c.until_at.is_(None) | (role_grants.c.until_at > now),
            members.c.left_at.is_(None),
        )
        .order_by(role_grants.c.id)
    )
    return many(connection, question, HeldRole)


def roles_ended(connection: Connection, unit_id: int, *, at: datetime) -> list[HeldRole]:
    """The roles held for this very unit that ended at that moment, of those still on the roster."""
    question = (
        sa.select(*_HELD)
        .join(members, members.c.id == role_grants.c.member_id)
        .where(role_grants.c.unit_id == unit_id, role_grants.c.until_at == at, members.c.left_at.is_(None))
        .order_by(role_grants.c.id)
    )
    return many(connection, question, HeldRole)


def begun_elsewhere(connection: Connection, held: HeldRole, *, at: datetime) -> list[int]:
    """The grants of the same role that began for other units at the moment when this one ended."""
    question = sa.select(role_grants.c.id).where(
        role_grants.c.member_id == held.member_id,
        role_grants.c.role == held.role,
        role_grants.c.unit_id != held.unit_id,
        role_grants.c.from_at == at,
        role_grants.c.until_at.is_(None),
    )
    return list(connection.execute(question).scalars())
