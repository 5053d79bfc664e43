"""Alembic's entry: runs on the connection that `storage.migrate` opened, inside its transaction."""

from typing import Literal

from alembic import context

from storage.tables import metadata
from storage.types import OneOf, UtcDateTime


def _plain_types(kind: str, item: object, _context: object) -> str | Literal[False]:
    """A migration must keep its meaning when the code of a type changes: write what the database sees."""
    if kind == "type" and isinstance(item, OneOf):
        return "sa.String(length=32)"
    if kind == "type" and isinstance(item, UtcDateTime):
        return "sa.DateTime(timezone=True)"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    compare_type=True,
    render_item=_plain_types,
    # One transaction round everything is already open.
    transactional_ddl=False,
)
context.run_migrations()
