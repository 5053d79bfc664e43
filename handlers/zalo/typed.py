"""What typed words are: a command without its slash, a number that was offered, or just words. Pure."""

import re
from collections.abc import Collection, Sequence

from bot.messages.acts import Act
from bot.messages.folding import fold
from bot.messages.numbered.codes import NUMBERS, Choices, Offered, Pressed, Unknown, Unseen, by_word, choose
from bot.messages.numbered.typed_numbers import read_number
from bot.messages.numbered.understanding import Told, understood
from bot.messages.numbered.weighing import WANTS_WORDS
from bot.messages.reply import Awaited
from handlers.commands.dispatch import Token
from handlers.commands.table import BY_WORD
from handlers.conversation import Text

# "nhập danh sách" is three words; no name of a command has more.
_MOST_WORDS = 4
# What follows a command is a name, a code or hours: whatever is longer is somebody's sentence.
_MOST_LETTERS = 80
# So many words a bot's name may have in a group where Loa does not know it.
_LONGEST_NAME = 8


def meant(
    text: str, *, offers: Sequence[Offered], awaited: Awaited | None
) -> Text | Token | Unknown | Unseen | Choices | Told:
    """What the words ask for.

    Args:
        text: as typed.
        offers: what may be picked by number in this conversation.
        awaited: what it waits for, if anything: then what is not plainly a command or a number is an answer
            to that.
    """
    # Of a menu that says "gõ nhắc", the word is no command.
    found = by_word(text, offers)
    command = as_command(text, alone=awaited is not None)
    if command and found is None:
        return Text(command)
    # No question is a mere number, unlike a date or a reason.
    is_no_answer = awaited in {None, Awaited.QUESTION} and text.strip().isdecimal()
    typed = found or understood(text, offers, waiting=awaited is not None)
    match typed or _unknown(text, offers, is_no_answer):
        case Pressed(button, words):
            return Token(button.token, words)
        case Choices() | Unseen() | Told() as asked:
            return asked
        case Unknown() as asked if offers:
            return asked
    return Text(text)


def _unknown(text: str, offers: Sequence[Offered], is_no_answer: bool) -> Unknown | None:
    found = choose(text, offers) if is_no_answer else None
    return found if isinstance(found, Unknown) else None


def meant_in_group(text: str, *, names: Collection[str], offers: Sequence[Offered]) -> Text | Token | None:
    """A command or the number of a thing; None for all that people say besides.

    What answers a menu counts only where the menu stands, and what is dangerous or a question only there too:
    in a group "1" and "27 người" are said about other things.

    Args:
        text: with the bot's name in it, or without where its message is quoted.
        names: what the bot may be called there.
        offers: what may be picked by number in the speaker's own conversation.
    """
    bare = without_mention(text, names)
    if bare.startswith("@"):
        # Perhaps the bot by a name that Loa does not know, perhaps somebody else: then no number counts.
        return _behind_a_name(bare.split())
    command = as_command(bare)
    return Text(command) if command else _thing_in_group(bare, offers)


def _thing_in_group(text: str, offers: Sequence[Offered]) -> Token | None:
    read = read_number(text)
    if read is None or read.number not in NUMBERS:
        return None
    found = understood(text, [one for one in offers if one.number == read.number])
    if isinstance(found, Pressed) and found.button.act not in WANTS_WORDS | {Act.ASK}:
        return Token(found.button.token, found.words)
    return None


def as_command(text: str, *, alone: bool = False) -> str:
    """The command with its slash, if the words are one, else nothing; accents and blanks are forgiven.

    Args:
        text: as typed, with or without a slash.
        alone: only where nothing else was typed, since something else is waited for.
    """
    line, _, below = text.strip().partition("\n")
    words = line.removeprefix("/").split()
    for length in range(min(len(words), _MOST_WORDS), 0, -1):
        command = BY_WORD.get(fold("".join(words[:length])).replace(" ", ""))
        if command is None:
            continue
        rest = " ".join(words[length:])
        is_alone = not rest and not below
        may_follow = command.takes_words and not alone and not (rest and below) and len(rest) <= _MOST_LETTERS
        if line.startswith("/") or is_alone or may_follow:
            head = f"/{command.name} {rest}".strip()
            return f"{head}\n{below}" if below else head
    return ""


def without_mention(text: str, names: Collection[str]) -> str:
    """The words without the bot's name, wherever it stands; the longest name is looked for first."""
    for name in sorted(filter(None, names), key=len, reverse=True):
        bare, found = re.subn(rf"@{re.escape(name)}(?!\w)", " ", text, flags=re.IGNORECASE)
        if found:
            return bare.strip()
    return text.strip()


def _behind_a_name(words: Sequence[str]) -> Text | None:
    for length in range(1, min(len(words), _LONGEST_NAME + 1)):
        command = as_command(" ".join(words[length:]))
        if command:
            return Text(command)
    return None
