"""Who cannot be reached, and why."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.channels.connections import CAN_BE_WRITTEN_TO
from storage.rows import many
from storage.states import AddressState
from storage.tables import addresses, consents, history, invitations, members, role_grants, units

REMOVED = "removed"
"""In history: the member let a conversation of theirs go."""
_BOUND = sa.exists().where(addresses.c.member_id == members.c.id)
_ACTIVE = _BOUND.where(CAN_BE_WRITTEN_TO)
# Who agreed has joined, whatever became of the conversation since.
_JOINED_ONCE = sa.exists().where(consents.c.member_id == members.c.id)
_BLOCKED = _BOUND.where(addresses.c.state == AddressState.BLOCKED)


@dataclass(frozen=True)
class Gap:
    """A member on the roster to whom nothing can be sent.

    Args:
        had_one: some conversation stood for them once.
        is_blocked: one of those may come back by itself; otherwise the account is no more.
        has_role: a role is in force, or will be.
        invited_until: until when a code for them can be used.
    """

    member_id: int
    full_name: str
    unit_id: int
    on_paper: bool
    had_one: bool
    is_blocked: bool
    has_role: bool
    invited_until: datetime | None


def gaps(
    connection: Connection,
    *,
    unit_ids: Collection[int],
    now: datetime,
    offset: int = 0,
    limit: int,
    but_on_paper: bool = False,
) -> list[Gap]:
    """Those of these very units who cannot be reached, by given name; without those on paper if so asked."""
    invited_until = (
        sa.select(sa.func.max(invitations.c.expires_at))
        .where(
            invitations.c.member_id == members.c.id,
            invitations.c.used_at.is_(None),
            invitations.c.revoked_at.is_(None),
            invitations.c.expires_at > now,
        )
        .scalar_subquery()
    )
    return many(
        connection,
        sa.select(
            members.c.id.label("member_id"),
            members.c.full_name,
            members.c.unit_id,
            members.c.on_paper,
            (_BOUND | _JOINED_ONCE).label("had_one"),
            _BLOCKED.label("is_blocked"),
            _has_role(now).label("has_role"),
            invited_until.label("invited_until"),
        )
        .where(*_unreached(unit_ids), *([members.c.on_paper.is_(False)] if but_on_paper else []))
        .order_by(members.c.sort_key, members.c.id)
        .offset(offset)
        .limit(limit),
        Gap,
    )


@dataclass(frozen=True)
class Unreached:
    """A member who cannot be reached, as who looks for a name needs them."""

    member_id: int
    full_name: str
    unit_name: str
    has_role: bool


def unreached(
    connection: Connection, *, unit_ids: Collection[int] | None, now: datetime
) -> Iterator[Unreached]:
    """All of these units (None: all) who cannot be reached, by given name, one after the other."""
    question = (
        sa.select(
            members.c.id.label("member_id"),
            members.c.full_name,
            units.c.name.label("unit_name"),
            _has_role(now).label("has_role"),
        )
        .join(units, units.c.id == members.c.unit_id)
        .where(*_unreached(unit_ids))
        .order_by(members.c.sort_key, members.c.id)
    )
    for row in connection.execute(question).mappings():
        yield Unreached(**row)


@dataclass(frozen=True)
class UnitCoverage:
    """One unit's members, those below it not counted.

    Args:
        members: on the roster.
        unreached: of them, who cannot be reached.
        on_paper: of those, who gets word on paper.
    """

    unit_id: int
    members: int
    unreached: int
    on_paper: int


def by_unit(connection: Connection, *, unit_ids: Collection[int] | None) -> list[UnitCoverage]:
    """The counts of each of these units (None: all) that has anybody."""
    unreached = members.c.on_paper | ~_ACTIVE
    question: sa.Select[Any] = (
        sa.select(
            members.c.unit_id,
            sa.func.count().label("members"),
            sa.func.sum(sa.case((unreached, 1), else_=0)).label("unreached"),
            sa.func.sum(sa.case((members.c.on_paper, 1), else_=0)).label("on_paper"),
        )
        .where(members.c.left_at.is_(None))
        .group_by(members.c.unit_id)
    )
    if unit_ids is not None:
        question = question.where(members.c.unit_id.in_(unit_ids))
    return many(connection, question, UnitCoverage)


@dataclass(frozen=True)
class Lost:
    """A member whose last conversation was closed.

    Args:
        is_blocked: by the person; otherwise the account is no more.
    """

    member_id: int
    full_name: str
    unit_id: int
    unit_name: str
    is_blocked: bool


def lost(
    connection: Connection, *, after: datetime, until: datetime, unit_ids: Collection[int] | None = None
) -> list[Lost]:
    """Those of these units (None: all) whose conversation was closed in this span, not reached since.

    They come by given name.
    """
    closed = sa.exists().where(
        history.c.thing == "address",
        history.c.member_id == members.c.id,
        history.c.to_state.in_((AddressState.BLOCKED, AddressState.GONE, REMOVED)),
        history.c.at > after,
        history.c.at <= until,
    )
    question = (
        sa.select(
            members.c.id.label("member_id"),
            members.c.full_name,
            members.c.unit_id,
            units.c.name.label("unit_name"),
            _BLOCKED.label("is_blocked"),
        )
        .join(units, units.c.id == members.c.unit_id)
        .where(members.c.left_at.is_(None), members.c.on_paper.is_(False), ~_ACTIVE, closed)
        .order_by(members.c.sort_key, members.c.id)
    )
    if unit_ids is not None:
        question = question.where(members.c.unit_id.in_(unit_ids))
    return many(connection, question, Lost)


def was_told(connection: Connection, *, thing: str, number: int) -> bool:
    """Whether history says that this round of telling is over."""
    told = sa.exists().where(history.c.thing == thing, history.c.thing_id == number)
    return bool(connection.execute(sa.select(told)).scalar())


def _unreached(unit_ids: Collection[int] | None) -> list[sa.ColumnElement[bool]]:
    fits: list[sa.ColumnElement[bool]] = [members.c.left_at.is_(None), members.c.on_paper | ~_ACTIVE]
    return fits if unit_ids is None else [*fits, members.c.unit_id.in_(unit_ids)]


def _has_role(now: datetime) -> sa.Exists:
    return sa.exists().where(
        role_grants.c.member_id == members.c.id,
        role_grants.c.until_at.is_(None) | (role_grants.c.until_at > now),
    )
