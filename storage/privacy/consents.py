"""Consents: who agreed to what, in which words, when and from where; rows are ended, never removed."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.rows import many
from storage.states import ConsentPurpose
from storage.tables import consents


@dataclass(frozen=True)
class Consent:
    """One purpose that a member agreed to."""

    id: int
    purpose: str
    text_version: str
    address_id: int
    given_at: datetime
    withdrawn_at: datetime | None


_CONSENT = tuple(consents.c[name] for name in Consent.__dataclass_fields__)


def record_consents(
    connection: Connection,
    *,
    member_id: int,
    purposes: Collection[str],
    text_version: str,
    address_id: int,
    now: datetime,
) -> None:
    """Record who agreed to what, in which words, when and from where: one row a purpose."""
    if not purposes:
        return
    shared = {"member_id": member_id, "text_version": text_version, "address_id": address_id, "given_at": now}
    connection.execute(consents.insert(), [shared | {"purpose": purpose} for purpose in purposes])


def consents_of(connection: Connection, member_id: int) -> list[Consent]:
    """What the member agreed to, ended or not, in order."""
    question = sa.select(*_CONSENT).where(consents.c.member_id == member_id).order_by(consents.c.id)
    return many(connection, question, Consent)


def end_consents(
    connection: Connection, *, member_id: int, purposes: Collection[str], now: datetime
) -> list[Consent]:
    """End the member's consents to these purposes; those that were in force, in order."""
    ended = [
        one
        for one in consents_of(connection, member_id)
        if one.withdrawn_at is None and one.purpose in purposes
    ]
    connection.execute(
        consents.update().where(consents.c.id.in_([one.id for one in ended])).values(withdrawn_at=now)
    )
    return ended


def without(purpose: ConsentPurpose, member_id: sa.ColumnElement[int]) -> sa.ColumnElement[bool]:
    """Whether this member answered the question of consent and does not agree to the purpose (any more).

    For a WHERE clause; `member_id` is a column of the question around it. Nobody is bound to a conversation
    without having answered; who never did (their word comes on paper) is not among them.
    """
    asked, agreed = consents.alias("asked"), consents.alias("agreed")
    return sa.and_(
        sa.exists().where(asked.c.member_id == member_id),
        ~sa.exists().where(
            agreed.c.member_id == member_id, agreed.c.purpose == purpose, agreed.c.withdrawn_at.is_(None)
        ),
    )


def members_without(connection: Connection, purpose: ConsentPurpose) -> frozenset[int]:
    """Those whom `without` is true of."""
    question = sa.select(consents.c.member_id).where(without(purpose, consents.c.member_id))
    return frozenset(connection.execute(question.distinct()).scalars())


def withholds(connection: Connection, member_id: int, purpose: ConsentPurpose) -> bool:
    """As `without`, of one member."""
    given = consents_of(connection, member_id)
    return bool(given) and not any(one.purpose == purpose and one.withdrawn_at is None for one in given)
