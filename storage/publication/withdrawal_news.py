"""Who has to hear that a publication no longer stands: exactly those whom it had reached, once."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.audience.audiences import first_addresses
from storage.delivery.deliveries import RANKS, new_row_defaults
from storage.publication.reaching import arrived, reached
from storage.states import DeliveryState, Lane, Purpose, Repeat, Urgency
from storage.tables import deliveries, digest_items, members


def how_many_reached(connection: Connection, publication_id: int) -> int:
    """How many members would have to hear of it."""
    who = reached(publication_id).subquery("who")
    return int(connection.execute(sa.select(sa.func.count()).select_from(who)).scalar_one())


@dataclass(frozen=True)
class News:
    """Telling that a publication no longer stands.

    Args:
        version: the one that stood last.
        replaced_by: whoever has, or gets, that one's card is not told of this.
        now: machine time.
    """

    publication_id: int
    version: int
    urgency: Urgency
    replaced_by: int | None
    now: datetime


def queue_news(connection: Connection, news: News) -> int:
    """Tell each member whom it had reached, once, behind a card that is going out just now.

    Before `call_off`: a copy that waits says that a first one may have arrived.

    Returns:
        How many are told.
    """
    publication_id, first = news.publication_id, first_addresses()
    whose = [
        members.c.id.in_(reached(publication_id)),
        members.c.left_at.is_(None),
        sa.not_(members.c.on_paper),
    ]
    if news.replaced_by is not None:
        whose += [members.c.id.not_in(_heard_of(news.replaced_by))]
    key = sa.literal(f"pub:{publication_id}:m").concat(sa.cast(members.c.id, sa.String))
    columns = {
        "once_key": key.concat(":withdrawn"),
        "connection_id": first.c.connection_id,
        "address_id": first.c.address_id,
        "member_id": members.c.id,
        "after_id": going_out(publication_id),
        **_shared(news),
    }
    question = (
        sa.select(*columns.values())
        .join_from(members, first, first.c.member_id == members.c.id)
        .where(*whose)
        .order_by(members.c.id)
    )
    return _insert(connection, columns, question)


def going_out(publication_id: int) -> sa.ScalarSelect[int]:
    """A card in a worker's hand, where no other has arrived: should it fail, there is nothing to tell."""
    card, other = deliveries.alias("card"), deliveries.alias("elsewhere")
    of_it = (card.c.publication_id == publication_id, card.c.purpose == Purpose.CARD)
    there = (
        sa.exists()
        .where(
            other.c.publication_id == publication_id,
            other.c.member_id == members.c.id,
            other.c.purpose == Purpose.CARD,
            other.c.message_id.is_not(None)
            | other.c.state.in_((DeliveryState.SENT, DeliveryState.MAYBE, DeliveryState.UNKNOWN)),
        )
        .correlate(members)
    )
    return (
        sa.select(sa.func.max(card.c.id))
        .where(
            *of_it,
            card.c.member_id == members.c.id,
            card.c.after_id.is_(None),
            card.c.state == DeliveryState.SENDING,
            ~there,
        )
        .correlate(members)
        .scalar_subquery()
    )


def _heard_of(publication_id: int) -> sa.Select[Any]:
    card = sa.select(deliveries.c.member_id).where(
        deliveries.c.publication_id == publication_id,
        deliveries.c.purpose == Purpose.CARD,
        deliveries.c.member_id.is_not(None),
    )
    digest = sa.select(digest_items.c.member_id).where(digest_items.c.publication_id == publication_id)
    return sa.select(sa.union(card, digest).subquery("heard").c.member_id)


def queue_group_news(connection: Connection, news: News) -> int:
    """Tell the group chats that had a card of it; not those that get one of what takes its place."""
    told = deliveries.alias("told")
    its = sa.select(
        told.c.address_id, sa.func.max(told.c.connection_id), sa.func.max(told.c.subject).label("subject")
    ).where(
        told.c.publication_id == news.publication_id,
        told.c.purpose == Purpose.GROUP_CARD,
        told.c.id.in_(sa.select(deliveries.c.id).where(arrived())),
    )
    if news.replaced_by is not None:
        its = its.where(told.c.address_id.not_in(_groups_of(news.replaced_by)))
    which = its.group_by(told.c.address_id).subquery("which")
    address_id, connection_id, subject = which.c
    key = sa.literal(f"pub:{news.publication_id}:g").concat(sa.cast(address_id, sa.String))
    columns = {
        "once_key": key.concat(":withdrawn"),
        "connection_id": connection_id,
        "address_id": address_id,
        "subject": subject,
        **_shared(news),
    }
    question = sa.select(*columns.values()).order_by(address_id)
    return _insert(connection, columns, question)


def _groups_of(publication_id: int) -> sa.Select[tuple[int]]:
    return sa.select(deliveries.c.address_id).where(
        deliveries.c.publication_id == publication_id, deliveries.c.purpose == Purpose.GROUP_CARD
    )


def _insert(connection: Connection, columns: dict[str, Any], question: sa.Select[Any]) -> int:
    # PostgreSQL's count of an INSERT is kept only when asked for.
    adding = deliveries.insert().from_select(list(columns), question)
    return connection.execute(adding.execution_options(preserve_rowcount=True)).rowcount


def _shared(news: News) -> dict[str, sa.ColumnElement[Any]]:
    values: dict[str, Any] = {
        **new_row_defaults(news.now),
        "purpose": Purpose.PUBLICATION_CHANGE,
        "publication_id": news.publication_id,
        "version": news.version,
        "urgency": news.urgency,
        "repeat": Repeat.ONCE,
        "rank": RANKS[news.urgency],
        "lane": Lane.BROADCAST,
        "due_at": news.now,
    }
    return {name: sa.literal(value, deliveries.c[name].type) for name, value in values.items()}
