"""Telephone numbers become equal hashes however they are written, and hashes only."""

import pytest

from bot.organisation.joining.phones import international, phone_hash

KEY = b"k" * 32


@pytest.mark.parametrize(
    "written",
    [
        "0912345678",
        "0912 345 678",
        "0912.345.678",
        "(+84) 912-345-678",
        "+84912345678",
        "84912345678",
        "0084912345678",
        "912345678",
        "０９１２３４５６７８",
    ],
)
def test_one_number_has_one_hash(written: str) -> None:
    assert phone_hash(KEY, written) == phone_hash(KEY, "+84 912 345 678")


@pytest.mark.parametrize("written", ["", " ", "123", "số cũ", "091234567", "09123456789", "0" * 5000, "+"])
def test_what_is_no_number_has_none(written: str) -> None:
    assert phone_hash(KEY, written) is None


def test_a_number_of_another_country_keeps_its_country() -> None:
    assert international("+1 415 555 2671") == "+14155552671"


def test_the_hash_needs_the_key_and_shows_nothing() -> None:
    one, other = phone_hash(KEY, "0912345678"), phone_hash(b"another", "0912345678")
    assert one is not None
    assert one != other
    assert len(one) == 64
    assert "912345678" not in one
