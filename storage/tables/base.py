"""The metadata every table hangs on, and the columns that most of them begin with."""

from enum import StrEnum
from typing import Any

import sqlalchemy as sa

from storage.types import Id, OneOf, UtcDateTime

# Every constraint gets a predictable name, so that a migration can find it on both engines.
metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def id_column() -> sa.Column[Any]:
    """The row's own number."""
    return sa.Column("id", Id, primary_key=True, autoincrement=True)


def to(target: str, name: str, *, null: bool = False) -> sa.Column[Any]:
    """A reference to another table's row."""
    return sa.Column(name, Id, sa.ForeignKey(f"{target}.id"), nullable=null)


def moment(name: str, *, null: bool = False) -> sa.Column[Any]:
    """An aware moment."""
    return sa.Column(name, UtcDateTime(), nullable=null)


def one_of(name: str, of: type[StrEnum], *, null: bool = False) -> sa.Column[Any]:
    """A member of a closed list."""
    return sa.Column(name, OneOf(of), nullable=null)


def text(name: str, *, null: bool = False) -> sa.Column[Any]:
    """Text; not null unless said, and then empty means none."""
    return sa.Column(name, sa.Text(), nullable=null)


def number(name: str, *, null: bool = False) -> sa.Column[Any]:
    """A whole number."""
    return sa.Column(name, sa.BigInteger(), nullable=null)


def yes_no(name: str) -> sa.Column[Any]:
    """True or false."""
    return sa.Column(name, sa.Boolean(), nullable=False)
