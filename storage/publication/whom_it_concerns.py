"""Which publications are no secret to somebody who asks why a member did or did not get them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.rows import many
from storage.states import Purpose, Role
from storage.tables import deliveries, obligations, publications, role_grants


@dataclass(frozen=True)
class Within:
    """Only what is no secret to who asks: not what went past the member, unless the asker got it themselves.

    Args:
        member_id: the member asked about.
        asker_id: who asks.
        unit_ids: the member's unit and those above it.
        hidden: further publications that were not for the member, see `sorted_out`.
    """

    member_id: int
    asker_id: int
    unit_ids: Collection[int]
    hidden: Collection[int]


def concerns_them(within: Within) -> sa.ColumnElement[bool]:
    """Holds for the publications that are no secret."""
    audience, who = publications.c.audience, (within.member_id, within.asker_id)
    for_another_unit = sa.and_(
        audience["kind"].as_string() == "unit",
        audience["subject"].as_integer().not_in(list(within.unit_ids)),
        # One that goes by several units is looked at by `sorted_out`.
        audience["also"].as_string().is_(None),
    )
    asked = sa.exists().where(
        obligations.c.publication_id == publications.c.id, obligations.c.member_id.in_(who)
    )
    sent = sa.exists().where(
        deliveries.c.publication_id == publications.c.id,
        deliveries.c.member_id.in_(who),
        deliveries.c.purpose == Purpose.CARD,
    )
    went_past = sa.or_(for_another_unit, publications.c.id.in_(within.hidden))
    return sa.or_(~went_past, asked, sent)


@dataclass(frozen=True)
class Narrow:
    """A publication by a rule of several units, or of a part of those whom it goes by."""

    id: int
    audience: dict[str, Any]
    published_at: datetime


def narrow_ones(connection: Connection) -> list[Narrow]:
    """Every publication whose rule says more than a unit, a topic or everyone."""
    says_more = (
        publications.c.audience[name].as_string().is_not(None)
        for name in ("also", "members", "roles", "without")
    )
    columns = (publications.c[name] for name in Narrow.__dataclass_fields__)
    return many(connection, sa.select(*columns).where(sa.or_(*says_more)), Narrow)


@dataclass(frozen=True)
class Held:
    """A role, from then until before then (None: open)."""

    role: Role
    from_at: datetime
    until_at: datetime | None


def roles_ever(connection: Connection, member_id: int) -> list[Held]:
    """Every role that the member held or will hold."""
    columns = (role_grants.c[name] for name in Held.__dataclass_fields__)
    return many(connection, sa.select(*columns).where(role_grants.c.member_id == member_id), Held)
