"""A document named by its whole number, in what somebody typed: "12-KH/ĐU đã nắm", "số 12 kh đu". Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bot.messages.cutting import nfc
from bot.messages.folding import fold

_WORD = re.compile(r"[^\W_]+")
_LEADS = re.compile(r"(?:^| )(?:van ban|vb|so|cong van|ke hoach|thong bao|huong dan|nghi quyet|quyet dinh)$")
_PARTED = re.compile(r"(?<=\d)(?=[^\W\d_])")


@dataclass(frozen=True)
class Named:
    """The document, and what was typed around its number.

    Args:
        document: its own number, as the office writes it.
        before: folded words before it, without those that only lead to it ("văn bản số").
        words: what follows, as typed.
    """

    document: str
    before: str = ""
    words: str = ""


def named_in(typed: str, documents: Iterable[str]) -> Named | None:
    """The only one of these documents whose whole number stands in the words; None: none, or several.

    A figure alone names nothing: 12 may be the number of anything.
    """
    text = _PARTED.sub(" ", nfc(typed))
    spans = [(found.start(), found.end(), fold(found[0])) for found in _WORD.finditer(text)]
    said = [word for _, _, word in spans]
    found = []
    for document in set(filter(None, documents)):
        wanted = fold(_PARTED.sub(" ", nfc(document))).split()
        places = [at for at in range(len(said)) if said[at : at + len(wanted)] == wanted]
        if len(wanted) > 1 and len(places) == 1:
            found.append((document, places[0], places[0] + len(wanted)))
    # 12-KH/ĐU stands inside 12-KH/ĐU-CĐ: the longer one is meant.
    found.sort(key=lambda one: one[1] - one[2])
    if not found or any(not (found[0][1] <= one[1] and one[2] <= found[0][2]) for one in found[1:]):
        return None
    document, begins, ends = found[0]
    return Named(document, _before(said[:begins]), text[spans[ends - 1][1] :].strip(" .,:;–-)]”\"'"))


def _before(words: list[str]) -> str:
    left = " ".join(words)
    while (shorter := _LEADS.sub("", left)) != left:
        left = shorter
    return left
