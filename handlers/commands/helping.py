"""/trogiup: how a directive is answered, what else this person can do here, and whom to ask."""

from collections.abc import Sequence

from bot.messages.blocks import Block, Bold, HowTo, Line, Message
from bot.messages.reply import Reply
from bot.texts import helping as texts
from handlers.conversation import Command

# Said in sentences of their own, or read here already.
_SAID = frozenset({"canlam", "trogiup"})


def help_reply(commands: Sequence[Command]) -> Reply:
    """These commands; the dispatcher knows whose they are.

    What concerns the message that matters comes first; what only some do stands in a second part.
    """
    blocks = [*_first(commands), *_second([command.name for command in commands])]
    return Reply(messages=(Message(tuple(blocks)),))


def _first(commands: Sequence[Command]) -> list[Block]:
    beside = _of_the_office()
    others = [one.name for one in commands if one.name not in beside | _SAID]
    return [
        Bold(texts.TITLE),
        HowTo(texts.HOW_TO_TAKE_NOTE, otherwise=texts.HOW_TO_TAKE_NOTE_TYPED),
        HowTo(texts.HOW_TO_ASK, otherwise=texts.HOW_TO_ASK_TYPED),
        Line(texts.WHAT_WAITS),
        Line(""),
        *([Line(texts.other(others))] if others else []),
        HowTo(texts.HOW_TO_STOP, otherwise=texts.HOW_TO_STOP_TYPED),
        Line(texts.WHOM_TO_ASK),
    ]


def _second(names: Sequence[str]) -> list[Block]:
    lines = [
        Line(texts.part(heading, mine))
        for heading, part in texts.PARTS
        if (mine := [name for name in part if name in names])
    ]
    return [Line(""), Bold(texts.OFFICE_TITLE), *lines] if lines else []


def _of_the_office() -> frozenset[str]:
    return frozenset(name for _, part in texts.PARTS for name in part)
