"""A number in what somebody typed, and the words around it: "27", "số 27", "27 đã rõ", "đã rõ 27". Pure."""

import re
import unicodedata
from dataclasses import dataclass

from bot.messages.folding import fold
from bot.messages.numbered.courtesy import is_courtesy

_NUMBER = re.compile(r"(?P<head>[^0-9]*)(?P<number>[0-9]{1,2})(?![0-9])(?P<rest>.*)", re.DOTALL)
# A date, an hour, a decimal, a share, or a document's own number (27-KH/ĐU): no code.
_FIGURE = re.compile(r"[./,:%+–-]\s*[0-9]|[/%°]|[–-](?:[A-ZĐ]{2}|[^\W\d_]{1,6}/)")
_BETWEEN = " \t\r\n.,:;!()[]\"“”'’–-"
_LEADS_TO_A_NUMBER = re.compile(r"(?:^| )(?:tra loi|ma so|so|ma|chon|bam|go|nhan|muc)$")
# While something is waited for, "số 27" may well be the answer to it.
_LEADS_TO_A_CODE = re.compile(r"(?:^| )(?:tra loi|chon|bam|go|nhan)$")
_HEAD_AT_MOST = 60
# What may stand right before a number without a gap: somebody copied it with its signs.
_OPENS = frozenset("#([{\"“”'‘’«")
_GLUED = re.compile(r"(?:^|\s)(?:số|so|mã|ma)$", re.IGNORECASE)


@dataclass(frozen=True)
class Typed:
    """A number and the words that came with it.

    Args:
        words: behind the number, as typed.
        before: folded words before it, without those that only lead to a number ("số", "trả lời"), nor mere
            courtesy before a number that stands alone ("Dạ, 27").
        is_glued: the words follow without a blank, as in "27đã rõ" and in "27h".
        is_doubtful: a question mark or a pictogram stands with it.
    """

    number: int
    words: str = ""
    before: str = ""
    is_glued: bool = False
    is_doubtful: bool = False


def read_number(text: str, *, waiting: bool = False) -> Typed | None:
    """The first number of the text, if it may be a code; a date or a longer figure is none.

    Args:
        text: as typed.
        waiting: something is waited for, to which "số 27" may be the answer.
    """
    match = _NUMBER.fullmatch(unicodedata.normalize("NFC", text).strip())
    if match is None or len(match["head"]) > _HEAD_AT_MOST:
        return None
    rest = match["rest"]
    if _FIGURE.match(rest) or not _is_apart(match["head"]):
        return None
    words = rest.strip(_BETWEEN) if not fold(rest) else rest.lstrip(_BETWEEN).rstrip()
    before = _without_leads(fold(match["head"]), _LEADS_TO_A_CODE if waiting else _LEADS_TO_A_NUMBER)
    return Typed(
        number=int(match["number"]),
        words=words if fold(words) else "",
        before="" if not fold(rest) and is_courtesy(before, typed=match["head"]) else before,
        is_glued=bool(rest) and rest[0].isalpha(),
        is_doubtful=(bool(words) and not fold(words)) or is_doubtful(text),
    )


def is_doubtful(text: str) -> bool:
    """Whether a question mark or a pictogram stands in it: then nobody knows that it says yes."""
    return any(letter in "?？" or unicodedata.category(letter) in {"So", "Sk", "Sm"} for letter in text)


def _is_apart(head: str) -> bool:
    """Whether the number begins anew there: behind a gap, a comma, a sign that opens something, or "số"."""
    if not head or head[-1].isspace() or head[-1] in _OPENS or _GLUED.search(head):
        return True
    return head[-1] in ",:;." and head[:1].isalpha()


def _without_leads(folded: str, leads: re.Pattern[str]) -> str:
    while (shorter := leads.sub("", folded)) != folded:
        folded = shorter
    return folded
