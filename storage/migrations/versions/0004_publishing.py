"""Publishing: sources and what they show, versions, tasks, quizzes, attachments, narrower audiences."""

import re
import unicodedata
from typing import Any

import sqlalchemy as sa
from alembic import op

from storage.migrations.sqlite_numbers import keep_numbers, number_for_good, numbers_given

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_NEW = (
    *("attachments", "items", "quiz_passes", "quiz_tallies", "search_words", "sources"),
    *("task_takers", "uploads"),
)
_TEXTS = ("signatory", "circulation")
_LISTS = ("to_do_for", "tasks", "quiz")


def upgrade() -> None:
    """Forward."""
    on_sqlite = op.get_bind().dialect.name == "sqlite"
    given = numbers_given(op.get_bind()) if on_sqlite else {}
    _create_sources()
    _widen_content("drafts", _drafts(), _DRAFTS_TO)
    _widen_content("versions", _versions(), _VERSIONS_TO)
    op.execute(
        "UPDATE versions SET draft_id ="
        " (SELECT draft_id FROM publications WHERE publications.id = versions.publication_id)"
    )
    _widen("publications", _publications(), _PUBLICATIONS_TO)
    _create_parts()
    _keep_words()
    if on_sqlite:
        number_for_good(op.get_bind())
        keep_numbers(op.get_bind(), given)


def downgrade() -> None:
    """Back, for tests."""
    on_sqlite = op.get_bind().dialect.name == "sqlite"
    given = numbers_given(op.get_bind()) if on_sqlite else {}
    for table in ("search_words", "quiz_tallies", "quiz_passes", "task_takers", "attachments"):
        op.drop_table(table)
    _narrow("publications", [column.name for column in _publications()], _PUBLICATIONS_TO)
    _narrow("versions", [*_TEXTS, *_LISTS, *(column.name for column in _versions())], _VERSIONS_TO)
    _narrow("drafts", [*_TEXTS, *_LISTS, *(column.name for column in _drafts())], _DRAFTS_TO)
    for table in ("uploads", "items", "sources"):
        op.drop_table(table)
    if on_sqlite:
        number_for_good(op.get_bind())
        keep_numbers(op.get_bind(), {name: number for name, number in given.items() if name not in _NEW})


def _moment(name: str, *, null: bool = True) -> sa.Column[Any]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=null)


def _drafts() -> list[sa.Column[Any]]:
    return [
        sa.Column("topic_id", _ID, nullable=True),
        sa.Column("signatory_id", _ID, nullable=True),
        sa.Column("corrects_id", sa.BigInteger(), nullable=True),
        sa.Column("is_material", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("change_note", sa.Text(), server_default="", nullable=False),
        sa.Column("replaces_id", sa.BigInteger(), nullable=True),
        sa.Column("item_id", _ID, nullable=True),
        sa.Column("needs_clearing", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("cleared_by", _ID, nullable=True),
        _moment("cleared_at"),
        sa.Column("places", sa.JSON(), server_default="{}", nullable=False),
    ]


_DRAFTS_TO = {"topic_id": "topics", "signatory_id": "members", "item_id": "items", "cleared_by": "members"}


def _versions() -> list[sa.Column[Any]]:
    return [
        sa.Column("draft_id", _ID, nullable=True),
        sa.Column("is_material", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("change_note", sa.Text(), server_default="", nullable=False),
    ]


_VERSIONS_TO = {"draft_id": "drafts"}


def _publications() -> list[sa.Column[Any]]:
    return [
        sa.Column("topic_id", _ID, nullable=True),
        sa.Column("signatory_id", _ID, nullable=True),
        _moment("withdrawn_at"),
        sa.Column("withdrawn_by", _ID, nullable=True),
        sa.Column("withdrawn_because", sa.Text(), server_default="", nullable=False),
        sa.Column("replaced_by", _ID, nullable=True),
    ]


_PUBLICATIONS_TO = {
    "topic_id": "topics",
    "signatory_id": "members",
    "withdrawn_by": "members",
    "replaced_by": "publications",
}


def _widen_content(table: str, columns: list[sa.Column[Any]], to: dict[str, str]) -> None:
    texts = [sa.Column(name, sa.Text(), server_default="", nullable=False) for name in _TEXTS]
    lists = [sa.Column(name, sa.JSON(), server_default="[]", nullable=False) for name in _LISTS]
    _widen(table, [*texts, *lists, *columns], to)


def _widen(table: str, columns: list[sa.Column[Any]], to: dict[str, str]) -> None:
    with op.batch_alter_table(table) as batch_op:
        for column in columns:
            batch_op.add_column(column)
        for name, target in to.items():
            batch_op.create_foreign_key(op.f(f"fk_{table}_{name}"), target, [name], ["id"])
    with op.batch_alter_table(table) as batch_op:
        for column in columns:
            if column.server_default is not None:
                batch_op.alter_column(column.name, server_default=None)


def _narrow(table: str, names: list[str], to: dict[str, str]) -> None:
    with op.batch_alter_table(table) as batch_op:
        for name in to:
            batch_op.drop_constraint(op.f(f"fk_{table}_{name}"), type_="foreignkey")
        for name in reversed(names):
            batch_op.drop_column(name)


def _id() -> sa.Column[Any]:
    return sa.Column("id", _ID, autoincrement=True, nullable=False)


def _to(table: str, name: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([name], [f"{target}.id"], name=op.f(f"fk_{table}_{name}"))


def _create_sources() -> None:
    op.create_table(
        "sources",
        _id(),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("selectors", sa.JSON(), nullable=False),
        sa.Column("audience", sa.JSON(), nullable=True),
        sa.Column("topic_id", _ID, nullable=True),
        sa.Column("scope", sa.String(length=32), nullable=False),
        sa.Column("publishes_itself", sa.Boolean(), nullable=False),
        _moment("publishes_since"),
        sa.Column("every_minutes", sa.BigInteger(), nullable=False),
        _moment("next_look_at", null=False),
        _moment("looked_at"),
        _moment("found_at"),
        sa.Column("etag", sa.Text(), nullable=False),
        sa.Column("last_modified", sa.Text(), nullable=False),
        sa.Column("failures", sa.BigInteger(), nullable=False),
        sa.Column("fault", sa.String(length=32), nullable=True),
        sa.Column("fault_detail", sa.Text(), nullable=False),
        _moment("failing_since"),
        _moment("empty_since"),
        _moment("told_at"),
        _moment("imported_at"),
        sa.Column("created_by", _ID, nullable=True),
        _moment("created_at", null=False),
        _to("sources", "topic_id", "topics"),
        _to("sources", "created_by", "members"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sources")),
    )
    op.create_index(op.f("ix_sources_state_next_look_at"), "sources", ["state", "next_look_at"])
    op.create_table(
        "items",
        _id(),
        sa.Column("source_id", _ID, nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("link", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("published_on", sa.Date(), nullable=True),
        sa.Column("content_hash", sa.Text(), nullable=False),
        sa.Column("stamp", sa.Text(), nullable=False),
        sa.Column("draft_id", sa.BigInteger(), nullable=True),
        sa.Column("news", sa.String(length=32), nullable=True),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("fault", sa.String(length=32), nullable=True),
        sa.Column("fault_detail", sa.Text(), nullable=False),
        sa.Column("tries", sa.BigInteger(), nullable=False),
        _moment("next_try_at"),
        _moment("seen_at", null=False),
        _moment("changed_at", null=False),
        _to("items", "source_id", "sources"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_items")),
        sa.UniqueConstraint("source_id", "fingerprint", name=op.f("uq_items_source_id_fingerprint")),
    )
    op.create_index(op.f("ix_items_state_next_try_at"), "items", ["state", "next_try_at"])
    op.create_index(
        op.f("ix_items_source_id"),
        "items",
        ["source_id"],
        sqlite_where=sa.text("news IS NOT NULL"),
        postgresql_where=sa.text("news IS NOT NULL"),
    )
    op.create_table(
        "uploads",
        sa.Column("connection_id", _ID, nullable=False),
        sa.Column("file_id", _ID, nullable=False),
        sa.Column("platform_id", sa.Text(), nullable=False),
        _moment("made_at", null=False),
        _to("uploads", "connection_id", "connections"),
        sa.ForeignKeyConstraint(
            ["file_id"], ["files.id"], name=op.f("fk_uploads_file_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("connection_id", "file_id", name=op.f("pk_uploads")),
    )


def _keep_words() -> None:
    """What is published already can be searched too."""
    op.create_table(
        "search_words",
        sa.Column("publication_id", _ID, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        _to("search_words", "publication_id", "publications"),
        sa.PrimaryKeyConstraint("publication_id", name=op.f("pk_search_words")),
    )
    connection = op.get_bind()
    newest = sa.text(
        "SELECT publications.id AS id, number, type_name, title, issuer, body FROM publications"
        " JOIN versions ON versions.publication_id = publications.id"
        " AND versions.version = publications.version"
    )
    keep = sa.text("INSERT INTO search_words (publication_id, name, body) VALUES (:id, :name, :body)")
    for row in connection.execute(newest).mappings().all():
        name = " ".join((row["number"], row["type_name"], row["title"], row["issuer"]))
        connection.execute(keep, {"id": row["id"], "name": _folded(name), "body": _folded(row["body"])})


def _folded(text: str) -> str:
    """As bot.messages.folding folds today; what is published later is folded there."""
    bare = "".join(one for one in unicodedata.normalize("NFD", text) if not unicodedata.combining(one))
    plain = bare.translate(str.maketrans("đĐðÐ", "dDdD")).casefold()
    return f" {re.sub(r'[^a-z0-9]+', ' ', plain).strip()} "


def _create_parts() -> None:
    op.create_table(
        "attachments",
        _id(),
        sa.Column("draft_id", _ID, nullable=False),
        sa.Column("file_id", _ID, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("place", sa.BigInteger(), nullable=False),
        _to("attachments", "draft_id", "drafts"),
        _to("attachments", "file_id", "files"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachments")),
        sa.UniqueConstraint("draft_id", "file_id", name=op.f("uq_attachments_draft_id_file_id")),
    )
    op.create_table(
        "task_takers",
        _id(),
        sa.Column("publication_id", _ID, nullable=False),
        sa.Column("task", sa.BigInteger(), nullable=False),
        sa.Column("member_id", _ID, nullable=False),
        _moment("taken_at"),
        sa.Column("address_id", _ID, nullable=True),
        _to("task_takers", "publication_id", "publications"),
        _to("task_takers", "member_id", "members"),
        _to("task_takers", "address_id", "addresses"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task_takers")),
        sa.UniqueConstraint(
            "publication_id", "task", "member_id", name=op.f("uq_task_takers_publication_id_task_member_id")
        ),
    )
    op.create_index(op.f("ix_task_takers_member_id"), "task_takers", ["member_id"])
    op.create_table(
        "quiz_passes",
        _id(),
        sa.Column("publication_id", _ID, nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("member_id", _ID, nullable=False),
        sa.Column("question", sa.BigInteger(), nullable=False),
        _moment("passed_at"),
        _to("quiz_passes", "publication_id", "publications"),
        _to("quiz_passes", "member_id", "members"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quiz_passes")),
        sa.UniqueConstraint(
            "publication_id",
            "version",
            "member_id",
            "question",
            name=op.f("uq_quiz_passes_publication_id_version_member_id_question"),
        ),
    )
    op.create_table(
        "quiz_tallies",
        sa.Column("publication_id", _ID, nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("question", sa.BigInteger(), nullable=False),
        sa.Column("choice", sa.BigInteger(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        _to("quiz_tallies", "publication_id", "publications"),
        sa.PrimaryKeyConstraint(
            "publication_id", "version", "question", "choice", name=op.f("pk_quiz_tallies")
        ),
    )
