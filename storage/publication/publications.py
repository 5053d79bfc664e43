"""Publications and their versions: adding one, finding it, those in force."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.publication.drafts import CONTENT, Content, Draft
from storage.rows import insert_row, many, one
from storage.states import PublicationState, Purpose
from storage.tables import deliveries, digest_items, installation, publications, versions


@dataclass(frozen=True, kw_only=True)
class Publication(Content):
    """A publication with its newest version."""

    id: int
    draft_id: int
    state: PublicationState
    version: int
    audience: Mapping[str, Any]
    topic_id: int | None
    signatory_id: int | None
    asks_acknowledgement: bool
    due_at: datetime | None
    published_at: datetime
    created_by: int | None
    approved_by: int | None
    withdrawn_at: datetime | None
    withdrawn_because: str
    replaced_by: int | None


_OWN = tuple(name for name in Publication.__dataclass_fields__ if name not in CONTENT)


def _publications() -> sa.Select[Any]:
    newest = (versions.c.publication_id == publications.c.id) & (versions.c.version == publications.c.version)
    return sa.select(*(publications.c[name] for name in _OWN), *(versions.c[name] for name in CONTENT)).join(
        versions, newest
    )


def add(
    connection: Connection,
    draft: Draft,
    *,
    main_points: list[dict[str, str]],
    approved_by: int | None,
    published_at: datetime,
) -> int:
    """Make the draft a publication with its first version and those of its main points that stay.

    Returns:
        The publication's number.
    """
    publication_id = insert_row(
        connection,
        publications,
        {
            "draft_id": draft.id,
            "state": PublicationState.IN_FORCE,
            "version": 1,
            "audience": draft.audience,
            "topic_id": draft.topic_id,
            "signatory_id": draft.signatory_id,
            "withdrawn_because": "",
            "asks_acknowledgement": draft.asks_acknowledgement,
            "due_at": draft.due_at if draft.asks_acknowledgement else None,
            "published_at": published_at,
            "created_by": draft.created_by,
            "approved_by": approved_by,
        },
    )
    add_version(
        connection, draft, publication_id=publication_id, version=1, main_points=main_points, now=published_at
    )
    return publication_id


def add_version(
    connection: Connection,
    draft: Draft,
    *,
    publication_id: int,
    version: int,
    main_points: list[dict[str, str]],
    now: datetime,
) -> None:
    """Write what the draft says as this version of the publication."""
    values = draft.columns() | {
        "main_points": main_points,
        "draft_id": draft.id,
        "is_material": draft.is_material,
        "change_note": draft.change_note,
    }
    connection.execute(
        versions.insert().values(publication_id=publication_id, version=version, created_at=now, **values)
    )


def publication(connection: Connection, publication_id: int) -> Publication | None:
    """The publication with this number, withdrawn or not."""
    return one(connection, _publications().where(publications.c.id == publication_id), Publication)


def numbers_of(connection: Connection, ids: Collection[int]) -> dict[int, str]:
    """The document's own number of each of these publications."""
    newest = (versions.c.publication_id == publications.c.id) & (versions.c.version == publications.c.version)
    question = sa.select(publications.c.id, versions.c.number).join(versions, newest)
    found = connection.execute(question.where(publications.c.id.in_(list(ids))))
    return {row.id: row.number for row in found}


def of_draft(connection: Connection, draft_id: int) -> int | None:
    """The publication that the draft has become."""
    return connection.execute(
        sa.select(publications.c.id).where(publications.c.draft_id == draft_id)
    ).scalar_one_or_none()


def in_force(connection: Connection, *, before_id: int | None, limit: int) -> list[Publication]:
    """Those not withdrawn, the newest first; with `before_id`, those older than it."""
    question = _publications().where(publications.c.state != PublicationState.WITHDRAWN)
    if before_id is not None:
        question = question.where(publications.c.id < before_id)
    return many(connection, question.order_by(publications.c.id.desc()).limit(limit), Publication)


def one_at_a_time(connection: Connection) -> None:
    """Let no other transaction publish until this one ends: two could both find a number unused.

    SQLite has one writer anyway.
    """
    connection.execute(sa.select(installation.c.id).with_for_update())


def had_a_card(connection: Connection, *, publication_id: int, member_id: int) -> bool:
    """Whether a card of the publication was queued for this member, or a digest took it along."""
    card = sa.exists().where(
        deliveries.c.publication_id == publication_id,
        deliveries.c.member_id == member_id,
        deliveries.c.purpose == Purpose.CARD,
    )
    digest = sa.exists().where(
        digest_items.c.publication_id == publication_id,
        digest_items.c.member_id == member_id,
        digest_items.c.delivery_id.is_not(None),
    )
    return bool(connection.execute(sa.select(card | digest)).scalar())
