"""A member's own page on the web and their rights over their data; files that Loa hands out."""

import sqlalchemy as sa

from storage.states import DataRequest, DataRequestState
from storage.tables.base import id_column, metadata, moment, number, one_of, text, to

web_links = sa.Table(
    "web_links",
    metadata,
    id_column(),
    to("members", "member_id"),
    # The signed link names this row; a new link ends the older ones.
    to("members", "made_by", null=True),
    moment("made_at"),
    moment("expires_at"),
    moment("opened_at", null=True),
    moment("revoked_at", null=True),
    sa.Index(None, "member_id"),
)

web_codes = sa.Table(
    "web_codes",
    metadata,
    id_column(),
    to("members", "member_id"),
    # Of the one-time code; the code is nowhere.
    text("code_hash"),
    to("members", "made_by", null=True),
    moment("made_at"),
    moment("expires_at"),
    number("wrong_tries"),
    moment("used_at", null=True),
    moment("revoked_at", null=True),
    sa.Index(None, "member_id"),
)

web_sessions = sa.Table(
    "web_sessions",
    metadata,
    id_column(),
    to("members", "member_id"),
    to("addresses", "address_id"),
    # Of what stands in the cookie.
    text("token_hash"),
    moment("made_at"),
    moment("seen_at"),
    moment("ends_at"),
    moment("ended_at", null=True),
    sa.UniqueConstraint("token_hash"),
    sa.Index(None, "member_id"),
)

data_requests = sa.Table(
    "data_requests",
    metadata,
    id_column(),
    to("members", "member_id"),
    one_of("request", DataRequest),
    one_of("state", DataRequestState),
    # What is to be corrected, or which purpose is withdrawn; emptied when it is done.
    text("wish"),
    moment("made_at"),
    # The law's clocks (decree 356/2025/NĐ-CP article 5).
    moment("acknowledge_by"),
    moment("due_by"),
    moment("acknowledged_at", null=True),
    moment("extended_at", null=True),
    moment("done_at", null=True),
    to("members", "decided_by", null=True),
    # The reason of a refusal, in words for the member.
    text("because"),
    sa.Index(None, "state", "due_by"),
    sa.Index(None, "member_id"),
)

files = sa.Table(
    "files",
    metadata,
    id_column(),
    # Of the content (SHA-256): the same bytes are kept once.
    text("content_hash"),
    text("media_type"),
    number("size"),
    sa.Column("content", sa.LargeBinary(), nullable=False),
    moment("made_at"),
    # Swept after this; null: kept.
    moment("until_at", null=True),
    sa.UniqueConstraint("content_hash"),
)
