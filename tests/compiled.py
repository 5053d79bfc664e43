"""Statements are compiled once for all tests of a process, as they are once for all days of an office.

Each test opens a database of its own, and SQLAlchemy keeps what it compiled for each engine apart: a quarter
of the suite's time went into compiling the same statements again (docs/decisions/0009).
"""

from typing import Any

import pytest
from sqlalchemy.engine import Engine
from sqlalchemy.engine.default import DefaultDialect
from sqlalchemy.util import LRUCache

_COMPILED: LRUCache[Any, Any] = LRUCache(5000)


def share_compiled_statements() -> None:
    """From now on, engines of the same kind find what another one compiled."""
    patch = pytest.MonkeyPatch()
    # Each engine sets it when it is made, to a cache of its own.
    patch.setattr(Engine, "_compiled_cache", property(_shared, _stays), raising=False)
    patch.setattr(DefaultDialect, "__eq__", _is_of_the_same_kind)
    patch.setattr(DefaultDialect, "__hash__", _by_kind)


def _shared(_engine: Engine) -> LRUCache[Any, Any]:
    return _COMPILED


def _stays(_engine: Engine, _own: LRUCache[Any, Any] | None) -> None:
    return


def _is_of_the_same_kind(one: DefaultDialect, other: object) -> bool:
    return type(one) is type(other)


def _by_kind(dialect: DefaultDialect) -> int:
    return hash(type(dialect))
