"""Codes that people can type."""

import pytest

from bot.organisation.joining import codes
from tests.cast import KEY


def test_a_code_is_read_however_it_is_typed() -> None:
    code = codes.new_code()
    shown = codes.shown(code)
    for typed in (code, shown, shown.lower(), shown.replace("-", " "), f"  {shown.replace('-', '–')}\n"):
        assert codes.read(typed) == code


def test_what_cannot_be_a_code_is_not_one() -> None:
    code = codes.new_code()
    for typed in ("", "xin chào", code[:-1], code + "2", "0" + code[1:], "A" + code[1:], "đ" + code[1:]):
        assert codes.read(typed) is None


@pytest.mark.parametrize(
    "typed",
    [
        "482 913",
        "482913.",
        "(482913)",
        "“482 913”",
        "482 913 ạ",
        "Dạ, 482 913",
        "số 482 913",
        "mã:482913",
        "Mã 6 số: 482 913",
        "mã của tôi là 482-913",
        "Thưa đồng chí, mã của em là 482 913 ạ. Cảm ơn anh",
        "48 29 13",
        "ma 482 913 nhe",
    ],
)
def test_six_digits_are_read_among_words_of_courtesy(typed: str) -> None:
    assert codes.read(typed) == "482913"


@pytest.mark.parametrize(
    "typed",
    [
        "482 91",
        "482 9135",
        "482 913 214 556",
        "20/11/26",
        "tôi có 482 913 đồng",
        "phòng 482 tầng 913",
        "27 30 61 75",
    ],
)
def test_other_numbers_are_no_six_digits(typed: str) -> None:
    assert codes.read(typed) is None


def test_a_long_code_is_read_among_words_of_courtesy() -> None:
    code = codes.new_code()
    for said in ("{} ạ", "dạ mã của tôi là {}", "Mã mời: {}. Xin cảm ơn"):
        assert codes.read(said.format(codes.shown(code))) == code


@pytest.mark.parametrize(
    "typed", ["ABCD-EFGH-JKLM", "CFHJ-KLMN-PQR", "cfhj klm2 pq3", "CFHJKLM2PQR", "CFHJ–KLMN–PQRTV"]
)
def test_a_mistyped_code_is_seen_as_one(typed: str) -> None:
    assert codes.read(typed) is None
    assert codes.is_like_one(typed)


@pytest.mark.parametrize(
    "typed",
    ["", "xin chào", "Nguyễn Văn An", "0912345678", "0912-345-678", "23-11-2026", "A-1", "/canlam"],
)
def test_names_numbers_and_greetings_are_not(typed: str) -> None:
    assert not codes.is_like_one(typed)


def test_codes_differ() -> None:
    assert len({codes.new_code() for _ in range(500)}) == 500


def test_no_vietnamese_keyboard_changes_a_code_while_it_is_typed() -> None:
    # Telex builds letters from vowels, dd and w; VNI from vowels and d.
    assert not set("AEIOUYDW") & set("".join(codes.new_code() for _ in range(500)))


def test_the_hash_depends_on_the_code_and_on_the_key() -> None:
    code, other = codes.new_code(), codes.new_code()
    assert codes.hash_of(KEY, code) == codes.hash_of(KEY, code)
    assert codes.hash_of(KEY, code) != codes.hash_of(KEY, other)
    assert codes.hash_of(KEY, code) != codes.hash_of(b"x" * 32, code)
    assert code not in codes.hash_of(KEY, code)
