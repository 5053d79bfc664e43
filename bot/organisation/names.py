"""How names are put in order: by given name, letters and tones as Vietnamese weighs them."""

import unicodedata

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_DIGITS = "0123456789"
# Two digits for each letter, above "00", which ends a word.
_WEIGHTS = {letter: f"{10 + place}" for place, letter in enumerate(_DIGITS + _LETTERS)}
_UNKNOWN = "99"
_END_OF_WORD = "00"
# ngang, huyền, hỏi, ngã, sắc, nặng
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}


def given_name(full_name: str) -> str:
    """The last word of a Vietnamese name, by which one is called and listed.

    Raises:
        ValueError: the name is blank.
    """
    words = full_name.split()
    if not words:
        raise ValueError("a name has at least one word")
    return words[-1]


def tidy(full_name: str) -> str:
    """The name in NFC with single blanks, as it is stored and shown."""
    return " ".join(unicodedata.normalize("NFC", full_name).split())


def sort_key(full_name: str) -> str:
    """The key by which names are listed: given name, then family name, then the names between.

    Within a word the letters decide first (a ă â b c d đ e ê ... o ô ơ ... u ư ...), then the tone in the
    order of Vietnamese dictionaries (ngang huyền hỏi ngã sắc nặng). The key is digits only and each weight
    has the same width, so every database collation puts it in the same order. PyICU would do the same with
    the rules of CLDR, but has to be compiled against ICU's own libraries on the office's machine.

    Raises:
        ValueError: the name is blank.
    """
    given = given_name(full_name)
    family_and_middle = full_name.split()[:-1]
    return "".join(_word_key(word) for word in (given, *family_and_middle))


def _word_key(word: str) -> str:
    weights: list[str] = []
    tone = 0
    for letter in unicodedata.normalize("NFC", word).lower():
        bare, tone_here = _without_tone(letter)
        tone = tone or tone_here
        if bare in _WEIGHTS:
            weights.append(_WEIGHTS[bare])
        elif bare.isalnum():
            weights.append(_UNKNOWN)
    return "".join(weights) + _END_OF_WORD + str(tone)


def _without_tone(letter: str) -> tuple[str, int]:
    """The letter with its shape (ă, ơ, đ) but without its tone, and the tone."""
    parts = unicodedata.normalize("NFD", letter)
    tone = next((_TONES[mark] for mark in parts if mark in _TONES), 0)
    bare = unicodedata.normalize("NFC", "".join(mark for mark in parts if mark not in _TONES))
    if bare not in _WEIGHTS:
        # A foreign accent: the letter under it is what counts.
        bare = parts[0]
    return bare, tone
