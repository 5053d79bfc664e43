"""Messages that stand in a chat and have to say something else: their rows are queued again, as edits.

A queued row with a message id is an edit; the sender drops it when nothing has changed. What is with the
platform for the first time has no message id yet: its row is marked, and queued as an edit once it has one.
"""

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.delivery.claims import OUTDATED
from storage.delivery.deliveries import of_obligations
from storage.states import DeliveryState, Purpose
from storage.tables import deliveries


def progress(connection: Connection, *, publication_ids: Sequence[int], now: datetime) -> int:
    """Queue the progress cards of these publications to be edited."""
    can_be_edited = (deliveries.c.state == DeliveryState.FAILED) & deliveries.c.message_id.is_not(None)
    return _renew(
        connection,
        deliveries.c.purpose == Purpose.PROGRESS,
        deliveries.c.publication_id.in_(publication_ids),
        deliveries.c.state.in_(_LIVE) | can_be_edited,
        now=now,
    )


def card(connection: Connection, *, publication_id: int, member_id: int, now: datetime) -> int:
    """Queue the member's sent card to be edited: what it says of their answer has changed."""
    whose = (deliveries.c.publication_id == publication_id, deliveries.c.member_id == member_id)
    return _stand(connection, deliveries.c.purpose == Purpose.CARD, *whose, now=now)


def cards(connection: Connection, *, obligation_ids: Sequence[int], now: datetime) -> int:
    """As `card`, for these obligations (as many as an engine takes in one statement)."""
    return _stand(connection, deliveries.c.purpose == Purpose.CARD, of_obligations(obligation_ids), now=now)


def all_cards(connection: Connection, *, publication_id: int, now: datetime) -> int:
    """Queue every sent card of the publication to be edited, those in groups too: it says something new."""
    of_it = deliveries.c.publication_id == publication_id
    return _stand(connection, deliveries.c.purpose.in_((Purpose.CARD, Purpose.GROUP_CARD)), of_it, now=now)


def hold_cards(connection: Connection, publication_id: int) -> None:
    """Let no sender take or settle a card of it until the transaction ends, and wait for those who just do.

    What follows then sees what became of each: a card that went out meanwhile is to be edited, and whoever
    got it is to hear. SQLite has one writer anyway.
    """
    waits = (
        sa.select(deliveries.c.id)
        .where(
            deliveries.c.publication_id == publication_id,
            deliveries.c.purpose.in_((Purpose.CARD, Purpose.GROUP_CARD)),
            deliveries.c.state.in_((DeliveryState.QUEUED, DeliveryState.SENDING)),
        )
        .order_by(deliveries.c.id)
        .with_for_update()
        .subquery("waits")
    )
    # Counted, so that the numbers of a hundred thousand rows stay where they are.
    connection.execute(sa.select(sa.func.count()).select_from(waits))


def approvals(connection: Connection, *, draft_id: int, now: datetime) -> int:
    """Queue the sent cards that asked for this draft's approval to be edited."""
    return _stand(
        connection, deliveries.c.purpose == Purpose.APPROVAL, deliveries.c.subject == draft_id, now=now
    )


def _stand(connection: Connection, *which: sa.ColumnElement[bool], now: datetime) -> int:
    """Queue what of these stands in a chat as edits, and mark what may be there without being known yet.

    What was never sent is touched too, though it stays as it is: so this waits for whoever takes it just
    now, and one that has its message id by then is queued. All in one statement, which looks again at what
    it waited for.
    """
    row = deliveries.c
    stands = row.message_id.is_not(None)
    stays = ~stands | (row.state == DeliveryState.SENDING)
    queued = row.state == DeliveryState.QUEUED
    never_there = queued & (row.maybe_count == 0)
    return connection.execute(
        deliveries.update()
        .where(
            *which,
            # A further part of a long text has its own words.
            row.after_id.is_(None),
            (stands & row.state.in_(_LIVE)) | (~stands & row.state.in_(_UNDER_WAY)),
        )
        .values(
            state=sa.case((stays, row.state), else_=sa.literal(DeliveryState.QUEUED, row.state.type)),
            due_at=sa.case(
                (stays | (queued & (row.due_at < now)), row.due_at), else_=sa.literal(now, row.due_at.type)
            ),
            failures=sa.case((stands, 0), else_=row.failures),
            # A card may have been replaced by an answer since: what was last sent from here says nothing.
            fingerprint=sa.case((stands, ""), (never_there, row.fingerprint), else_=OUTDATED),
            # One at a further address was worthless after the due date; what stands is not.
            expires_at=sa.case((stands, sa.null()), else_=row.expires_at),
        )
    ).rowcount


_UNDER_WAY = (
    DeliveryState.QUEUED,
    DeliveryState.SENDING,
    DeliveryState.MAYBE,
    DeliveryState.UNKNOWN,
)
_LIVE = (DeliveryState.SENT, DeliveryState.QUEUED, DeliveryState.SENDING)


def _renew(connection: Connection, *which: sa.ColumnElement[bool], now: datetime) -> int:
    """Queue these rows as edits; the sender drops those that change nothing.

    Rows that are queued or being sent are touched too, though they stay as they are: so this waits for
    whoever is composing one just now, and then finds it sent. (One that is being sent is looked at once
    more afterwards, see `bot.delivery.settling`.)
    """
    sending = deliveries.c.state == DeliveryState.SENDING
    # What is queued already is not put off: a long broadcast would put it off for ever.
    waits = (deliveries.c.state == DeliveryState.QUEUED) & (deliveries.c.due_at < now)
    return connection.execute(
        deliveries.update()
        .where(*which)
        .values(
            state=sa.case(
                (sending, sa.literal(DeliveryState.SENDING.value)),
                else_=sa.literal(DeliveryState.QUEUED.value),
            ),
            due_at=sa.case(
                (sending | waits, deliveries.c.due_at),
                else_=sa.literal(now, deliveries.c.due_at.type),
            ),
            failures=0,
        )
    ).rowcount


def look_once_more(
    connection: Connection, delivery_id: int, *, now: datetime, only_outdated: bool = False
) -> None:
    """Compose a card again that was just noted as sent: what it tells may have changed meanwhile.

    With `only_outdated` only one that was marked while it was with the platform.
    """
    fits = [deliveries.c.id == delivery_id, deliveries.c.state == DeliveryState.SENT]
    if only_outdated:
        fits += [deliveries.c.fingerprint == OUTDATED, deliveries.c.message_id.is_not(None)]
    connection.execute(
        deliveries.update().where(*fits).values(state=DeliveryState.QUEUED, due_at=now, expires_at=None)
    )


def replaced(connection: Connection, *, address_id: int, message_id: str) -> None:
    """An answer replaces this message itself: the edit that was queued for it is not needed."""
    connection.execute(
        deliveries.update()
        .where(
            deliveries.c.address_id == address_id,
            deliveries.c.message_id == message_id,
            deliveries.c.purpose.in_((Purpose.CARD, Purpose.APPROVAL)),
            deliveries.c.state == DeliveryState.QUEUED,
        )
        .values(state=DeliveryState.SENT)
    )
