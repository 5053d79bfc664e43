"""Resolving an audience rule: who it covers now, who of them can be reached, what there is to choose."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.audience.rules import Audience
from storage.channels.connections import ARE_OUT, CAN_BE_WRITTEN_TO
from storage.rows import many
from storage.states import AddressState, AudienceKind, MemberKind, Reason, Rhythm
from storage.tables import addresses, members, role_grants, subscriptions, topic_settings, topics, units


def covered(audience: Audience, *, now: datetime) -> sa.Select[tuple[int, int, bool]]:
    """Those on the roster whom the rule covers now: member_id, unit_id, on_paper.

    A topic covers those for whose unit it is mandatory, who subscribed, or who were never asked where it is
    on by default; the nearest unit upwards that set something decides, else the topic itself. Candidates are
    never covered: they get invitations only.

    Args:
        audience: the rule.
        now: office time, for which roles are held.
    """
    found = _covered(audience, now).where(members.c.kind != MemberKind.CANDIDATE)
    return found.where(members.c.kind.in_(audience.members)) if audience.members else found


def candidates(connection: Connection, audience: Audience, *, now: datetime) -> int:
    """How many candidates the rule would cover if they were members; none where it names kinds of member."""
    if audience.members:
        return 0
    who = _covered(audience, now).where(members.c.kind == MemberKind.CANDIDATE).subquery("who")
    return int(connection.execute(sa.select(sa.func.count()).select_from(who)).scalar_one())


def rhythms(topic_id: int) -> sa.Select[tuple[int, bool, Rhythm]]:
    """In which rhythm each taker of the topic gets it: member_id, on_paper, rhythm."""
    decides = _deciding(topic_id)
    rhythm = sa.func.coalesce(subscriptions.c.rhythm, decides.c.rhythm, topics.c.rhythm)
    question = sa.select(members.c.id.label("member_id"), members.c.on_paper, rhythm.label("rhythm")).where(
        members.c.left_at.is_(None), members.c.kind != MemberKind.CANDIDATE
    )
    return _takers(question, topic_id, decides)


def _covered(audience: Audience, now: datetime) -> sa.Select[tuple[int, int, bool]]:
    question = sa.select(members.c.id.label("member_id"), members.c.unit_id, members.c.on_paper).where(
        members.c.left_at.is_(None)
    )
    if audience.without:
        question = question.where(members.c.id.not_in(audience.without))
    if audience.roles:
        held = (role_grants.c.from_at <= now) & sa.or_(
            role_grants.c.until_at.is_(None), role_grants.c.until_at > now
        )
        holders = sa.select(role_grants.c.member_id).where(role_grants.c.role.in_(audience.roles), held)
        question = question.where(members.c.id.in_(holders))
    match audience.kind:
        case AudienceKind.EVERYONE:
            return question
        case AudienceKind.UNIT:
            return question.where(members.c.unit_id.in_(sa.select(_below(audience.unit_ids).c.id)))
        case AudienceKind.TOPIC:
            return _takers(question, audience.subject, _deciding(audience.subject))


def _below(unit_ids: Collection[int]) -> sa.CTE:
    tree = sa.select(units.c.id).where(units.c.id.in_(unit_ids)).cte("audience_tree", recursive=True)
    # UNION, not UNION ALL: a circle among units, however it came to be, ends.
    return tree.union(sa.select(units.c.id).where(units.c.parent_id == tree.c.id))


def _takers(question: sa.Select[Any], topic_id: int, decides: sa.CTE) -> sa.Select[Any]:
    chosen = (subscriptions.c.member_id == members.c.id) & (subscriptions.c.topic_id == topic_id)
    mandatory = sa.func.coalesce(decides.c.mandatory, topics.c.mandatory)
    taken = sa.func.coalesce(subscriptions.c.subscribed, decides.c.on_by_default, topics.c.on_by_default)
    return (
        question.join_from(members, topics, topics.c.id == topic_id)
        .outerjoin(decides, decides.c.unit_id == members.c.unit_id)
        .outerjoin(subscriptions, chosen)
        .where(mandatory | taken)
    )


def _deciding(topic_id: int) -> sa.CTE:
    """For each unit that has something set for it, or above it, what the nearest such unit set."""
    columns = (topic_settings.c.mandatory, topic_settings.c.on_by_default, topic_settings.c.rhythm)
    tree = (
        sa.select(topic_settings.c.unit_id, *columns)
        .where(topic_settings.c.topic_id == topic_id)
        .cte(recursive=True)
    )
    own = topic_settings.alias("own_setting")
    has_own = sa.exists().where(own.c.topic_id == topic_id, own.c.unit_id == units.c.id)
    below = sa.select(units.c.id, tree.c.mandatory, tree.c.on_by_default, tree.c.rhythm).where(
        units.c.parent_id == tree.c.unit_id, ~has_own
    )
    # UNION ends in a circle, as above; each unit has one parent, so that it comes up once.
    return tree.union(below)


def covers(connection: Connection, audience: Audience, *, member_id: int, now: datetime) -> bool:
    """Whether the rule covers this member now."""
    question = covered(audience, now=now).where(members.c.id == member_id)
    return connection.execute(question).first() is not None


def amount(connection: Connection, audience: Audience, *, now: datetime) -> int:
    """How many the rule covers now."""
    who = covered(audience, now=now).subquery("who")
    return int(connection.execute(sa.select(sa.func.count()).select_from(who)).scalar_one())


def leaving(
    connection: Connection, topic_id: int, *, unit_id: int, mandatory: bool, on_by_default: bool
) -> int:
    """How many take the topic now and would not, if this held.

    Args:
        connection: of the transaction.
        topic_id: the topic.
        unit_id: where it would hold: the unit and what is below it, up to what is set there; 0: wherever
            no unit set anything.
        mandatory: nobody could leave.
        on_by_default: who was never asked would take it.
    """
    if mandatory:
        return 0
    decides = _deciding(topic_id)
    question = sa.select(members.c.id).where(
        members.c.left_at.is_(None), members.c.kind != MemberKind.CANDIDATE
    )
    there = members.c.unit_id.in_(_ruled(topic_id, unit_id)) if unit_id else decides.c.unit_id.is_(None)
    stays = sa.func.coalesce(subscriptions.c.subscribed, sa.literal(on_by_default))
    who = _takers(question, topic_id, decides).where(there, sa.not_(stays)).subquery("who")
    return int(connection.execute(sa.select(sa.func.count()).select_from(who)).scalar_one())


def _ruled(topic_id: int, unit_id: int) -> sa.Select[tuple[int]]:
    """The unit and those below it for which what it sets would decide."""
    tree = sa.select(units.c.id).where(units.c.id == unit_id).cte("ruled", recursive=True)
    has_own = sa.exists().where(topic_settings.c.topic_id == topic_id, topic_settings.c.unit_id == units.c.id)
    below = tree.union(sa.select(units.c.id).where(units.c.parent_id == tree.c.id, ~has_own))
    return sa.select(below.c.id)


def first_addresses() -> sa.Subquery:
    """Each member's address to write to first: member_id, address_id, connection_id.

    As `storage.organisation.people.addresses_of` orders them: those on a connection that is out come last,
    and those on one that is served no longer are none.
    """
    place = sa.func.row_number().over(
        partition_by=addresses.c.member_id,
        order_by=(addresses.c.connection_id.in_(ARE_OUT), addresses.c.preference, addresses.c.id),
    )
    ranked = (
        sa.select(
            addresses.c.member_id,
            addresses.c.id.label("address_id"),
            addresses.c.connection_id,
            place.label("place"),
        )
        .where(CAN_BE_WRITTEN_TO, addresses.c.member_id.is_not(None))
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


def counts(connection: Connection, audience: Audience, *, now: datetime) -> list[UnitCount]:
    """The rule's members by unit."""
    who, first = covered(audience, now=now).subquery("who"), first_addresses()
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


def kinds(connection: Connection, audience: Audience, *, now: datetime) -> dict[MemberKind, int]:
    """How many of each kind the rule covers now; those of whom there is nobody are left out."""
    who = covered(audience, now=now).subquery("who")
    rows = connection.execute(
        sa.select(members.c.kind, sa.func.count().label("amount"))
        .join(who, who.c.member_id == members.c.id)
        .group_by(members.c.kind)
    )
    return {row.kind: row.amount for row in rows}


def are_above_others(connection: Connection, unit_ids: Collection[int]) -> bool:
    """Whether an open unit hangs under one of these."""
    below = units.c.parent_id.in_(unit_ids) & units.c.closed_on.is_(None)
    return connection.execute(sa.select(units.c.id).where(below).limit(1)).first() is not None


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


def unreachable(
    connection: Connection, audience: Audience, *, now: datetime, limit: int
) -> list[Unreachable]:
    """Those of the rule who cannot be written to, by given name, at most `limit`."""
    who, first = covered(audience, now=now).subquery("who"), first_addresses()
    has_blocked = sa.exists().where(
        addresses.c.member_id == members.c.id, addresses.c.state != AddressState.ACTIVE
    )
    reason = sa.case(
        (members.c.on_paper, Reason.NO_CONSENT.value),
        (has_blocked, Reason.BLOCKED.value),
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


def names_of(connection: Connection, audience: Audience) -> dict[int, str]:
    """The names of the units, or of the topic, that the rule goes by, in its order; those that there are."""
    is_topic = audience.kind is AudienceKind.TOPIC
    table, ids = (topics, (audience.subject,)) if is_topic else (units, audience.unit_ids)
    rows = connection.execute(sa.select(table.c.id, table.c.name).where(table.c.id.in_(ids)))
    found = {row.id: str(row.name) for row in rows}
    return {one: found[one] for one in ids if one in found}


def closed_ones(connection: Connection, audience: Audience) -> dict[int, str]:
    """Of these, those that are no more: a topic that is no longer offered, units that have ended."""
    is_topic = audience.kind is AudienceKind.TOPIC
    ended = (topics.c.closed_at if is_topic else units.c.closed_on).is_not(None)
    table, ids = (topics, (audience.subject,)) if is_topic else (units, audience.unit_ids)
    rows = connection.execute(sa.select(table.c.id, table.c.name).where(table.c.id.in_(ids), ended))
    return {row.id: str(row.name) for row in rows}
