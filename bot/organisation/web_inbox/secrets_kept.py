"""What a member types and what a browser keeps: made at random, kept here only as keyed hashes."""

import hashlib
import hmac
import secrets
import unicodedata

LENGTH = 6
"""Digits in a one-time code: few enough to be read out over the telephone."""


def new_code() -> str:
    """A one-time code.

    A million of them are enough only because each ends after five wrong tries and is worth nothing without
    its link.
    """
    return f"{secrets.randbelow(10**LENGTH):0{LENGTH}}"


def shown(code: str) -> str:
    """The code as a person reads it: 123 456."""
    return f"{code[:3]} {code[3:]}"


def read(typed: str) -> str:
    """The digits in what was typed, whatever stands between them."""
    return "".join(sign for sign in unicodedata.normalize("NFKC", typed) if sign in "0123456789")


def hash_of_code(key: bytes, code: str, *, member_id: int) -> str:
    """What is kept of a code: without the installation's key it cannot be tried out."""
    return hmac.new(key, f"web code {member_id} {code}".encode(), hashlib.sha256).hexdigest()


def new_token() -> str:
    """What a browser keeps to be known again: 256 bits."""
    return secrets.token_urlsafe(32)


def hash_of_token(key: bytes, token: str) -> str:
    """What is kept of it."""
    return hmac.new(key, b"web session " + token.encode(), hashlib.sha256).hexdigest()


def new_chat_id() -> str:
    """The name of a page's conversation; it is written nowhere else."""
    return f"w{secrets.token_urlsafe(12)}"


def equal(kept: str, offered: str) -> bool:
    """Whether two hashes are equal, in a time that tells nothing."""
    return hmac.compare_digest(kept, offered)
