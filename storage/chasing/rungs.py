"""Whose card goes to a further address now: one question for a publication, page by page."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.acknowledgement.obligations import DUE
from storage.chasing.ladders import NEXT_ADDRESS, has_it
from storage.delivery.deliveries import CAME_TO_NOTHING
from storage.privacy.consents import without
from storage.rows import many
from storage.states import (
    AddressState,
    ConsentPurpose,
    DeliveryState,
    ObligationState,
    PublicationState,
    Purpose,
    Reason,
    Urgency,
)
from storage.tables import (
    addresses,
    connections,
    deliveries,
    history,
    members,
    obligations,
    openings,
    publications,
    versions,
)


@dataclass(frozen=True)
class Climbing:
    """A publication in force whose cards go further when nothing comes back.

    Args:
        asks: for an acknowledgement; otherwise a look at it is all that can come back.
        published_at: office time.
    """

    publication_id: int
    version: int
    urgency: Urgency
    asks: bool
    published_at: datetime


def in_force(connection: Connection, *, now: datetime, undated_from: datetime) -> list[Climbing]:
    """What asks for acknowledgement or is urgent, stands, and is not over, the oldest first.

    Args:
        connection: to read on.
        now: office time; what was due before is over, unless some members have more time.
        undated_from: what has no due date is over when it was published before (office time).
    """
    own = sa.exists().where(obligations.c.publication_id == publications.c.id, obligations.c.due_at > now)
    undated = publications.c.due_at.is_(None) & (publications.c.published_at >= undated_from)
    return many(
        connection,
        sa.select(
            publications.c.id.label("publication_id"),
            publications.c.version,
            versions.c.urgency,
            publications.c.asks_acknowledgement.label("asks"),
            publications.c.published_at,
        )
        .join(
            versions,
            (versions.c.publication_id == publications.c.id) & (versions.c.version == publications.c.version),
        )
        .where(
            publications.c.state == PublicationState.IN_FORCE,
            publications.c.asks_acknowledgement | (versions.c.urgency != Urgency.NORMAL),
            undated | (publications.c.due_at > now) | own,
        )
        .order_by(publications.c.id),
        Climbing,
    )


@dataclass(frozen=True)
class Look:
    """When a card has had its time.

    Args:
        since: asked, or written to at a further address, later than that: not yet (office time).
        sent_before: sent later than that: not yet (machine time).
        due_after: due by then: too late (office time).
        connection_ids: on which a further address counts: those that are not out.
        now: machine time.
    """

    since: datetime
    sent_before: datetime
    due_after: datetime
    connection_ids: Collection[int]
    now: datetime


@dataclass(frozen=True)
class Rung:
    """A member, and where the card goes next."""

    member_id: int
    unit_id: int
    address_id: int
    connection_id: int
    due_at: datetime | None


def ripe(connection: Connection, what: Climbing, look: Look, *, after_member: int, limit: int) -> list[int]:
    """Who had the card for long enough and has a further address without it, in order, after that member.

    Never those on paper, nor who did not agree to be sent it, to be asked again, or that their answer is
    kept: of them none can come.

    Args:
        connection: to read on.
        what: the publication.
        look: when its time is over.
        after_member: only members with a larger number.
        limit: so many at most.
    """
    further = sa.exists(_further(what, look).correlate(members))
    # By the obligations' own column their index gives the order, and a page costs no more than a page.
    member_id = obligations.c.member_id if what.asks else members.c.id
    who = _who(what, look).where(member_id > after_member, further)
    return list(connection.execute(who.order_by(member_id).limit(limit)).scalars())


def rungs(connection: Connection, what: Climbing, look: Look, *, member_ids: Collection[int]) -> list[Rung]:
    """Where the card goes next for those of these members of whom `ripe` still holds, by member."""
    first = _further(what, look).order_by(addresses.c.preference, addresses.c.id).limit(1)
    found = (
        _who(what, look)
        .where(members.c.id.in_(member_ids))
        .add_columns(first.correlate(members).scalar_subquery().label("address_id"))
        .subquery("found")
    )
    question = sa.select(*found.c, addresses.c.connection_id).join(
        addresses, addresses.c.id == found.c.address_id
    )
    return many(connection, question.order_by(found.c.member_id), Rung)


def hold(connection: Connection, what: Climbing, member_ids: Collection[int]) -> list[int]:
    """Those who still owe an answer; none of them can give it until the transaction ends.

    Somebody who is answering just now is left out. Of what asks for no acknowledgement, all of them.
    """
    if not what.asks:
        return list(member_ids)
    question = sa.select(obligations.c.member_id).where(
        obligations.c.publication_id == what.publication_id,
        obligations.c.member_id.in_(member_ids),
        obligations.c.state == ObligationState.EXPECTED,
    )
    return list(connection.execute(question.with_for_update(skip_locked=True)).scalars())


_AGREED_TO = (ConsentPurpose.NOTICES, ConsentPurpose.REMINDERS, ConsentPurpose.ACKNOWLEDGEMENT)


def _who(what: Climbing, look: Look) -> sa.Select[Any]:
    who = _asked(what, look) if what.asks else _not_opened(what, look)
    return who.where(
        members.c.left_at.is_(None),
        sa.not_(members.c.on_paper),
        _card(what),
        ~_card(what, _under_way | (_went_at > look.sent_before)),
        *(sa.not_(without(purpose, members.c.id)) for purpose in _AGREED_TO),
        ~_climbed_since(what, look),
    )


def _asked(what: Climbing, look: Look) -> sa.Select[Any]:
    return (
        sa.select(obligations.c.member_id, obligations.c.unit_id, DUE.label("due_at"))
        .join(obligations, obligations.c.member_id == members.c.id)
        .join(publications, publications.c.id == obligations.c.publication_id)
        .where(
            obligations.c.publication_id == what.publication_id,
            obligations.c.state == ObligationState.EXPECTED,
            obligations.c.expected_at <= look.since,
            DUE.is_(None) | (look.due_after < DUE),
        )
    )


def _not_opened(what: Climbing, look: Look) -> sa.Select[Any]:
    opened = sa.exists().where(
        openings.c.publication_id == what.publication_id, openings.c.member_id == members.c.id
    )
    due_at = publications.c.due_at
    return (
        sa.select(members.c.id.label("member_id"), members.c.unit_id, due_at)
        .join(publications, publications.c.id == what.publication_id)
        .where(~opened, due_at.is_(None) | (due_at > look.due_after))
    )


def _card(what: Climbing, *fits: sa.ColumnElement[bool]) -> sa.Exists:
    return sa.exists().where(*_CARD_OF, *_of(what), *fits).correlate(members)


def _of(what: Climbing) -> tuple[sa.ColumnElement[bool], ...]:
    return (
        deliveries.c.publication_id == what.publication_id,
        deliveries.c.version == what.version,
    )


_CARD_OF = (
    deliveries.c.member_id == members.c.id,
    deliveries.c.purpose == Purpose.CARD,
    # Further parts of a long text go with their first.
    deliveries.c.after_id.is_(None),
)
# What waits for another month is no reason to wait here.
_held = deliveries.c.reason == Reason.QUOTA
_under_way = (deliveries.c.state == DeliveryState.SENDING) | (
    (deliveries.c.state == DeliveryState.QUEUED)
    & deliveries.c.message_id.is_(None)
    & (deliveries.c.reason.is_(None) | sa.not_(_held))
)
# A card in doubt has no time of its own: about then it was tried.
_went_at = sa.case(
    (_held, deliveries.c.created_at), else_=sa.func.coalesce(deliveries.c.sent_at, deliveries.c.due_at)
)


def _climbed_since(what: Climbing, look: Look) -> sa.Exists:
    return (
        sa.exists()
        .where(
            history.c.member_id == members.c.id,
            history.c.publication_id == what.publication_id,
            history.c.detail == NEXT_ADDRESS,
            history.c.at > look.since,
        )
        .correlate(members)
    )


def _further(what: Climbing, look: Look) -> sa.Select[tuple[int]]:
    stands = sa.exists().where(
        deliveries.c.address_id == addresses.c.id, *_CARD_OF, *_of(what), has_it(look.now)
    )
    # A second bot is one more chat in the same app: who does not look there looks at neither. It counts
    # where the first one was lost, is out, or has no room in its month.
    is_there = sa.exists().where(
        *_CARD_OF,
        *_of(what),
        deliveries.c.state.not_in(CAME_TO_NOTHING),
        sa.not_((deliveries.c.state == DeliveryState.QUEUED) & sa.func.coalesce(_held, sa.false())),
        deliveries.c.connection_id.in_(look.connection_ids),
        deliveries.c.connection_id == _fellow.c.id,
        _fellow.c.platform == connections.c.platform,
        connections.c.id == addresses.c.connection_id,
    )
    return sa.select(addresses.c.id).where(
        addresses.c.member_id == members.c.id,
        addresses.c.state == AddressState.ACTIVE,
        addresses.c.is_group.is_(False),
        addresses.c.connection_id.in_(look.connection_ids),
        ~stands.correlate(members, addresses),
        ~is_there.correlate(members, addresses),
    )


_fellow = connections.alias("fellow")
