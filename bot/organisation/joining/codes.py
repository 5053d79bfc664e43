"""Invitation codes: made at random, typed by people, kept only as a hash. Pure but for the chance.

There are two: the long one, which may stand in a letter or a link for weeks, and six digits, which somebody
reads aloud or copies from a screen and types within minutes.
"""

import hashlib
import hmac
import re
import secrets
import unicodedata

from bot.messages.folding import fold

# No vowels, D or W: a Vietnamese keyboard (Telex, VNI) turns those into other letters while one types.
# Of letters and digits that look alike only one stays: 0 1 are out, and B G S Z for 8 6 5 2.
_LETTERS = "CFHJKLMNPQRTVX23456789"
_LENGTH = 12
_GROUP = 4
# Three groups as they are shown, give or take a slip; or all in one.
_LIKE_A_CODE = re.compile(r"[^\W_]{10,14}|[^\W_]{2,6}(?:[ –—-]+[^\W_]{2,6}){1,3}")


_DIGITS = 6
# As it is shown, in one piece, or in pairs as telephone numbers are said.
_LIKE_DIGITS = re.compile(r"[0-9]{3}[ .\-–]?[0-9]{3}|[0-9]{2} [0-9]{2} [0-9]{2}")
# "mã 6 số": how the office names them, not a part of them; and whom it is said to.
_NAMED = re.compile(
    r"\b(?:(?:6|sáu|sau)\s+(?:chữ\s+|chu\s+)?(?:số|so)|đồng chí|dong chi|văn phòng|van phong)\b",
    re.IGNORECASE,
)
# "Tôi là Bình, mã 482915": six figures alone in a sentence that speaks of a code.
_AMONG_WORDS = re.compile(
    r"(?:\b(?:mã|ma|code|otp)\b[^0-9]*|^\W*)(?<![0-9.,/])"
    r"([0-9]{3}[ .\-–]?[0-9]{3}|[0-9]{2} [0-9]{2} [0-9]{2})"
    r"(?![0-9]|[./,:%+–-]\s*[0-9])[^0-9]*",
    re.IGNORECASE,
)
_FIGURE = re.compile(r"[0-9]")
_MOST_WORDS = 12
_SIGNS_AROUND = re.compile(r"^[^\w]+|[^\w]+$")
# What people say around a code, folded; no group of a code has a vowel.
_COURTESY = frozenset(
    {"a", "anh", "bac", "cam", "chao", "chi", "chau", "chu", "co", "con", "cua", "da", "day", "dua", "duoc"}
    | {"em", "gui", "kinh", "la", "ma", "minh", "moi", "nay", "nhe", "on", "so", "thua", "toi", "vang", "xin"}
)


def new_digits() -> str:
    """Six digits as they are stored. A million can be tried out: see `bot.organisation.joining.guessing`."""
    return f"{secrets.randbelow(10**_DIGITS):0{_DIGITS}}"


def new_code() -> str:
    """A code as it is stored and sent in links: 12 characters of 22, 53 bits.

    Enough against guessing because tries are slowed per conversation (`bot.organisation.joining.guessing`).
    """
    return "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH))


def shown(code: str) -> str:
    """The code as a person reads it: three groups of four; six digits in two groups of three."""
    if len(code) == _DIGITS:
        return f"{code[:3]} {code[3:]}"
    return "-".join(code[start : start + _GROUP] for start in range(0, _LENGTH, _GROUP))


def read(typed: str) -> str | None:
    """The code in what was typed, whatever the capitals, blanks and hyphens; None if it cannot be one."""
    text = _bare(typed)
    letters = "".join(sign for sign in text.upper() if sign.isalnum())
    if _LIKE_DIGITS.fullmatch(text):
        return letters
    if len(letters) == _LENGTH and set(letters) <= set(_LETTERS):
        return letters
    return _digits_among(typed)


def _digits_among(typed: str) -> str | None:
    """The only six figures of a short sentence that begins with them or says that they are a code."""
    text = _NAMED.sub(" ", unicodedata.normalize("NFKC", typed))
    found = _AMONG_WORDS.search(text)
    if found is None or len(_FIGURE.findall(text)) != _DIGITS or len(text.split()) > _MOST_WORDS:
        return None
    return "".join(_FIGURE.findall(found[1]))


def _bare(typed: str) -> str:
    """What was typed without the words and signs around a code: dạ, mã của tôi là, ạ, brackets."""
    words = _NAMED.sub(" ", unicodedata.normalize("NFKC", typed)).replace(":", " ").split()
    while words and _is_courtesy(words[0]):
        del words[0]
    while words and _is_courtesy(words[-1]):
        del words[-1]
    return _SIGNS_AROUND.sub("", " ".join(words))


def _is_courtesy(word: str) -> bool:
    folded = fold(word)
    return not folded or folded in _COURTESY


def is_short(code: str) -> bool:
    """Whether it is six digits, and not the long code."""
    return len(code) == _DIGITS


def is_like_one(typed: str) -> bool:
    """Whether somebody seems to have typed a code with a letter too few, too many or wrong.

    No name, no number and no word of greeting: letters in groups by hyphens, or letters and digits mixed.
    """
    text = _bare(typed)
    letters = "".join(sign for sign in text if sign.isalnum())
    if not _LIKE_A_CODE.fullmatch(text) or not _LENGTH - 2 <= len(letters) <= _LENGTH + 2:
        return False
    has_letters, has_digits = any(map(str.isalpha, letters)), any(map(str.isdecimal, letters))
    return has_letters and (has_digits or not set("-–—").isdisjoint(text))


def hash_of(key: bytes, code: str) -> str:
    """What is kept of a code; without the installation's key it cannot be tried out."""
    return hmac.new(key, b"invitation " + code.encode(), hashlib.sha256).hexdigest()
