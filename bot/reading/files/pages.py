"""A web page saved as a file: from its bytes to its words."""

import re

from bot.reading.files.html import page_words
from bot.reading.files.results import FileFault, FileForm, ReadFile, UnreadableDocument
from bot.reading.old_fonts import windows_text
from bot.reading.tables.sheet_faults import SheetFault

_MOST_BYTES = 5_000_000
_CHARSET = re.compile(rb"(?:charset|encoding)\s{0,3}=\s{0,3}[\"']?([\w:-]{2,30})", re.IGNORECASE)
_HEAD = 4096
# Declared by pages of offices. Whether it is true, shows in the letters.
_KNOWN = {
    "windows-1252": "cp1252",
    "iso-8859-1": "cp1252",
    "us-ascii": "cp1252",
    "utf-16": "utf-16",
    "utf-16le": "utf-16-le",
    "utf-16be": "utf-16-be",
}
_MOST_NULS = 0.2


def read_page(content: bytes) -> ReadFile:
    """Read a page; its charset is told by byte-order mark, letters, and what it declares, in that order.

    Raises:
        UnreadableDocument: TOO_LARGE, OLD_ENCODING, OTHER_FORMAT.
    """
    if len(content) > _MOST_BYTES:
        raise UnreadableDocument(FileFault.TOO_LARGE)
    words = page_words(_decoded(content))
    return ReadFile(
        text=words.text,
        form=FileForm.HTML,
        has_unread_pictures=words.has_pictures and not words.text.strip(),
        also_looked_at=words.beside,
    )


def _decoded(content: bytes) -> str:
    try:
        if content.startswith((b"\xff\xfe", b"\xfe\xff")):
            return content.decode("utf-16")
        if b"\x00" in content:
            return _wide(content)
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _declared(content)


def _wide(content: bytes) -> str:
    """UTF-16 without a mark: markup is ASCII, so nearly every second byte is NUL."""
    half = len(content) / 2
    for start, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if content[start::2].count(0) > _MOST_NULS * half:
            return content.decode(encoding)
    raise UnreadableDocument(FileFault.OTHER_FORMAT)


def _declared(content: bytes) -> str:
    found = _CHARSET.search(content[:_HEAD])
    declared = found[1].decode("ascii", errors="replace").lower() if found else ""
    guessed = windows_text(content)
    if not isinstance(guessed, SheetFault):
        return guessed
    if declared not in _KNOWN:
        raise UnreadableDocument(FileFault.OLD_ENCODING)
    try:
        return content.decode(_KNOWN[declared])
    except UnicodeDecodeError:
        raise UnreadableDocument(FileFault.OLD_ENCODING) from None
