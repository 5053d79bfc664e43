"""Deliveries for which a connection's month has no room: what comes before them, letting them go again."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.delivery.kept_back import Compulsory
from storage.states import AddressState, DeliveryState, Lane, PublicationState, Purpose, Reason, Urgency
from storage.tables import addresses, deliveries, publications

_IS_HALTED = (
    sa.exists()
    .where(
        publications.c.id == deliveries.c.publication_id,
        publications.c.state == PublicationState.HALTED,
        deliveries.c.purpose == Purpose.CARD,
    )
    .correlate(deliveries)
)


def compulsory_waiting(
    connection: Connection, connection_id: int, first: Compulsory, *, before: datetime, most: int
) -> int:
    """How many that come first are queued there for before that moment (machine time), at most `most`.

    Edits of what stands in a chat cost no message; cards of what is halted do not go out.
    """
    queued = (
        sa.select(deliveries.c.id)
        .where(
            *_new_messages(connection_id),
            deliveries.c.due_at < before,
            first.fits,
            ~_IS_HALTED,
        )
        .limit(most)
        .subquery("queued")
    )
    return int(connection.execute(sa.select(sa.func.count()).select_from(queued)).scalar_one())


def queued(connection: Connection, publication_id: int, *, purpose: Purpose) -> dict[int, int]:
    """How many new messages of that purpose about the publication are queued on each connection."""
    question = (
        sa.select(deliveries.c.connection_id, sa.func.count().label("amount"))
        .where(
            deliveries.c.publication_id == publication_id,
            deliveries.c.purpose == purpose,
            deliveries.c.state == DeliveryState.QUEUED,
            deliveries.c.message_id.is_(None),
        )
        .group_by(deliveries.c.connection_id)
    )
    return {row.connection_id: row.amount for row in connection.execute(question)}


def held(connection: Connection, connection_id: int, *, now: datetime) -> int:
    """How many wait there for a month with room (machine time)."""
    question = sa.select(sa.func.count()).where(*_held(connection_id, now))
    return int(connection.execute(question).scalar_one())


def is_any_due(connection: Connection, connection_id: int, *, now: datetime) -> bool:
    """Whether a new message could go out there now (machine time)."""
    question = sa.select(deliveries.c.id).where(
        *_new_messages(connection_id), deliveries.c.due_at <= now, ~_IS_HALTED
    )
    return connection.execute(question.limit(1)).first() is not None


def ordinary_due(
    connection: Connection, connection_id: int, first: Compulsory, *, now: datetime, most: int
) -> int:
    """How many that do not come first could go out there now (machine time), at most `most`."""
    queued = (
        sa.select(deliveries.c.id)
        .where(*_new_messages(connection_id), deliveries.c.due_at <= now, sa.not_(first.fits))
        .limit(most)
        .subquery("queued")
    )
    return int(connection.execute(sa.select(sa.func.count()).select_from(queued)).scalar_one())


@dataclass(frozen=True)
class Later:
    """Until when ordinary deliveries are put off, and which.

    Args:
        now: only what is due by now (machine time).
        until: to this moment (machine time).
        worth_until: not what is worthless by then (the same moment, office time).
        keeps: purposes that are still worth something then.
        goes_elsewhere: those for which another address of the member is looked for.
        others: connections on which such an address counts.
    """

    now: datetime
    until: datetime
    worth_until: datetime
    keeps: Collection[Purpose]
    goes_elsewhere: Collection[Purpose]
    others: Collection[int]


def put_off(connection: Connection, connection_id: int, first: Compulsory, later: Later) -> int:
    """Put off what else is ordinary and due there and has no other way; how many.

    Taking each of them into hand only to put it back would cost the compulsory ones behind it a token each.
    """
    another = sa.exists().where(
        addresses.c.member_id == deliveries.c.member_id,
        addresses.c.state == AddressState.ACTIVE,
        addresses.c.is_group.is_(False),
        addresses.c.connection_id.in_(later.others),
    )
    has_another = (
        deliveries.c.purpose.in_(later.goes_elsewhere)
        & deliveries.c.content.is_(None)
        & another.correlate(deliveries)
    )
    some = (
        sa.select(deliveries.c.id)
        .where(
            *_new_messages(connection_id),
            deliveries.c.lane == Lane.BROADCAST,
            deliveries.c.urgency == Urgency.NORMAL,
            deliveries.c.due_at <= later.now,
            deliveries.c.expires_at.is_(None) | (deliveries.c.expires_at > later.worth_until),
            deliveries.c.purpose.in_(later.keeps),
            sa.not_(first.fits),
            sa.not_(has_another),
        )
        # Another sender's rows are left to it: two that wait for each other's would end in a deadlock.
        .with_for_update(skip_locked=True)
    )
    return connection.execute(
        deliveries.update().where(deliveries.c.id.in_(some)).values(due_at=later.until, reason=Reason.QUOTA)
    ).rowcount


def let_go(
    connection: Connection,
    connection_id: int,
    first: Compulsory,
    *,
    comes_first: bool,
    now: datetime,
    most: int,
) -> int:
    """Let some of those held there be looked at now, in their order (machine time).

    Args:
        connection: in a transaction.
        connection_id: where.
        first: which come first.
        comes_first: those, or the others.
        now: machine time.
        most: at most so many.

    Returns:
        How many.
    """
    some = (
        sa.select(deliveries.c.id)
        .where(*_held(connection_id, now), first.fits if comes_first else sa.not_(first.fits))
        .order_by(deliveries.c.rank, deliveries.c.id)
        .limit(most)
        # A sender's rows are left to it: two that wait for each other's would end in a deadlock.
        .with_for_update(skip_locked=True)
    )
    return connection.execute(
        deliveries.update().where(deliveries.c.id.in_(some)).values(due_at=now, reason=None)
    ).rowcount


def look_at_again(connection: Connection, member_id: int, *, now: datetime) -> int:
    """Let what is held for the member anywhere be looked at now: there is another way to them; how many."""
    own = (
        deliveries.c.member_id == member_id,
        deliveries.c.state == DeliveryState.QUEUED,
        deliveries.c.message_id.is_(None),
        deliveries.c.reason == Reason.QUOTA,
        deliveries.c.due_at > now,
    )
    some = sa.select(deliveries.c.id).where(*own).with_for_update(skip_locked=True)
    return connection.execute(
        deliveries.update().where(deliveries.c.id.in_(some)).values(due_at=now, reason=None)
    ).rowcount


def forget_skipped(connection: Connection, connection_id: int, *, now: datetime) -> None:
    """There is room again: what was skipped for want of it keeps the same thing from there no longer."""
    some = (
        sa.select(deliveries.c.id)
        .where(
            deliveries.c.connection_id == connection_id,
            deliveries.c.state == DeliveryState.SKIPPED,
            deliveries.c.reason == Reason.QUOTA,
            deliveries.c.due_at > now,
        )
        .with_for_update(skip_locked=True)
    )
    connection.execute(deliveries.update().where(deliveries.c.id.in_(some)).values(due_at=now))


def answers_since(
    connection: Connection, address_id: int, *, since: datetime, detail: str | None = None
) -> int:
    """How many answers went to this conversation since then (machine time), with that detail if any."""
    question = sa.select(sa.func.count()).where(
        deliveries.c.address_id == address_id,
        deliveries.c.purpose == Purpose.REPLY,
        deliveries.c.sent_at >= since,
    )
    if detail is not None:
        question = question.where(deliveries.c.detail == detail)
    return int(connection.execute(question).scalar_one())


def _new_messages(connection_id: int) -> tuple[sa.ColumnElement[bool], ...]:
    return (
        deliveries.c.connection_id == connection_id,
        deliveries.c.state == DeliveryState.QUEUED,
        deliveries.c.message_id.is_(None),
    )


def _held(connection_id: int, now: datetime) -> tuple[sa.ColumnElement[bool], ...]:
    return (*_new_messages(connection_id), deliveries.c.reason == Reason.QUOTA, deliveries.c.due_at > now)
