"""What is in force already, asked of those who came later: flat in memory, a few statements for each rule."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.audience.audiences import covered, first_addresses
from storage.audience.rules import Audience
from storage.delivery.deliveries import RANKS, new_row_defaults
from storage.history import Entry
from storage.organisation.exemptions import from_everything
from storage.publication.broadcasts import Words, asking_columns, history_columns
from storage.rows import insert_once
from storage.states import Lane, ObligationState, Origin, PublicationState, Purpose, Repeat, Urgency
from storage.tables import deliveries, history, members, obligations, publications, role_grants, versions


@dataclass(frozen=True)
class Late:
    """A run of asking: which of these members' obligations are new.

    Args:
        member_ids: of whom, at most as many as an engine takes in one statement.
        after_id: obligations with larger numbers are new.
        now: office time.
    """

    member_ids: Collection[int]
    after_id: int
    now: datetime

    @property
    def new_ones(self) -> sa.ColumnElement[bool]:
        """Holds for the obligations that this run made."""
        return sa.and_(obligations.c.id > self.after_id, obligations.c.member_id.in_(self.member_ids))


def rules_in_force(connection: Connection) -> dict[Audience, list[int]]:
    """The publications that ask for acknowledgement and stand, by the rule of their audience.

    Those that are halted too: their cards are held back until they go on.
    """
    rows = connection.execute(
        sa.select(publications.c.id, publications.c.audience)
        .where(publications.c.state != PublicationState.WITHDRAWN, publications.c.asks_acknowledgement)
        .order_by(publications.c.id)
    )
    found: dict[Audience, list[int]] = defaultdict(list)
    for row in rows:
        found[Audience.of(row.audience)].append(row.id)
    return found


def new_holders(
    connection: Connection, audience: Audience, publication_ids: Collection[int], *, now: datetime
) -> set[int]:
    """Whom the rule covers by a role that they hold since after one of these went out, and who was not asked.

    Args:
        connection: of the transaction.
        audience: a rule with roles.
        publication_ids: what was published by it.
        now: office time.
    """
    who = covered(audience, now=now).subquery("who")
    asked = sa.exists().where(
        obligations.c.publication_id == publications.c.id, obligations.c.member_id == who.c.member_id
    )
    question = (
        sa.select(who.c.member_id)
        .join(role_grants, role_grants.c.member_id == who.c.member_id)
        .join(publications, publications.c.id.in_(publication_ids))
        .where(
            role_grants.c.role.in_(audience.roles),
            role_grants.c.from_at <= now,
            role_grants.c.from_at > publications.c.published_at,
            sa.or_(role_grants.c.until_at.is_(None), role_grants.c.until_at > now),
            ~asked,
        )
    )
    return set(connection.execute(question).scalars())


def begin(connection: Connection, member_ids: Collection[int], *, now: datetime) -> Late:
    """Remember where the new obligations will begin."""
    last = connection.execute(sa.select(sa.func.coalesce(sa.func.max(obligations.c.id), 0))).scalar_one()
    return Late(member_ids, last, now)


def ask(
    connection: Connection, late: Late, audience: Audience, publication_ids: Collection[int], *, words: Words
) -> None:
    """Ask these publications of whom the rule covers now and who was never asked."""
    who = covered(audience, now=late.now).where(members.c.id.in_(late.member_ids)).subquery("who")
    let_off = from_everything(late.now)
    asked = sa.exists().where(
        obligations.c.publication_id == publications.c.id, obligations.c.member_id == who.c.member_id
    )
    columns = asking_columns(
        publication_id=publications.c.id,
        version=publications.c.version,
        who=who,
        issues=sa.or_(
            who.c.member_id == sa.func.coalesce(publications.c.approved_by, 0),
            who.c.member_id == sa.func.coalesce(publications.c.signatory_id, 0),
        ),
        let_off=let_off,
        origin=Origin.JOINED_LATER,
        words=words,
        now=late.now,
    )
    question = (
        sa.select(*columns.values())
        .select_from(
            who.join(publications, publications.c.id.in_(publication_ids)).outerjoin(
                let_off, let_off.c.member_id == who.c.member_id
            )
        )
        .where(~asked)
        .order_by(publications.c.id, who.c.member_id)
    )
    connection.execute(insert_once(connection, obligations).from_select(list(columns), question))


def amount(connection: Connection, late: Late) -> int:
    """How many obligations this run made."""
    return int(
        connection.execute(sa.select(sa.func.count(obligations.c.id)).where(late.new_ones)).scalar_one()
    )


def write_history(connection: Connection, late: Late, entry: Entry) -> None:
    """Append one line for each new obligation; the entry says who, through which door and when."""
    columns = history_columns(entry)
    question = sa.select(*columns.values()).where(late.new_ones).order_by(obligations.c.id)
    connection.execute(history.insert().from_select(list(columns), question))


def set_fair_dues(connection: Connection, late: Late, *, few: datetime, many: datetime, few_are: int) -> None:
    """Give each member time: until `few`, or until `many` where more than `few_are` are asked at once.

    A publication that is due later than that keeps its date; one without a date gets none.
    """
    crowded = _members_with(late, sa.func.count() > few_are)
    for due_at, whose in (
        (few, obligations.c.member_id.not_in(crowded)),
        (many, obligations.c.member_id.in_(crowded)),
    ):
        sooner = sa.select(publications.c.id).where(publications.c.due_at < due_at)
        connection.execute(
            obligations.update()
            .where(late.new_ones, whose, obligations.c.publication_id.in_(sooner))
            .values(due_at=due_at)
        )


def _members_with(late: Late, amount: sa.ColumnElement[bool]) -> sa.Select[Any]:
    return (
        sa.select(obligations.c.member_id)
        .where(late.new_ones, obligations.c.state == ObligationState.EXPECTED)
        .group_by(obligations.c.member_id)
        .having(amount)
    )


def queue_cards(connection: Connection, late: Late, *, at_most: int, machine: datetime) -> None:
    """Owe a card of each new publication to those who are asked few at once and can be written to."""
    first = first_addresses()
    few = _members_with(late, sa.func.count() <= at_most)
    normal = versions.c.urgency == Urgency.NORMAL
    key = _joined("pub:", obligations.c.publication_id, ":v", publications.c.version, ":m", _MEMBER, ":card")
    columns: Mapping[str, Any] = {
        "once_key": key,
        "connection_id": first.c.connection_id,
        "address_id": first.c.address_id,
        "member_id": _MEMBER,
        "publication_id": obligations.c.publication_id,
        "version": publications.c.version,
        "urgency": versions.c.urgency,
        "repeat": sa.case((normal, Repeat.ONCE.value), else_=Repeat.THREE_TIMES.value),
        "rank": sa.case(
            *((versions.c.urgency == urgency, rank) for urgency, rank in RANKS.items()),
            else_=RANKS[Urgency.NORMAL],
        ),
        **_shared(machine, Purpose.CARD),
    }
    question = (
        sa.select(*columns.values())
        .select_from(
            obligations.join(publications, publications.c.id == obligations.c.publication_id)
            .join(
                versions,
                (versions.c.publication_id == publications.c.id)
                & (versions.c.version == publications.c.version),
            )
            .join(first, first.c.member_id == obligations.c.member_id)
            .join(members, members.c.id == obligations.c.member_id)
        )
        .where(
            late.new_ones,
            obligations.c.state == ObligationState.EXPECTED,
            members.c.on_paper.is_(False),
            obligations.c.member_id.in_(few),
        )
        .order_by(obligations.c.id)
    )
    connection.execute(insert_once(connection, deliveries).from_select(list(columns), question))


def queue_inductions(connection: Connection, late: Late, *, more_than: int, machine: datetime) -> None:
    """Owe one message about everything to those who are asked more at once and can be written to."""
    first = first_addresses()
    newest = sa.func.max(obligations.c.id)
    key = induction_key(_MEMBER, newest, first.c.address_id)
    columns: Mapping[str, Any] = {
        "once_key": key,
        "connection_id": first.c.connection_id,
        "address_id": first.c.address_id,
        "member_id": _MEMBER,
        "subject": newest,
        "urgency": sa.literal(Urgency.NORMAL.value),
        "repeat": sa.literal(Repeat.ONCE.value),
        "rank": sa.literal(RANKS[Urgency.NORMAL]),
        **_shared(machine, Purpose.INDUCTION),
    }
    question = (
        sa.select(*columns.values())
        .select_from(
            obligations.join(first, first.c.member_id == obligations.c.member_id).join(
                members, members.c.id == obligations.c.member_id
            )
        )
        .where(
            late.new_ones,
            obligations.c.state == ObligationState.EXPECTED,
            members.c.on_paper.is_(False),
        )
        .group_by(_MEMBER, first.c.address_id, first.c.connection_id)
        .having(sa.func.count() > more_than)
    )
    connection.execute(insert_once(connection, deliveries).from_select(list(columns), question))


_MEMBER = obligations.c.member_id


def induction_key(
    member_id: sa.ColumnElement[int], newest: sa.ColumnElement[int], address_id: sa.ColumnElement[int]
) -> sa.ColumnElement[str]:
    """The `once_key` of the message about all obligations up to the newest (induction:m7:o31:a5)."""
    return _joined("induction:m", member_id, ":o", newest, ":a", address_id)


def _joined(*parts: str | sa.ColumnElement[Any]) -> sa.ColumnElement[str]:
    whole: sa.ColumnElement[str] = sa.literal("")
    for part in parts:
        piece = sa.literal(part) if isinstance(part, str) else sa.cast(part, sa.String)
        whole = whole.concat(piece)
    return whole


def _shared(machine: datetime, purpose: Purpose) -> dict[str, sa.ColumnElement[Any]]:
    values = {
        **new_row_defaults(machine),
        "purpose": purpose,
        "lane": Lane.BROADCAST,
        "due_at": machine,
    }
    return {name: sa.literal(value, deliveries.c[name].type) for name, value in values.items()}
