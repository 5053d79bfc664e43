import pytest

from bot.reading.words import any_opening, any_phrase


@pytest.mark.parametrize("text", ["dự đại hội", "Hội nghị bàn", "ĐẠI HỘI"])
def test_a_listed_phrase_is_found_in_any_case(text: str) -> None:
    assert any_phrase("hội nghị, đại\n    hội").search(text)


@pytest.mark.parametrize("text", ["hội trường", "xhội nghị", "hội nghịx", "đại biểu, hội viên"])
def test_parts_of_words_and_of_phrases_are_not_found(text: str) -> None:
    assert not any_phrase("hội nghị, đại\n    hội").search(text)


def test_an_opening_keeps_its_capitals() -> None:
    opening = any_opening("Giao, T/M")
    assert opening.match("Giao chi bộ 1")
    assert not opening.match("giao lưu")
