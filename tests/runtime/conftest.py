"""The cast, for the tests of the runtime."""

from tests.cast import cast, office

__all__ = ["cast", "office"]
