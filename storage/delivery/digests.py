"""Digests: what waits for a member's day or week, and gathering it into one message a day."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.audience.audiences import covered, first_addresses, rhythms
from storage.audience.rules import Audience
from storage.rows import insert_once, many
from storage.states import DeliveryState, PublicationState, Purpose, Rhythm, Scope
from storage.tables import deliveries, digest_items, publications, versions


@dataclass(frozen=True)
class DigestDays:
    """On which office days what is published now goes out to those who want a digest."""

    daily: date
    weekly: date


def put_by(
    connection: Connection,
    *,
    publication_id: int,
    audience: Audience,
    issued_by: Collection[int],
    days: DigestDays,
    now: datetime,
) -> None:
    """Put the publication by for whom the rule covers, who want it in a digest and can be written to."""
    who, first = rhythms(audience.subject).subquery("who"), first_addresses()
    due_on = sa.case(
        (who.c.rhythm == Rhythm.DAILY, sa.literal(days.daily, sa.Date())),
        else_=sa.literal(days.weekly, sa.Date()),
    )
    columns: dict[str, sa.ColumnElement[Any]] = {
        "member_id": who.c.member_id,
        "publication_id": sa.literal(publication_id),
        "waits_since": sa.literal(now, digest_items.c.waits_since.type),
        "due_on": due_on,
    }
    question = (
        sa.select(*columns.values())
        .join_from(who, first, first.c.member_id == who.c.member_id)
        .where(
            who.c.rhythm != Rhythm.AT_ONCE,
            sa.not_(who.c.on_paper),
            who.c.member_id.not_in(issued_by),
            who.c.member_id.in_(sa.select(covered(audience, now=now).subquery().c.member_id)),
        )
        .order_by(who.c.member_id)
    )
    connection.execute(insert_once(connection, digest_items).from_select(list(columns), question))


def is_put_by(publication_id: int, member_id: sa.ColumnElement[int]) -> sa.ColumnElement[bool]:
    """Whether the publication goes to this member in a digest."""
    return sa.exists().where(
        digest_items.c.publication_id == publication_id, digest_items.c.member_id == member_id
    )


@dataclass(frozen=True)
class Item:
    """A publication in a digest."""

    publication_id: int
    number: str
    title: str
    published_at: datetime
    audience: dict[str, Any]
    is_internal: bool


def items_of(connection: Connection, *, member_id: int, subject: int) -> list[Item]:
    """What the member's digest of that day (its ordinal number) is about, withdrawn ones left out."""
    return many(
        connection,
        sa.select(
            digest_items.c.publication_id,
            versions.c.number,
            versions.c.title,
            publications.c.published_at,
            publications.c.audience,
            (versions.c.scope == Scope.INTERNAL).label("is_internal"),
        )
        .join(publications, publications.c.id == digest_items.c.publication_id)
        .join(
            versions,
            (versions.c.publication_id == publications.c.id) & (versions.c.version == publications.c.version),
        )
        .where(
            digest_items.c.member_id == member_id,
            digest_items.c.delivery_id.in_(_of_day(member_id, subject)),
            publications.c.state != PublicationState.WITHDRAWN,
        )
        .order_by(publications.c.id),
        Item,
    )


def _of_day(member_id: int, subject: int) -> sa.Select[tuple[int]]:
    """The member's digest of that day, and its copies at other addresses."""
    return sa.select(deliveries.c.id).where(
        deliveries.c.publication_id.is_(None),
        deliveries.c.member_id == member_id,
        deliveries.c.purpose == Purpose.DIGEST,
        deliveries.c.subject == subject,
    )


def release(connection: Connection, *, member_id: int, subject: int) -> int:
    """Let what a digest had taken along wait again: nobody was reached; how many items."""
    return connection.execute(
        digest_items.update()
        .where(
            digest_items.c.member_id == member_id, digest_items.c.delivery_id.in_(_of_day(member_id, subject))
        )
        .values(delivery_id=None)
    ).rowcount


def release_unsent(connection: Connection, delivery_ids: Sequence[int]) -> None:
    """Let what these digests had taken along wait again, unless a copy of theirs goes out or went."""
    ended, copy, live = deliveries.alias("ended"), deliveries.alias("copy"), deliveries.alias("live")
    goes_out = sa.exists().where(
        live.c.publication_id.is_(None),
        live.c.member_id == ended.c.member_id,
        live.c.purpose == Purpose.DIGEST,
        live.c.subject == ended.c.subject,
        live.c.state.in_(_THERE_OR_UNDER_WAY),
    )
    same_day = sa.and_(
        copy.c.publication_id.is_(None),
        copy.c.member_id == ended.c.member_id,
        copy.c.purpose == Purpose.DIGEST,
        copy.c.subject == ended.c.subject,
    )
    for start in range(0, len(delivery_ids), _AT_ONCE):
        some = delivery_ids[start : start + _AT_ONCE]
        unsent = sa.select(copy.c.id).join_from(ended, copy, same_day).where(ended.c.id.in_(some), ~goes_out)
        connection.execute(
            digest_items.update().where(digest_items.c.delivery_id.in_(unsent)).values(delivery_id=None)
        )


_AT_ONCE = 10_000
_THERE_OR_UNDER_WAY = (
    DeliveryState.QUEUED,
    DeliveryState.SENDING,
    DeliveryState.SENT,
    DeliveryState.MAYBE,
    DeliveryState.UNKNOWN,
)


def bring_forward(connection: Connection, *, member_id: int, topic_id: int, due_on: date) -> int:
    """Let what waits for the member by this topic wait no longer than until that day; how many wait."""
    of_topic = sa.select(publications.c.id).where(
        publications.c.id == digest_items.c.publication_id,
        publications.c.audience["kind"].as_string() == "topic",
        publications.c.audience["subject"].as_integer() == topic_id,
    )
    waits = (digest_items.c.member_id == member_id, digest_items.c.delivery_id.is_(None), of_topic.exists())
    earlier = sa.case((digest_items.c.due_on < due_on, digest_items.c.due_on), else_=sa.literal(due_on))
    return connection.execute(digest_items.update().where(*waits).values(due_on=earlier)).rowcount
