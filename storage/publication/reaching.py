"""Whom a publication has reached: who knows of it, and has to hear when it no longer holds."""

from typing import Any

import sqlalchemy as sa

from storage.states import DeliveryState, ObligationState, Purpose
from storage.tables import deliveries, digest_items, obligations

_ARRIVED = (DeliveryState.SENT, DeliveryState.MAYBE, DeliveryState.UNKNOWN)


def arrived() -> sa.ColumnElement[bool]:
    """Holds for deliveries that went out, or may have; a queued edit or copy of one too."""
    return (
        deliveries.c.message_id.is_not(None)
        | deliveries.c.state.in_(_ARRIVED)
        | ((deliveries.c.state == DeliveryState.QUEUED) & (deliveries.c.maybe_count > 0))
    )


def reached(publication_id: int) -> sa.Select[tuple[int]]:
    """Each member once: by a card (one that is going out just now too), a digest, the message for newcomers.

    Who answered without any card has read it elsewhere.
    """
    return sa.select(sa.union(*_ways(publication_id)).subquery("reached").c.member_id)


def _ways(publication_id: int) -> tuple[sa.Select[Any], ...]:
    going_out = deliveries.c.state == DeliveryState.SENDING
    card = sa.select(deliveries.c.member_id).where(
        deliveries.c.publication_id == publication_id,
        deliveries.c.purpose == Purpose.CARD,
        deliveries.c.member_id.is_not(None),
        arrived() | going_out,
    )
    digest = (
        sa.select(digest_items.c.member_id)
        .join(deliveries, deliveries.c.id == digest_items.c.delivery_id)
        .where(digest_items.c.publication_id == publication_id, arrived() | going_out)
    )
    newcomers = (
        sa.select(obligations.c.member_id)
        .join(deliveries, deliveries.c.member_id == obligations.c.member_id)
        .where(
            obligations.c.publication_id == publication_id,
            deliveries.c.publication_id.is_(None),
            deliveries.c.purpose == Purpose.INDUCTION,
            deliveries.c.subject >= obligations.c.id,
            arrived() | going_out,
        )
    )
    answered = sa.select(obligations.c.member_id).where(
        obligations.c.publication_id == publication_id,
        obligations.c.state.in_((ObligationState.ACKNOWLEDGED, ObligationState.QUESTION)),
    )
    return card, digest, newcomers, answered
