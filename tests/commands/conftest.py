"""The cast, for every test of the commands."""

from tests.cast import cast, office

__all__ = ["cast", "office"]
