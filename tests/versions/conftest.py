"""The cast, for every test of this room."""

from tests.cast import cast, office

__all__ = ["cast", "office"]
