"""Drafts: what the clerk is at, what waits for approval, what goes out at its set time."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.audience.rules import Audience
from storage.rows import insert_row, many, one
from storage.states import DraftState, Kind, Scope, Urgency
from storage.tables import drafts


@dataclass(frozen=True, kw_only=True)
class Content:
    """What a draft and a version both say; see `storage.tables.publishing`.

    Args:
        main_points: `{"label", "text"}`, in a draft also `"kept"`.
    """

    kind: Kind
    type_name: str
    number: str
    number_key: str
    title: str
    issuer: str
    issued_on: date | None
    event_on: date | None
    chair: str
    main_points: Sequence[Mapping[str, Any]]
    to_do: Sequence[str]
    body: str
    scope: Scope
    urgency: Urgency
    signatory: str = ""
    circulation: str = ""
    to_do_for: Sequence[Mapping[str, Any]] = ()
    tasks: Sequence[Mapping[str, Any]] = ()
    quiz: Sequence[Mapping[str, Any]] = ()

    def columns(self) -> dict[str, Any]:
        """Column by column, as a row of either takes it."""
        lists = {name: list(getattr(self, name)) for name in _LISTS}
        return {name: getattr(self, name) for name in CONTENT} | lists


CONTENT = tuple(Content.__dataclass_fields__)
_LISTS = ("main_points", "to_do", "to_do_for", "tasks", "quiz")


@dataclass(frozen=True, kw_only=True)
class Draft(Content):
    """A draft's row."""

    id: int
    state: DraftState
    revision: int
    audience: Mapping[str, Any] | None
    topic_id: int | None
    signatory_id: int | None
    asks_acknowledgement: bool
    due_at: datetime | None
    publish_at: datetime | None
    corrects_id: int | None
    is_material: bool
    change_note: str
    replaces_id: int | None
    item_id: int | None
    needs_clearing: bool
    cleared_by: int | None
    cleared_at: datetime | None
    places: Mapping[str, Any]
    unsure: Sequence[str]
    created_by: int | None
    created_at: datetime
    submitted_at: datetime | None
    approved_by: int | None
    approved_at: datetime | None
    return_note: str


_DRAFT = tuple(drafts.c[name] for name in Draft.__dataclass_fields__)


def add(
    connection: Connection,
    content: Content,
    *,
    asks_acknowledgement: bool,
    due_at: datetime | None,
    unsure: Sequence[str],
    created_by: int | None,
    created_at: datetime,
    **more: object,
) -> int:
    """Begin a draft; `more` are columns that differ from their beginning. Returns its number."""
    return insert_row(
        connection,
        drafts,
        {
            **content.columns(),
            "state": DraftState.OPEN,
            "revision": 1,
            "is_material": False,
            "change_note": "",
            "needs_clearing": False,
            "places": {},
            "asks_acknowledgement": asks_acknowledgement,
            "due_at": due_at,
            "unsure": list(unsure),
            "created_by": created_by,
            "created_at": created_at,
            "return_note": "",
            **more,
        },
    )


def draft(connection: Connection, draft_id: int) -> Draft | None:
    """The draft with this number."""
    return one(connection, sa.select(*_DRAFT).where(drafts.c.id == draft_id), Draft)


def change(connection: Connection, seen: Draft, values: Mapping[str, Any]) -> bool:
    """Give the draft these values and the next revision, if it is still as it was seen.

    Returns:
        Whether it was; if not, somebody was first.
    """
    return (
        connection.execute(
            drafts.update()
            .where(drafts.c.id == seen.id, drafts.c.revision == seen.revision, drafts.c.state == seen.state)
            .values(revision=seen.revision + 1, **values)
        ).rowcount
        == 1
    )


def in_states(connection: Connection, states: Collection[DraftState]) -> list[Draft]:
    """The drafts that stand there, the longest waiting first."""
    return many(
        connection,
        sa.select(*_DRAFT)
        .where(drafts.c.state.in_(states))
        .order_by(sa.func.coalesce(drafts.c.submitted_at, drafts.c.created_at), drafts.c.id),
        Draft,
    )


def waiting_for_unit(connection: Connection, unit_id: int) -> int:
    """How many drafts for this very unit wait to be approved or for their set time."""
    waiting = in_states(connection, (DraftState.SUBMITTED, DraftState.SCHEDULED))
    return sum(unit_id in Audience.of(draft.audience).unit_ids for draft in waiting if draft.audience)


def due(connection: Connection, *, now: datetime) -> list[int]:
    """The approved drafts whose set time has come (office time), the earliest first."""
    return list(
        connection.execute(
            sa.select(drafts.c.id)
            .where(drafts.c.state == DraftState.SCHEDULED, drafts.c.publish_at <= now)
            .order_by(drafts.c.publish_at, drafts.c.id)
        ).scalars()
    )
