"""Files that Loa hands out, by content: sheets of invitations, templates, exports (design.md section 9)."""

import hashlib
from dataclasses import dataclass, field
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.rows import insert_once, one
from storage.tables import files, uploads

LARGEST = 20 * 1024 * 1024


@dataclass(frozen=True)
class Kept:
    """A file with its bytes."""

    id: int
    media_type: str
    content: bytes = field(repr=False)


def keep(
    connection: Connection, content: bytes, *, media_type: str, now: datetime, until_at: datetime | None
) -> int:
    """Keep the bytes, once for equal ones; the longer of two terms holds.

    Args:
        connection: an open transaction.
        content: at most `LARGEST` bytes.
        media_type: as in HTTP.
        now: office time.
        until_at: swept after this; None: kept.

    Raises:
        ValueError: it is too large.
    """
    if len(content) > LARGEST:
        raise ValueError("a file of more than 20 MB is not kept")
    values = {
        "content_hash": hashlib.sha256(content).hexdigest(),
        "media_type": media_type,
        "size": len(content),
        "content": content,
        "made_at": now,
        "until_at": until_at,
    }
    connection.execute(insert_once(connection, files).values(values))
    row = connection.execute(
        sa.select(files.c.id, files.c.until_at).where(files.c.content_hash == values["content_hash"])
    ).one()
    if row.until_at is not None and (until_at is None or until_at > row.until_at):
        connection.execute(files.update().where(files.c.id == row.id).values(until_at=until_at))
    return int(row.id)


def file(connection: Connection, file_id: int) -> Kept | None:
    """The file with this number, unless it was swept."""
    question = sa.select(files.c.id, files.c.media_type, files.c.content).where(files.c.id == file_id)
    return one(connection, question, Kept)


def hash_of(connection: Connection, file_id: int, *, now: datetime) -> str | None:
    """The SHA-256 of the file's bytes, in hex; None when its term is over at `now` (office time)."""
    question = sa.select(files.c.content_hash).where(
        files.c.id == file_id, files.c.until_at.is_(None) | (files.c.until_at > now)
    )
    return connection.execute(question).scalar_one_or_none()


def sweep(connection: Connection, *, now: datetime) -> int:
    """Remove what has served its term, with what platforms call it; how many."""
    gone = sa.select(files.c.id).where(files.c.until_at <= now)
    connection.execute(uploads.delete().where(uploads.c.file_id.in_(gone)))
    return connection.execute(files.delete().where(files.c.until_at <= now)).rowcount
