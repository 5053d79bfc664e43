"""Openings: a member looked at a publication, and by which button. It says nothing about acknowledging."""

from datetime import datetime

from sqlalchemy.engine import Connection

from storage.rows import insert_once
from storage.tables import openings


def add(
    connection: Connection,
    *,
    publication_id: int,
    member_id: int,
    address_id: int | None,
    through: str,
    opened_at: datetime,
) -> bool:
    """Note the opening; only the first one by each button is kept.

    Returns:
        Whether it was the first.
    """
    added = connection.execute(
        insert_once(connection, openings).values(
            publication_id=publication_id,
            member_id=member_id,
            address_id=address_id,
            through=through,
            opened_at=opened_at,
        )
    )
    return added.rowcount == 1
