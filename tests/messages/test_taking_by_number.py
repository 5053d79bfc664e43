"""A task is taken by its own words behind the number, and by nothing less."""

import pytest

from bot.messages.acts import Act
from bot.messages.blocks import Button, Buttons, Message
from bot.messages.numbered.codes import Choices, Found, Offered, Pressed, buttons_of, choose, coded
from bot.texts import cards

ACK, ASK = Button(cards.ACKNOWLEDGE, Act.ACKNOWLEDGE, 7), Button(cards.ASK, Act.ASK, 7)
TAKE = Button(cards.TAKE_TASK, Act.TAKE_TASK, 7, 100)
SEVERAL = tuple(Button(cards.take_task(place + 1), Act.TAKE_TASK, 7, 100 + place) for place in (0, 2))
FILES = Button(cards.ATTACHMENTS, Act.ATTACHMENTS, 7)


def offered(*buttons: Button) -> Offered:
    shown = coded(Message((Buttons(tuple((one,) for one in buttons)),)), number=27)
    return Offered(27, "publication", 7, buttons_of(shown))


def typed(words: str, *buttons: Button) -> Found | None:
    return choose(words, [offered(*buttons)])


def acts(found: Found | None) -> tuple[Act, int] | None:
    return (found.button.act, found.button.argument) if isinstance(found, Pressed) else None


def test_what_to_type_stands_under_the_card() -> None:
    assert [one.code for one in offered(ACK, TAKE, ASK, FILES).buttons] == [
        "27",
        "27 nhận việc",
        "27",
        "27 tệp kèm",
    ]
    assert [one.code for one in offered(*SEVERAL, ASK).buttons] == [
        "27 nhận việc 1",
        "27 nhận việc 3",
        "27",
    ]


@pytest.mark.parametrize("words", ["27 nhận việc", "27 đã nhận việc", "27 NHAN VIEC ạ", "27 da nhan viec"])
def test_its_words_take_it(words: str) -> None:
    assert acts(typed(words, ACK, TAKE, ASK)) == (Act.TAKE_TASK, 100)
    assert acts(typed("27 nhận việc 3", *SEVERAL, ASK)) == (Act.TAKE_TASK, 102)


@pytest.mark.parametrize(
    "words", ["27", "27 đã", "27 đã nhận", "27 nhận", "27 2", "27 ok", "27 đã nắm", "27 rõ"]
)
def test_nothing_less_does(words: str) -> None:
    assert (acts(typed(words, ACK, TAKE, ASK)) or (None,))[0] is not Act.TAKE_TASK


@pytest.mark.parametrize("words", ["27 nhận việc", "27 tôi nhận việc rồi ạ", "27 nhận"])
def test_of_several_it_is_asked_which_and_no_question_is_sent(words: str) -> None:
    assert isinstance(typed(words, *SEVERAL, ASK), Choices)


def test_a_question_about_a_task_is_a_question() -> None:
    found = typed("27 nhận việc này từ khi nào", ACK, TAKE, ASK)
    assert acts(found) == (Act.ASK, 0)
    assert isinstance(found, Pressed)
    assert found.words == "nhận việc này từ khi nào"


def test_the_bare_number_goes_on_taking_note_and_alone_takes_nothing() -> None:
    assert acts(typed("27", ACK, TAKE, ASK)) == (Act.ACKNOWLEDGE, 0)
    assert isinstance(typed("27", TAKE), Choices)
