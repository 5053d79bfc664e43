"""What is said where a number presses nothing: that it stands for nothing, or what may be chosen. Pure."""

import re
from dataclasses import replace

from bot.messages.blocks import Button, Buttons, Line, Message
from bot.messages.numbered.codes import Choices, Unknown, Unseen, key_of, main_of
from bot.messages.numbered.label_words import code_words
from bot.messages.numbered.weighing import WANTS_WORDS
from bot.texts import channels as words

_OF_A_LINE = re.compile(r" số \d+$")


def answer_to(found: Unknown | Unseen | Choices) -> Message:
    """What to say where nothing can be pressed: that there is no such number, or which choices there are."""
    if isinstance(found, Unknown):
        return _line(words.unknown_number(found.number))
    if isinstance(found, Unseen):
        return replace(_line(words.LOOK_AGAIN), keeps_words=True)
    main = main_of(found.buttons)
    if found.waiting:
        return _line(words.asked_back(found.number, code=_in_words(found, main)))
    ordered = sorted(found.buttons, key=lambda button: button is not main)
    plain = [button for button in ordered if button.act not in WANTS_WORDS]
    # A dangerous one keeps its word: no bare number ever does it.
    numbers = {key_of(button): str(place) for place, button in enumerate(plain, start=1)}
    rows = tuple(
        (replace(button, token="", code=numbers.get(key_of(button), button.code)),) for button in ordered
    )
    are_lines = all(_OF_A_LINE.search(button.label) for button in found.buttons)
    say = words.choices_above if are_lines else words.choices_of
    return Message((Line(say(found.number)), Buttons(rows)))


def _line(sentence: str) -> Message:
    """Nothing was understood: what may be chosen before it may be chosen still."""
    return Message((Line(sentence),), keeps_menu=True)


def _in_words(found: Choices, main: Button | None) -> str:
    """How to choose by more than the number: 27 đã nắm."""
    button = main or found.buttons[0]
    phrase = next(filter(None, code_words([button.label])), "")
    return f"{found.number} {phrase}".strip()
