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
        # As the text names who signed it.
        text("signatory"),
        # What stands beside its scope: "Tài liệu thu hồi" and the like, as printed; empty for none.
        text("circulation"),
        # Sentences quoted from the text, each with its label: [{"label": ..., "text": ...}].
        sa.Column("main_points", sa.JSON(), nullable=False),
        # "What each of you must do": lines confirmed by a person.
        sa.Column("to_do", sa.JSON(), nullable=False),
        # The same for a part of those: [{"members": [...], "roles": [...], "lines": [...]}].
        sa.Column("to_do_for", sa.JSON(), nullable=False),
        # What a meeting asks of whom: [{"text", "who", "due_on", "member_ids"}].
        sa.Column("tasks", sa.JSON(), nullable=False),
        # Asked before acknowledging: [{"question", "choices", "right", "passage"}]; empty: a tap is enough.
        sa.Column("quiz", sa.JSON(), nullable=False),
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
    # A rule, see storage.audience.rules.
    sa.Column("audience", sa.JSON(), nullable=True),
    to("topics", "topic_id", null=True),
    # The signatory on the roster: issues it, and is outside the denominator.
    to("members", "signatory_id", null=True),
    yes_no("asks_acknowledgement"),
    moment("due_at", null=True),
    moment("publish_at", null=True),
    # The publication of which this is a new version; null: it is one of its own. No foreign key, here and
    # below: publications name their drafts, and a circle of tables cannot be filled in order.
    number("corrects_id", null=True),
    # Of a correction: whether those who had acknowledged are asked again.
    yes_no("is_material"),
    # Of a correction: what changed, in words.
    text("change_note"),
    # The publication that this one takes the place of when it goes out.
    number("replaces_id", null=True),
    # What a source showed, from which this was drafted.
    to("items", "item_id", null=True),
    # The machine could not read all of it (a scan): somebody has to look for marks of secrecy first.
    yes_no("needs_clearing"),
    to("members", "cleared_by", null=True),
    moment("cleared_at", null=True),
    # Where each field stands in the text: {"number": {"start", "end", "sure"}}.
    sa.Column("places", sa.JSON(), nullable=False),
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
    to("topics", "topic_id", null=True),
    to("members", "signatory_id", null=True),
    yes_no("asks_acknowledgement"),
    moment("due_at", null=True),
    moment("published_at"),
    to("members", "created_by", null=True),
    to("members", "approved_by", null=True),
    moment("withdrawn_at", null=True),
    to("members", "withdrawn_by", null=True),
    # In words for the members: why; empty where it was replaced. While it is in force: what was typed and
    # waits to be confirmed.
    text("withdrawn_because"),
    # The publication that took its place.
    to("publications", "replaced_by", null=True),
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
    # The draft that said so; its attachments are this version's.
    to("drafts", "draft_id", null=True),
    yes_no("is_material"),
    # What changed, in words; empty for the first.
    text("change_note"),
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

attachments = sa.Table(
    "attachments",
    metadata,
    id_column(),
    to("drafts", "draft_id"),
    to("files", "file_id"),
    # As people see it, with its ending.
    text("name"),
    number("place"),
    sa.UniqueConstraint("draft_id", "file_id"),
)

# Every publication's words as people type them into /tim: folded, one blank before, between and after.
search_words = sa.Table(
    "search_words",
    metadata,
    to("publications", "publication_id"),
    # Number, type, title, issuer.
    text("name"),
    text("body"),
    sa.PrimaryKeyConstraint("publication_id"),
)

# What a meeting asks of somebody on the roster.
task_takers = sa.Table(
    "task_takers",
    metadata,
    id_column(),
    to("publications", "publication_id"),
    # The task's place in its version, from 0.
    number("task"),
    to("members", "member_id"),
    # Null: not yet taken.
    moment("taken_at", null=True),
    to("addresses", "address_id", null=True),
    sa.UniqueConstraint("publication_id", "task", "member_id"),
    sa.Index(None, "member_id"),
)

# Which questions of a quiz a member has tried and answered rightly; gone when they have acknowledged.
quiz_passes = sa.Table(
    "quiz_passes",
    metadata,
    id_column(),
    to("publications", "publication_id"),
    number("version"),
    to("members", "member_id"),
    number("question"),
    # Null: tried, and not yet rightly.
    moment("passed_at", null=True),
    sa.UniqueConstraint("publication_id", "version", "member_id", "question"),
)

# How often each choice was made at the first try, of nobody by name: no score of a person can be made of it.
quiz_tallies = sa.Table(
    "quiz_tallies",
    metadata,
    to("publications", "publication_id"),
    number("version"),
    number("question"),
    number("choice"),
    number("amount"),
    sa.PrimaryKeyConstraint("publication_id", "version", "question", "choice"),
)
