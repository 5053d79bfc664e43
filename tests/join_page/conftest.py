from tests.cast import cast, office

__all__ = ["cast", "office"]
