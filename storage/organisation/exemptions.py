"""Exemptions: who is let off what, why, and until when."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.rows import insert_row, many, one
from storage.states import ExemptFrom, ExemptReason
from storage.tables import exemptions


@dataclass(frozen=True)
class Exemption:
    """The row; see `storage.tables.membership`."""

    id: int
    member_id: int
    exempt_from: ExemptFrom
    reason: ExemptReason
    from_at: datetime
    until_at: datetime | None
    granted_by: int | None
    ended_at: datetime | None


_EXEMPTION = tuple(exemptions.c[name] for name in Exemption.__dataclass_fields__)


def holds(now: datetime) -> sa.ColumnElement[bool]:
    """Whether an exemption is in force at that moment (office time)."""
    return sa.and_(
        exemptions.c.from_at <= now,
        exemptions.c.ended_at.is_(None),
        exemptions.c.until_at.is_(None) | (exemptions.c.until_at > now),
    )


def add(
    connection: Connection,
    *,
    member_id: int,
    exempt_from: ExemptFrom,
    reason: ExemptReason,
    now: datetime,
    until_at: datetime | None,
    granted_by: int | None,
) -> int:
    """Let the member off from now on; returns the exemption's number."""
    values = {
        "member_id": member_id,
        "exempt_from": exempt_from,
        "reason": reason,
        "from_at": now,
        "until_at": until_at,
        "granted_by": granted_by,
        "granted_at": now,
    }
    return insert_row(connection, exemptions, values)


def exemption(connection: Connection, exemption_id: int) -> Exemption | None:
    """The exemption with this number."""
    return one(connection, sa.select(*_EXEMPTION).where(exemptions.c.id == exemption_id), Exemption)


def in_force(connection: Connection, member_id: int, *, now: datetime) -> list[Exemption]:
    """What the member is let off now, in the order in which it was granted."""
    return many(
        connection,
        sa.select(*_EXEMPTION)
        .where(exemptions.c.member_id == member_id, holds(now))
        .order_by(exemptions.c.id),
        Exemption,
    )


def lapsed(connection: Connection, *, now: datetime) -> list[Exemption]:
    """Those whose end has come and of which nothing was made yet."""
    return many(
        connection,
        sa.select(*_EXEMPTION)
        .where(exemptions.c.ended_at.is_(None), exemptions.c.until_at <= now)
        .order_by(exemptions.c.id),
        Exemption,
    )


def end(connection: Connection, exemption_id: int, *, at: datetime) -> bool:
    """End the exemption; whether it had not ended yet."""
    return (
        connection.execute(
            exemptions.update()
            .where(exemptions.c.id == exemption_id, exemptions.c.ended_at.is_(None))
            .values(ended_at=at)
        ).rowcount
        == 1
    )


def exempt_from_meetings(connection: Connection, *, now: datetime) -> frozenset[int]:
    """Who need not come to sessions now: both kinds of exemption let them off."""
    question = sa.select(exemptions.c.member_id).where(holds(now))
    return frozenset(connection.execute(question).scalars())


def from_everything(now: datetime) -> sa.Subquery:
    """Who is let off everything: member_id and reason, one row a member."""
    return (
        sa.select(exemptions.c.member_id, sa.func.min(exemptions.c.reason).label("reason"))
        .where(exemptions.c.exempt_from == ExemptFrom.EVERYTHING, holds(now))
        .group_by(exemptions.c.member_id)
        .subquery("let_off")
    )
