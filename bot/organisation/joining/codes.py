"""Invitation codes: made at random, typed by people, kept only as a hash. Pure but for the chance.

There are two: the long one, which may stand in a letter or a link for weeks, and six digits, which somebody
reads aloud or copies from a screen and types within minutes.
"""

import hashlib
import hmac
import re
import secrets
import unicodedata

# No vowels, D or W: a Vietnamese keyboard (Telex, VNI) turns those into other letters while one types.
# Of letters and digits that look alike only one stays: 0 1 are out, and B G S Z for 8 6 5 2.
_LETTERS = "CFHJKLMNPQRTVX23456789"
_LENGTH = 12
_GROUP = 4
# Three groups as they are shown, give or take a slip; or all in one.
_LIKE_A_CODE = re.compile(r"[^\W_]{10,14}|[^\W_]{2,6}(?:[ –—-]+[^\W_]{2,6}){1,3}")


_DIGITS = 6
_LIKE_DIGITS = re.compile(r"[0-9]{3}[ .\-–]?[0-9]{3}")


# People type along what stands before the code on the sheet, and end a sentence.
_AROUND = re.compile(
    r"^\s*(?:m[ãa](?:\s+(?:số|so|mời|moi))?\s*[:.]?\s+|m[ãa]\s*:\s*)?|[\s.,;:!]+$", re.IGNORECASE
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
    text = _AROUND.sub("", unicodedata.normalize("NFKC", typed))
    letters = "".join(sign for sign in text.upper() if sign.isalnum())
    if _LIKE_DIGITS.fullmatch(text):
        return letters
    return letters if len(letters) == _LENGTH and set(letters) <= set(_LETTERS) else None


def is_short(code: str) -> bool:
    """Whether it is six digits, and not the long code."""
    return len(code) == _DIGITS


def is_like_one(typed: str) -> bool:
    """Whether somebody seems to have typed a code with a letter too few, too many or wrong.

    No name, no number and no word of greeting: letters in groups by hyphens, or letters and digits mixed.
    """
    text = unicodedata.normalize("NFKC", typed).strip()
    letters = "".join(sign for sign in text if sign.isalnum())
    if not _LIKE_A_CODE.fullmatch(text) or not _LENGTH - 2 <= len(letters) <= _LENGTH + 2:
        return False
    has_letters, has_digits = any(map(str.isalpha, letters)), any(map(str.isdecimal, letters))
    return has_letters and (has_digits or not set("-–—").isdisjoint(text))


def hash_of(key: bytes, code: str) -> str:
    """What is kept of a code; without the installation's key it cannot be tried out."""
    return hmac.new(key, b"invitation " + code.encode(), hashlib.sha256).hexdigest()
