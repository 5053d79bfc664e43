"""The order of names."""

import unicodedata
from itertools import permutations

import pytest

from bot.organisation.names import given_name, sort_key, tidy


@pytest.mark.parametrize(
    "in_order",
    [
        # given name before family name
        ["Vũ Thị An", "Bùi Văn Bình"],
        ["Bùi Văn Bình", "Vũ Văn Bình"],
        # family before the names between
        ["Lê Văn Hòa", "Lê Thu Minh", "Phạm An Minh"],
        ["Trần Bảo Lan", "Trần Thị Lan"],
        # letters: a ă â, d đ, e ê, o ô ơ, u ư
        ["Lê An", "Lê Ăn", "Lê Ân", "Lê Bé", "Lê Chi"],
        ["Lê Dũng", "Lê Đan", "Lê Em", "Lê Ên", "Lê Gia"],
        ["Lê Oanh", "Lê Ôn", "Lê Ơn", "Lê Phi", "Lê Uyên", "Lê Ưng", "Lê Vi"],
        # tones: ngang huyền hỏi ngã sắc nặng
        ["Lê Ma", "Lê Mà", "Lê Mả", "Lê Mã", "Lê Má", "Lê Mạ"],
        # letters weigh more than tones, and a shorter word comes first
        ["Lê Hạ", "Lê Hai", "Lê Hà Anh Hoa"],
        ["Lê Mai", "Lê Mài", "Lê Mây"],
        ["Hoa", "Lê Hoa", "Lê Thị Hoa"],
    ],
)
def test_names_stand_in_vietnamese_order(in_order: list[str]) -> None:
    for start in permutations(in_order[:5]):
        assert sorted([*start, *in_order[5:]], key=sort_key) == in_order


def test_capitals_blanks_and_unicode_forms_do_not_matter() -> None:
    decomposed = unicodedata.normalize("NFD", "Nguyễn Thị Thủy")
    assert sort_key(decomposed) == sort_key("NGUYỄN  thị thủy") == sort_key("Nguyễn Thị Thủy")
    assert tidy(f"  {decomposed}  ") == "Nguyễn Thị Thủy"


def test_the_place_of_the_tone_mark_does_not_matter() -> None:
    assert sort_key("Vũ Thị Hòa") == sort_key("Vũ Thị Hoà")


def test_names_of_other_tongues_have_a_place_too() -> None:
    in_order = ["Rah Lan Chung", "H'Dung", "H'Zia", "Y Wăn"]
    assert sorted(["Y Wăn", "H'Zia", "Rah Lan Chung", "H'Dung"], key=sort_key) == in_order
    assert sort_key("René") != sort_key("Rene")
    assert sort_key("Łukasz") > sort_key("Vi")


def test_the_key_is_digits_only_so_that_no_collation_can_reorder_it() -> None:
    assert sort_key("Đặng H'Ơn-Kpă 3").isdecimal()


def test_a_blank_name_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one word"):
        sort_key("  ")


def test_one_is_called_by_the_last_word() -> None:
    assert given_name("Nguyễn Thanh Bình ") == "Bình"
