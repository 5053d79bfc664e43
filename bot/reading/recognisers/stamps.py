"""Stamps: capitals that stand alone on a line or in a column of the head, however they are laid out.

Decree 30/2020/NĐ-CP, appendix I, boxes 10 and 11: marks of secrecy, urgency and circulation.
"""

import re
import unicodedata
from collections.abc import Iterator

from bot.reading.letters import normalise

#: Stamps stand in the head; further down, two blanks in a row are a slip of the typist, not a column.
HEAD_LINES = 40
#: No stamp has more letters.
LONGEST_STAMP = 80
_COLUMN = re.compile(r"[\t|│┃║¦┆┇┊┋╎╏∥]|<[^<>]{0,60}>")
_WIDE_COLUMN = re.compile(r"[\t|│┃║¦┆┇┊┋╎╏∥]|<[^<>]{0,60}>|  +")
# Capitals of other scripts that look like these; a stamp of them is meant as it looks.
_LOOKALIKES = str.maketrans("АВЕКМНОРСТУХΑΒΕΗΙΚΜΝΟΡΤΥΧ", "ABEKMHOPCTYXABEHIKMNOPTYX")
_NOT_LETTERS = re.compile(r"[\W\d_]+")


def prepared_lines(text: str) -> Iterator[tuple[int, str, str]]:
    """Each line with its number and the line before; a word stacked one letter a line comes as one line more.

    NFKC also brings full-width and ornamental capitals home; soft hyphens inside a word are taken out.
    """
    plain = normalise(unicodedata.normalize("NFKC", normalise(text)).replace("\u00ad", ""))
    plain = plain.translate(_LOOKALIKES)
    stacked = previous = ""
    number = 0
    for number, line in enumerate(plain.split("\n"), start=1):
        yield number, line, previous
        previous = line
        letter = line.strip()
        if len(letter) == 1:
            # Longer than any mark is none; growing it on would cost the square of the lines.
            stacked += letter if len(stacked) <= LONGEST_STAMP else ""
        elif letter:
            if stacked:
                yield number - 1, stacked, ""
            stacked = ""
    if stacked:
        yield number, stacked, ""


def columns_of(line: str, *, number: int) -> Iterator[str]:
    """The whole line, then its columns; `number` (from 1) tells whether blanks make columns there."""
    yield line
    pieces = dict.fromkeys(_COLUMN.split(line))
    if number <= HEAD_LINES and "  " in line:
        pieces |= dict.fromkeys(_WIDE_COLUMN.split(line))
    if len(pieces) > 1:
        yield from filter(str.strip, pieces)


def capitals_of(part: str) -> str:
    """The letters of a part run together, or "" if it cannot be a stamp (short, capitals, no digits)."""
    bare = part.strip()
    if (
        not bare
        or len(bare) > 4 * LONGEST_STAMP
        or not bare.isupper()
        or any(sign.isdigit() for sign in bare)
    ):
        return ""
    return _NOT_LETTERS.sub("", bare)
