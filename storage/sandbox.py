"""What the page of the sandbox asks of the whole house: who is there, and where the story stands."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.rows import many, one
from storage.states import (
    DeliveryState,
    DraftState,
    Lane,
    Platform,
    PublicationState,
    Purpose,
    QuestionState,
    Urgency,
)
from storage.tables import addresses, deliveries, drafts, publications, questions, versions


@dataclass(frozen=True)
class PageAddress:
    """A member's conversation on the page."""

    id: int
    member_id: int
    chat_id: str
    shown_as: Platform | None


def page_addresses(connection: Connection, connection_id: int) -> list[PageAddress]:
    """The conversations of members on this connection, the first of each member only."""
    columns = (addresses.c[name] for name in PageAddress.__dataclass_fields__)
    question = (
        sa.select(*columns)
        .where(
            addresses.c.connection_id == connection_id,
            addresses.c.member_id.is_not(None),
            ~addresses.c.is_group,
        )
        .order_by(addresses.c.preference, addresses.c.id)
    )
    first: dict[int, PageAddress] = {}
    for found in many(connection, question, PageAddress):
        first.setdefault(found.member_id, found)
    return list(first.values())


@dataclass(frozen=True)
class DraftLine:
    """A draft on its way."""

    id: int
    state: DraftState
    number: str
    title: str
    created_at: datetime
    publish_at: datetime | None


def newest_draft(connection: Connection) -> DraftLine | None:
    """The draft that is on its way; what waits for a person comes before what is only begun."""
    columns = (drafts.c[name] for name in DraftLine.__dataclass_fields__)
    on_its_way = (DraftState.SUBMITTED, DraftState.OPEN, DraftState.SCHEDULED)
    order = sa.case({state: rank for rank, state in enumerate(on_its_way)}, value=drafts.c.state)
    return one(
        connection,
        sa.select(*columns)
        .where(drafts.c.state.in_(on_its_way))
        .order_by(order, drafts.c.id.desc())
        .limit(1),
        DraftLine,
    )


@dataclass(frozen=True)
class PublicationLine:
    """A publication that asks for acknowledgement."""

    id: int
    number: str
    title: str
    published_at: datetime
    due_at: datetime | None


def newest_publication(connection: Connection) -> PublicationLine | None:
    """The newest publication in force that asks for acknowledgement."""
    return one(
        connection,
        sa.select(
            publications.c.id,
            versions.c.number,
            versions.c.title,
            publications.c.published_at,
            publications.c.due_at,
        )
        .join(
            versions,
            (versions.c.publication_id == publications.c.id) & (versions.c.version == publications.c.version),
        )
        .where(publications.c.state == PublicationState.IN_FORCE, publications.c.asks_acknowledgement)
        .order_by(publications.c.published_at.desc(), publications.c.id.desc())
        .limit(1),
        PublicationLine,
    )


def waiting_questions(connection: Connection, publication_id: int) -> list[int]:
    """The units of the questions about this publication that nobody has answered yet, oldest first."""
    return list(
        connection.execute(
            sa.select(questions.c.unit_id)
            .where(questions.c.publication_id == publication_id, questions.c.state == QuestionState.WAITING)
            .order_by(questions.c.id)
        ).scalars()
    )


def card_message(connection: Connection, *, publication_id: int, member_id: int) -> str:
    """The id of the message that is the member's newest card of the publication; empty without one."""
    found = connection.execute(
        sa.select(deliveries.c.message_id)
        .where(
            deliveries.c.publication_id == publication_id,
            deliveries.c.member_id == member_id,
            deliveries.c.purpose == Purpose.CARD,
            deliveries.c.message_id.is_not(None),
        )
        .order_by(deliveries.c.id.desc())
        .limit(1)
    ).scalar_one_or_none()
    return found or ""


def held(connection: Connection, *, now: datetime, closed: Collection[Urgency]) -> dict[Urgency, int]:
    """How many messages wait for sending hours, by urgency.

    Args:
        connection: inside a transaction.
        now: machine time; what is due later does not wait for hours.
        closed: the urgencies whose hours are not open.
    """
    rows = connection.execute(
        sa.select(deliveries.c.urgency, sa.func.count().label("amount"))
        .where(
            deliveries.c.state == DeliveryState.QUEUED,
            deliveries.c.lane == Lane.BROADCAST,
            deliveries.c.due_at <= now,
            deliveries.c.urgency.in_(closed),
        )
        .group_by(deliveries.c.urgency)
    )
    return {row.urgency: row.amount for row in rows}
