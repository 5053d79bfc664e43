"""The tree through time: what a unit was called and where it hung on which day, and what is planned."""

import sqlalchemy as sa

from storage.states import UnitChange, UnitKind
from storage.tables.base import id_column, metadata, moment, number, one_of, text, to

unit_spans = sa.Table(
    "unit_spans",
    metadata,
    id_column(),
    to("units", "unit_id"),
    text("name"),
    text("short_name"),
    to("units", "parent_id", null=True),
    sa.Column("from_on", sa.Date(), nullable=False),
    # The first day on which it was otherwise; null: it is so today.
    sa.Column("until_on", sa.Date(), nullable=True),
    sa.UniqueConstraint("unit_id", "from_on"),
)

unit_changes = sa.Table(
    "unit_changes",
    metadata,
    id_column(),
    # Null while a unit that is to be opened has no row yet.
    to("units", "unit_id", null=True),
    one_of("change", UnitChange),
    sa.Column("on_date", sa.Date(), nullable=False),
    # Of the unit to be opened or renamed.
    one_of("kind", UnitKind, null=True),
    text("name"),
    text("short_name"),
    # Under which unit it is to hang, or into which it is merged.
    to("units", "target_id", null=True),
    to("members", "made_by", null=True),
    moment("made_at"),
    # Null while it is being put together in a chat: it does not count yet.
    moment("confirmed_at", null=True),
    moment("applied_at", null=True),
    moment("called_off_at", null=True),
    sa.Index(None, "applied_at", "on_date"),
)

unit_words = sa.Table(
    "unit_words",
    metadata,
    # How the office calls a kind of unit: "Chi bộ", short "CB".
    one_of("kind", UnitKind),
    text("word"),
    text("short_word"),
    sa.PrimaryKeyConstraint("kind"),
)

member_moves = sa.Table(
    "member_moves",
    metadata,
    id_column(),
    to("members", "member_id"),
    to("units", "from_unit_id"),
    to("units", "to_unit_id"),
    sa.Column("on_date", sa.Date(), nullable=False),
    moment("moved_at"),
    to("members", "moved_by", null=True),
    # The merging that brought it about, if one did.
    to("unit_changes", "change_id", null=True),
    sa.Index(None, "member_id"),
)

obligation_moves = sa.Table(
    "obligation_moves",
    metadata,
    id_column(),
    to("obligations", "obligation_id"),
    to("publications", "publication_id"),
    to("members", "member_id"),
    to("units", "from_unit_id"),
    to("units", "to_unit_id"),
    number("move_id", null=True),
    moment("moved_at"),
    sa.Index(None, "publication_id"),
)
