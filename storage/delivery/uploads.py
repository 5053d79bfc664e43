"""The platform's own id of a file that was sent on a connection once: it need not be uploaded again."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.rows import upsert
from storage.tables import uploads


def platform_id(connection: Connection, *, connection_id: int, file_id: int) -> str:
    """By what the platform knows the file there; empty: it was not sent on that connection yet."""
    question = sa.select(uploads.c.platform_id).where(
        uploads.c.connection_id == connection_id, uploads.c.file_id == file_id
    )
    return connection.execute(question).scalar_one_or_none() or ""


def note(
    connection: Connection, *, connection_id: int, file_id: int, platform_id: str, made_at: datetime
) -> None:
    """Remember it; a later id takes the place of an earlier one."""
    values = {
        "connection_id": connection_id,
        "file_id": file_id,
        "platform_id": platform_id,
        "made_at": made_at,
    }
    upsert(connection, uploads, keys=("connection_id", "file_id"), values=values)


def forget(connection: Connection, *, connection_id: int, file_id: int) -> None:
    """The platform no longer knows it: the next time the file goes up again."""
    connection.execute(
        uploads.delete().where(uploads.c.connection_id == connection_id, uploads.c.file_id == file_id)
    )
