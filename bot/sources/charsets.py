"""Bytes of a page or feed as text."""

import codecs
import re
import unicodedata

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_IN_CONTENT = re.compile(
    rb"<(?:meta\b[^>]*?charset|\?xml\b[^>]*?encoding)\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE
)
_LOOKED_AT = 4096
# Browsers mean this one by these names (WHATWG Encoding).
_WESTERN = frozenset({"iso8859-1", "ascii", "cp1252"})


def decoded(content: bytes, *, charset: str = "") -> str:
    """The text: by its byte-order mark, else as UTF-8 if it is that, else by header and `<meta>`.

    Valid UTF-8 goes before the header: text in another encoding is practically never that by chance, and many
    servers announce ISO-8859-1 for all they have.

    Args:
        content: as fetched.
        charset: of the answer's header; "" for none.

    Returns:
        Text in NFC; what cannot be read stands there as U+FFFD.
    """
    for mark, name in _BOMS:
        if content.startswith(mark):
            return _normal(content[len(mark) :].decode(name, errors="replace"))
    found = _IN_CONTENT.search(content[:_LOOKED_AT])
    announced = [_codec(charset), _codec(found[1].decode("ascii", "replace")) if found else ""]
    if announced[0].startswith("utf-16"):
        return _normal(content.decode(announced[0], errors="replace"))
    try:
        return _normal(content.decode())
    except UnicodeDecodeError:
        pass
    chosen = next(filter(None, announced), "utf-8")
    return _normal(content.decode("cp1252" if chosen in _WESTERN else chosen, errors="replace"))


def _codec(name: str) -> str:
    """Python's name of an encoding of text; "" for none that is known."""
    bare = name.strip().lower()
    try:
        # Refuses what is a codec and no encoding of text, such as "zlib".
        b"".decode(bare)
        return codecs.lookup(bare).name
    except (LookupError, ValueError):
        return ""


def _normal(text: str) -> str:
    return unicodedata.normalize("NFC", text.replace("\0", ""))
