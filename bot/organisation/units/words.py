"""How the office calls its kinds of units, and which names units may have."""

import unicodedata
from dataclasses import dataclass

from bot.access import Caller, demand
from bot.errors import Refusal, Refused
from bot.history import entry
from bot.office import Office
from bot.organisation.names import tidy
from bot.reading.folding import fold
from bot.texts import unit_words as texts
from storage import history
from storage.database import Connection
from storage.organisation import units
from storage.states import Role, UnitKind

NAME_LIMIT = 120
SHORT_LIMIT = 30
"""Letters: a short name stands in a line with others on a phone."""
KINDS = tuple(UnitKind)
"""In the order in which buttons number them, from 1."""
_SIGNS = frozenset(" .,;:+-/()[]&'\"“”‘’–—№°")


@dataclass(frozen=True)
class Word:
    """How a kind of unit is called.

    Args:
        is_own: the office chose it itself.
    """

    kind: UnitKind
    word: str
    short_word: str
    is_own: bool


def words_of(connection: Connection) -> dict[UnitKind, Word]:
    """The words for every kind."""
    own = units.words(connection)
    return {kind: Word(kind, *own.get(kind, texts.WORDS[kind]), is_own=kind in own) for kind in KINDS}


def word_of(connection: Connection, kind: UnitKind) -> str:
    """How the office calls this kind: Chi bộ."""
    return words_of(connection)[kind].word


async def kind_words(caller: Caller, office: Office) -> tuple[Word, ...]:
    """The words for every kind, for who may change them.

    Raises:
        Refused: NOT_ALLOWED.
    """
    demand(caller, {Role.ADMIN})
    return tuple((await office.database.read(words_of)).values())


async def reword(caller: Caller, office: Office, *, kind: UnitKind, text: str) -> Word:
    """Call this kind of unit otherwise from now on; names that units have stay as they are.

    Args:
        caller: an admin.
        office: the office.
        kind: which.
        text: the word, and after a comma its short form (without: the word itself).

    Raises:
        Refused: NOT_ALLOWED, EMPTY, TOO_LONG, ODD_LETTERS.
    """
    demand(caller, {Role.ADMIN})
    first, _, second = text.partition(",")
    word = checked(first, limit=SHORT_LIMIT)
    short_word = checked(second, limit=SHORT_LIMIT) if second.strip() else word

    def body(connection: Connection) -> Word:
        units.set_word(connection, kind, word=word, short_word=short_word)
        line = entry(
            caller,
            office,
            thing="unit_word",
            thing_id=KINDS.index(kind) + 1,
            from_state="",
            to_state="set",
            detail=kind,
        )
        history.append(connection, line)
        return Word(kind, word, short_word, is_own=True)

    return await office.perform(caller, "unit word", body, outcome=Word)


def checked(text: str, *, limit: int = NAME_LIMIT) -> str:
    """The name in NFC with single blanks.

    Letters of another script look like ours and make two names of what reads as one, so they are refused.

    Raises:
        Refused: EMPTY, TOO_LONG, ODD_LETTERS.
    """
    name = tidy(text)
    if not fold(name):
        raise Refused(Refusal.EMPTY)
    if len(name) > limit:
        raise Refused(Refusal.TOO_LONG, limit=str(limit))
    if not all(_is_usual(letter) for letter in name):
        raise Refused(Refusal.ODD_LETTERS)
    return name


def _is_usual(letter: str) -> bool:
    if letter in _SIGNS or (letter.isascii() and letter.isdigit()):
        return True
    named = unicodedata.name(letter, "")
    return letter.isalpha() and named.startswith("LATIN ") and "FULLWIDTH" not in named


def shortened(name: str, word: Word) -> str:
    """The short name that is offered: Chi bộ 5 becomes CB 5, what is not called by its kind stays."""
    rest = name[len(word.word) :]
    if name.casefold().startswith(word.word.casefold()) and rest.startswith(" "):
        name = word.short_word + rest
    return name[:SHORT_LIMIT].rstrip()
