"""Invitations as who hands them out sees them: the open ones, and what became of the others."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.rows import many
from storage.tables import invitations, members, units


@dataclass(frozen=True)
class Handed:
    """One invitation with whom it is for."""

    id: int
    member_id: int
    full_name: str
    unit_id: int
    unit_name: str
    created_at: datetime
    expires_at: datetime
    used_at: datetime | None
    revoked_at: datetime | None


def open_ones(
    connection: Connection, *, unit_ids: Collection[int] | None, now: datetime, offset: int, limit: int
) -> list[Handed]:
    """Those that can still be used, of members of these units (None: all), the next to expire first."""
    return many(
        connection,
        _handed(unit_ids)
        .where(*_open(now))
        .order_by(invitations.c.expires_at, invitations.c.id)
        .offset(offset)
        .limit(limit),
        Handed,
    )


def count_open(connection: Connection, *, unit_ids: Collection[int] | None, now: datetime) -> int:
    """How many of them there are."""
    return int(
        connection.execute(
            sa.select(sa.func.count()).select_from(_handed(unit_ids).where(*_open(now)).subquery())
        ).scalar_one()
    )


def ended(
    connection: Connection, *, unit_ids: Collection[int] | None, now: datetime, since: datetime, limit: int
) -> list[Handed]:
    """Those made since then that are used, revoked or expired, the newest first."""
    return many(
        connection,
        _handed(unit_ids)
        .where(invitations.c.created_at > since, ~sa.and_(*_open(now)))
        .order_by(invitations.c.id.desc())
        .limit(limit),
        Handed,
    )


def revoke(connection: Connection, invitation_id: int, *, now: datetime) -> bool:
    """End one that is still open; whether it was."""
    return (
        connection.execute(
            invitations.update().where(invitations.c.id == invitation_id, *_open(now)).values(revoked_at=now)
        ).rowcount
        == 1
    )


def _handed(unit_ids: Collection[int] | None) -> sa.Select[Any]:
    own = ("id", "member_id", "created_at", "expires_at", "used_at", "revoked_at")
    question = (
        sa.select(
            *(invitations.c[name] for name in own),
            members.c.full_name,
            members.c.unit_id,
            units.c.name.label("unit_name"),
        )
        .join(members, members.c.id == invitations.c.member_id)
        .join(units, units.c.id == members.c.unit_id)
        .where(members.c.left_at.is_(None))
    )
    return question if unit_ids is None else question.where(members.c.unit_id.in_(unit_ids))


def _open(now: datetime) -> list[sa.ColumnElement[bool]]:
    return [
        invitations.c.used_at.is_(None),
        invitations.c.revoked_at.is_(None),
        invitations.c.expires_at > now,
    ]
