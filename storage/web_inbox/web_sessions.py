"""A member's own page on the web: browsers that are in, the conversation behind it, what came of a knock."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.rows import insert_row, one
from storage.states import AddressState, DeliveryState, InboxState, Lane, Purpose
from storage.tables import addresses, deliveries, inbox, web_messages, web_sessions

SESSION = "web_session"
"""What these rows are called in history."""


@dataclass(frozen=True)
class Session:
    """A browser in which a member has shown a code."""

    id: int
    member_id: int
    address_id: int
    seen_at: datetime
    ends_at: datetime


_SESSION = tuple(web_sessions.c[name] for name in Session.__dataclass_fields__)


def add_session(
    connection: Connection,
    *,
    member_id: int,
    address_id: int,
    token_hash: str,
    now: datetime,
    ends_at: datetime,
) -> int:
    """Write a session; only the hash of what stands in the cookie is kept."""
    values = {"member_id": member_id, "address_id": address_id, "token_hash": token_hash}
    return insert_row(connection, web_sessions, values | {"made_at": now, "seen_at": now, "ends_at": ends_at})


def session_of(connection: Connection, token_hash: str, *, now: datetime) -> Session | None:
    """The session with this token, unless it has ended."""
    question = sa.select(*_SESSION).where(
        web_sessions.c.token_hash == token_hash,
        web_sessions.c.ended_at.is_(None),
        web_sessions.c.ends_at > now,
    )
    return one(connection, question, Session)


def prolong(connection: Connection, session_id: int, *, now: datetime, ends_at: datetime) -> None:
    """The member was here again."""
    connection.execute(
        web_sessions.update().where(web_sessions.c.id == session_id).values(seen_at=now, ends_at=ends_at)
    )


def end_session(connection: Connection, session_id: int, *, now: datetime) -> bool:
    """End one session; whether it was open."""
    return (
        connection.execute(
            web_sessions.update()
            .where(web_sessions.c.id == session_id, web_sessions.c.ended_at.is_(None))
            .values(ended_at=now)
        ).rowcount
        == 1
    )


def end_sessions(connection: Connection, *, member_id: int, now: datetime) -> list[int]:
    """End all of the member's sessions; the numbers of those that were open."""
    return list(
        connection.execute(
            web_sessions.update()
            .where(
                web_sessions.c.member_id == member_id,
                web_sessions.c.ended_at.is_(None),
                web_sessions.c.ends_at > now,
            )
            .values(ended_at=now)
            .returning(web_sessions.c.id)
        ).scalars()
    )


def page_of(connection: Connection, *, connection_id: int, member_id: int) -> int | None:
    """The member's conversation on the web connection; one that waits for their consent counts too."""
    bound = sa.select(addresses.c.id).where(
        addresses.c.connection_id == connection_id,
        addresses.c.member_id == member_id,
        addresses.c.is_group.is_(False),
    )
    waiting = (
        sa.select(addresses.c.id)
        .join(web_sessions, web_sessions.c.address_id == addresses.c.id)
        .where(
            addresses.c.connection_id == connection_id,
            addresses.c.member_id.is_(None),
            web_sessions.c.member_id == member_id,
        )
    )
    for question in (bound.order_by(addresses.c.id), waiting.order_by(addresses.c.id)):
        found = connection.execute(question.limit(1)).scalar_one_or_none()
        if found is not None:
            return int(found)
    return None


def bind_page(connection: Connection, address_id: int, *, member_id: int) -> bool:
    """Let the conversation stand for the member, tried after their messengers; whether it was nobody's."""
    last = sa.select(sa.func.coalesce(sa.func.max(addresses.c.preference), -1)).where(
        addresses.c.member_id == member_id
    )
    return (
        connection.execute(
            addresses.update()
            .where(addresses.c.id == address_id, addresses.c.member_id.is_(None))
            .values(
                member_id=member_id,
                state=AddressState.ACTIVE,
                preference=connection.execute(last).scalar_one() + 1,
            )
        ).rowcount
        == 1
    )


def card_messages(connection: Connection, address_id: int) -> dict[int, str]:
    """Which message of the conversation is the card of which publication, the newest of each."""
    rows = connection.execute(
        sa.select(deliveries.c.publication_id, deliveries.c.message_id)
        .where(
            deliveries.c.address_id == address_id,
            deliveries.c.purpose == Purpose.CARD,
            deliveries.c.message_id.is_not(None),
            deliveries.c.publication_id.is_not(None),
        )
        .order_by(deliveries.c.id)
    )
    return {int(row.publication_id): str(row.message_id) for row in rows}


def newest_message(connection: Connection, address_id: int) -> int:
    """The number of the newest message that the office said there; 0: none."""
    question = sa.select(sa.func.coalesce(sa.func.max(web_messages.c.id), 0)).where(
        web_messages.c.address_id == address_id, web_messages.c.from_member.is_(False)
    )
    return int(connection.execute(question).scalar_one())


def has_arrived(connection: Connection, address_id: int) -> bool:
    """Whether nothing that goes out at once is still on its way to this conversation."""
    waits = sa.exists().where(
        deliveries.c.address_id == address_id,
        deliveries.c.lane == Lane.REPLY,
        deliveries.c.state.in_((DeliveryState.QUEUED, DeliveryState.SENDING)),
    )
    return not connection.execute(sa.select(waits)).scalar()


@dataclass(frozen=True)
class Answer:
    """What came of a knock so far.

    Args:
        is_whole: it was handled, and everything it said stands in the conversation.
        message_ids: the messages it wrote or replaced, in order.
    """

    is_whole: bool
    message_ids: tuple[int, ...]


def answer_to(connection: Connection, *, connection_id: int, chat_id: str, update_id: str) -> Answer | None:
    """What came of that knock of this conversation; None when there was none."""
    knock = connection.execute(
        sa.select(inbox.c.id, inbox.c.state).where(
            inbox.c.connection_id == connection_id,
            inbox.c.update_id == update_id,
            inbox.c.conversation == chat_id,
        )
    ).one_or_none()
    if knock is None:
        return None
    said = connection.execute(
        sa.select(deliveries.c.state, deliveries.c.message_id)
        .join(addresses, addresses.c.id == deliveries.c.address_id)
        .where(
            addresses.c.connection_id == connection_id,
            addresses.c.chat_id == chat_id,
            deliveries.c.purpose == Purpose.REPLY,
            deliveries.c.subject == knock.id,
        )
        .order_by(deliveries.c.id)
    ).all()
    waits = any(one.state in (DeliveryState.QUEUED, DeliveryState.SENDING) for one in said)
    return Answer(
        is_whole=knock.state not in (InboxState.WAITING, InboxState.HANDLING) and not waits,
        message_ids=tuple(int(one.message_id) for one in said if one.message_id is not None),
    )
