"""Whose telephone number a keyed hash is."""

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.tables import members


def with_phone(connection: Connection, phone_hash: str) -> list[int]:
    """The members on the roster whose number has this hash.

    Raises:
        ValueError: the hash is empty, as for everybody without a number.
    """
    if not phone_hash:
        raise ValueError("an empty hash is nobody's")
    question = (
        sa.select(members.c.id)
        .where(members.c.phone_hash == phone_hash, members.c.left_at.is_(None))
        .order_by(members.c.id)
    )
    return list(connection.execute(question).scalars())
