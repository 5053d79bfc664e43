"""The cast, reached by two bots and the web inbox."""

from tests.cast import cast
from tests.ladder.house import house, office

__all__ = ["cast", "house", "office"]
