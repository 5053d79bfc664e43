"""Drafts, publications with their versions, obligations, questions, openings."""

from typing import Any

import sqlalchemy as sa

from storage.states import (
    DraftState,
    Kind,
    ObligationState,
    Origin,
    PublicationState,
    QuestionState,
    Scope,
    Urgency,
)
from storage.tables.base import id_column, metadata, moment, number, one_of, text, to, yes_no


def _content() -> list[sa.Column[Any]]:
    """What a draft and a version both say."""
    return [
        one_of("kind", Kind),
        text("type_name"),
        # As printed; empty when it has none.
        text("number"),
        # Canonical, for finding the same number again; empty when it has none.
        text("number_key"),
        text("title"),
        text("issuer"),
        sa.Column("issued_on", sa.Date(), nullable=True),
        sa.Column("event_on", sa.Date(), nullable=True),
        text("chair"),
        # Sentences quoted from the text, each with its label: [{"label": ..., "text": ...}].
        sa.Column("main_points", sa.JSON(), nullable=False),
        # "What each of you must do": lines confirmed by a person.
        sa.Column("to_do", sa.JSON(), nullable=False),
        text("body"),
        one_of("scope", Scope),
        one_of("urgency", Urgency),
    ]


drafts = sa.Table(
    "drafts",
    metadata,
    id_column(),
    one_of("state", DraftState),
    # Raised by every change: a button made for an earlier revision is answered with the new one.
    number("revision"),
    *_content(),
    # A rule, see bot.audience: {"kind": "everyone" | "unit" | "topic", "subject": id}.
    sa.Column("audience", sa.JSON(), nullable=True),
    yes_no("asks_acknowledgement"),
    moment("due_at", null=True),
    moment("publish_at", null=True),
    # Where the reader was not sure: names of fields to look at.
    sa.Column("unsure", sa.JSON(), nullable=False),
    to("members", "created_by", null=True),
    moment("created_at"),
    moment("submitted_at", null=True),
    to("members", "approved_by", null=True),
    moment("approved_at", null=True),
    text("return_note"),
    sa.Index(None, "state", "publish_at"),
)

publications = sa.Table(
    "publications",
    metadata,
    id_column(),
    to("drafts", "draft_id"),
    one_of("state", PublicationState),
    # The newest version's number.
    number("version"),
    sa.Column("audience", sa.JSON(), nullable=False),
    yes_no("asks_acknowledgement"),
    moment("due_at", null=True),
    moment("published_at"),
    to("members", "created_by", null=True),
    to("members", "approved_by", null=True),
    sa.UniqueConstraint("draft_id"),
    sa.Index(None, "state", "due_at"),
)

versions = sa.Table(
    "versions",
    metadata,
    id_column(),
    to("publications", "publication_id"),
    number("version"),
    *_content(),
    moment("created_at"),
    sa.UniqueConstraint("publication_id", "version"),
    sa.Index(None, "number_key"),
)

obligations = sa.Table(
    "obligations",
    metadata,
    id_column(),
    to("publications", "publication_id"),
    to("members", "member_id"),
    # The member's unit on the day of publication: things are counted there.
    to("units", "unit_id"),
    one_of("origin", Origin),
    one_of("state", ObligationState),
    # In words for the list: why exempt or withdrawn; empty otherwise.
    text("because"),
    number("version"),
    # Their own due date, where it is later than the publication's (joined later); null: the publication's.
    moment("due_at", null=True),
    moment("expected_at"),
    moment("changed_at"),
    to("addresses", "address_id", null=True),
    # Reading aloud: when, where, before whom, recorded by whom.
    moment("read_aloud_at", null=True),
    text("place"),
    text("witness"),
    to("members", "recorded_by", null=True),
    number("reminders"),
    moment("reminded_at", null=True),
    sa.UniqueConstraint("publication_id", "member_id"),
    sa.Index(None, "member_id", "state"),
    sa.Index(None, "publication_id", "state"),
    # Few have a date of their own; the reminders look for these every few seconds.
    sa.Index(
        None,
        "due_at",
        sqlite_where=sa.text("due_at IS NOT NULL"),
        postgresql_where=sa.text("due_at IS NOT NULL"),
    ),
)

questions = sa.Table(
    "questions",
    metadata,
    id_column(),
    to("publications", "publication_id"),
    to("members", "member_id"),
    to("units", "unit_id"),
    one_of("state", QuestionState),
    text("question"),
    moment("asked_at"),
    text("answer"),
    to("members", "answered_by", null=True),
    moment("answered_at", null=True),
    sa.Index(None, "state", "unit_id"),
    sa.Index(None, "publication_id"),
)

openings = sa.Table(
    "openings",
    metadata,
    id_column(),
    to("publications", "publication_id"),
    to("members", "member_id"),
    to("addresses", "address_id", null=True),
    # By which button or link.
    text("through"),
    moment("opened_at"),
    sa.UniqueConstraint("publication_id", "member_id", "through"),
)
