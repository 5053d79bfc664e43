"""One line of a check: how it stands, about what, and the next step."""

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How something stands."""

    OK = "OK"
    WARN = "WARN"
    """Works, but somebody should look."""
    FAULT = "FAULT"
    """Does not work, or is open to others."""


@dataclass(frozen=True)
class Finding:
    """One line, in English, with no secret in it.

    Args:
        about: what was looked at, in a word or two.
        words: how it stands.
        next_step: what to do, empty where nothing has to be done.
    """

    level: Level
    about: str
    words: str
    next_step: str = ""


def ok(about: str, words: str) -> Finding:
    """All is well."""
    return Finding(Level.OK, about, words)


def warn(about: str, words: str, next_step: str) -> Finding:
    """Somebody should look."""
    return Finding(Level.WARN, about, words, next_step)


def fault(about: str, words: str, next_step: str) -> Finding:
    """It does not work."""
    return Finding(Level.FAULT, about, words, next_step)
