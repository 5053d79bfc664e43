"""Which deliveries come first when a connection's month runs short, as conditions on the queue."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.states import DeliveryState, Lane, Purpose, Repeat, Urgency
from storage.tables import deliveries, publications


@dataclass(frozen=True)
class Compulsory:
    """Which deliveries come first when a month runs short; `bot.delivery.quotas.purposes` says why.

    Args:
        always: purposes that do.
        never: purposes that do not, however urgent.
        answers: purposes that may use the very last messages, beside answers to people.
        pressing: of those that do not, purposes that do where they were queued ahead (rank 0).
    """

    always: Collection[Purpose]
    never: Collection[Purpose]
    answers: Collection[Purpose]
    pressing: Collection[Purpose]

    @property
    def fits(self) -> sa.ColumnElement[bool]:
        """Holds for the rows of `deliveries` that come first."""
        answers = deliveries.c.lane == Lane.REPLY
        urgent = deliveries.c.urgency != Urgency.NORMAL
        named = deliveries.c.purpose.in_(self.always) | deliveries.c.purpose.in_(self.answers)
        first = named | answers | _IS_FIRST_CARD | _IS_ASKED_OF_A_GROUP | _GOES_ON | urgent
        presses = deliveries.c.purpose.in_(self.pressing) & (deliveries.c.rank == 0)
        return (deliveries.c.purpose.not_in(self.never) & first) | presses

    @property
    def is_for_answers(self) -> sa.ColumnElement[bool]:
        """Holds for those of them that may use the very last messages; a mere receipt may not."""
        answers = (deliveries.c.purpose == Purpose.REPLY) & (deliveries.c.repeat != Repeat.NEVER)
        return deliveries.c.purpose.in_(self.answers) | answers | _GOES_ON


_GOES_ON = deliveries.c.after_id.is_not(None) & deliveries.c.content.is_not(None)
"""The rest of a message that has begun."""
_earlier = deliveries.alias("earlier")
_STANDS_ELSEWHERE = (
    # Only at a further address it has such a name; the others need not be looked for.
    deliveries.c.once_key.like("%:a%")
    & sa.exists()
    .where(
        _earlier.c.publication_id == deliveries.c.publication_id,
        _earlier.c.member_id == deliveries.c.member_id,
        _earlier.c.version == deliveries.c.version,
        _earlier.c.purpose == Purpose.CARD,
        _earlier.c.state.in_((DeliveryState.SENT, DeliveryState.MAYBE, DeliveryState.UNKNOWN)),
        _earlier.c.id != deliveries.c.id,
    )
    .correlate(deliveries)
)
_IS_FIRST_CARD = (
    (deliveries.c.purpose == Purpose.CARD)
    & ((deliveries.c.repeat != Repeat.NEVER) | (deliveries.c.version > 1))
    & sa.not_(_STANDS_ELSEWHERE)
)
_IS_ASKED_OF_A_GROUP = (deliveries.c.purpose == Purpose.GROUP_CARD) & (
    (deliveries.c.version > 1)
    | sa.exists()
    .where(publications.c.id == deliveries.c.publication_id, publications.c.asks_acknowledgement)
    .correlate(deliveries)
)


def part_of(connection: Connection, delivery_id: int, first: Compulsory) -> int:
    """0: ordinary; 1: it comes first; 2: it may use the very last messages."""
    part = sa.case((first.is_for_answers, 2), (first.fits, 1), else_=0)
    return int(connection.execute(sa.select(part).where(deliveries.c.id == delivery_id)).scalar_one())


def stands_elsewhere(connection: Connection, delivery_id: int) -> bool:
    """Whether it is a card at a further address, and its member has it, or may have it, at another."""
    question = sa.select(deliveries.c.id).where(
        deliveries.c.id == delivery_id, deliveries.c.purpose == Purpose.CARD, _STANDS_ELSEWHERE
    )
    return connection.execute(question).first() is not None


def parts_waiting(connection: Connection, connection_id: int, *, before: datetime) -> int:
    """How many further parts of begun messages are queued there for before that moment (machine time)."""
    question = sa.select(sa.func.count()).where(
        deliveries.c.connection_id == connection_id,
        deliveries.c.state == DeliveryState.QUEUED,
        deliveries.c.message_id.is_(None),
        deliveries.c.due_at < before,
        _GOES_ON,
    )
    return int(connection.execute(question).scalar_one())
