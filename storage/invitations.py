"""Invitations, what was tried with them, and the consents that came of them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.rows import insert_row, many, one
from storage.states import DeliveryState, ObligationState, PublicationState, Purpose, Urgency
from storage.tables import consents, deliveries, history, invitations, obligations, publications, versions

THING = "invitation"
SHOWN = "shown"
TRY = "code_try"


@dataclass(frozen=True)
class Invitation:
    """The row; the code itself is nowhere."""

    id: int
    member_id: int
    made_by: int | None
    created_at: datetime
    expires_at: datetime
    used_at: datetime | None
    used_by: int | None
    revoked_at: datetime | None

    def is_open(self, now: datetime) -> bool:
        """Whether it can still be used (office time)."""
        return self.used_at is None and self.revoked_at is None and now < self.expires_at


_INVITATION = tuple(invitations.c[name] for name in Invitation.__dataclass_fields__)


def add(
    connection: Connection,
    *,
    code_hash: str,
    member_id: int,
    made_by: int | None,
    now: datetime,
    expires_at: datetime,
) -> int:
    """Write an invitation; only the code's hash is kept."""
    values = {
        "code_hash": code_hash,
        "member_id": member_id,
        "made_by": made_by,
        "created_at": now,
        "expires_at": expires_at,
    }
    return insert_row(connection, invitations, values)


def by_id(connection: Connection, invitation_id: int) -> Invitation | None:
    """The invitation with this number."""
    return one(connection, sa.select(*_INVITATION).where(invitations.c.id == invitation_id), Invitation)


def by_hash(connection: Connection, code_hash: str) -> Invitation | None:
    """The invitation whose code has this hash."""
    return one(connection, sa.select(*_INVITATION).where(invitations.c.code_hash == code_hash), Invitation)


def revoke_unused(connection: Connection, *, member_id: int, now: datetime) -> list[int]:
    """Close the member's invitations that nobody used; their numbers."""
    return list(
        connection.execute(
            invitations.update()
            .where(
                invitations.c.member_id == member_id,
                invitations.c.used_at.is_(None),
                invitations.c.revoked_at.is_(None),
            )
            .values(revoked_at=now)
            .returning(invitations.c.id)
        ).scalars()
    )


def use(connection: Connection, invitation_id: int, *, address_id: int | None, now: datetime) -> bool:
    """Use the invitation up.

    Returns:
        Whether it was still open; of two who try at once, one hears no.
    """
    return (
        connection.execute(
            invitations.update()
            .where(
                invitations.c.id == invitation_id,
                invitations.c.used_at.is_(None),
                invitations.c.revoked_at.is_(None),
                invitations.c.expires_at > now,
            )
            .values(used_at=now, used_by=address_id)
        ).rowcount
        == 1
    )


def was_shown(connection: Connection, invitation_id: int, *, address_id: int) -> bool:
    """Whether this conversation has named the invitation's code."""
    shown = sa.exists().where(
        history.c.thing == THING,
        history.c.thing_id == invitation_id,
        history.c.to_state == SHOWN,
        history.c.detail == str(address_id),
    )
    return bool(connection.execute(sa.select(shown)).scalar())


def wrong_tries(connection: Connection, *, address_id: int, since: datetime) -> int:
    """How many wrong codes came from this conversation since then."""
    return int(
        connection.execute(
            sa.select(sa.func.count()).where(
                history.c.thing == TRY, history.c.thing_id == address_id, history.c.at > since
            )
        ).scalar_one()
    )


@dataclass(frozen=True)
class Consent:
    """One purpose that a member agreed to."""

    purpose: str
    text_version: str
    given_at: datetime
    withdrawn_at: datetime | None


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
    shared = {"member_id": member_id, "text_version": text_version, "address_id": address_id, "given_at": now}
    connection.execute(consents.insert(), [shared | {"purpose": purpose} for purpose in purposes])


def consents_of(connection: Connection, member_id: int) -> list[Consent]:
    """What the member agreed to, in order."""
    return many(
        connection,
        sa.select(*(consents.c[name] for name in Consent.__dataclass_fields__))
        .where(consents.c.member_id == member_id)
        .order_by(consents.c.id),
        Consent,
    )


@dataclass(frozen=True)
class OwedCard:
    """A publication that waits for the member and whose card stands in no conversation of theirs.

    Args:
        once_key_taken: the card was queued at publication, but could not be delivered.
    """

    publication_id: int
    version: int
    urgency: Urgency
    once_key_taken: bool


def owed_cards(connection: Connection, member_id: int) -> list[OwedCard]:
    """The open obligations of the member whose card neither arrived nor is under way, oldest first."""
    card = sa.exists().where(
        deliveries.c.publication_id == obligations.c.publication_id,
        deliveries.c.member_id == obligations.c.member_id,
        deliveries.c.purpose == Purpose.CARD,
        deliveries.c.version == publications.c.version,
    )
    return many(
        connection,
        sa.select(
            obligations.c.publication_id,
            publications.c.version,
            versions.c.urgency,
            card.label("once_key_taken"),
        )
        .join(publications, publications.c.id == obligations.c.publication_id)
        .join(
            versions,
            (versions.c.publication_id == publications.c.id) & (versions.c.version == publications.c.version),
        )
        .where(
            obligations.c.member_id == member_id,
            obligations.c.state == ObligationState.EXPECTED,
            publications.c.state == PublicationState.IN_FORCE,
            ~card.where(deliveries.c.state.in_(_THERE_OR_UNDER_WAY)),
        )
        .order_by(publications.c.id),
        OwedCard,
    )


_THERE_OR_UNDER_WAY = (
    DeliveryState.QUEUED,
    DeliveryState.SENDING,
    DeliveryState.SENT,
    DeliveryState.MAYBE,
    DeliveryState.UNKNOWN,
)
