import pytest

from tests.cast import cast, office

__all__ = ["cast", "office"]


@pytest.fixture
def prepared_url(prepared_sqlite_url: str) -> str:
    """One engine: what lies below this door runs on both in its own room (docs/decisions/0009)."""
    return prepared_sqlite_url
