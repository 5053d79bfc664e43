"""What is known of one publication and one member: whether and how it was sent, and what changed since.

Nothing here tells whether the member has acknowledged.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.chasing.ladders import NEXT_ADDRESS
from storage.publication.whom_it_concerns import Within, concerns_them
from storage.rows import many, one
from storage.states import DeliveryState, ObligationState, Origin, Platform, Purpose, Reason
from storage.tables import (
    addresses,
    attempts,
    connections,
    deliveries,
    digest_items,
    history,
    member_moves,
    members,
    obligations,
    publications,
    units,
    versions,
)


@dataclass(frozen=True)
class Listed:
    """One publication to ask about, withdrawn or not."""

    id: int
    number: str
    title: str
    published_at: datetime


def listed(
    connection: Connection, *, within: Within | None, number_key: str = "", limit: int, offset: int = 0
) -> list[Listed]:
    """Publications, the newest first; only those with that number if one is named."""
    newest = (versions.c.publication_id == publications.c.id) & (versions.c.version == publications.c.version)
    question = (
        sa.select(publications.c.id, versions.c.number, versions.c.title, publications.c.published_at)
        .join(versions, newest)
        .order_by(publications.c.id.desc())
        .limit(limit)
        .offset(offset)
    )
    if number_key:
        question = question.where(versions.c.number_key == number_key)
    return many(connection, question if within is None else question.where(concerns_them(within)), Listed)


def concerns(connection: Connection, publication_id: int, *, within: Within) -> bool:
    """Whether the publication is among those."""
    question = sa.select(publications.c.id).where(publications.c.id == publication_id, concerns_them(within))
    return connection.execute(question).first() is not None


@dataclass(frozen=True)
class Person:
    """Somebody who may be asked about, gone or not."""

    id: int
    full_name: str
    unit_id: int
    unit_name: str


def people_of(connection: Connection, unit_ids: Collection[int] | None) -> list[Person]:
    """Everybody of these units (None: of all) who is not erased, by given name."""
    question = (
        sa.select(members.c.id, members.c.full_name, members.c.unit_id, units.c.name.label("unit_name"))
        .join(units, units.c.id == members.c.unit_id)
        .where(members.c.erased_at.is_(None))
        .order_by(members.c.left_at.is_not(None), members.c.sort_key, members.c.id)
    )
    if unit_ids is not None:
        question = question.where(members.c.unit_id.in_(unit_ids), members.c.left_at.is_(None))
    return many(connection, question, Person)


@dataclass(frozen=True)
class Times:
    """When a member came and went."""

    joined_at: datetime
    left_at: datetime | None


def times_of(connection: Connection, member_id: int) -> Times | None:
    """When the member came onto the roster, and when they left it."""
    question = sa.select(members.c.joined_at, members.c.left_at).where(members.c.id == member_id)
    return one(connection, question, Times)


def unit_on(connection: Connection, member_id: int, day: date) -> int:
    """The member's unit on that office day: where the first move after it led away from, else today's."""
    moved_from = connection.execute(
        sa.select(member_moves.c.from_unit_id)
        .where(member_moves.c.member_id == member_id, member_moves.c.on_date > day)
        .order_by(member_moves.c.on_date, member_moves.c.id)
        .limit(1)
    ).scalar()
    if moved_from is not None:
        return int(moved_from)
    return int(connection.execute(sa.select(members.c.unit_id).where(members.c.id == member_id)).scalar_one())


@dataclass(frozen=True)
class Asked:
    """How the obligation came to be, and whether it stands outside the denominator; never more."""

    origin: Origin
    is_exempt: bool
    is_withdrawn: bool


def asked(connection: Connection, *, publication_id: int, member_id: int) -> Asked | None:
    """Whether the publication was asked of the member."""
    return one(
        connection,
        sa.select(
            obligations.c.origin,
            (obligations.c.state == ObligationState.EXEMPT).label("is_exempt"),
            (obligations.c.state == ObligationState.WITHDRAWN).label("is_withdrawn"),
        ).where(obligations.c.publication_id == publication_id, obligations.c.member_id == member_id),
        Asked,
    )


@dataclass(frozen=True)
class Sent:
    """One delivery of it.

    Args:
        stands: a message of it stands in the chat, whatever became of a later edit.
        first_at: when it was first tried with success or in doubt (machine time).
        due_at: not before this (machine time).
        because: it goes here for want of an answer elsewhere (`ladders.NEXT_ADDRESS`), or around what is out
            (a `Reason`); empty: neither.
    """

    purpose: Purpose
    platform: Platform
    state: DeliveryState
    reason: Reason | None
    stands: bool
    first_at: datetime | None
    due_at: datetime
    because: str = ""


def sent(connection: Connection, *, publication_id: int, member_id: int) -> list[Sent]:
    """The cards of it for the member, and the digest or the message for newcomers that had it."""
    card = (deliveries.c.publication_id == publication_id) & (deliveries.c.purpose == Purpose.CARD)
    taken = (
        sa.select(deliveries.c.subject)
        .join(digest_items, digest_items.c.delivery_id == deliveries.c.id)
        .where(digest_items.c.publication_id == publication_id, digest_items.c.member_id == member_id)
    )
    of_nothing = deliveries.c.publication_id.is_(None)
    digest = of_nothing & (deliveries.c.purpose == Purpose.DIGEST) & deliveries.c.subject.in_(taken)
    newcomers = sa.exists().where(
        obligations.c.publication_id == publication_id,
        obligations.c.member_id == member_id,
        obligations.c.origin == Origin.JOINED_LATER,
        obligations.c.id <= deliveries.c.subject,
    )
    induction = of_nothing & (deliveries.c.purpose == Purpose.INDUCTION) & newcomers
    first_at = (
        sa.select(sa.func.min(attempts.c.started_at))
        .where(attempts.c.delivery_id == deliveries.c.id, attempts.c.outcome.in_(("sent", "maybe")))
        .scalar_subquery()
    )
    return many(
        connection,
        sa.select(
            deliveries.c.purpose,
            connections.c.platform,
            deliveries.c.state,
            deliveries.c.reason,
            deliveries.c.message_id.is_not(None).label("stands"),
            first_at.label("first_at"),
            deliveries.c.due_at,
            sa.func.coalesce(_because(), "").label("because"),
        )
        .join(connections, connections.c.id == deliveries.c.connection_id)
        .where(
            deliveries.c.member_id == member_id,
            # Further parts of a long text go with their first.
            deliveries.c.after_id.is_(None),
            card | digest | induction,
        )
        .order_by(deliveries.c.id),
        Sent,
    )


def _because() -> sa.ScalarSelect[str]:
    return (
        sa.select(history.c.detail)
        .where(
            history.c.thing == "delivery",
            history.c.thing_id == deliveries.c.id,
            history.c.detail.in_((NEXT_ADDRESS, Reason.OUTAGE.value)),
        )
        .order_by(history.c.id.desc())
        .limit(1)
        .correlate(deliveries)
        .scalar_subquery()
    )


def waits_for_digest(connection: Connection, *, publication_id: int, member_id: int) -> date | None:
    """The day of the digest that it waits for, if it does."""
    day: date | None = connection.execute(
        sa.select(digest_items.c.due_on).where(
            digest_items.c.publication_id == publication_id,
            digest_items.c.member_id == member_id,
            digest_items.c.delivery_id.is_(None),
        )
    ).scalar_one_or_none()
    return day


def has_conversation(connection: Connection, member_id: int) -> bool:
    """Whether any conversation ever stood for the member."""
    return bool(connection.execute(sa.select(sa.exists().where(addresses.c.member_id == member_id))).scalar())


def topic_changed_after(
    connection: Connection, *, topic_id: int, member_id: int, after: datetime
) -> datetime | None:
    """When what holds of the topic, or the member's choice, was first changed after that moment."""
    settings = (history.c.thing.in_(("topic", "topic_setting"))) & history.c.detail.not_in(
        ("renamed", "moved")
    )
    choice = (history.c.thing == "subscription") & (history.c.member_id == member_id)
    moment: datetime | None = connection.execute(
        sa.select(sa.func.min(history.c.at)).where(
            history.c.at > after, history.c.thing_id == topic_id, settings | choice
        )
    ).scalar_one()
    return moment
