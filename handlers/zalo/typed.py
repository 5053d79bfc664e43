"""What typed words are: a command without its slash, a number that was offered, or just words. Pure."""

from collections.abc import Collection, Sequence

from bot.messages.acts import Act
from bot.messages.numbered.codes import (
    NUMBERS,
    Choices,
    Offered,
    Pressed,
    Unknown,
    Unseen,
    as_shown,
    by_word,
    choose,
)
from bot.messages.numbered.courtesy import without_thanks
from bot.messages.numbered.session_words import held
from bot.messages.numbered.told import Told
from bot.messages.numbered.typed_numbers import read_number
from bot.messages.numbered.understanding import understood
from bot.messages.numbered.weighing import WANTS_WORDS
from bot.messages.reply import Awaited
from bot.texts import zalo as texts
from handlers.commands.dispatch import Token
from handlers.commands.leaving import leaves
from handlers.conversation import Text
from handlers.zalo.interrupting import answer_meant, interrupting
from handlers.zalo.mentions import behind_another_name, without_mention
from handlers.zalo.typed_commands import as_command

_TEXTS = frozenset({Awaited.DRAFT_TEXT, Awaited.CORRECTED_TEXT, Awaited.CORRECTED_TEXT_GOES_ON})
_A_SENTENCE = 500


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
    said = without_thanks(text)
    other = _of_another(said, offers, awaited)
    if other is not None:
        return other
    # What a menu says to type is no command; a menu never says the word of one.
    found = by_word(said, offers)
    command = interrupting(said, awaited) if awaited else as_command(said)
    if found is None and command:
        return command if isinstance(command, Told) else Text(command)
    if found is None and awaited is None and leaves(said):
        found = _never_mind(offers)
    # No question is a mere number, unlike a date or a reason.
    is_no_answer = awaited in {None, Awaited.QUESTION} and said.strip().isdecimal()
    typed = found or understood(said, offers, waiting=awaited is not None)
    match typed or _unknown(said, offers, is_no_answer):
        case Pressed(button, words):
            return Token(button.token, words or held(button))
        case Choices() | Unseen() | Told() as asked:
            return asked
        case Unknown() as asked if offers:
            return asked
    return Text(answer_meant(text, awaited))


def _of_another(text: str, offers: Sequence[Offered], awaited: Awaited | None) -> Token | Told | None:
    """What is typed with the number of somebody's question, where a text is waited for.

    It would stand in a document that goes to everybody, or its number in the answer to a member.
    """
    read = read_number(text) if awaited in {Awaited.ANSWER, *_TEXTS} and "\n" not in text else None
    # "41. Các chi bộ …" is a paragraph of the document.
    if (
        read is None
        or not text.strip().startswith(f"{read.number} ")
        or not read.words
        or len(text) > _A_SENTENCE
    ):
        return None
    thing = next((one for one in offers if one.number == read.number), None)
    button = next((one for one in thing.buttons if one.act is Act.ANSWER_QUESTION), None) if thing else None
    if button is None:
        return None
    if awaited is Awaited.ANSWER:
        return Token(button.token, read.words)
    return Told(texts.not_in_text(read.number))


def _never_mind(offers: Sequence[Offered]) -> Pressed | Unseen | None:
    """The choice of the last menu that leaves everything as it is, however it is called there."""
    menu = next((one.buttons for one in offers if not one.number), ())
    found = [button for button in menu if button.act is Act.NEVER_MIND]
    shown = as_shown(Pressed(found[0]), offers) if found else None
    return shown if isinstance(shown, Pressed | Unseen) else None


def _unknown(text: str, offers: Sequence[Offered], is_no_answer: bool) -> Unknown | None:
    found = choose(text, offers) if is_no_answer else None
    return found if isinstance(found, Unknown) else None


def meant_in_group(
    text: str, *, names: Collection[str], offers: Sequence[Offered]
) -> Text | Token | Told | None:
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
        return _behind_another_name(bare, offers)
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


def _behind_another_name(text: str, offers: Sequence[Offered]) -> Text | Told | None:
    found: Told | None = None
    for rest in behind_another_name(text):
        command = as_command(rest)
        if command:
            return Text(command)
        if found is None and _thing_in_group(rest, offers) is not None:
            read = read_number(rest)
            found = None if read is None else Told(texts.say_it_here(read.number))
    return found
