"""The words of a button's label, by which it is called where there are no buttons. Pure."""

import re
import unicodedata
from collections.abc import Sequence

from bot.messages.folding import fold, folded_words

# What is longer is not typed whole, and a part of it means nothing when it is read aloud.
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


def code_words(labels: Sequence[str]) -> tuple[str, ...]:
    """What to type for each label: the whole of it, unlike any other label of the message.

    Empty where that is too long to be typed, or does not tell it from the others.

    Args:
        labels: of one message.
    """
    folded = [label_words(label) for label in labels]
    return tuple(
        _phrase(label, words, [*folded[:place], *folded[place + 1 :]])
        for place, (label, words) in enumerate(zip(labels, folded, strict=True))
    )


def amount_in(label: str) -> str:
    """The amount behind a label: 5 of `Nhắc (5)`; empty without one."""
    match = _AMOUNT.search(label)
    return match[0].strip().strip("()") if match else ""


def _is_decoration(letter: str) -> bool:
    category = unicodedata.category(letter)
    return letter not in _OPENS and category in {"So", "Sk", "Mn", "Me", "Cf", "Cn"}


def _phrase(label: str, words: tuple[str, ...], others: list[tuple[str, ...]]) -> str:
    shown = _WORD.findall(unicodedata.normalize("NFC", _AMOUNT.sub("", label)).lower())
    if len(shown) != len(words) or words in others or all(word.isdecimal() for word in words):
        return ""
    phrase = " ".join(shown)
    return phrase if len(phrase) <= _LONGEST else ""
