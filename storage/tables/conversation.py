"""What comes in, what came of it, and what a conversation waits for."""

import sqlalchemy as sa

from storage.states import InboxState
from storage.tables.base import id_column, metadata, moment, number, one_of, text, to

inbox = sa.Table(
    "inbox",
    metadata,
    id_column(),
    to("connections", "connection_id"),
    sa.Column("update_id", sa.String(80), nullable=False),
    sa.Column("conversation", sa.String(80), nullable=False),
    one_of("state", InboxState),
    # The raw update as JSON; emptied when handled, never written when it carried a secrecy mark.
    text("body"),
    number("size"),
    text("refused_because"),
    number("failures"),
    text("worker", null=True),
    moment("lease_until", null=True),
    # Not before this (machine time): a knock that failed rests a little.
    moment("due_at"),
    moment("received_at"),
    moment("done_at", null=True),
    sa.UniqueConstraint("connection_id", "update_id"),
    sa.Index(None, "state", "connection_id", "conversation"),
)

knock_outcomes = sa.Table(
    "knock_outcomes",
    metadata,
    id_column(),
    to("inbox", "knock_id"),
    sa.Column("step", sa.String(60), nullable=False),
    text("outcome"),
    sa.UniqueConstraint("knock_id", "step"),
)

dialogues = sa.Table(
    "dialogues",
    metadata,
    to("addresses", "address_id"),
    # A bot.messages.reply.Awaited.
    sa.Column("awaited", sa.String(32), nullable=False),
    number("subject"),
    number("argument"),
    moment("until_at"),
    sa.PrimaryKeyConstraint("address_id"),
)

# What a typed number stands for, where there are no buttons: one row a thing, and one for the last menu.
offers = sa.Table(
    "offers",
    metadata,
    id_column(),
    to("addresses", "address_id"),
    # Two digits for a thing; 0 for the menu, whose choices are numbered by themselves.
    number("number"),
    # "publication", "session", "message" (a delivery that is none of these), "menu".
    sa.Column("thing", sa.String(20), nullable=False),
    number("thing_id"),
    # The buttons as bot.messages.numbered.codes wrote them.
    text("buttons"),
    moment("offered_at"),
    sa.UniqueConstraint("address_id", "number"),
)

web_messages = sa.Table(
    "web_messages",
    metadata,
    id_column(),
    to("addresses", "address_id"),
    # The message as bot.messages.blocks.to_json wrote it; what a person typed stands as plain lines.
    text("content"),
    sa.Column("from_member", sa.Boolean(), nullable=False),
    # Of the delivery or the knock that brought it: putting it here twice changes nothing.
    sa.Column("once_key", sa.String(120), nullable=True),
    moment("created_at"),
    moment("edited_at", null=True),
    sa.UniqueConstraint("once_key"),
    sa.Index(None, "address_id"),
)
