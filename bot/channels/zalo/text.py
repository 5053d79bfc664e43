"""Every block as plain text, for platforms without bold, folds or buttons."""

import re
from collections.abc import Mapping

from bot.messages.acts import Act
from bot.messages.blocks import AskContact, Bold, Button, Buttons, File, Folded, Line, Link, Message, Wording
from bot.messages.splitting import normalised, split_text
from bot.texts import channels as words

TEXT_LIMIT = 2000
"""Units in one message of a Zalo bot."""

# A pictogram carries no meaning alone, and read aloud before a number to answer with it only disturbs.
_PICTOGRAM = re.compile(r"^[^\w(\[\"“«+]+")


def as_text(message: Message, *, codes: Mapping[str, str] | None = None) -> str:
    """The message as one plain text in NFC: a fold is its heading and its text, a button what to answer.

    Args:
        message: what to show.
        codes: what to answer for each button, by its token or by `key_of`; a button that is not in it is left
            out. None: numbers from 1 on, as `numbered` gives them.
    """
    whole = normalised(message)
    offered = numbered(whole) if codes is None else codes
    body = [_plain(block) for block in whole.blocks if not isinstance(block, Buttons | AskContact)]
    choices = [
        _choice(button, code)
        for button in _buttons(whole)
        if (code := offered.get(button.token) or offered.get(key_of(button)))
    ]
    gap = [""] if body and choices and body[-1].strip() else []
    return "\n".join([*body, *gap, *choices]).strip()


def as_texts(
    message: Message, *, codes: Mapping[str, str] | None = None, limit: int = TEXT_LIMIT
) -> tuple[str, ...]:
    """The same, cut into messages that the platform takes; what to answer stands in the last.

    Args:
        message: what to show.
        codes: as in `as_text`.
        limit: UTF-16 units in one message.
    """
    return split_text(as_text(message, codes=codes), limit=limit)


def numbered(message: Message) -> dict[str, str]:
    """A number for each button from 1 on, by `key_of`; the same act twice has one number."""
    codes: dict[str, str] = {}
    for button in _buttons(message):
        codes.setdefault(key_of(button), str(len(codes) + 1))
    return codes


def key_of(button: Button) -> str:
    """What a button asks for, whoever it is sealed for."""
    return f"{button.act.value}:{button.subject}:{button.argument}"


def _buttons(message: Message) -> list[Button]:
    return [
        button
        for block in message.blocks
        if isinstance(block, Buttons)
        for row in block.rows
        for button in row
    ]


def _plain(block: Wording | File) -> str:
    match block:
        case Line() | Bold():
            return block.text
        case Link():
            return words.read_at(_spoken(block.label), url=block.url)
        case Folded():
            label = _spoken(block.label.removesuffix(words.FOLD_HINT))
            return f"{label}:\n{block.text}" if block.text.strip() else label
        case File():
            return words.file_here(block.name)


def _choice(button: Button, code: str) -> str:
    label = _spoken(button.label)
    return words.ask_with(label, code=code) if button.act is Act.ASK else words.reply_with(label, code=code)


def _spoken(label: str) -> str:
    return _PICTOGRAM.sub("", label) or label
