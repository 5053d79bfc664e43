"""How the number of a document begins, which people mistake for the number to answer with. Pure."""

import re
from dataclasses import dataclass

_BEGINS = re.compile(r"\s*(\d+)")


@dataclass(frozen=True)
class About:
    """What else is known of a thing that was offered.

    Args:
        document: the publication's own number (27-KH/ĐU), if it has one.
        whom: how who reads it is called at the beginning of a sentence ("Đồng chí Bình").
        is_open: a publication that waits for this member's acknowledgement.
    """

    document: str = ""
    whom: str = ""
    is_open: bool = False


UNKNOWN_THING = About()


def begins_with(document: str) -> int | None:
    """The figure that the document's number begins with: 27 of 27-KH/ĐU; None without one."""
    match = _BEGINS.match(document)
    return int(match[1]) if match else None


def two_digits_of(document: str) -> int | None:
    """The first two digits of that figure: 12 of 127-CV/ĐU."""
    match = _BEGINS.match(document)
    return int(match[1][:2]) if match else None
