import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reading import fold, folded_words, without_accents


@pytest.mark.parametrize(
    ("typed", "folded"),
    [
        ("Đã nắm", "da nam"),
        ("  ĐÃ   NẮM!! ", "da nam"),
        ("da nam", "da nam"),
        ("Đa\u0303 nắm", "da nam"),
        ("/canlam", "canlam"),
        ("Số 12-KH/ĐU", "so 12 kh du"),
        ("uỷ ban, ủy ban", "uy ban uy ban"),
        ("rõ 👍", "ro"),
        ("ðảng", "dang"),
        ("", ""),
    ],
)
def test_words_fold_to_the_same_key_however_they_are_typed(typed: str, folded: str) -> None:
    assert fold(typed) == folded


def test_folding_does_not_run_words_together() -> None:
    assert folded_words("hỏi-lại\nchi_bộ") == ("hoi", "lai", "chi", "bo")


def test_taking_accents_off_leaves_capitals_and_punctuation() -> None:
    assert without_accents("Đã nắm!") == "Da nam!"


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
