"""The stories run on one engine; the whole way, from a draft to the count, runs on both."""

import pytest


@pytest.fixture
def prepared_url(prepared_sqlite_url: str) -> str:
    """One engine: what a story passes through runs on both in its own room (docs/decisions/0009)."""
    return prepared_sqlite_url
