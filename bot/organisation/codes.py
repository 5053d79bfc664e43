"""Invitation codes: made at random, typed by people, kept only as a hash. Pure but for the chance."""

import hashlib
import hmac
import secrets
import unicodedata

# No vowels, D or W: a Vietnamese keyboard (Telex, VNI) turns those into other letters while one types.
# Of letters and digits that look alike only one stays: 0 1 are out, and B G S Z for 8 6 5 2.
_LETTERS = "CFHJKLMNPQRTVX23456789"
_LENGTH = 12
_GROUP = 4


def new_code() -> str:
    """A code as it is stored and sent in links: 12 characters of 22, 53 bits.

    Enough against guessing because tries are slowed per conversation (see `bot.organisation.joining`).
    """
    return "".join(secrets.choice(_LETTERS) for _ in range(_LENGTH))


def shown(code: str) -> str:
    """The code as a person reads it: three groups of four."""
    return "-".join(code[start : start + _GROUP] for start in range(0, _LENGTH, _GROUP))


def read(typed: str) -> str | None:
    """The code in what was typed, whatever the capitals, blanks and hyphens; None if it cannot be one."""
    letters = "".join(sign for sign in unicodedata.normalize("NFKC", typed).upper() if sign.isalnum())
    return letters if len(letters) == _LENGTH and set(letters) <= set(_LETTERS) else None


def hash_of(key: bytes, code: str) -> str:
    """What is kept of a code; without the installation's key it cannot be tried out."""
    return hmac.new(key, b"invitation " + code.encode(), hashlib.sha256).hexdigest()
