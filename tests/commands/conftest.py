"""The cast, for every test of the commands."""

import pytest

from tests.cast import cast, office

__all__ = ["cast", "office"]


@pytest.fixture
def prepared_url(prepared_sqlite_url: str) -> str:
    """One engine: the use cases below the commands run on both in their own rooms (docs/decisions/0009)."""
    return prepared_sqlite_url
