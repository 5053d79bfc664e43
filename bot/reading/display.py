"""Titles and issuers as a list or a card shows them; papers print them in capitals or begin them small.

Capitalisation of the names of organisations: Decree 30/2020/NĐ-CP, appendix II, section V, which the Party's
guides follow. Only what is certain is changed: a name with one word that is not known stays as printed.
"""

import re
from collections.abc import Iterator

from bot.reading.organisation_words import ABBREVIATIONS, BEFORE_NAME, LONGEST_PHRASE, PHRASES, even_tone

# Syllables of the longest names of places; "Bà Rịa - Vũng Tàu" has its hyphen besides.
_LONGEST_NAME = 4
_ABOUT = re.compile(r"V/v[:\s]\s{0,3}", re.IGNORECASE)
_ROMAN = re.compile(r"[IVX]{1,4}")
_NAME_WORD = re.compile(r"[^\W\d_]{1,10}|\d{1,3}[A-Z]?")
_JOINING = frozenset({"VÀ", "CÁC", "SỐ", "CỦA", "THUỘC"})
_Words = list[str]


def display_title(printed: str) -> str:
    """The title beginning with a capital: "về việc nộp ảnh" as "Về việc nộp ảnh", "V/v …" as "Về việc …"."""
    about = _ABOUT.match(printed)
    whole = f"Về việc {printed[about.end() :]}" if about else printed
    return _begun_great(whole)


def display_issuer(printed: str) -> str:
    """The issuer in ordinary letters: "ĐẢNG ỦY XÃ LỘC SƠN" as "Đảng ủy xã Lộc Sơn".

    As printed where it is not all in capitals, or where a word of it is not known for certain.
    """
    words = printed.split()
    if not printed.isupper() or not words:
        return printed
    shown = list(_shown(words))
    if len(shown) < len(words):
        return printed
    return _begun_great(" ".join(shown))


def _shown(words: _Words) -> Iterator[str]:
    """The words one by one, ending early at the first that is not certain."""
    at = 0
    while at < len(words):
        phrase = _phrase_at(words, at)
        if phrase:
            yield from map(_cased, words[at : at + len(phrase)], phrase)
            at += len(phrase)
            name = _name_at(words, at) if " ".join(phrase).lower() in BEFORE_NAME else []
            yield from (name if len(name) == 1 and _ROMAN.fullmatch(name[0]) else map(_of_name, name))
            at += len(name)
        elif words[at] in ABBREVIATIONS or (0 < at < len(words) - 1 and words[at] in {"-", "–"}):
            yield words[at]
            at += 1
        else:
            return


def _phrase_at(words: _Words, at: int) -> _Words:
    """The longest known phrase that begins there, written as it should be; empty if none does."""
    folded = [even_tone(word.lower()).replace("–", "-") for word in words[at : at + LONGEST_PHRASE]]
    for length in range(len(folded), 0, -1):
        found = PHRASES.get(" ".join(folded[:length]))
        if found is not None:
            return found.split()
    return []


def _name_at(words: _Words, at: int) -> _Words:
    """The name that stands there up to the end or a hyphen; empty where it may be something else."""
    if words[at : at + 1] == ["SỐ"] and len(words) == at + 2 and words[-1].isdigit():
        return words[at:]
    ends = next((place for place in range(at, len(words)) if words[place] in {"-", "–"}), len(words))
    if ends < len(words) and not _phrase_at(words, ends + 1):
        ends = len(words)
    name = words[at:ends]
    syllables = [word for word in name if word not in {"-", "–"}]
    is_plain = all(_NAME_WORD.fullmatch(word) and word not in _JOINING for word in syllables)
    holds_more = any(len(_phrase_at(words, place)) > 1 for place in range(at, ends))
    return name if is_plain and len(syllables) <= _LONGEST_NAME and not holds_more else []


def _cased(printed: str, pattern: str) -> str:
    """The printed word, tone marks where they stand, in the letters of the pattern."""
    if pattern.isupper() and len(pattern) > 1:
        return printed
    return printed.capitalize() if pattern[0].isupper() else printed.lower()


def _of_name(word: str) -> str:
    if word == "SỐ":
        return "số"
    return word.capitalize() if word.isalpha() else word


def _begun_great(words: str) -> str:
    return words[:1].upper() + words[1:]
