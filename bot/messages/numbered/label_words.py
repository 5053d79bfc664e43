"""The words of a button's label, by which it is called where there are no buttons. Pure."""

import re
import unicodedata
from collections.abc import Sequence

from bot.messages.folding import fold, folded_words

# Of a long label so many words are enough to make a phrase.
_ENOUGH = 3
_LONGEST = 24
_AMOUNT = re.compile(r"\s*\(\d+\)\s*$")
_WORD = re.compile(r"[^\W_]+")
# Before "Quay lại" and behind "Trang sau": with a gap, unlike the same sign around a quotation.
_ARROW = re.compile(r"^[‹«] | ›$")
# What a sentence or a name may begin with; any other sign before it is decoration.
_OPENS = frozenset("([{\"“«'‘+/-–—•…#@%")


def spoken(text: str) -> str:
    """The text without the pictogram that it begins with, which disturbs when it is read aloud."""
    bare = text
    while bare and _is_decoration(bare[0]):
        bare = bare[1:]
    bare = bare.lstrip() if bare != text else text
    return _ARROW.sub("", bare) or text


def label_keys(label: str) -> frozenset[str]:
    """The folded label as somebody may type it whole: with and without the amount behind it."""
    return frozenset({fold(label), fold(_AMOUNT.sub("", label))}) - {""}


def label_words(label: str) -> tuple[str, ...]:
    """The folded words of the label, without the amount behind it: `Xem tên (8)` has `xem`, `ten`."""
    return folded_words(_AMOUNT.sub("", label))


def code_words(labels: Sequence[str], *, enough: int = _ENOUGH) -> tuple[str, ...]:
    """What to type for each label, unlike what any other label of the message begins with.

    A short label is typed whole, a long one by its first words. Empty where no words of a bearable length
    tell it from the others.

    Args:
        labels: of one message.
        enough: words of a long label to begin with.
    """
    folded = [label_words(label) for label in labels]
    return tuple(
        _phrase(label, words, [*folded[:place], *folded[place + 1 :]], enough)
        for place, (label, words) in enumerate(zip(labels, folded, strict=True))
    )


def _is_decoration(letter: str) -> bool:
    category = unicodedata.category(letter)
    return letter not in _OPENS and category in {"So", "Sk", "Mn", "Me", "Cf", "Cn"}


def _phrase(label: str, words: tuple[str, ...], others: list[tuple[str, ...]], enough: int) -> str:
    shown = _WORD.findall(unicodedata.normalize("NFC", _AMOUNT.sub("", label)).lower())
    if len(shown) != len(words) or words in others or all(word.isdecimal() for word in words):
        return ""
    length = len(words)
    if length > enough:
        apart = (
            number
            for number in range(enough, length)
            if all(other[:number] != words[:number] for other in others)
        )
        length = next(apart, length)
    phrase = " ".join(shown[:length])
    return phrase if len(phrase) <= _LONGEST else ""
