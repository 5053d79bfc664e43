"""What a publication sets going, each by one INSERT ... SELECT: flat in memory whatever the roster's size."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.audience.audiences import covered, first_addresses
from storage.audience.rules import Audience
from storage.delivery import digests
from storage.delivery.deliveries import RANK_PROGRESS, RANKS, new_row_defaults
from storage.delivery.digests import DigestDays
from storage.history import Entry
from storage.organisation.exemptions import from_everything
from storage.states import ExemptReason, Lane, ObligationState, Origin, Purpose, Repeat, Role, Urgency
from storage.tables import deliveries, history, members, obligations, role_grants, units


@dataclass(frozen=True)
class Broadcast:
    """One version of a publication going out.

    Args:
        audience: for whom.
        issued_by: the members who issue it, outside the denominator.
        now: office time.
        machine: machine time, for what is queued.
    """

    publication_id: int
    version: int
    audience: Audience
    issued_by: frozenset[int]
    urgency: Urgency
    repeat: Repeat
    now: datetime
    machine: datetime


@dataclass(frozen=True)
class Words:
    """What stands beside those outside the denominator.

    Args:
        issuer: of who issues the publication.
        reasons: of who is let off everything, by the reason of the exemption.
    """

    issuer: str
    reasons: Mapping[ExemptReason, str]


def ask(connection: Connection, broadcast: Broadcast, *, words: Words) -> int:
    """Ask the publication of everybody the rule covers; returns of how many.

    The issuer's line is exempt, and so is the line of whoever is let off everything now.
    """
    who = covered(broadcast.audience, now=broadcast.now).subquery("who")
    let_off = from_everything(broadcast.now)
    columns = asking_columns(
        publication_id=sa.literal(broadcast.publication_id),
        version=sa.literal(broadcast.version),
        who=who,
        issues=who.c.member_id.in_(broadcast.issued_by),
        let_off=let_off,
        origin=Origin.PUBLISHED,
        words=words,
        now=broadcast.now,
    )
    question = sa.select().select_from(who.outerjoin(let_off, let_off.c.member_id == who.c.member_id))
    return _insert(connection, obligations, columns, question)


def asking_columns(
    *,
    publication_id: sa.ColumnElement[int],
    version: sa.ColumnElement[int],
    who: sa.Subquery,
    issues: sa.ColumnElement[bool],
    let_off: sa.Subquery,
    origin: Origin,
    words: Words,
    now: datetime,
) -> dict[str, sa.ColumnElement[Any]]:
    """The columns of new obligations, for an INSERT ... SELECT from `who` left-joined with `let_off`."""
    is_exempt = issues | let_off.c.reason.is_not(None)
    because = ((let_off.c.reason == reason, word) for reason, word in words.reasons.items())
    return {
        "publication_id": publication_id,
        "member_id": who.c.member_id,
        "unit_id": who.c.unit_id,
        "origin": sa.literal(origin.value),
        "state": sa.case((is_exempt, ObligationState.EXEMPT.value), else_=ObligationState.EXPECTED.value),
        "because": sa.case((issues, words.issuer), *because, else_=""),
        "version": version,
        "expected_at": sa.literal(now, obligations.c.expected_at.type),
        "changed_at": sa.literal(now, obligations.c.changed_at.type),
        "place": sa.literal(""),
        "witness": sa.literal(""),
        "reminders": sa.literal(0),
    }


def write_history(connection: Connection, broadcast: Broadcast, entry: Entry) -> int:
    """Append one line for each obligation that `ask` made; returns how many.

    The entry says who, through which door and when; the obligation's own columns are filled in here.
    """
    question = sa.select().where(
        obligations.c.publication_id == broadcast.publication_id,
        obligations.c.version == broadcast.version,
    )
    return _insert(connection, history, history_columns(entry), question)


def history_columns(entry: Entry) -> dict[str, sa.ColumnElement[Any]]:
    """The columns of one line of history for each new obligation, for an INSERT ... SELECT from these."""
    return {
        "at": sa.literal(entry.at, history.c.at.type),
        "actor_id": sa.literal(entry.actor_id, history.c.actor_id.type),
        "on_behalf_of": sa.literal(entry.on_behalf_of, history.c.on_behalf_of.type),
        "door": sa.literal(str(entry.door)),
        "address_id": sa.literal(entry.address_id, history.c.address_id.type),
        "thing": sa.literal("obligation"),
        "thing_id": obligations.c.id,
        "publication_id": obligations.c.publication_id,
        "member_id": obligations.c.member_id,
        "unit_id": obligations.c.unit_id,
        "from_state": sa.literal(""),
        "to_state": obligations.c.state,
        "version": obligations.c.version,
        "detail": sa.cast(obligations.c.origin, sa.String),
    }


def queue_cards(connection: Connection, broadcast: Broadcast, *, digest: DigestDays | None = None) -> int:
    """Owe everybody the rule covers a card at their first address, never to those on paper.

    Args:
        connection: the publishing transaction.
        broadcast: what goes out.
        digest: what comes by topic and asks nothing of anybody: those who want it in a digest have it put
            by for these days, instead of the card. None: everybody gets it at once.

    Returns:
        How many cards were queued.
    """
    who = covered(broadcast.audience, now=broadcast.now).subquery("who")
    prefix = f"pub:{broadcast.publication_id}:v{broadcast.version}:m"
    listed = sa.select(who.c.member_id).where(
        sa.not_(who.c.on_paper), who.c.member_id.not_in(broadcast.issued_by)
    )
    if digest is not None:
        digests.put_by(
            connection,
            publication_id=broadcast.publication_id,
            audience=broadcast.audience,
            issued_by=broadcast.issued_by,
            days=digest,
            now=broadcast.now,
        )
        listed = listed.where(~digests.is_put_by(broadcast.publication_id, who.c.member_id))
    let_off = sa.exists().where(
        obligations.c.publication_id == broadcast.publication_id,
        obligations.c.member_id == who.c.member_id,
        obligations.c.state == ObligationState.EXEMPT,
    )
    return _queue(
        connection,
        broadcast,
        listed.where(~let_off),
        once_key=(prefix, ":card"),
        fields={
            "purpose": Purpose.CARD,
            "urgency": broadcast.urgency,
            "repeat": broadcast.repeat,
            "rank": RANKS[broadcast.urgency],
        },
    )


def queue_progress(connection: Connection, broadcast: Broadcast, *, also: Collection[int]) -> int:
    """Owe a progress card to the committee's leaders, to the secretaries and deputies over units that
    have expected members, and to `also` (who drafted and approved it).

    Returns:
        How many were queued.
    """
    above = _units_above_the_expected(broadcast.publication_id)
    in_force = (role_grants.c.from_at <= broadcast.now) & (
        role_grants.c.until_at.is_(None) | (role_grants.c.until_at > broadcast.now)
    )
    of_a_unit = role_grants.c.role.in_((Role.SECRETARY, Role.DEPUTY_SECRETARY)) & role_grants.c.unit_id.in_(
        sa.select(above.c.id)
    )
    leads = sa.select(role_grants.c.member_id).where(
        in_force, of_a_unit | (role_grants.c.role == Role.COMMITTEE_LEADER)
    )
    listed = sa.select(members.c.id.label("member_id")).where(
        members.c.left_at.is_(None),
        sa.not_(members.c.on_paper),
        members.c.id.in_(leads) | members.c.id.in_(list(also)),
    )
    return _queue(
        connection,
        broadcast,
        listed,
        once_key=(f"pub:{broadcast.publication_id}:m", ":progress"),
        fields={
            "purpose": Purpose.PROGRESS,
            # Leaders are not called at night either; edits of a card that stands pass at any hour.
            "urgency": broadcast.urgency,
            "repeat": Repeat.ONCE,
            "rank": RANK_PROGRESS,
        },
    )


def _units_above_the_expected(publication_id: int) -> sa.CTE:
    expected = sa.select(obligations.c.unit_id).where(
        obligations.c.publication_id == publication_id, obligations.c.state == ObligationState.EXPECTED
    )
    climb = (
        sa.select(units.c.id, units.c.parent_id)
        .where(units.c.id.in_(expected))
        .cte("units_above", recursive=True)
    )
    parent = units.alias("parent")
    return climb.union(sa.select(parent.c.id, parent.c.parent_id).where(parent.c.id == climb.c.parent_id))


def _queue(
    connection: Connection,
    broadcast: Broadcast,
    listed: sa.Select[tuple[int]],
    *,
    once_key: tuple[str, str],
    fields: dict[str, Any],
) -> int:
    who, first = listed.subquery("listed"), first_addresses()
    before, after = once_key
    key = sa.literal(before).concat(sa.cast(who.c.member_id, sa.String)).concat(after)
    shared: dict[str, Any] = {
        **new_row_defaults(broadcast.machine),
        **fields,
        "publication_id": broadcast.publication_id,
        "version": broadcast.version,
        "lane": Lane.BROADCAST,
        "due_at": broadcast.machine,
    }
    columns: dict[str, Any] = {
        "once_key": key,
        "connection_id": first.c.connection_id,
        "address_id": first.c.address_id,
        "member_id": who.c.member_id,
        **{name: sa.literal(value, deliveries.c[name].type) for name, value in shared.items()},
    }
    question = (
        sa.select().join_from(who, first, first.c.member_id == who.c.member_id).order_by(who.c.member_id)
    )
    return _insert(connection, deliveries, columns, question)


def _insert(
    connection: Connection, table: sa.Table, columns: dict[str, Any], question: sa.Select[Any]
) -> int:
    rows = question.add_columns(*columns.values())
    return connection.execute(table.insert().from_select(list(columns), rows)).rowcount
