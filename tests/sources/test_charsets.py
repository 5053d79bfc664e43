import codecs

import pytest

from bot.sources.charsets import decoded

WORDS = "Nghị quyết của Đảng ủy"


@pytest.mark.parametrize("header", ["utf-8", "", "iso-8859-1", "windows-1258", "utf-7", "zlib", "no-such"])
def test_utf_8_is_read_whatever_the_header_says(header: str) -> None:
    assert decoded(WORDS.encode(), charset=header) == WORDS


@pytest.mark.parametrize("name", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_goes_before_the_header(name: str) -> None:
    assert decoded(WORDS.encode(name), charset="iso-8859-1") == WORDS


def test_an_old_encoding_is_read_as_header_or_page_say() -> None:
    old = "Ông Hà công tác".encode("cp1258")
    assert decoded(old, charset="windows-1258") == "Ông Hà công tác"
    page = b'<html><head><meta charset="windows-1258">' + old
    assert decoded(page).endswith("Ông Hà công tác")
    assert decoded(b'<?xml version="1.0" encoding="windows-1258"?>' + old).endswith("Ông Hà công tác")
    assert decoded(old, charset="utf-16-le") != "Ông Hà công tác"


def test_utf_16_without_a_mark_is_read_as_the_header_says() -> None:
    assert decoded(WORDS.encode("utf-16-le"), charset="UTF-16LE") == WORDS


def test_what_is_cut_in_the_middle_of_a_letter_is_read_to_there() -> None:
    assert decoded(codecs.BOM_UTF8 + "Đả".encode()[:-1]) == "Đ\ufffd"
    assert decoded("Đả".encode()[:-1], charset="utf-8") == "Đ\ufffd"


def test_torn_letters_come_back_in_one_piece() -> None:
    assert decoded("Đa\u0309ng u\u0309y".encode()) == "Đảng ủy"
