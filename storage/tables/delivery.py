"""The delivery row is the queue (design.md section 5); attempts, rates and paces stand beside it."""

import sqlalchemy as sa

from storage.states import DeliveryState, Lane, Purpose, Reason, Repeat, Urgency
from storage.tables.base import id_column, metadata, moment, number, one_of, text, to

deliveries = sa.Table(
    "deliveries",
    metadata,
    id_column(),
    # Says what it is (pub:12:v1:m7:card); whoever makes the same thing again changes nothing.
    sa.Column("once_key", sa.String(120), nullable=False),
    to("connections", "connection_id"),
    to("addresses", "address_id"),
    to("members", "member_id", null=True),
    one_of("purpose", Purpose),
    # What it is about, by purpose: a draft, a question, an inbox row.
    number("subject", null=True),
    to("publications", "publication_id", null=True),
    to("study_sessions", "session_id", null=True),
    number("version", null=True),
    one_of("lane", Lane),
    one_of("urgency", Urgency),
    one_of("repeat", Repeat),
    # Order within the lane: urgent 0, normal 1, digest 2, progress 3; ties by id.
    number("rank"),
    # Composed beforehand (answers to a knock); null: composed when its turn comes.
    text("content", null=True),
    # This one waits until that one has left the queue (parts of a long text).
    to("deliveries", "after_id", null=True),
    one_of("state", DeliveryState),
    one_of("reason", Reason, null=True),
    text("detail"),
    # Not before this (machine time).
    moment("due_at"),
    # Worthless after this (office time); null: never.
    moment("expires_at", null=True),
    number("attempt_number"),
    number("failures"),
    number("maybe_count"),
    text("worker", null=True),
    moment("lease_until", null=True),
    # The platform's id of the message; with it set, a queued row is an edit.
    text("message_id", null=True),
    # Of what was last sent, so that an edit that changes nothing is not made.
    text("fingerprint"),
    moment("created_at"),
    moment("sent_at", null=True),
    sa.UniqueConstraint("once_key"),
    sa.Index(None, "connection_id", "state", "lane", "rank", "id"),
    sa.Index(None, "publication_id", "member_id"),
    sa.Index(None, "address_id", "message_id"),
    sa.Index(None, "session_id"),
)

attempts = sa.Table(
    "attempts",
    metadata,
    id_column(),
    to("deliveries", "delivery_id"),
    number("attempt_number"),
    text("worker"),
    moment("started_at"),
    moment("ended_at", null=True),
    # An OutcomeKind of bot.channels.contract; null while it is open.
    sa.Column("outcome", sa.String(20), nullable=True),
    one_of("reason", Reason, null=True),
    number("status", null=True),
    text("detail"),
    text("message_id", null=True),
    sa.UniqueConstraint("delivery_id", "attempt_number"),
)

rates = sa.Table(
    "rates",
    metadata,
    to("connections", "connection_id"),
    # Theoretical arrival time of the next send, microseconds since the epoch (GCRA).
    number("tat"),
    # The same for answers alone, at two thirds of the rate, while a broadcast waits.
    number("reply_tat"),
    sa.PrimaryKeyConstraint("connection_id"),
)

# What a connection sent and took in a month, where its platform counts.
usages = sa.Table(
    "usages",
    metadata,
    to("connections", "connection_id"),
    # Of the office's calendar: 2026-11.
    sa.Column("month", sa.String(7), nullable=False),
    number("outgoing"),
    number("incoming"),
    # The highest share, in percent, of which the admins have been told.
    number("told_percent"),
    # Since when the platform itself says that the month is used up (machine time).
    moment("spent_at", null=True),
    sa.PrimaryKeyConstraint("connection_id", "month"),
)

paces = sa.Table(
    "paces",
    metadata,
    to("addresses", "address_id"),
    # The next send to this conversation, microseconds since the epoch.
    number("next_at"),
    sa.PrimaryKeyConstraint("address_id"),
)
