"""/trogiup: what this person can do here, and whom to ask."""

from collections.abc import Sequence

from bot.messages.blocks import Bold, Line, Message
from bot.messages.reply import Reply
from bot.texts import helping as texts
from handlers.conversation import Command


def help_reply(commands: Sequence[Command]) -> Reply:
    """One line for each of these commands, in their order; the dispatcher knows whose they are."""
    lines = [Line(texts.line(command.name, command.help)) for command in commands]
    below = map(Line, (texts.HOW_TO_ANSWER, texts.WHOM_TO_ASK))
    return Reply(messages=(Message((Bold(texts.TITLE), Line(texts.INTRO), *lines, *below)),))
