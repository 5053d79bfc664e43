"""What a conversation waits for; nothing else about it is kept."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.rows import one, upsert
from storage.tables import dialogues


@dataclass(frozen=True)
class Dialogue:
    """One conversation's open question."""

    awaited: str
    subject: int
    argument: int
    until_at: datetime


def of(connection: Connection, address_id: int) -> Dialogue | None:
    """What this conversation waits for, lapsed or not."""
    return one(
        connection,
        sa.select(*(dialogues.c[name] for name in Dialogue.__dataclass_fields__)).where(
            dialogues.c.address_id == address_id
        ),
        Dialogue,
    )


def put(connection: Connection, address_id: int, dialogue: Dialogue | None) -> None:
    """Wait for this from now on, or (None) for nothing."""
    if dialogue is None:
        connection.execute(dialogues.delete().where(dialogues.c.address_id == address_id))
        return
    upsert(
        connection,
        dialogues,
        keys=("address_id",),
        values={"address_id": address_id, **dialogue.__dict__},
    )
