"""The web inbox: what stands in a conversation on the page, from either side."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.rows import insert_once, many
from storage.tables import web_messages


@dataclass(frozen=True)
class WebMessage:
    """One message of a conversation.

    Args:
        content: as `bot.messages.blocks.to_json` wrote it.
        from_member: the member typed it.
        once_key: of the delivery or the knock that brought it.
    """

    id: int
    address_id: int
    content: str
    from_member: bool
    created_at: datetime
    edited_at: datetime | None
    once_key: str | None


_MESSAGE = tuple(web_messages.c[name] for name in WebMessage.__dataclass_fields__)


def put(connection: Connection, *, address_id: int, content: str, once_key: str, now: datetime) -> int:
    """Add what the office says; the same key adds nothing a second time.

    Args:
        connection: inside a transaction.
        address_id: in which conversation.
        content: as `bot.messages.blocks.to_json` wrote it.
        once_key: names the delivery; empty: a message that nothing names, added each time.
        now: office time.

    Returns:
        The message's number, the first one's if it was there already.
    """
    return _add(
        connection, address_id=address_id, content=content, once_key=once_key, now=now, from_member=False
    )


def typed(connection: Connection, *, address_id: int, content: str, once_key: str, now: datetime) -> int:
    """Add what the member said; arguments and result as for `put`."""
    return _add(
        connection, address_id=address_id, content=content, once_key=once_key, now=now, from_member=True
    )


def _add(
    connection: Connection, *, address_id: int, content: str, once_key: str, now: datetime, from_member: bool
) -> int:
    added = connection.execute(
        insert_once(connection, web_messages)
        .values(
            address_id=address_id,
            content=content,
            from_member=from_member,
            once_key=once_key or None,
            created_at=now,
        )
        .returning(web_messages.c.id)
    ).scalar_one_or_none()
    if added is None:
        added = connection.execute(
            sa.select(web_messages.c.id).where(web_messages.c.once_key == once_key)
        ).scalar_one()
    return int(added)


def replace(connection: Connection, message_id: int, *, address_id: int, content: str, now: datetime) -> bool:
    """Give a message of this conversation another content; whether there is such a message."""
    return (
        connection.execute(
            web_messages.update()
            .where(web_messages.c.id == message_id, web_messages.c.address_id == address_id)
            .values(content=content, edited_at=now)
        ).rowcount
        == 1
    )


def of_address(
    connection: Connection, address_id: int, *, after_id: int | None = None, limit: int = 100
) -> list[WebMessage]:
    """The newest messages of a conversation (after one, if named), at most `limit`, oldest first."""
    question = sa.select(*_MESSAGE).where(web_messages.c.address_id == address_id)
    if after_id is not None:
        question = question.where(web_messages.c.id > after_id)
    return many(connection, question.order_by(web_messages.c.id.desc()).limit(limit), WebMessage)[::-1]


def with_files(connection: Connection, address_id: int) -> list[str]:
    """The content of each message in this conversation that has a file with it."""
    question = sa.select(web_messages.c.content).where(
        web_messages.c.address_id == address_id,
        web_messages.c.content.contains('"block":"file"', autoescape=True),
    )
    return list(connection.execute(question).scalars())


def newest(connection: Connection, address_ids: Collection[int]) -> dict[int, int]:
    """The number of the newest message that the office said, by conversation."""
    rows = connection.execute(
        sa.select(web_messages.c.address_id, sa.func.max(web_messages.c.id).label("newest"))
        .where(web_messages.c.address_id.in_(address_ids), ~web_messages.c.from_member)
        .group_by(web_messages.c.address_id)
    )
    return {row.address_id: row.newest for row in rows}
