"""Writing what became of an attempt, fenced by worker and attempt; rescuing what was cut off."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.delivery.claims import OUTDATED, Claimed
from storage.rows import many
from storage.states import DeliveryState, Platform, PublicationState, Purpose, Reason, Repeat
from storage.tables import attempts, connections, deliveries, publications

_OVER = frozenset(
    {DeliveryState.SENT, DeliveryState.UNREACHABLE, DeliveryState.UNKNOWN, DeliveryState.SKIPPED}
)


@dataclass(frozen=True)
class Ending:
    """How an attempt ended.

    Args:
        outcome: the word for the attempt's row.
        state: where the delivery goes.
        again_at: not before this, when it goes back to the queue (machine time).
        failed: whether it counts as a failure (a 429 does not).
    """

    outcome: str
    state: DeliveryState
    reason: Reason | None = None
    status: int | None = None
    detail: str = ""
    message_id: str | None = None
    again_at: datetime | None = None
    failed: bool = False
    fingerprint: str | None = None
    forget_message: bool = False
    """The message to be edited is gone: the next try sends a new one."""


def settle(connection: Connection, row: Claimed, ending: Ending, *, now: datetime) -> bool:
    """Write the ending if this worker still holds this attempt.

    A late success of the same attempt turns *maybe*, or what became of it, into *sent*: it is the truth,
    unless it is to go to another address by now, where the message has no such number.

    Returns:
        Whether the delivery's row took it.
    """
    _close_attempt(connection, row, ending, now=now)
    held = deliveries.c.state == DeliveryState.SENDING
    fence = held & (deliveries.c.worker == row.worker)
    if ending.state is DeliveryState.SENT:
        fence = fence | deliveries.c.state.in_((DeliveryState.MAYBE, DeliveryState.UNKNOWN))
        # Requeued after a maybe, but not taken up again (the attempt number would have moved on).
        fence = fence | ((deliveries.c.state == DeliveryState.QUEUED) & (deliveries.c.maybe_count > 0))
    changed = connection.execute(
        deliveries.update()
        .where(
            deliveries.c.id == row.id,
            deliveries.c.address_id == row.address_id,
            deliveries.c.attempt_number == row.attempt_number,
            fence,
        )
        .values(_changes(row, ending, now=now))
    ).rowcount
    return changed == 1


def reached_nobody(connection: Connection, row: Claimed, *, reason: Reason) -> None:
    """What was unclear about this attempt is clear: nobody can be written to at this address."""
    unclear = deliveries.c.state.in_((DeliveryState.MAYBE, DeliveryState.UNKNOWN))
    connection.execute(
        deliveries.update()
        .where(
            deliveries.c.id == row.id,
            deliveries.c.address_id == row.address_id,
            deliveries.c.attempt_number == row.attempt_number,
            unclear,
        )
        .values(state=DeliveryState.UNREACHABLE, reason=reason, content=None)
    )


def _close_attempt(connection: Connection, row: Claimed, ending: Ending, *, now: datetime) -> None:
    connection.execute(
        attempts.update()
        .where(attempts.c.delivery_id == row.id, attempts.c.attempt_number == row.attempt_number)
        .values(
            ended_at=now,
            outcome=ending.outcome,
            reason=ending.reason,
            status=ending.status,
            detail=ending.detail,
            message_id=ending.message_id,
        )
    )


def _is_over(row: Claimed, ending: Ending) -> bool:
    """Whether it never goes out again; a halted publication's refused cards may (`resume_publication`)."""
    if ending.state is DeliveryState.FAILED:
        return row.purpose is not Purpose.CARD or ending.reason is not Reason.CONTENT
    return ending.state in _OVER


def _changes(row: Claimed, ending: Ending, *, now: datetime) -> dict[str, Any]:
    changes: dict[str, Any] = {
        "state": ending.state,
        "reason": ending.reason,
        "detail": ending.detail,
        "worker": None,
        "lease_until": None,
    }
    if ending.message_id is not None:
        changes["message_id"] = ending.message_id
    if ending.forget_message:
        changes |= {"message_id": None, "fingerprint": ""}
    if ending.state is DeliveryState.SENT and ending.reason is not Reason.NO_EDITS:
        changes["sent_at"] = now
    if _is_over(row, ending):
        # What was said to a person (an invitation's code among it) is kept no longer than it must be.
        changes["content"] = None
    if ending.fingerprint is not None:
        marked = deliveries.c.fingerprint == OUTDATED
        changes["fingerprint"] = sa.case(
            (marked, deliveries.c.fingerprint), else_=sa.literal(ending.fingerprint)
        )
    if ending.again_at is not None:
        changes["due_at"] = ending.again_at
    if ending.failed:
        changes["failures"] = deliveries.c.failures + 1
    if ending.outcome == "maybe":
        changes["maybe_count"] = deliveries.c.maybe_count + 1
    return changes


@dataclass(frozen=True)
class Orphan:
    """A delivery that somebody held when they stopped."""

    id: int
    attempt_number: int
    repeat: Repeat
    maybe_count: int
    failures: int
    purpose: Purpose
    message_id: str | None
    platform: Platform


def orphans(connection: Connection, *, now: datetime | None) -> list[Orphan]:
    """Rows left in *sending*: those whose lease has run out by `now` (machine time).

    None asks for all of them, when a lock proves that no other process can hold one.
    """
    own = (deliveries.c[name] for name in Orphan.__dataclass_fields__ if name != "platform")
    question = (
        sa.select(*own, connections.c.platform)
        .join(connections, connections.c.id == deliveries.c.connection_id)
        .where(deliveries.c.state == DeliveryState.SENDING)
    )
    if now is not None:
        question = question.where(deliveries.c.lease_until < now)
    return many(connection, question.with_for_update(skip_locked=True, of=deliveries), Orphan)


def abandon(
    connection: Connection, orphan: Orphan, *, state: DeliveryState, again_at: datetime | None, now: datetime
) -> None:
    """Write that the orphan's attempt was cut off, and where the delivery goes from here."""
    connection.execute(
        attempts.update()
        .where(
            attempts.c.delivery_id == orphan.id,
            attempts.c.attempt_number == orphan.attempt_number,
            attempts.c.ended_at.is_(None),
        )
        .values(ended_at=now, outcome="maybe", reason=Reason.KILLED)
    )
    changes: dict[str, Any] = {
        "state": state,
        "reason": Reason.KILLED,
        "worker": None,
        "lease_until": None,
        "maybe_count": orphan.maybe_count + 1,
    }
    if again_at is not None:
        changes["due_at"] = again_at
    if state in _OVER:
        changes["content"] = None
    connection.execute(deliveries.update().where(deliveries.c.id == orphan.id).values(changes))


def equal_content_errors(connection: Connection, *, publication_id: int, detail: str) -> int:
    """How many cards of the publication the platform refused with these same words.

    Those who settle such errors at once do it one after the other, so that each sees the others'.
    """
    held = sa.select(publications.c.id).where(publications.c.id == publication_id).with_for_update()
    connection.execute(held)
    return int(
        connection.execute(
            sa.select(sa.func.count()).where(
                deliveries.c.publication_id == publication_id,
                deliveries.c.state == DeliveryState.FAILED,
                deliveries.c.reason == Reason.CONTENT,
                deliveries.c.detail == detail,
            )
        ).scalar_one()
    )


def copies_due(connection: Connection, *, now: datetime) -> int:
    """Queue again what was *maybe* and whose rest is over; how many."""
    return connection.execute(
        deliveries.update()
        .where(deliveries.c.state == DeliveryState.MAYBE, deliveries.c.due_at <= now)
        .values(state=DeliveryState.QUEUED)
    ).rowcount


def halt_publication(connection: Connection, publication_id: int) -> bool:
    """Stop the publication's cards until a person has looked; whether it was running."""
    return (
        connection.execute(
            publications.update()
            .where(
                publications.c.id == publication_id,
                publications.c.state == PublicationState.IN_FORCE,
            )
            .values(state=PublicationState.HALTED)
        ).rowcount
        == 1
    )


def resume_publication(connection: Connection, publication_id: int, *, now: datetime) -> bool:
    """Let the publication's cards go again, those too that were refused for their content.

    Returns:
        Whether it was halted.
    """
    halted = publications.c.state == PublicationState.HALTED
    resumed = connection.execute(
        publications.update()
        .where(publications.c.id == publication_id, halted)
        .values(state=PublicationState.IN_FORCE)
    ).rowcount
    if resumed:
        connection.execute(
            deliveries.update()
            .where(
                deliveries.c.publication_id == publication_id,
                deliveries.c.purpose == Purpose.CARD,
                deliveries.c.state == DeliveryState.FAILED,
                deliveries.c.reason == Reason.CONTENT,
            )
            .values(state=DeliveryState.QUEUED, due_at=now, reason=None, detail="")
        )
    return resumed == 1
