"""Numbers and words that stand for buttons where there are none. Pure.

A thing (a publication, a study session, a message that nobody asked for) has a number of two digits in each
conversation: the bare number does what the thing asks for, other buttons want a word of their label behind
it ("27 toàn văn"). What answers a person and is no card is a menu: its choices are 1, 2, 3 and so on.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.messages.acts import Act
from bot.messages.blocks import Block, Button, Buttons, Message
from bot.messages.folding import fold
from bot.messages.numbered.document_numbers import UNKNOWN_THING, About
from bot.messages.numbered.label_words import code_words, label_keys
from bot.messages.numbered.menu_words import by_hand, called, word_codes
from bot.messages.numbered.naming import TAKEN_NOTE, may_mean_a_task, may_mean_anything, named, polite
from bot.messages.numbered.typed_numbers import Typed, is_doubtful, read_number
from bot.messages.numbered.weighing import HARMLESS, TAKES_WORDS, WANTS_WORDS
from bot.texts.code_words import ALWAYS

NUMBERS = range(20, 100)
"""What a thing may have; the numbers below are for menus."""
_AN_ORDER = 60
_ENDINGS = frozenset({"", "a", "nhe", "nha"})
# "Mở 1" where "Mở số 1" stands.
_OPENING = frozenset({"mo", "xem"})
# What stands behind the number is what is asked, or answered.
_SAID_BEHIND = frozenset({Act.ASK, Act.ANSWER_QUESTION})
# Their labels are people's names: a part of one is no word to be called by.
_NAMES_SOMEBODY = frozenset({Act.INVITE, Act.MEMBER_CARD, Act.SIX_DIGITS, Act.WEB_LINK})
_A_SENTENCE = 200


class Thing(StrEnum):
    """What a number stands for."""

    PUBLICATION = "publication"
    SESSION = "session"
    MESSAGE = "message"
    """A message that is about neither: its delivery."""
    MENU = "menu"
    """The last answer that had choices; its number is 0."""


@dataclass(frozen=True)
class Offered:
    """What was shown in a conversation under one number.

    Args:
        number: of two digits; 0: the menu, whose buttons have numbers of their own.
        thing: what it is.
        thing_id: which one.
        buttons: as sealed for this conversation, with what to type in `code`.
        unseen: keys of those whose message had not been read when the answer came.
        about: what else is known of it.
    """

    number: int
    thing: str
    thing_id: int
    buttons: tuple[Button, ...]
    unseen: frozenset[str] = frozenset()
    about: About = UNKNOWN_THING


@dataclass(frozen=True)
class Pressed:
    """The typed words stand for this button.

    Args:
        words: what else was typed, to be said once it is pressed: the question.
    """

    button: Button
    words: str = ""


@dataclass(frozen=True)
class Unknown:
    """A number that nothing was offered under."""

    number: int


@dataclass(frozen=True)
class Unseen:
    """What stands there now cannot have been read by who typed this."""


@dataclass(frozen=True)
class Choices:
    """A number that alone, or with these words, may mean several things; `answer_to` asks which.

    Args:
        waiting: it may also be the answer to what the conversation waits for.
    """

    number: int
    buttons: tuple[Button, ...]
    waiting: bool = False


Found = Pressed | Unknown | Unseen | Choices


def coded(
    message: Message,
    *,
    number: int | None,
    taken: frozenset[int] = frozenset(),
    said: Collection[str] = (),
) -> Message:
    """The message with what to type in each button's `code`.

    Args:
        message: what is sent.
        number: of its thing; None: it is a menu, and what has a code already keeps it.
        taken: numbers that a menu leaves out, because they stand for things.
        said: words that stand for something in the same menu already.
    """
    buttons = buttons_of(message)
    found = _menu_codes(buttons, taken, said) if number is None else _thing_codes(buttons, number)
    return replace(message, blocks=tuple(_with_codes(block, found) for block in message.blocks))


def choose(typed: str, offers: Sequence[Offered], *, waiting: bool = False) -> Found | None:
    """What the typed words stand for.

    Args:
        typed: as it came.
        offers: what was shown in this conversation, the newest first.
        waiting: the conversation waits for words of the person's own: what is not plainly a code is theirs,
            such as a date; a number alone is asked about.

    Returns:
        None: no code; the words are an ordinary text.
    """
    return as_shown(_chosen(typed, offers, waiting=waiting), offers)


def by_word(typed: str, offers: Sequence[Offered]) -> Pressed | Unseen | None:
    """What the last menu says to type in words, if it is just this."""
    button = None if typed.startswith("/") else called(_menu(offers), typed, exactly=True)
    found = as_shown(None if button is None else Pressed(button), offers)
    return found if isinstance(found, Pressed | Unseen) else None


def as_shown(found: Found | None, offers: Sequence[Offered]) -> Found | None:
    """The same, unless it stands in no message that can have been read."""
    if isinstance(found, Pressed):
        whose = [one for one in offers if found.button in one.buttons]
        return Unseen() if any(key_of(found.button) in one.unseen for one in whose) else found
    if isinstance(found, Choices):
        unseen = frozenset().union(*(one.unseen for one in offers if one.number == found.number))
        shown = tuple(button for button in found.buttons if key_of(button) not in unseen)
        return replace(found, buttons=shown) if shown else Unseen()
    if isinstance(found, Unknown) and found.number not in NUMBERS:
        return Unseen() if any(one.unseen for one in offers if not one.number) else found
    return found


def _chosen(typed: str, offers: Sequence[Offered], *, waiting: bool) -> Found | None:
    read = read_number(typed, waiting=waiting)
    if read is None or read.before:
        named = _by_label(typed, offers, waiting=waiting)
        if read is None or named is not None:
            return named
    thing = next((one for one in offers if one.number == read.number), None)
    if thing is not None:
        return _of_thing(thing, read, waiting=waiting)
    bare = not (read.words or read.before or read.is_doubtful)
    choice = _menu_choice(offers, read.number)
    is_opened = choice is not None and choice.act in HARMLESS and read.before in _OPENING
    bare = bare or (is_opened and not (read.words or read.is_doubtful))
    is_all = not read.before or is_opened
    if choice is not None and not read.is_doubtful and is_all and fold(read.words) in _ENDINGS:
        return Pressed(choice)
    return None if waiting or not _looks_like_a_code(read, bare=bare) else Unknown(read.number)


def buttons_of(message: Message) -> tuple[Button, ...]:
    """The buttons of a message in order, each thing that can be asked for once."""
    found: dict[str, Button] = {}
    for block in message.blocks:
        if isinstance(block, Buttons):
            for row in block.rows:
                for button in row:
                    found.setdefault(key_of(button), button)
    return tuple(found.values())


def key_of(button: Button) -> str:
    """What a button asks for, whoever it is sealed for."""
    return f"{button.act.value}:{button.subject}:{button.argument}"


def is_choice(button: Button) -> bool:
    """Whether it is a numbered line of a menu, not something that a thing's number does."""
    return button.code.isdecimal() and int(button.code) not in NUMBERS


def main_of(buttons: Sequence[Button]) -> Button | None:
    """What the bare number of a thing does: take note, answer, else the only thing, if it just shows."""
    for act in (Act.ACKNOWLEDGE, Act.ANSWER_QUESTION):
        if found := [button for button in buttons if button.act is act]:
            return found[0]
    return buttons[0] if len(buttons) == 1 and buttons[0].act in HARMLESS else None


def _menu_codes(buttons: Sequence[Button], taken: frozenset[int], said: Collection[str]) -> dict[str, str]:
    codes = {key_of(button): button.code for button in buttons if button.code}
    used = taken | {int(code) for code in codes.values() if code.isdecimal()}
    free = (number for number in range(1, len(buttons) + len(used) + 2) if number not in used)
    worded = word_codes(buttons, used=said)
    return {
        key_of(button): codes.get(key_of(button)) or word or str(next(free))
        for button, word in zip(buttons, worded, strict=True)
    }


def _thing_codes(buttons: Sequence[Button], number: int) -> dict[str, str]:
    main, phrases = main_of(buttons), code_words([button.label for button in buttons])
    codes = {}
    for place, (button, phrase) in enumerate(zip(buttons, phrases, strict=True), start=1):
        is_bare = button is main or button.act in _SAID_BEHIND
        # Who takes a task types "27 nhận việc".
        words = phrase.removeprefix("đã ") if button.act is Act.TAKE_TASK else phrase
        words = by_hand(button) if button.act.name in ALWAYS else words or by_hand(button)
        words = "" if button.act in _NAMES_SOMEBODY else words
        codes[key_of(button)] = str(number) if is_bare else f"{number} {words or place}"
    return codes


def _with_codes(block: Block, codes: dict[str, str]) -> Block:
    if not isinstance(block, Buttons):
        return block
    return Buttons(
        tuple(tuple(replace(button, code=codes[key_of(button)]) for button in row) for row in block.rows)
    )


def _of_thing(thing: Offered, read: Typed, *, waiting: bool) -> Pressed | Choices | None:
    buttons, choices = thing.buttons, Choices(thing.number, thing.buttons, waiting)
    typed = polite(read.words or read.before)
    if not typed:
        main = None if read.is_doubtful or waiting else main_of(buttons)
        return Pressed(main) if main is not None else choices
    if may_mean_anything(buttons, read.words or read.before):
        return choices
    found = named(buttons, read.words or read.before, number=thing.number)
    if found is not None:
        # "27 rõ?" may be a question, and "27 rõ 👎" is none that anybody could answer.
        is_plain = not read.is_doubtful or found[0].act in TAKES_WORDS
        return Pressed(*found) if is_plain else choices
    if read.is_glued or read.before or waiting:
        return None
    if may_mean_a_task(buttons, read.words):
        return choices
    asking = next((button for button in buttons if button.act is Act.ASK), None)
    says_something = any(letter.isalpha() for letter in read.words)
    return Pressed(asking, read.words) if asking is not None and says_something else choices


def _by_label(typed: str, offers: Sequence[Offered], *, waiting: bool) -> Pressed | None:
    """A whole label without a number: of the menu, or of the newest thing."""
    said = polite(typed)
    if not said or len(typed) > _AN_ORDER or is_doubtful(typed):
        return None
    worded = called(_menu(offers), typed, exactly=waiting)
    if worded is not None:
        return Pressed(worded)
    menu = [button for button in _menu(offers) if said in label_keys(button.label)]
    if len(menu) == 1 or waiting:
        return Pressed(menu[0]) if len(menu) == 1 else None
    newest: Iterable[Button] = next((one.buttons for one in offers if one.number), ())
    # "Đã nắm" without a number counts where one thing is open, which is not known here.
    wants_a_number = WANTS_WORDS | {Act.ACKNOWLEDGE, Act.ASK}
    whole = [button for button in newest if said in label_keys(button.label)]
    return Pressed(whole[0]) if len(whole) == 1 and whole[0].act not in wants_a_number else None


def _menu(offers: Sequence[Offered]) -> tuple[Button, ...]:
    return next((one.buttons for one in offers if not one.number), ())


def _menu_choice(offers: Sequence[Offered], number: int) -> Button | None:
    return next((button for button in _menu(offers) if button.code == str(number)), None)


def _looks_like_a_code(read: Typed, *, bare: bool) -> bool:
    if bare or polite(read.words or read.before) in TAKEN_NOTE:
        return True
    is_short = len(read.words) <= _A_SENTENCE and "\n" not in read.words
    return (
        read.number in NUMBERS
        and is_short
        and not (read.before or read.is_glued or read.words[:1].isdecimal())
    )
