"""Text that only looks right in a font of before Unicode, or that a wrong encoding has damaged.

An Excel file of the nineties keeps the bytes of such fonts as Latin letters: `NguyÔn V¨n B×nh` (TCVN3, fonts
.VnTime) or `Nguyeãn Vaên Bình` (VNI). Taken over as they are they would be wrong for good.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bot.reading.letters import normalise
from bot.reading.tables.sheet_faults import SheetFault

# TCVN3 puts small letters where Latin-1 has signs and capitals, so they stand inside words, behind or before
# small letters, where no orthography has them.
_TCVN3 = re.compile("[a-z][À-ÖØ-Þ×¸µ¶·¹¨©ª«¬®¼½¾Ô]|[¸µ¶·¹¨©ª«¬®¼½¾×][a-z]")
# VNI writes the mark as a second letter behind a or e; no word of Vietnamese has these pairs.
_VNI = re.compile("[ae][àáãâäåêëèéùúûüøõïăơ]|o[äåâêëøûï]|[öñ][a-zøùûõï]", re.IGNORECASE)
# UTF-8 read as Windows-1252 or 1258, once; and the sign for what could not be read at all.
_MOJIBAKE = re.compile("á[º»]|Ä[‘\u0090\u0110ƒ\u0083]|Æ[°¡]|Ã[\u00a0-\u00bf]|\ufffd")
_NOT_ASCII = re.compile("[^\x00-\x7f]")
_FEWEST = 3
# Of all words with a letter beyond ASCII: foreign names (Raël, Zoë) stay under it.
_SHARE = 0.05


@dataclass(frozen=True, slots=True)
class LettersDamaged:
    """What is wrong with the letters, and the share that shows it: `broken` of the `checked` different words
    with a letter beyond ASCII.
    """

    fault: SheetFault
    broken: int
    checked: int


def damage_in(cells: Iterable[str]) -> SheetFault | None:
    """What is wrong with the letters of a table as a whole, if anything is."""
    found = letters_damaged(cells)
    return found.fault if found else None


def letters_damaged(cells: Iterable[str]) -> LettersDamaged | None:
    """What is wrong with the letters of a text or a table as a whole, and how much shows it; or None."""
    words = {word for cell in cells if _NOT_ASCII.search(cell) for word in cell.split()}
    marked = [word for word in words if _NOT_ASCII.search(word)]
    for fault, pattern in (
        (SheetFault.ENCODING, _MOJIBAKE),
        (SheetFault.OLD_FONT, _TCVN3),
        (SheetFault.OLD_FONT, _VNI),
    ):
        broken = sum(1 for word in marked if pattern.search(word))
        if _is_many(broken, len(marked)):
            return LettersDamaged(fault, broken, len(marked))
    return None


def windows_text(content: bytes) -> str | SheetFault:
    """The text of bytes that are no UTF-8: Windows-1258 where it is certainly Vietnamese.

    Returns:
        The text, OLD_FONT for bytes of TCVN3 or VNI, or ENCODING where nothing is certain.
    """
    latin = content.decode("latin-1").split()
    try:
        text = normalise(content.decode("cp1258"))
    except UnicodeDecodeError:
        text = ""
    if text and damage_in([text]) is None and _is_vietnamese(text):
        return text
    marked = [word for word in set(latin) if _NOT_ASCII.search(word)]
    is_old = not _many(_MOJIBAKE, marked) and (_many(_TCVN3, marked) or _many(_VNI, marked))
    return SheetFault.OLD_FONT if is_old else SheetFault.ENCODING


def _many(pattern: re.Pattern[str], words: list[str]) -> bool:
    return _is_many(sum(1 for word in words if pattern.search(word)), len(words))


def _is_many(found: int, words: int) -> bool:
    return found >= _FEWEST and found >= _SHARE * words


_ALSO_LATIN = "àáâãèéêìíòóôõùúýÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝ"
_ONLY_VIETNAMESE = re.compile("[ăĂđĐơƠưƯĩĨũŨ\u1ea0-\u1ef9]")


def _is_vietnamese(text: str) -> bool:
    beyond = [letter for letter in text if letter > "\x7f"]
    fitting = [one for one in beyond if one in _ALSO_LATIN or _ONLY_VIETNAMESE.match(one) or one in "–—…“”‘’"]
    only = [one for one in beyond if _ONLY_VIETNAMESE.match(one)]
    return bool(only) and len(fitting) == len(beyond) and len(only) * 5 >= len(beyond)
