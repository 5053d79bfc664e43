"""What to type for each button, as lines under a message. Pure."""

import re
from collections.abc import Sequence

from bot.messages.acts import Act
from bot.messages.blocks import Button
from bot.messages.numbered.codes import is_choice
from bot.messages.numbered.label_words import spoken
from bot.messages.numbered.menu_words import is_worded
from bot.texts import channels as words

# "Mở số 3": the number is that of a line above.
_OF_A_LINE = re.compile(r"(.+?) số (\d+)")
# What a colon and an answer may follow.
_READS_ON = re.compile(r"[^\d:][^:]*")
_WORTH_ONE_LINE = 2


def choice_lines(buttons: Sequence[Button]) -> list[str]:
    """A line for each button; one for all that open the numbered lines above.

    Args:
        buttons: each with its `code`.
    """
    is_menu = any(map(is_choice, buttons))
    choices = [button for button in buttons if is_menu and button.code.isdecimal()]
    first = next((place for place, button in enumerate(buttons) if button in choices), 0)
    above = [button for button in buttons[:first] if is_worded(button)]
    below = [button for button in buttons if button not in choices and button not in above]
    return [*_thing(above), *_menu(choices), *_thing(below)]


def _menu(choices: Sequence[Button]) -> list[str]:
    if len(choices) == 1 and (line := _alone(choices[0])):
        return [line]
    what, listed = _of_the_list(choices)
    if any(button.code != str(place) for place, button in enumerate(listed, start=1)):
        listed = []
    rest = [button for button in choices if button not in listed]
    if not listed:
        return [words.CHOOSE, *map(_numbered, rest)] if rest else []
    # Each further choice says what to answer: the list's line has named its own numbers as all there are.
    return [words.one_of_the_list(what, last=len(listed)), *_others(rest)]


def _others(rest: Sequence[Button]) -> list[str]:
    if len(rest) == 1 and (line := _alone(rest[0])):
        return [line]
    return [words.CHOOSE_OTHER, *map(_numbered, rest)] if rest else []


def _alone(button: Button) -> str:
    """A choice in one line with its number; nothing where its label would not read well there."""
    label = spoken(button.label)
    return words.reply_with(label, code=button.code) if _READS_ON.fullmatch(label) else ""


def _numbered(button: Button) -> str:
    label = spoken(button.label)
    return label if label.startswith(f"{button.code}. ") else words.choice(label, number=button.code)


def _thing(buttons: Sequence[Button]) -> list[str]:
    what, listed = _of_the_list(buttons)
    lines = []
    if listed and all(map(is_worded, listed)):
        # Where one of them is called otherwise, each has its own line.
        listed = listed if all(_is_of_the_list(what, button) for button in listed) else []
        lines = [words.each_by_words(what)] if listed else []
    elif listed:
        lines = [words.one_of_the_list_with(what, number=listed[0].code.split()[0])]
    return lines + [_line(button) for button in buttons if button not in listed]


def _of_the_list(buttons: Sequence[Button]) -> tuple[str, list[Button]]:
    """What is done with the numbered lines, and the buttons that do it, from the first line on."""
    found = [(match, button) for button in buttons if (match := _OF_A_LINE.fullmatch(spoken(button.label)))]
    in_order = all(int(match[2]) == place for place, (match, _) in enumerate(found, start=1))
    if len(found) < _WORTH_ONE_LINE or not in_order or len({match[1] for match, _ in found}) > 1:
        return "", []
    return found[0][0][1], [button for _, button in found]


def _is_of_the_list(what: str, button: Button) -> bool:
    return button.code == f"{what.lower()} số {button.code.split()[-1]}"


def _line(button: Button) -> str:
    # "Mức độ: khẩn: trả lời 27" reads badly.
    label = spoken(button.label).replace(": ", " ")
    if is_worded(button):
        return words.type_words(label, code=button.code)
    if button.act is Act.ASK:
        return words.ask_with(label, code=button.code)
    if button.act is Act.ANSWER_QUESTION:
        return words.answer_with(label, code=button.code)
    if button.act is Act.RETURN_DRAFT:
        return words.say_with(label, code=button.code)
    return words.reply_with(label, code=button.code)
