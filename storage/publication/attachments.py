"""Files that go along with a document: the one it was drafted from, and its annexes."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.rows import insert_row, many
from storage.tables import attachments, files, versions


@dataclass(frozen=True)
class Attachment:
    """A file of a draft, and of the version that the draft became.

    Args:
        file_id: its bytes, in `storage.files`.
        name: as people see it, with its ending.
        size: bytes.
    """

    id: int
    file_id: int
    name: str
    media_type: str
    size: int


def of_draft(connection: Connection, draft_id: int) -> list[Attachment]:
    """The draft's files, in the order in which they came."""
    return many(
        connection,
        sa.select(
            attachments.c.id, attachments.c.file_id, attachments.c.name, files.c.media_type, files.c.size
        )
        .join(files, files.c.id == attachments.c.file_id)
        .where(attachments.c.draft_id == draft_id)
        .order_by(attachments.c.place, attachments.c.id),
        Attachment,
    )


def add(connection: Connection, *, draft_id: int, file_id: int, name: str) -> int:
    """Put a file behind those that are there; its number."""
    last = sa.select(sa.func.coalesce(sa.func.max(attachments.c.place), -1))
    place = connection.execute(last.where(attachments.c.draft_id == draft_id)).scalar_one()
    values = {"draft_id": draft_id, "file_id": file_id, "name": name, "place": place + 1}
    return insert_row(connection, attachments, values)


def rename(connection: Connection, attachment_id: int, *, name: str) -> None:
    """Show it under another name."""
    connection.execute(attachments.update().where(attachments.c.id == attachment_id).values(name=name))


def remove(connection: Connection, attachment_id: int, *, now: datetime) -> None:
    """Take it off its draft; what nothing else shows goes with the next sweep after `now` (office time)."""
    file_id = connection.execute(
        sa.select(attachments.c.file_id).where(attachments.c.id == attachment_id)
    ).scalar_one()
    connection.execute(attachments.delete().where(attachments.c.id == attachment_id))
    # Somebody may be putting it to another draft just now: that one is seen by what follows.
    connection.execute(sa.select(files.c.id).where(files.c.id == file_id).with_for_update())
    others = sa.exists().where(attachments.c.file_id == file_id)
    connection.execute(files.update().where(files.c.id == file_id, ~others).values(until_at=now))


def of_version(connection: Connection, publication_id: int, version: int) -> list[Attachment]:
    """The files of this version of the publication, in their order."""
    draft_id = connection.execute(
        sa.select(versions.c.draft_id).where(
            versions.c.publication_id == publication_id, versions.c.version == version
        )
    ).scalar_one_or_none()
    return [] if draft_id is None else of_draft(connection, draft_id)
