"""What happens to members on the roster: exemptions, roster files, requests to be connected, group chats."""

import sqlalchemy as sa

from storage.states import ExemptFrom, ExemptReason, ImportState, JoinState
from storage.tables.base import id_column, metadata, moment, one_of, text, to

exemptions = sa.Table(
    "exemptions",
    metadata,
    id_column(),
    to("members", "member_id"),
    one_of("exempt_from", ExemptFrom),
    one_of("reason", ExemptReason),
    moment("from_at"),
    # The end that was set; null: until further notice.
    moment("until_at", null=True),
    to("members", "granted_by", null=True),
    moment("granted_at"),
    # When it really ended: by hand before that, or by the rule that looks after it.
    moment("ended_at", null=True),
    sa.Index(None, "member_id"),
)

roster_imports = sa.Table(
    "roster_imports",
    metadata,
    id_column(),
    one_of("state", ImportState),
    text("file_name"),
    # Of the file's bytes: the same file again shows the same difference.
    text("fingerprint"),
    # The difference as JSON; emptied when it was applied, dropped or has lapsed: it holds names.
    text("difference"),
    to("members", "made_by", null=True),
    moment("made_at"),
    moment("until_at"),
    to("members", "applied_by", null=True),
    moment("applied_at", null=True),
)

join_requests = sa.Table(
    "join_requests",
    metadata,
    id_column(),
    to("addresses", "address_id"),
    one_of("state", JoinState),
    # What the person wrote of themselves, and how the messenger calls the account; emptied when decided.
    text("said_name"),
    text("said_unit"),
    text("account"),
    to("units", "unit_id", null=True),
    moment("made_at"),
    to("members", "decided_by", null=True),
    moment("decided_at", null=True),
    to("members", "member_id", null=True),
    to("invitations", "invitation_id", null=True),
    sa.Index(None, "state"),
    sa.Index(None, "address_id"),
)

group_invitations = sa.Table(
    "group_invitations",
    metadata,
    id_column(),
    # Binds a group chat to the unit when somebody with the right types the code in it; only a hash is kept.
    text("code_hash"),
    to("units", "unit_id"),
    to("members", "made_by", null=True),
    moment("made_at"),
    moment("expires_at"),
    moment("used_at", null=True),
    to("addresses", "used_by", null=True),
    sa.UniqueConstraint("code_hash"),
)

digest_items = sa.Table(
    "digest_items",
    metadata,
    id_column(),
    to("members", "member_id"),
    to("publications", "publication_id"),
    moment("waits_since"),
    # The office day on which it is to go (it waits for the member's digest of that day).
    sa.Column("due_on", sa.Date(), nullable=False),
    # The digest that took it along; null: it still waits.
    to("deliveries", "delivery_id", null=True),
    sa.UniqueConstraint("member_id", "publication_id"),
    sa.Index(None, "delivery_id", "due_on"),
)
