"""Cards that wait for a month with room: of which publications, and whether its publisher knows."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.rows import many
from storage.states import DeliveryState, Platform, PublicationState, Purpose, Reason
from storage.tables import connections, deliveries, publications, versions


@dataclass(frozen=True)
class Held:
    """A publication in force with cards that wait for a month with room.

    Args:
        publisher_id: who approved it, or else who drafted it.
        amount: how many people wait.
        goes_at: when the first of these may go (machine time).
        platform: where the first of these wait.
    """

    publication_id: int
    number: str
    title: str
    publisher_id: int
    due_at: datetime | None
    amount: int
    goes_at: datetime
    platform: Platform


def key_of(publication_id: int) -> str:
    """What the word to its publisher is called (pub:12:no-room)."""
    return f"pub:{publication_id}:no-room"


def untold(connection: Connection, connection_ids: Collection[int], *, now: datetime) -> list[Held]:
    """What asks for acknowledgement, has cards held on these, and nobody was told of, in order.

    Not while cards of it still go out there: who waits is known only then. `now` is machine time.
    """
    held = (deliveries.c.reason == Reason.QUOTA) & (deliveries.c.due_at > now)
    goes_out = deliveries.alias("goes_out")
    # Asked once: for each card that waits anew it would be asked of all the others.
    still_going = sa.select(goes_out.c.publication_id, goes_out.c.connection_id).where(
        goes_out.c.connection_id.in_(connection_ids),
        goes_out.c.state.in_((DeliveryState.QUEUED, DeliveryState.SENDING)),
        goes_out.c.message_id.is_(None),
        goes_out.c.purpose == Purpose.CARD,
        goes_out.c.publication_id.is_not(None),
        goes_out.c.due_at <= now,
    )
    where = sa.tuple_(deliveries.c.publication_id, deliveries.c.connection_id)
    publisher = sa.func.coalesce(publications.c.approved_by, publications.c.created_by)
    told = deliveries.alias("told")
    key = sa.literal("pub:") + sa.cast(publications.c.id, sa.String) + ":no-room"
    question = (
        sa.select(
            publications.c.id.label("publication_id"),
            versions.c.number,
            versions.c.title,
            publisher.label("publisher_id"),
            publications.c.due_at,
            sa.func.count(sa.distinct(deliveries.c.member_id)).label("amount"),
            sa.func.min(deliveries.c.due_at).label("goes_at"),
            sa.func.min(connections.c.platform).label("platform"),
        )
        .join(publications, publications.c.id == deliveries.c.publication_id)
        .join(
            versions,
            (versions.c.publication_id == publications.c.id) & (versions.c.version == publications.c.version),
        )
        .join(connections, connections.c.id == deliveries.c.connection_id)
        .where(
            deliveries.c.connection_id.in_(connection_ids),
            deliveries.c.state == DeliveryState.QUEUED,
            deliveries.c.message_id.is_(None),
            deliveries.c.purpose == Purpose.CARD,
            held,
            publications.c.state == PublicationState.IN_FORCE,
            publications.c.asks_acknowledgement,
            publisher.is_not(None),
            where.not_in(still_going.distinct()),
            ~sa.exists().where(told.c.once_key == key).correlate(publications),
        )
        .group_by(publications.c.id, versions.c.number, versions.c.title)
        .order_by(publications.c.id)
    )
    return many(connection, question, Held)
