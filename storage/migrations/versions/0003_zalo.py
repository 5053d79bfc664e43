"""Zalo: offered numbers, what a month has used up, platforms that are out, six-digit codes."""

import sqlalchemy as sa
from alembic import op

from storage.migrations.sqlite_numbers import keep_numbers, number_for_good, numbers_given

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Forward."""
    on_sqlite = op.get_bind().dialect.name == "sqlite"
    given = numbers_given(op.get_bind()) if on_sqlite else {}
    op.create_table(
        "offers",
        sa.Column(
            "id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False
        ),
        sa.Column("address_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("thing", sa.String(length=20), nullable=False),
        sa.Column("thing_id", sa.BigInteger(), nullable=False),
        sa.Column("buttons", sa.Text(), nullable=False),
        sa.Column("offered_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["address_id"], ["addresses.id"], name=op.f("fk_offers_address_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_offers")),
        sa.UniqueConstraint("address_id", "number", name=op.f("uq_offers_address_id_number")),
    )
    op.create_table(
        "usages",
        sa.Column("connection_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("month", sa.String(length=7), nullable=False),
        sa.Column("outgoing", sa.BigInteger(), nullable=False),
        sa.Column("incoming", sa.BigInteger(), nullable=False),
        sa.Column("told_percent", sa.BigInteger(), nullable=False),
        sa.Column("spent_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["connection_id"], ["connections.id"], name=op.f("fk_usages_connection_id")),
        sa.PrimaryKeyConstraint("connection_id", "month", name=op.f("pk_usages")),
    )
    op.add_column("connections", sa.Column("failing_since", sa.DateTime(timezone=True), nullable=True))
    op.add_column("connections", sa.Column("out_since", sa.DateTime(timezone=True), nullable=True))
    op.add_column("connections", sa.Column("good_since", sa.DateTime(timezone=True), nullable=True))
    op.add_column("connections", sa.Column("outage_told_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("connections", sa.Column("told_people", sa.BigInteger(), nullable=True))
    with op.batch_alter_table("invitations") as batch_op:
        batch_op.add_column(sa.Column("short", sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.add_column(
            sa.Column("connection_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True)
        )
        batch_op.create_foreign_key(
            op.f("fk_invitations_connection_id"), "connections", ["connection_id"], ["id"]
        )
    with op.batch_alter_table("invitations") as batch_op:
        batch_op.alter_column("short", server_default=None)
    if on_sqlite:
        number_for_good(op.get_bind())
        keep_numbers(op.get_bind(), given)


def downgrade() -> None:
    """Back, for tests."""
    on_sqlite = op.get_bind().dialect.name == "sqlite"
    given = numbers_given(op.get_bind()) if on_sqlite else {}
    with op.batch_alter_table("invitations") as batch_op:
        batch_op.drop_constraint(op.f("fk_invitations_connection_id"), type_="foreignkey")
        batch_op.drop_column("connection_id")
        batch_op.drop_column("short")
    with op.batch_alter_table("connections") as batch_op:
        batch_op.drop_column("told_people")
        batch_op.drop_column("outage_told_at")
        batch_op.drop_column("good_since")
        batch_op.drop_column("out_since")
        batch_op.drop_column("failing_since")
    op.drop_table("usages")
    op.drop_table("offers")
    if on_sqlite:
        number_for_good(op.get_bind())
        keep_numbers(op.get_bind(), {name: number for name, number in given.items() if name != "offers"})
