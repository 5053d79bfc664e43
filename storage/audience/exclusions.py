"""Members who are left out of an audience by name: finding them, and naming those who are."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.audience.audiences import covered
from storage.audience.rules import Audience
from storage.rows import many
from storage.tables import members, units


@dataclass(frozen=True)
class Somebody:
    """A member whom a rule covers, or would cover."""

    member_id: int
    full_name: str
    unit_id: int
    unit_name: str


def takers(connection: Connection, audience: Audience, *, now: datetime) -> Iterator[Somebody]:
    """Those whom the rule would cover if nobody was left out by name, by given name, one after the other."""
    who = covered(replace(audience, without=frozenset()), now=now).subquery("who")
    question = _people().join(who, who.c.member_id == members.c.id)
    for row in connection.execute(question).mappings():
        yield Somebody(**row)


def left_out(connection: Connection, audience: Audience) -> list[Somebody]:
    """Those whom the rule leaves out by name, by given name; who was erased has none."""
    if not audience.without:
        return []
    question = _people().where(members.c.id.in_(audience.without), members.c.erased_at.is_(None))
    return many(connection, question, Somebody)


def there_are(connection: Connection, member_ids: Collection[int]) -> bool:
    """Whether all these numbers are those of members, who may have left."""
    question = sa.select(sa.func.count()).select_from(members).where(members.c.id.in_(member_ids))
    return bool(connection.execute(question).scalar_one() == len(member_ids))


def _people() -> sa.Select[tuple[int, str, int, str]]:
    return (
        sa.select(
            members.c.id.label("member_id"),
            members.c.full_name,
            members.c.unit_id,
            sa.func.coalesce(sa.func.nullif(units.c.short_name, ""), units.c.name).label("unit_name"),
        )
        .join(units, units.c.id == members.c.unit_id)
        .order_by(members.c.sort_key, members.c.id)
    )
