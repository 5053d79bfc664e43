"""Deliveries: adding them, finding them again, calling them off."""

from collections.abc import Collection
from dataclasses import asdict, dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.delivery.closings import close
from storage.rows import insert_once, many
from storage.states import DeliveryState, Lane, Purpose, Reason, Repeat, Urgency
from storage.tables import addresses, deliveries, obligations

# Order within a lane.
RANKS = {Urgency.IMMEDIATE: 0, Urgency.URGENT: 0, Urgency.NORMAL: 1}
RANK_PROGRESS = 3


@dataclass(frozen=True)
class NewDelivery:
    """One call owed to one address; the fields are those of the table.

    Args:
        due_at: not before this (machine time).
        expires_at: worthless after this (office time).
        after: `once_key` of the delivery that must have left the queue first.
        maybe_count: how often it may have gone out already, at another address.
    """

    once_key: str
    address_id: int
    purpose: Purpose
    due_at: datetime
    lane: Lane = Lane.BROADCAST
    urgency: Urgency = Urgency.NORMAL
    repeat: Repeat = Repeat.NEVER
    rank: int = 1
    subject: int | None = None
    publication_id: int | None = None
    session_id: int | None = None
    version: int | None = None
    content: str | None = None
    message_id: str | None = None
    expires_at: datetime | None = None
    after: str | None = None
    maybe_count: int = 0


def add(connection: Connection, *new: NewDelivery) -> int:
    """Queue the deliveries; those whose `once_key` exists already are left as they are.

    Returns:
        How many were added.
    """
    added = 0
    for delivery in new:
        fields = asdict(delivery)
        after = fields.pop("after")
        fields = new_row_defaults(delivery.due_at) | fields
        fields["after_id"] = _id_of(connection, after) if after else None
        fields |= _whose(connection, delivery.address_id)
        added += connection.execute(insert_once(connection, deliveries).values(fields)).rowcount
    return added


def add_again(connection: Connection, new: NewDelivery) -> bool:
    """Queue the delivery; one of that name that came to nothing goes again. Whether it is queued by this."""
    again = queue_again(connection, new.once_key, now=new.due_at, maybe_count=new.maybe_count)
    return again or bool(add(connection, new))


def queue_again(connection: Connection, once_key: str, *, now: datetime, maybe_count: int = 0) -> bool:
    """Queue anew what reached nobody there, or was called off before it went; whether it was so.

    `maybe_count` is how often it may have gone out at another address since.
    """
    doubt = {"maybe_count": maybe_count} if maybe_count else {}
    return (
        connection.execute(
            deliveries.update()
            .where(deliveries.c.once_key == once_key, deliveries.c.state.in_(CAME_TO_NOTHING))
            .values(state=DeliveryState.QUEUED, due_at=now, reason=None, detail="", **doubt)
        ).rowcount
        == 1
    )


CAME_TO_NOTHING = (DeliveryState.UNREACHABLE, DeliveryState.SKIPPED, DeliveryState.CANCELLED)


def new_row_defaults(now: datetime) -> dict[str, object]:
    """What every fresh row begins with."""
    return {
        "state": DeliveryState.QUEUED,
        "detail": "",
        "attempt_number": 0,
        "failures": 0,
        "maybe_count": 0,
        "fingerprint": "",
        "created_at": now,
    }


def _id_of(connection: Connection, once_key: str) -> int | None:
    return connection.execute(
        sa.select(deliveries.c.id).where(deliveries.c.once_key == once_key)
    ).scalar_one_or_none()


def _whose(connection: Connection, address_id: int) -> dict[str, int | None]:
    row = connection.execute(
        sa.select(addresses.c.connection_id, addresses.c.member_id).where(addresses.c.id == address_id)
    ).one()
    return {"connection_id": row.connection_id, "member_id": row.member_id}


def call_off(
    connection: Connection,
    *,
    reason: Reason,
    now: datetime,
    publication_id: int | None = None,
    session_id: int | None = None,
    member_id: int | None = None,
    purposes: Collection[Purpose] | None = None,
    state: DeliveryState = DeliveryState.CANCELLED,
) -> int:
    """Close what is still owed and fits all that is named; `now` is office time, for history.

    Edits of what stands in a chat already are left: it has to tell the truth all the same.

    Returns:
        How many rows were closed.
    """
    fits = list(_OWED)
    if publication_id is not None:
        fits.append(deliveries.c.publication_id == publication_id)
    if session_id is not None:
        fits.append(deliveries.c.session_id == session_id)
    if member_id is not None:
        fits.append(deliveries.c.member_id == member_id)
    if purposes is not None:
        fits.append(deliveries.c.purpose.in_(purposes))
    return close(connection, fits, state=state, reason=reason, now=now)


def call_off_cards(
    connection: Connection, obligation_ids: Collection[int], *, reason: Reason, now: datetime
) -> None:
    """Skip the cards still owed for these obligations, as many as an engine takes in one statement."""
    fits = (*_OWED, deliveries.c.purpose == Purpose.CARD, of_obligations(obligation_ids))
    close(connection, fits, state=DeliveryState.SKIPPED, reason=reason, now=now)


def call_off_all(
    connection: Connection, member_ids: Collection[int], *, reason: Reason, now: datetime
) -> None:
    """As `call_off`, for everything owed to these members, as many as an engine takes in one statement."""
    fits = (*_OWED, deliveries.c.member_id.in_(member_ids))
    close(connection, fits, state=DeliveryState.CANCELLED, reason=reason, now=now)


_OWED = (deliveries.c.state == DeliveryState.QUEUED, deliveries.c.message_id.is_(None))


def of_obligations(obligation_ids: Collection[int]) -> sa.ColumnElement[bool]:
    """Holds for what was queued for the members of these obligations about their publications."""
    whose = sa.select(obligations.c.publication_id, obligations.c.member_id).where(
        obligations.c.id.in_(obligation_ids)
    )
    return sa.tuple_(deliveries.c.publication_id, deliveries.c.member_id).in_(whose)


def expire(connection: Connection, *, now: datetime) -> int:
    """Close what has become worthless (office time `now`); returns how many."""
    fits = [deliveries.c.state == DeliveryState.QUEUED, deliveries.c.expires_at <= now]
    return close(connection, fits, state=DeliveryState.EXPIRED, reason=Reason.LATE, now=now)


def proven_by(
    connection: Connection, *, address_id: int, message_id: str, publication_id: int | None, now: datetime
) -> None:
    """A tap on a message proves that it arrived: settle what was *maybe* or *unknown*.

    A tap on a message id that no row knows is the copy of a *maybe* row of that publication: it takes the id.
    A number typed instead, with no message id, says the same where no other card of it is known to be there.
    """
    in_doubt = deliveries.c.state.in_((DeliveryState.MAYBE, DeliveryState.UNKNOWN))
    cards = (
        deliveries.c.address_id == address_id,
        deliveries.c.publication_id == publication_id,
        deliveries.c.purpose == Purpose.CARD,
    )
    by_id = (deliveries.c.address_id == address_id, deliveries.c.message_id == message_id)
    known = by_id if message_id else (*cards, deliveries.c.state == DeliveryState.SENT)
    if publication_id is None or connection.execute(sa.select(deliveries.c.id).where(*known)).first():
        return
    told = {"message_id": message_id} if message_id else {}
    connection.execute(
        deliveries.update()
        .where(
            in_doubt | ((deliveries.c.state == DeliveryState.QUEUED) & (deliveries.c.maybe_count > 0)), *cards
        )
        .values(state=DeliveryState.SENT, reason=Reason.TOLD_BY_TAP, sent_at=now, **told)
    )


@dataclass(frozen=True)
class Standing:
    """How many deliveries of a publication stand in which state."""

    state: DeliveryState
    reason: Reason | None
    amount: int


def standings(connection: Connection, publication_id: int) -> list[Standing]:
    """The cards of a publication by state and reason."""
    columns = (deliveries.c.state, deliveries.c.reason)
    return many(
        connection,
        sa.select(*columns, sa.func.count().label("amount"))
        .where(deliveries.c.publication_id == publication_id, deliveries.c.purpose == Purpose.CARD)
        .group_by(*columns),
        Standing,
    )


def state_of(connection: Connection, delivery_id: int) -> DeliveryState:
    """Where the delivery stands."""
    state: DeliveryState = connection.execute(
        sa.select(deliveries.c.state).where(deliveries.c.id == delivery_id)
    ).scalar_one()
    return state
