"""Which document numbers are taken: by publications in force, and by drafts on their way."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.rows import many
from storage.states import DraftState, PublicationState
from storage.tables import drafts, publications, versions


@dataclass(frozen=True)
class Taken:
    """A document that has the number.

    Args:
        publication_id: None while it is a draft.
    """

    draft_id: int
    publication_id: int | None
    number: str
    title: str
    issuer: str
    issued_on: date | None


def published_with(connection: Connection, number_key: str) -> list[Taken]:
    """The publications in force whose newest version has this number, the first one first."""
    newest = (versions.c.publication_id == publications.c.id) & (versions.c.version == publications.c.version)
    return many(
        connection,
        sa.select(
            publications.c.draft_id,
            publications.c.id.label("publication_id"),
            versions.c.number,
            versions.c.title,
            versions.c.issuer,
            versions.c.issued_on,
        )
        .join(versions, newest)
        .where(versions.c.number_key == number_key, publications.c.state != PublicationState.WITHDRAWN)
        .order_by(publications.c.id),
        Taken,
    )


def drafted_with(connection: Connection, number_key: str, *, states: Collection[DraftState]) -> list[Taken]:
    """The drafts with this number that stand there, the first one first."""
    return many(
        connection,
        sa.select(
            drafts.c.id.label("draft_id"),
            sa.null().label("publication_id"),
            drafts.c.number,
            drafts.c.title,
            drafts.c.issuer,
            drafts.c.issued_on,
        )
        .where(drafts.c.number_key == number_key, drafts.c.state.in_(states))
        .order_by(drafts.c.id),
        Taken,
    )
