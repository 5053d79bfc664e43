"""Several numbers in one line: "27 30 61 đã nắm". Pure."""

import re
import unicodedata
from collections.abc import Collection

from bot.messages.folding import fold
from bot.messages.numbered.reporting_words import asks, is_of_a_report

# Two digits that stand alone: no part of a date, an hour, a longer figure or a document's number.
_NUMBER = re.compile(r"(?<![^\s,;+&])[2-9][0-9](?=[\s,;.!+&]|$)")
_FIGURES = re.compile(r"[0-9]")
_BETWEEN = frozenset({"va", "voi", "so", "ca", "hai", "ba", "toan", "van", "ma", "tra", "loi"})
_AT_LEAST = 2


def several_numbers(typed: str, *, offered: Collection[int], strictly: bool = False) -> tuple[int, ...]:
    """The numbers, where nothing else is said than that all of them are meant; else none.

    Args:
        typed: as it came.
        offered: the numbers that stand for something here; those that are typed have to begin with one.
        strictly: where something else is waited for: all of them are offered, and words say what they do.
    """
    text = unicodedata.normalize("NFC", typed)
    found = [int(number) for number in _NUMBER.findall(text)]
    rest = _NUMBER.sub(" ", text)
    if len(set(found)) < _AT_LEAST or found[0] not in offered or _FIGURES.search(rest) or asks(text):
        return ()
    words = " ".join(word for word in fold(rest).split() if word not in _BETWEEN)
    if strictly and not (words and set(found) <= set(offered)):
        return ()
    return tuple(found) if is_of_a_report(words) else ()
