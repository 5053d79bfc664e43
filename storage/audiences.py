"""Resolving an audience rule: who it covers now, who of them can be reached, what there is to choose."""

from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.rows import many
from storage.states import AddressState, Reason
from storage.tables import addresses, members, subscriptions, topics, units


def covered(kind: str, subject: int) -> sa.Select[tuple[int, int, bool]]:
    """Those on the roster whom the rule covers now: member_id, unit_id, on_paper.

    Args:
        kind: a word of `bot.audience.AudienceKind`: "everyone", "unit" (with all below it), "topic"
            (subscribed, or never asked where it is on by default, or it is mandatory).
        subject: the unit or topic.

    Raises:
        ValueError: the word is not one of these.
    """
    question = sa.select(members.c.id.label("member_id"), members.c.unit_id, members.c.on_paper).where(
        members.c.left_at.is_(None)
    )
    if kind == "everyone":
        return question
    if kind == "unit":
        return question.where(members.c.unit_id.in_(sa.select(_below(subject).c.id)))
    if kind == "topic":
        return _takers(question, subject)
    raise ValueError(f"no such audience: {kind}")


def _below(unit_id: int) -> sa.CTE:
    tree = sa.select(units.c.id).where(units.c.id == unit_id).cte("audience_tree", recursive=True)
    # UNION, not UNION ALL: a circle among units, however it came to be, ends.
    return tree.union(sa.select(units.c.id).where(units.c.parent_id == tree.c.id))


def _takers(question: sa.Select[Any], topic_id: int) -> sa.Select[Any]:
    chosen = (subscriptions.c.member_id == members.c.id) & (subscriptions.c.topic_id == topic_id)
    return (
        question.join_from(members, topics, topics.c.id == topic_id)
        .outerjoin(subscriptions, chosen)
        .where(topics.c.mandatory | sa.func.coalesce(subscriptions.c.subscribed, topics.c.on_by_default))
    )


def covers(connection: Connection, kind: str, subject: int, *, member_id: int) -> bool:
    """Whether the rule covers this member now."""
    question = covered(kind, subject).where(members.c.id == member_id)
    return connection.execute(question).first() is not None


def first_addresses() -> sa.Subquery:
    """Each member's address to write to first: member_id, address_id, connection_id."""
    place = sa.func.row_number().over(
        partition_by=addresses.c.member_id, order_by=(addresses.c.preference, addresses.c.id)
    )
    ranked = (
        sa.select(
            addresses.c.member_id,
            addresses.c.id.label("address_id"),
            addresses.c.connection_id,
            place.label("place"),
        )
        .where(addresses.c.state == AddressState.ACTIVE, addresses.c.member_id.is_not(None))
        .subquery("ranked")
    )
    return (
        sa.select(ranked.c.member_id, ranked.c.address_id, ranked.c.connection_id)
        .where(ranked.c.place == 1)
        .subquery("first_address")
    )


@dataclass(frozen=True)
class UnitCount:
    """How many of a unit a rule covers, and how many of those can be written to."""

    unit_id: int
    expected: int
    reachable: int


def counts(connection: Connection, kind: str, subject: int) -> list[UnitCount]:
    """The rule's members by unit."""
    who, first = covered(kind, subject).subquery("who"), first_addresses()
    reached = sa.and_(first.c.member_id.is_not(None), sa.not_(who.c.on_paper))
    return many(
        connection,
        sa.select(
            who.c.unit_id,
            sa.func.count().label("expected"),
            sa.func.sum(sa.case((reached, 1), else_=0)).label("reachable"),
        )
        .outerjoin_from(who, first, first.c.member_id == who.c.member_id)
        .group_by(who.c.unit_id),
        UnitCount,
    )


@dataclass(frozen=True)
class Unreachable:
    """A member to whom nothing can be sent.

    Args:
        reason: NO_CONSENT (on paper), BLOCKED, NO_ADDRESS.
    """

    member_id: int
    full_name: str
    unit_id: int
    reason: Reason


def unreachable(connection: Connection, kind: str, subject: int, *, limit: int) -> list[Unreachable]:
    """Those of the rule who cannot be written to, by given name, at most `limit`."""
    who, first = covered(kind, subject).subquery("who"), first_addresses()
    had_one = sa.exists().where(addresses.c.member_id == members.c.id)
    reason = sa.case(
        (members.c.on_paper, Reason.NO_CONSENT.value),
        (had_one, Reason.BLOCKED.value),
        else_=Reason.NO_ADDRESS.value,
    )
    rows = connection.execute(
        sa.select(members.c.id, members.c.full_name, members.c.unit_id, reason.label("reason"))
        .join(who, who.c.member_id == members.c.id)
        .outerjoin(first, first.c.member_id == members.c.id)
        .where(members.c.on_paper | first.c.member_id.is_(None))
        .order_by(members.c.sort_key, members.c.id)
        .limit(limit)
    )
    return [Unreachable(row.id, row.full_name, row.unit_id, Reason(row.reason)) for row in rows]


def name_of(connection: Connection, kind: str, subject: int) -> str | None:
    """The name of the unit or topic that the rule goes by; None where there is no such one."""
    table = {"unit": units, "topic": topics}[kind]
    found = connection.execute(sa.select(table.c.name).where(table.c.id == subject)).scalar_one_or_none()
    return None if found is None else str(found)
