"""Obligations: one publication asked of one member."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.acknowledgement.counted import COUNTED_STATE
from storage.rows import many, one
from storage.states import DeliveryState, Kind, ObligationState, Origin, PublicationState, Purpose, Urgency
from storage.tables import deliveries, members, obligations, publications, versions


@dataclass(frozen=True)
class Obligation:
    """The row; see `storage.tables.publishing`."""

    id: int
    publication_id: int
    member_id: int
    unit_id: int
    origin: Origin
    state: ObligationState
    because: str
    version: int
    due_at: datetime | None
    """The member's own due date, where it is later than the publication's; None: the publication's."""
    expected_at: datetime
    changed_at: datetime
    read_aloud_at: datetime | None
    place: str
    witness: str
    reminders: int
    reminded_at: datetime | None


DUE = sa.func.coalesce(obligations.c.due_at, publications.c.due_at)
"""When an obligation is due for its member, in a statement that joins its publication."""

_OBLIGATION = tuple(obligations.c[name] for name in Obligation.__dataclass_fields__)


def of_member(connection: Connection, *, publication_id: int, member_id: int) -> Obligation | None:
    """What this publication asks of this member, if it does."""
    return one(
        connection,
        sa.select(*_OBLIGATION).where(
            obligations.c.publication_id == publication_id, obligations.c.member_id == member_id
        ),
        Obligation,
    )


def change(
    connection: Connection,
    obligation: Obligation,
    *,
    to: ObligationState,
    changed_at: datetime,
    **more: object,
) -> bool:
    """Give the obligation another state, if it is still in the one that was seen, and of that version.

    Returns:
        Whether it was; if not, somebody was first.
    """
    return (
        connection.execute(
            obligations.update()
            .where(
                obligations.c.id == obligation.id,
                obligations.c.state == obligation.state,
                obligations.c.version == obligation.version,
            )
            .values(state=to, changed_at=changed_at, **more)
        ).rowcount
        == 1
    )


@dataclass(frozen=True)
class Open:
    """An obligation that waits for its member, with what a list shows of it; due when it is for them."""

    id: int
    publication_id: int
    member_id: int
    unit_id: int
    state: ObligationState
    kind: Kind
    number: str
    title: str
    due_at: datetime | None
    reminders: int
    reminded_at: datetime | None


def open_ones(
    connection: Connection,
    *,
    member_id: int | None = None,
    publication_id: int | None = None,
    states: Collection[ObligationState] = (ObligationState.EXPECTED,),
) -> list[Open]:
    """Obligations of publications in force in these states, by due date; then in order of publication."""
    question = (
        sa.select(
            *(obligations.c[name] for name in _FROM_OBLIGATION),
            *(versions.c[name] for name in ("kind", "number", "title")),
            DUE.label("due_at"),
        )
        .join(publications, publications.c.id == obligations.c.publication_id)
        .join(
            versions,
            (versions.c.publication_id == publications.c.id) & (versions.c.version == publications.c.version),
        )
        .where(obligations.c.state.in_(states), publications.c.state != PublicationState.WITHDRAWN)
        .order_by(DUE.is_(None), DUE, publications.c.id)
    )
    if member_id is not None:
        question = question.where(obligations.c.member_id == member_id)
    if publication_id is not None:
        question = question.where(obligations.c.publication_id == publication_id)
    return many(connection, question, Open)


_FROM_OBLIGATION = ("id", "publication_id", "member_id", "unit_id", "state", "reminders", "reminded_at")


@dataclass(frozen=True)
class OwedCard:
    """A publication that waits for the member and of which they have heard in no conversation of theirs.

    Args:
        id: of the obligation.
        once_key_taken: a card was queued before, but could not be delivered.
    """

    id: int
    publication_id: int
    version: int
    urgency: Urgency
    once_key_taken: bool


def owed_cards(connection: Connection, member_id: int) -> list[OwedCard]:
    """The open obligations of the member whose card neither arrived nor is under way, oldest first.

    What a message about everything in force listed for them is no longer owed.
    """
    card = sa.exists().where(
        deliveries.c.publication_id == obligations.c.publication_id,
        deliveries.c.member_id == obligations.c.member_id,
        deliveries.c.purpose == Purpose.CARD,
        deliveries.c.version == publications.c.version,
    )
    there_or_under_way = deliveries.c.state.in_(_THERE_OR_UNDER_WAY)
    return many(
        connection,
        sa.select(
            obligations.c.id,
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
            # One that is halted too: its cards are held back until it goes on.
            publications.c.state != PublicationState.WITHDRAWN,
            ~card.where(there_or_under_way),
            ~_inducted(there_or_under_way),
        )
        .order_by(publications.c.id),
        OwedCard,
    )


LISTS_IT = (
    deliveries.c.publication_id.is_(None)
    & (deliveries.c.purpose == Purpose.INDUCTION)
    # Its subject is the newest obligation at that time.
    & (deliveries.c.subject >= obligations.c.id)
)
"""Holds for messages about everything in force that list an obligation of the same member."""


def _inducted(delivered: sa.ColumnElement[bool]) -> sa.Exists:
    return (
        sa.exists()
        .where(deliveries.c.member_id == obligations.c.member_id, LISTS_IT, delivered)
        .correlate(obligations, publications)
    )


_THERE_OR_UNDER_WAY = (
    DeliveryState.QUEUED,
    DeliveryState.SENDING,
    DeliveryState.SENT,
    DeliveryState.MAYBE,
    DeliveryState.UNKNOWN,
)


@dataclass(frozen=True)
class Total:
    """How many obligations of a unit stand in a state."""

    unit_id: int
    state: ObligationState
    amount: int


def totals(connection: Connection, publication_id: int) -> list[Total]:
    """The obligations of a publication by the unit of their day and by the state in which they count."""
    each = (
        sa.select(obligations.c.unit_id, COUNTED_STATE)
        .join(publications, publications.c.id == obligations.c.publication_id)
        .where(obligations.c.publication_id == publication_id)
        .subquery("each")
    )
    return many(connection, sa.select(*each.c, sa.func.count().label("amount")).group_by(*each.c), Total)


@dataclass(frozen=True)
class OwnDues:
    """How many of those who have not answered have more time than the others, and until when at most."""

    amount: int
    latest: datetime


def own_dues(
    connection: Connection, publication_id: int, *, unit_ids: Collection[int] | None
) -> OwnDues | None:
    """The due dates of their own in these units (None: all); None where nobody has one."""
    question = sa.select(
        sa.func.count().label("amount"), sa.func.max(obligations.c.due_at).label("latest")
    ).where(
        obligations.c.publication_id == publication_id,
        obligations.c.state == ObligationState.EXPECTED,
        obligations.c.due_at.is_not(None),
    )
    if unit_ids is not None:
        question = question.where(obligations.c.unit_id.in_(unit_ids))
    row = connection.execute(question).one()
    return OwnDues(row.amount, row.latest) if row.amount else None


@dataclass(frozen=True)
class Expected:
    """One line of the expected list."""

    member_id: int
    full_name: str
    unit_id: int
    state: ObligationState
    because: str
    changed_at: datetime
    read_aloud_at: datetime | None
    place: str
    witness: str


def expected_list(
    connection: Connection, publication_id: int, *, unit_ids: Collection[int] | None = None
) -> list[Expected]:
    """Everyone of whom the publication is asked, in these units (None: all), by given name."""
    own = [name for name in Expected.__dataclass_fields__ if name not in ("full_name", "state")]
    question = (
        sa.select(*(obligations.c[name] for name in own), members.c.full_name, COUNTED_STATE)
        .join(publications, publications.c.id == obligations.c.publication_id)
        .join(members, members.c.id == obligations.c.member_id)
        .where(obligations.c.publication_id == publication_id)
        .order_by(members.c.sort_key)
    )
    if unit_ids is not None:
        question = question.where(obligations.c.unit_id.in_(unit_ids))
    return many(connection, question, Expected)
