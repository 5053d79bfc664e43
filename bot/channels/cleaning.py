"""What a platform sent, made fit to be stored: without what no database takes, and of bounded depth."""

from collections.abc import Callable, Mapping

LONGEST_ID = 70
"""Characters of an id that are believed; a row has room for ten more."""

# Far more than any platform nests; a body of a thousand levels would exhaust whoever walks through it.
_DEEPEST = 32


_LOST = "\ufffd"
"""Unicode's own sign for a letter that could not be read."""


def text_of(written: str) -> str:
    """The text with a sign in place of NUL, which no database holds, and of halves of surrogate pairs.

    Not without them: an id must not become another one, which is somebody else's.
    """
    return written.replace("\0", _LOST).encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def clean(value: object) -> object:
    """Parsed JSON with every text in it cleaned, keys as well; what is nested too deeply is left out."""
    return mapped(value, text_of)


def mapped(value: object, change: Callable[[str], str], *, deepest: int = _DEEPEST) -> object:
    """Parsed JSON with every text in it changed, keys as well.

    Args:
        value: objects, lists, texts, numbers.
        change: what becomes of each text.
        deepest: levels; below them nothing is kept.
    """
    if isinstance(value, str):
        return change(value)
    if not isinstance(value, Mapping | list):
        return value
    if deepest == 0:
        return None
    if isinstance(value, list):
        return [mapped(one, change, deepest=deepest - 1) for one in value]
    return {change(str(key)): mapped(one, change, deepest=deepest - 1) for key, one in value.items()}


def id_of(value: object) -> str:
    """An opaque id, as text; empty for what is none, or what no row could hold."""
    if isinstance(value, bool) or not isinstance(value, str | int):
        return ""
    written = str(value)
    fits = written.isprintable() and _LOST not in written and len(written) <= LONGEST_ID
    return written if fits else ""
