"""Who hears of a correction by a message of their own, because what they were sent cannot be edited."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.audience.audiences import first_addresses
from storage.delivery.deliveries import RANKS, new_row_defaults
from storage.publication.reaching import arrived, reached
from storage.publication.withdrawal_news import going_out
from storage.states import DeliveryState, Lane, Purpose, Repeat, Urgency
from storage.tables import deliveries, members


@dataclass(frozen=True)
class News:
    """Telling of a minor correction.

    Args:
        version: the one that stands from now on.
        unedited: the connections on which nothing that was said can be changed.
        now: machine time.
    """

    publication_id: int
    version: int
    urgency: Urgency
    unedited: Collection[int]
    now: datetime


def how_many(connection: Connection, publication_id: int, *, unedited: Collection[int]) -> int:
    """How many would be told of a minor correction now, those connections being such as cannot edit."""
    who, first = _who(publication_id, unedited), first_addresses()
    question = sa.select(sa.func.count()).select_from(members).join(first, first.c.member_id == members.c.id)
    return int(connection.execute(question.where(*who)).scalar_one()) if unedited else 0


def queue(connection: Connection, news: News) -> int:
    """Tell each of them once, behind a card that is going out just now; how many."""
    if not news.unedited:
        return 0
    first = first_addresses()
    key = sa.literal(f"pub:{news.publication_id}:v{news.version}:m").concat(sa.cast(members.c.id, sa.String))
    shared: dict[str, Any] = {
        **new_row_defaults(news.now),
        "purpose": Purpose.PUBLICATION_CHANGE,
        "publication_id": news.publication_id,
        "version": news.version,
        # A row that tells of the end has none.
        "subject": news.version,
        "urgency": news.urgency,
        "repeat": Repeat.ONCE,
        "rank": RANKS[news.urgency],
        "lane": Lane.BROADCAST,
        "due_at": news.now,
    }
    columns: dict[str, Any] = {
        "once_key": key.concat(":corrected"),
        "connection_id": first.c.connection_id,
        "address_id": first.c.address_id,
        "member_id": members.c.id,
        "after_id": going_out(news.publication_id),
        **{name: sa.literal(value, deliveries.c[name].type) for name, value in shared.items()},
    }
    question = (
        sa.select(*columns.values())
        .join_from(members, first, first.c.member_id == members.c.id)
        .where(*_who(news.publication_id, news.unedited))
        .order_by(members.c.id)
    )
    # PostgreSQL's count of an INSERT is kept only when asked for.
    adding = deliveries.insert().from_select(list(columns), question)
    return connection.execute(adding.execution_options(preserve_rowcount=True)).rowcount


def has_card_to_come(connection: Connection, *, publication_id: int, member_id: int) -> bool:
    """Whether a card of it waits for the member: it says what the newest version says."""
    waits = sa.exists().where(
        deliveries.c.publication_id == publication_id,
        deliveries.c.member_id == member_id,
        deliveries.c.purpose == Purpose.CARD,
        deliveries.c.state == DeliveryState.QUEUED,
        deliveries.c.message_id.is_(None),
        deliveries.c.maybe_count == 0,
    )
    return bool(connection.execute(sa.select(waits)).scalar())


def _who(publication_id: int, unedited: Collection[int]) -> tuple[sa.ColumnElement[bool], ...]:
    """Whom it had reached where it cannot be edited: by a card, or without any by their first address."""
    of_it = (deliveries.c.publication_id == publication_id, deliveries.c.purpose == Purpose.CARD)
    there = arrived() | (deliveries.c.state == DeliveryState.SENDING)
    any_card = sa.select(deliveries.c.member_id).where(*of_it, deliveries.c.member_id.is_not(None), there)
    stands = any_card.where(deliveries.c.connection_id.in_(unedited))
    first = first_addresses()
    by_way = sa.select(first.c.member_id).where(first.c.connection_id.in_(unedited))
    return (
        members.c.id.in_(reached(publication_id)),
        members.c.left_at.is_(None),
        sa.not_(members.c.on_paper),
        members.c.id.in_(stands) | (members.c.id.in_(by_way) & members.c.id.not_in(any_card)),
    )
