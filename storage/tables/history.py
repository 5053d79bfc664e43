"""Every change of state, appended and never altered. Ids only, never names."""

import sqlalchemy as sa

from storage.tables.base import id_column, metadata, moment, number, text

history = sa.Table(
    "history",
    metadata,
    id_column(),
    moment("at"),
    # No foreign keys: a person can be erased, what happened stays counted.
    number("actor_id", null=True),
    number("on_behalf_of", null=True),
    sa.Column("door", sa.String(20), nullable=False),
    # From which conversation, where there was one.
    number("address_id", null=True),
    # Which thing: "obligation", "draft", ... and its row.
    sa.Column("thing", sa.String(32), nullable=False),
    number("thing_id"),
    number("publication_id", null=True),
    number("member_id", null=True),
    number("unit_id", null=True),
    sa.Column("from_state", sa.String(32), nullable=False),
    sa.Column("to_state", sa.String(32), nullable=False),
    number("version", null=True),
    # A word from a closed list or an id; never a name, never a message's text.
    text("detail"),
    sa.Index(None, "thing", "thing_id"),
    sa.Index(None, "publication_id"),
    sa.Index(None, "member_id"),
    # What one did oneself, and what happened in a unit.
    sa.Index(None, "actor_id"),
    sa.Index(None, "unit_id"),
    sa.Index(None, "at"),
)
