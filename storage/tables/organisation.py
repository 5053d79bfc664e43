"""Units, members, roles, connections and addresses, joining, topics."""

import sqlalchemy as sa

from storage.states import Address, AddressState, MemberKind, Platform, Rhythm, Role, UnitKind
from storage.tables.base import id_column, metadata, moment, number, one_of, text, to, yes_no

installation = sa.Table(
    "installation",
    metadata,
    id_column(),
    text("name"),
    # The office's time is the machine's plus this; only the sandbox moves it, and only forward.
    number("clock_offset_seconds"),
    yes_no("sandbox"),
    moment("created_at"),
    # The last office day for which the nightly sweep was begun.
    sa.Column("swept_on", sa.Date(), nullable=True),
)

units = sa.Table(
    "units",
    metadata,
    id_column(),
    one_of("kind", UnitKind),
    text("name"),
    text("short_name"),
    to("units", "parent_id", null=True),
    # Protocol order among the units of one parent.
    number("position"),
    sa.Column("opened_on", sa.Date(), nullable=False),
    sa.Column("closed_on", sa.Date(), nullable=True),
    # Where its members went when it was merged.
    to("units", "merged_into_id", null=True),
    sa.Index(None, "parent_id"),
)

members = sa.Table(
    "members",
    metadata,
    id_column(),
    text("full_name"),
    # Given name first, accents weighed as Vietnamese does: names are listed by it.
    text("sort_key"),
    one_of("address_form", Address),
    one_of("kind", MemberKind),
    text("position"),
    to("units", "unit_id"),
    moment("joined_at"),
    moment("left_at", null=True),
    # No consent: word comes on paper, and leaders do not see why.
    yes_no("on_paper"),
    # Of bot.settings OfficeSection: the language Loa speaks to them.
    sa.Column("language", sa.String(8), nullable=False),
    # A keyed hash, for matching a contact that its owner sends; the number itself is nowhere. Empty: none.
    text("phone_hash"),
    # Personal quiet hours, minutes after midnight in the office's zone; they may pass midnight.
    number("quiet_from", null=True),
    number("quiet_until", null=True),
    # Anonymised at the person's request: the name is gone, what was counted stays.
    moment("erased_at", null=True),
    sa.Index(None, "unit_id"),
    sa.Index(None, "phone_hash"),
)

role_grants = sa.Table(
    "role_grants",
    metadata,
    id_column(),
    to("members", "member_id"),
    one_of("role", Role),
    to("units", "unit_id"),
    moment("from_at"),
    moment("until_at", null=True),
    to("members", "granted_by", null=True),
    sa.Index(None, "member_id"),
)

connections = sa.Table(
    "connections",
    metadata,
    id_column(),
    one_of("platform", Platform),
    text("name"),
    # The update id to ask for next; everything before it is in the inbox.
    number("poll_offset", null=True),
    # Why nothing goes out here (token refused, second instance); empty when all is well.
    text("stopped_reason"),
    # How the platform names the bot (Telegram's username, without @), for links to it; empty until asked.
    text("account"),
    # Since when every call has failed for want of the platform; null while it answers (machine time).
    moment("failing_since", null=True),
    # Set while word goes other ways first: since when it has been out (machine time).
    moment("out_since", null=True),
    # Since when it has answered again after it failed; null: it fails, or never did (machine time).
    moment("good_since", null=True),
    # When leaders were last told that it is out (machine time).
    moment("outage_told_at", null=True),
    # The highest share, in percent, of the people it may hold of which the admins have been told; null: none.
    number("told_people", null=True),
    sa.UniqueConstraint("name"),
)

addresses = sa.Table(
    "addresses",
    metadata,
    id_column(),
    to("connections", "connection_id"),
    text("chat_id"),
    yes_no("is_group"),
    to("members", "member_id", null=True),
    to("units", "unit_id", null=True),
    one_of("state", AddressState),
    # The member's order: the smallest is tried first.
    number("preference"),
    # In the sandbox: which platform's manner this chat is shown in.
    one_of("shown_as", Platform, null=True),
    moment("created_at"),
    sa.UniqueConstraint("connection_id", "chat_id"),
    sa.Index(None, "member_id"),
)

consents = sa.Table(
    "consents",
    metadata,
    id_column(),
    to("members", "member_id"),
    text("purpose"),
    text("text_version"),
    to("addresses", "address_id"),
    moment("given_at"),
    moment("withdrawn_at", null=True),
    sa.Index(None, "member_id"),
)

invitations = sa.Table(
    "invitations",
    metadata,
    id_column(),
    # Only a hash of the code is kept: who reads the database cannot join with it.
    text("code_hash"),
    to("members", "member_id"),
    to("members", "made_by", null=True),
    moment("created_at"),
    moment("expires_at"),
    moment("used_at", null=True),
    to("addresses", "used_by", null=True),
    moment("revoked_at", null=True),
    # Six digits to be typed at once, not the long code of a letter or a link.
    yes_no("short"),
    # The bot that it names, where a platform's people are spread over several: its seat is kept.
    to("connections", "connection_id", null=True),
    sa.UniqueConstraint("code_hash"),
    sa.Index(None, "member_id"),
)

topics = sa.Table(
    "topics",
    metadata,
    id_column(),
    text("name"),
    number("position"),
    yes_no("mandatory"),
    # Whether somebody who never chose is subscribed.
    yes_no("on_by_default"),
    # Who locked it and why, in words for the member; empty for a free topic.
    text("locked_because"),
    # How it reaches who never chose; what asks for acknowledgement always comes at once.
    one_of("rhythm", Rhythm),
    # No longer offered; what was published under it stays.
    moment("closed_at", null=True),
    sa.UniqueConstraint("name"),
)

topic_settings = sa.Table(
    "topic_settings",
    metadata,
    id_column(),
    to("topics", "topic_id"),
    # Holds for this unit and all below it; the nearest unit upwards that has a row decides.
    to("units", "unit_id"),
    yes_no("mandatory"),
    yes_no("on_by_default"),
    one_of("rhythm", Rhythm),
    text("locked_because"),
    sa.UniqueConstraint("topic_id", "unit_id"),
)

subscriptions = sa.Table(
    "subscriptions",
    metadata,
    id_column(),
    to("members", "member_id"),
    to("topics", "topic_id"),
    yes_no("subscribed"),
    # None: as the topic comes.
    one_of("rhythm", Rhythm, null=True),
    moment("changed_at"),
    sa.UniqueConstraint("member_id", "topic_id"),
)
