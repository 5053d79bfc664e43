"""What a member acknowledged, for looking back and taking back."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.rows import many
from storage.states import ObligationState, PublicationState
from storage.tables import obligations, publications, versions


@dataclass(frozen=True)
class Acknowledgement:
    """One publication that its member took note of."""

    publication_id: int
    number: str
    title: str
    changed_at: datetime


def recent(connection: Connection, *, member_id: int, since: datetime, limit: int) -> list[Acknowledgement]:
    """What the member acknowledged since then (office time) and is still asked of them, the newest first."""
    return many(
        connection,
        sa.select(obligations.c.publication_id, versions.c.number, versions.c.title, obligations.c.changed_at)
        .join(publications, publications.c.id == obligations.c.publication_id)
        .join(
            versions,
            (versions.c.publication_id == publications.c.id) & (versions.c.version == publications.c.version),
        )
        .where(
            obligations.c.member_id == member_id,
            obligations.c.state == ObligationState.ACKNOWLEDGED,
            obligations.c.changed_at >= since,
            publications.c.state != PublicationState.WITHDRAWN,
        )
        .order_by(obligations.c.changed_at.desc(), obligations.c.id.desc())
        .limit(limit),
        Acknowledgement,
    )
