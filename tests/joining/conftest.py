"""The cast, and the house in which they knock."""

import pytest

from bot.office import Office
from tests.cast import Cast, cast, office
from tests.joining.house import House

__all__ = ["cast", "office"]


@pytest.fixture
def house(office: Office, cast: Cast) -> House:
    return House(office, cast)
