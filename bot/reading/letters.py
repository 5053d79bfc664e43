"""The letters of Vietnamese text: one written form for each, and the classes that patterns are built from."""

import re
import unicodedata

from bot.messages.folding import without_piled_marks

_LATIN = [
    chr(code)
    for code in (*range(0x41, 0x5B), *range(0x61, 0x7B), *range(0xC0, 0x250), *range(0x1EA0, 0x1EFA))
]

UPPER = "".join(letter for letter in _LATIN if letter.isupper())
LOWER = "".join(letter for letter in _LATIN if letter.islower())
LETTER = UPPER + LOWER

# Real documents print any of these between number and type; word processors leave soft hyphens there.
DASH = "[-‐‑‒–—−\u00ad]"

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_BLANKS = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# Zero-width characters, direction overrides and control characters: they show nothing and split words.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]"
)
# Bounded, so that a long run of blanks costs no more than its length.
_TORN_MARK = re.compile("(?<=[^\\W\\d_])[ \t]{1,3}(?=[\u0300-\u036f])")
# U+00D0 and U+0189 look like U+0110 and stand for it in old Vietnamese files.
_FALSE_D = str.maketrans("\u00d0\u0189", "\u0110\u0110")


def normalise(text: str) -> str:
    """Write text in the one form that every recogniser expects.

    Line ends become line feeds, every kind of blank a space; invisible characters go; combining marks torn
    off by a blank return to their letter; letters are composed (NFC) and false Đ mended. Words are not
    changed.
    """
    text = _LINE_ENDS.sub("\n", text)
    text = _INVISIBLE.sub("", text)
    text = _BLANKS.sub(" ", text)
    text = _TORN_MARK.sub("", text)
    return unicodedata.normalize("NFC", without_piled_marks(text)).translate(_FALSE_D)
