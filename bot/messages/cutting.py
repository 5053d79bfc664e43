"""Cuts one plain text into pieces, between paragraphs, sentences or words, never inside a letter."""

import re
import unicodedata

_PARAGRAPH = re.compile(r"[^\S\n]*\n[^\S\n]*\n\s*")
_LINE = re.compile(r"[^\S\n]*\n\s*")
# A stop, perhaps quoted, before white space. "1. " and "TP. " pass for ends: a worse cut, not a wrong one.
_SENTENCE = re.compile(r"(?:(?<=[.!?…;:])|(?<=[.!?…;:][\"”»')\]]))\s+")
_WORD = re.compile(r"\s+")
# A cut early in the room would leave a nearly empty part: each kind of cut must fill its share of it.
_KINDS_OF_CUT = ((_PARAGRAPH, 0.3), (_LINE, 0.35), (_SENTENCE, 0.35), (_WORD, 0.0))
_JOINER = "\u200d"


def utf16_length(text: str) -> int:
    """How many UTF-16 code units a text has; platforms count these, not characters.

    Source: core.telegram.org/bots/api#messageentity.
    """
    return len(text) + sum(1 for letter in text if letter > "\uffff")


def nfc(text: str) -> str:
    """The text in NFC, where a Vietnamese letter is one unit instead of up to three."""
    return unicodedata.normalize("NFC", text)


def split_text(text: str, *, limit: int, first: int | None = None) -> tuple[str, ...]:
    """Cut a plain text the same way.

    Args:
        text: put into NFC first; white space around it and at the cuts is dropped.
        limit: UTF-16 units in one piece, at least 2 (one letter outside the basic plane).
        first: units in the first piece, where less room is left; `limit` otherwise.

    Returns:
        The pieces, none of them blank, except the first where no word fits into a smaller `first`; no piece
        at all when there is nothing but white space.
    """
    if limit < 2:
        raise ValueError("a limit below 2 has no room for every letter")
    rest = nfc(text).strip()
    room = limit if first is None else min(first, limit)
    pieces = []
    while utf16_length(rest) > room:
        reach = _reach(rest, room)
        cut = _cut_between_words(rest, reach)
        if cut is None and room == limit:
            end = _letter_boundary(rest, reach)
            cut = (end, end)
        if cut is None:
            pieces.append("")
        else:
            pieces.append(rest[: cut[0]].rstrip())
            rest = rest[cut[1] :].lstrip()
        room = limit
    if rest:
        pieces.append(rest)
    return tuple(pieces)


def _cut_between_words(text: str, reach: int) -> tuple[int, int] | None:
    """Where the piece ends and where the rest begins, by the best kind of cut that there is."""
    for pattern, share in _KINDS_OF_CUT:
        cut = None
        for match in pattern.finditer(text, 0, min(len(text), reach + 1)):
            begin = len(text) - len(text[match.end() :].lstrip())
            if 0 < match.start() <= reach and match.start() >= reach * share and not _joins(text[begin]):
                cut = (match.start(), begin)
        if cut is not None:
            return cut
    return None


def _reach(text: str, room: int) -> int:
    """How many characters fit into `room` UTF-16 units; both halves of a pair or none."""
    units = 0
    for index, letter in enumerate(text):
        units += 2 if letter > "\uffff" else 1
        if units > room:
            return index
    return len(text)


def _letter_boundary(text: str, reach: int) -> int:
    """The last place at or before `reach` between two letters as people see them."""
    for index in range(reach, 0, -1):
        if not _belongs_together(text, index):
            return index
    return reach


def _belongs_together(text: str, index: int) -> bool:
    """Whether a cut before `index` would part a mark, a joined emoji or a flag (UAX #29, in part)."""
    before, after = text[index - 1], text[index]
    if _joins(after) or before == _JOINER:
        return True
    if _is_regional(before) and _is_regional(after):
        run = 0
        while run < index and _is_regional(text[index - 1 - run]):
            run += 1
        return run % 2 == 1
    return False


def _joins(letter: str) -> bool:
    """Whether it is drawn onto the letter before it: a mark, a joiner, a skin tone."""
    return (
        letter == _JOINER
        or unicodedata.category(letter).startswith("M")
        or "\U0001f3fb" <= letter <= "\U0001f3ff"
    )


def _is_regional(letter: str) -> bool:
    return "\U0001f1e6" <= letter <= "\U0001f1ff"
