"""Courtesy that people put around a number, which is no part of what they say: "Dạ, 27", "27 🙏". Pure."""

import re
import unicodedata

# Hands that thank, flowers, and what only colours them: an elderly person ends every message so.
_THANKS = frozenset("🙏🌹🌷🌺🌸💐")
# Beside words that take note these add nothing; alone they are a nod, and others may say the contrary.
_FRIENDLY = frozenset("👍👌✅✔☑👏🤝❤♥😊🙂😀😄😃☺🥰🎉")
_TONES = re.compile("[\U0001f3fb-\U0001f3ff\ufe0f\u200d]")
_BEFORE = re.compile(
    r"(?:da|vang|em|chau|con|(?:kinh )?thua(?: (?:dong chi|bac|anh|chi|co|chu|ong|ba))?"
    r"|bao cao(?: (?:dong chi|bac|anh|chi))?)(?: |$)"
)
_SIGNS = frozenset({"So", "Sk", "Sm"})


def without_thanks(text: str) -> str:
    """The text without folded hands and flowers, which say nothing but thanks."""
    if not any(letter in _THANKS for letter in text):
        return text
    return "".join(letter for letter in _TONES.sub("", text) if letter not in _THANKS).strip()


def is_courtesy(folded: str, *, typed: str) -> bool:
    """Whether the words before a number only greet: "dạ", "vâng", "thưa đồng chí", "em", "cháu".

    Args:
        folded: the words.
        typed: the same with their accents: "đã 27" lacks a word, and is no "dạ".
    """
    if "đ" in unicodedata.normalize("NFC", typed).casefold().replace("đồng chí", ""):
        return False
    rest = folded
    while match := _BEFORE.match(rest):
        rest = rest[match.end() :]
    return not rest


def contradicts(text: str) -> bool:
    """Whether a sign stands there that may say the contrary of the words beside it: 👎, 🤔, or "?"."""
    bare = _TONES.sub("", text)
    return any(
        letter in "?？" or (unicodedata.category(letter) in _SIGNS and letter not in _THANKS | _FRIENDLY)
        for letter in bare
    )
