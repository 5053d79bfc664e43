"""Where newly published documents are looked for, and what was found there."""

import sqlalchemy as sa

from storage.states import ItemNews, ItemState, Scope, SourceFault, SourceKind, SourceState
from storage.tables.base import id_column, metadata, moment, number, one_of, text, to, yes_no
from storage.types import Id

sources = sa.Table(
    "sources",
    metadata,
    id_column(),
    text("name"),
    one_of("kind", SourceKind),
    one_of("state", SourceState),
    # Of the feed or the list page; of a folder its path below the folder that the settings allow.
    text("place"),
    # How to find things on a portal's pages, as data (bot.sources.selectors); empty for other kinds.
    sa.Column("selectors", sa.JSON(), nullable=False),
    # For whom what comes from here usually is; null: the clerk chooses.
    sa.Column("audience", sa.JSON(), nullable=True),
    to("topics", "topic_id", null=True),
    # How far what comes from here may travel, because the admin said so.
    one_of("scope", Scope),
    # Goes out without a person, because the admin said so, in so many words.
    yes_no("publishes_itself"),
    # Since when it may; what was seen before then waits for a person.
    moment("publishes_since", null=True),
    number("every_minutes"),
    # Office time.
    moment("next_look_at"),
    moment("looked_at", null=True),
    moment("found_at", null=True),
    # Of the last answer, sent along with the next question.
    text("etag"),
    text("last_modified"),
    number("failures"),
    one_of("fault", SourceFault, null=True),
    text("fault_detail"),
    moment("failing_since", null=True),
    # Since when it answers, but nothing is found any more.
    moment("empty_since", null=True),
    # When the admins were told of what is wrong now; null: not yet.
    moment("told_at", null=True),
    # First contact is over: what came before it was noted and not sent.
    moment("imported_at", null=True),
    to("members", "created_by", null=True),
    moment("created_at"),
    sa.Index(None, "state", "next_look_at"),
)

items = sa.Table(
    "items",
    metadata,
    id_column(),
    to("sources", "source_id"),
    # Of its guid, or canonical link, or content: by it an item is known again.
    text("fingerprint"),
    text("link"),
    text("title"),
    # As the source says; shown, never relied upon.
    sa.Column("published_on", sa.Date(), nullable=True),
    # Of what was read: 32 digits of the text itself, 32 of its files; a later change is told to the clerk.
    # Behind them 64 of what the last look showed instead, until a second one agrees.
    text("content_hash"),
    # Hash of how the source showed it last; when this differs, it is read again. Empty: never read again.
    text("stamp"),
    # The draft that stands for it: its own, or that of another item which showed the same document first. No
    # foreign key: drafts name their items, and a circle of tables cannot be filled in order.
    number("draft_id", null=True),
    # What the clerks have not been told of yet.
    one_of("news", ItemNews, null=True),
    one_of("state", ItemState),
    one_of("fault", SourceFault, null=True),
    # Never anything of a marked document.
    text("fault_detail"),
    number("tries"),
    moment("next_try_at", null=True),
    moment("seen_at"),
    moment("changed_at"),
    sa.UniqueConstraint("source_id", "fingerprint"),
    sa.Index(None, "state", "next_try_at"),
    # Few have any; the clock looks for these every few seconds.
    sa.Index(
        None,
        "source_id",
        sqlite_where=sa.text("news IS NOT NULL"),
        postgresql_where=sa.text("news IS NOT NULL"),
    ),
)

# The platform's own id of a file that was sent there once: it need not be uploaded again.
uploads = sa.Table(
    "uploads",
    metadata,
    to("connections", "connection_id"),
    # Goes with its file when that is swept.
    sa.Column("file_id", Id, sa.ForeignKey("files.id", ondelete="CASCADE"), nullable=False),
    text("platform_id"),
    moment("made_at"),
    sa.PrimaryKeyConstraint("connection_id", "file_id"),
)
