"""A numbered list of documents, where each has its own number to be opened by: no place in the list. Pure."""

import re
from dataclasses import replace

from bot.messages.blocks import Block, Buttons, Line, Message
from bot.texts import channels as words

_PLACE = re.compile(r"(?P<place>\d+)\. (?P<rest>.+)")
_OPENS = re.compile(r"Mở số (?P<place>\d+)")
_OWN_CODE = re.compile(rf"\d\d {words.OPEN}")


def with_own_numbers(message: Message) -> Message:
    """The message with "gõ 27 mở" behind each line instead of its place, where that is how it is opened.

    Args:
        message: coded.
    """
    codes = {
        match["place"]: button.code
        for block in message.blocks
        if isinstance(block, Buttons)
        for row in block.rows
        for button in row
        if (match := _OPENS.fullmatch(button.label)) and _OWN_CODE.fullmatch(button.code)
    }
    listed = {match["place"] for block in message.blocks if (match := _listed(block)) is not None}
    if not codes or not set(codes) <= listed:
        return message
    return replace(message, blocks=tuple(_shown(block, codes) for block in message.blocks))


def _listed(block: Block) -> re.Match[str] | None:
    return _PLACE.fullmatch(block.text) if isinstance(block, Line) else None


def _shown(block: Block, codes: dict[str, str]) -> Block:
    match = _listed(block)
    if match is not None and match["place"] in codes:
        return Line(words.with_number_to_open(match["rest"], code=codes[match["place"]]))
    if isinstance(block, Buttons):
        said = set(codes.values())
        return Buttons(tuple(tuple(one for one in row if one.code not in said) for row in block.rows))
    return block
