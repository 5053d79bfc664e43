"""Buttons as numbers to answer with, for a chat that is shown in Zalo's manner. Pure.

The number of a message is two digits, by its place in its conversation: unique among the last ninety. Its
first button has the number alone, the further ones the number and 2, 3, ...; "Hỏi lại" has the number
followed by the question itself. A single digit is never a code (look-and-words.md).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bot.channels.zalo.text import key_of
from bot.messages.acts import Act
from bot.messages.blocks import Button, Buttons, Message
from bot.reading.folding import fold

_NUMBERS = 90
_TYPED = re.compile(r"(\d\d)(?:\s+(.+))?", re.DOTALL)
_TAKEN_NOTE = frozenset({"da nam", "da ro", "ro", "nam ro", "xac nhan"})


@dataclass(frozen=True)
class Offering:
    """One message of the conversation.

    Args:
        place: how many messages the office said in it before.
    """

    message_id: int
    message: Message
    place: int


@dataclass(frozen=True)
class Choice:
    """What a typed number stands for.

    Args:
        message_id: the message that offered it.
        button: which of its buttons.
        words: what else was typed, to be said after the press: the question.
    """

    message_id: int
    button: Button
    words: str = ""


def codes(offering: Offering) -> dict[str, str]:
    """What to type for each button, by `bot.channels.zalo.text.key_of`."""
    number = str(10 + offering.place % _NUMBERS)
    found: dict[str, str] = {}
    plain = 0
    for button in _buttons(offering.message):
        if key_of(button) in found:
            continue
        if button.act is Act.ASK:
            found[key_of(button)] = number
            continue
        # The bare number is for taking note: it never comes to mean something else when that is done.
        plain += 2 if button.act is Act.FULL_TEXT and not plain else 1
        found[key_of(button)] = number if plain == 1 else f"{number} {plain}"
    return found


def choose(typed: str, offerings: Iterable[Offering]) -> Choice | None:
    """The button that the typed words stand for, in the newest message that offers it; else None."""
    match = _TYPED.fullmatch(typed.strip())
    if match is None:
        return None
    number, rest = match[1], match[2] or ""
    further = rest.isdecimal() and len(rest) <= 2
    code, words = (f"{number} {rest}", "") if further else (number, rest)
    for offering in sorted(offerings, key=lambda offering: offering.message_id, reverse=True):
        offered = codes(offering)
        buttons = [button for button in _buttons(offering.message) if offered[key_of(button)] == code]
        if buttons:
            return _choice(offering, buttons, words)
    return None


def _choice(offering: Offering, buttons: list[Button], words: str) -> Choice | None:
    asking = [button for button in buttons if button.act is Act.ASK]
    others = [button for button in buttons if button.act is not Act.ASK]
    if words and fold(words) in _TAKEN_NOTE:
        noting = [button for button in others if button.act is Act.ACKNOWLEDGE]
        return Choice(offering.message_id, noting[0]) if noting else None
    if words:
        return Choice(offering.message_id, asking[0], words) if asking else None
    return Choice(offering.message_id, (others or asking)[0])


def _buttons(message: Message) -> list[Button]:
    return [
        button
        for block in message.blocks
        if isinstance(block, Buttons)
        for row in block.rows
        for button in row
    ]
