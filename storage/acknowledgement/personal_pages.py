"""What the page of one publication asks: what arrived with its link, was asked there, was refused."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.states import DeliveryState, InboxState, Purpose, QuestionState, Reason
from storage.tables import deliveries, inbox, questions


def proven_by_link(connection: Connection, *, address_id: int, publication_id: int, now: datetime) -> None:
    """Whoever stands on the page came by the link in the card: settle what was *maybe* or *unknown*."""
    in_doubt = deliveries.c.state.in_((DeliveryState.MAYBE, DeliveryState.UNKNOWN))
    connection.execute(
        deliveries.update()
        .where(
            in_doubt | ((deliveries.c.state == DeliveryState.QUEUED) & (deliveries.c.maybe_count > 0)),
            deliveries.c.address_id == address_id,
            deliveries.c.publication_id == publication_id,
            deliveries.c.purpose == Purpose.CARD,
        )
        .values(state=DeliveryState.SENT, reason=Reason.TOLD_BY_TAP, sent_at=now)
    )


def is_asked(connection: Connection, *, publication_id: int, member_id: int, question: str) -> bool:
    """Whether the member's question in these very words waits for its answer."""
    same = sa.exists().where(
        questions.c.publication_id == publication_id,
        questions.c.member_id == member_id,
        questions.c.state == QuestionState.WAITING,
        questions.c.question == question,
    )
    return bool(connection.execute(sa.select(same)).scalar_one())


def note_refused(
    connection: Connection,
    *,
    connection_id: int,
    update_id: str,
    conversation: str,
    size: int,
    refused_because: str,
    now: datetime,
) -> None:
    """Keep that the gate refused what was typed on the page, without any of it; nobody has to handle it.

    Args:
        connection: an open transaction.
        connection_id: of the conversation whose link it was.
        update_id: random: nothing came from the platform.
        conversation: the chat id there, so that what follows in the chat at once is refused too.
        size: bytes.
        refused_because: the gate's word.
        now: machine time.
    """
    connection.execute(
        inbox.insert().values(
            connection_id=connection_id,
            update_id=update_id,
            conversation=conversation,
            state=InboxState.REFUSED,
            body="",
            size=size,
            refused_because=refused_because,
            failures=0,
            due_at=now,
            received_at=now,
            done_at=now,
        )
    )
