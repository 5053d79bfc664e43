"""Which number stands for which button in a chat that is shown as Zalo."""

import pytest

from bot.channels.zalo.text import key_of
from bot.messages.acts import Act
from bot.messages.blocks import Button, Buttons, Line, Message
from handlers.web.offered_numbers import Offering, choose, codes
from tests.web.conftest import CARD

ACKNOWLEDGE = Button("✅ Đã nắm", Act.ACKNOWLEDGE, 1)
FULL_TEXT = Button("📄 Toàn văn", Act.FULL_TEXT, 1)
ASK = Button("❓ Hỏi lại", Act.ASK, 1)
OFFERED = Offering(message_id=7, message=CARD, place=17)


def test_the_first_button_has_the_number_and_further_ones_a_place_behind_it() -> None:
    assert codes(OFFERED) == {key_of(ACKNOWLEDGE): "27", key_of(FULL_TEXT): "27 2", key_of(ASK): "27"}


def test_numbers_have_two_digits_and_differ_among_ninety_messages() -> None:
    numbers = [codes(Offering(place, CARD, place))[key_of(ACKNOWLEDGE)] for place in range(5, 95)]
    assert len(set(numbers)) == 90
    assert all(len(number) == 2 and number.isdecimal() for number in numbers)


@pytest.mark.parametrize(
    ("typed", "button", "words"),
    [
        ("27", ACKNOWLEDGE, ""),
        (" 27  ", ACKNOWLEDGE, ""),
        ("27 2", FULL_TEXT, ""),
        ("27 đã rõ", ACKNOWLEDGE, ""),
        ("27 Da nam!", ACKNOWLEDGE, ""),
        ("27 có phải mang theo tài liệu?", ASK, "có phải mang theo tài liệu?"),
        ("27\ncó phải\nmang gì?", ASK, "có phải\nmang gì?"),
        ("27 2 giờ chiều được không?", ASK, "2 giờ chiều được không?"),
    ],
)
def test_typed_numbers_stand_for_buttons(typed: str, button: Button, words: str) -> None:
    choice = choose(typed, [OFFERED])
    assert choice is not None
    assert (key_of(choice.button), choice.words, choice.message_id) == (key_of(button), words, 7)


@pytest.mark.parametrize("typed", ["", "2", "28", "27 9", "270", "đã rõ", "hạn 27", "27/11 họp à?"])
def test_other_words_stand_for_no_button(typed: str) -> None:
    assert choose(typed, [OFFERED]) is None


def test_words_behind_a_number_are_no_question_where_none_can_be_asked() -> None:
    plain = Message((Line("Mời"), Buttons(((Button("Dự", Act.ATTEND, 3),),))))
    assert choose("27 có ai đi cùng không?", [Offering(7, plain, 17)]) is None


def test_a_message_without_buttons_offers_nothing() -> None:
    bare = Offering(7, Message((Line("Chào"),)), 17)
    assert codes(bare) == {}
    assert choose("27", [bare]) is None


def test_the_newest_message_with_a_number_is_meant() -> None:
    older, newer = Offering(7, CARD, 17), Offering(300, CARD, 107)
    choice = choose("27", [older, newer])
    assert choice is not None
    assert choice.message_id == 300
