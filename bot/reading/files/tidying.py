"""The last step for every form: letters in one way of writing, and whether it can be taken at all."""

import re
from dataclasses import replace

from bot.reading.files.results import FileFault, ReadFile, UnreadableDocument
from bot.reading.letters import normalise
from bot.reading.old_fonts import damage_in
from bot.reading.plain_text import MAX_TEXT_BYTES

_MANY_EMPTY_LINES = re.compile(r"\n(?:[ \t]*\n){2,}")
_TRAILING = re.compile(r"[ \t]+$", re.MULTILINE)


def tidied(read: ReadFile) -> ReadFile:
    """The same, normalised.

    Raises:
        UnreadableDocument: EMPTY; TOO_LARGE; OLD_ENCODING for letters of a font of before Unicode, in which
            the secrecy gate would see nothing.
    """
    text = _in_one_form(read.text).strip("\n")
    beside = _in_one_form(read.also_looked_at).strip("\n")
    if not text and not read.has_unread_pictures:
        raise UnreadableDocument(FileFault.EMPTY)
    if damage_in([text]) is not None:
        raise UnreadableDocument(FileFault.OLD_ENCODING)
    return replace(read, text=text, also_looked_at=beside)


def _in_one_form(written: str) -> str:
    if len(written.encode("utf-8", errors="replace")) > MAX_TEXT_BYTES:
        raise UnreadableDocument(FileFault.TOO_LARGE)
    return _MANY_EMPTY_LINES.sub("\n\n", _TRAILING.sub("", normalise(written)))
