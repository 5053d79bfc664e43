"""From the bytes of a .txt file to clean text, or a refusal that says why."""

from enum import StrEnum

from bot.errors import LoaError
from bot.reading.letters import normalise
from bot.reading.words import any_phrase

# The longest directives run to some 200 KB of UTF-8; 1 MB is about 300 printed pages. What is longer is no
# directive, and each byte is held several times over while the gate and the recognisers look at it.
MAX_TEXT_BYTES = 1_000_000

# Words that nearly every page of Vietnamese office prose has, with accents that no other language gives them.
_VIETNAMESE = any_phrase(
    "và, của, các, được, đã, về, đồng chí, đảng, hội nghị, công đoàn, tổ chức, thực hiện, những, này"
)
_ENOUGH_WORDS = 5


class UnreadableReason(StrEnum):
    """Why a file cannot be taken as plain text."""

    #: There is nothing in it but blanks.
    EMPTY = "empty"
    #: More than MAX_TEXT_BYTES.
    TOO_LARGE = "too large"
    #: A PDF.
    PDF = "pdf"
    #: A Word document (.doc, .docx) or RTF.
    WORD = "word"
    #: A web page saved as a file.
    WEB_PAGE = "web page"
    #: A zip, rar, 7z or gzip archive, or an office file that is one.
    ARCHIVE = "archive"
    #: A picture.
    PICTURE = "picture"
    #: Holds bytes that no text has.
    BINARY = "binary"
    #: Text, but in an encoding that cannot be told for certain (TCVN3 and VNI fonts among them).
    UNKNOWN_ENCODING = "unknown encoding"


class UnreadableFile(LoaError):
    """The file cannot be read as plain text; `reason` says why. Carries nothing of the content."""

    def __init__(self, reason: UnreadableReason) -> None:
        super().__init__(reason.value)
        self.reason = reason


_MAGIC: tuple[tuple[bytes, UnreadableReason], ...] = (
    (b"%PDF", UnreadableReason.PDF),
    (b"\xd0\xcf\x11\xe0", UnreadableReason.WORD),
    (b"{\\rtf", UnreadableReason.WORD),
    (b"PK\x03\x04", UnreadableReason.ARCHIVE),
    (b"PK\x05\x06", UnreadableReason.ARCHIVE),
    (b"Rar!", UnreadableReason.ARCHIVE),
    (b"7z\xbc\xaf", UnreadableReason.ARCHIVE),
    (b"\x1f\x8b", UnreadableReason.ARCHIVE),
    (b"\x89PNG", UnreadableReason.PICTURE),
    (b"\xff\xd8\xff", UnreadableReason.PICTURE),
    (b"GIF8", UnreadableReason.PICTURE),
    (b"II*\x00", UnreadableReason.PICTURE),
    (b"MM\x00*", UnreadableReason.PICTURE),
)


def decode(content: bytes) -> str:
    """Read the bytes of a text file.

    Takes UTF-8 with or without a byte-order mark, UTF-16 with one, and Windows-1258 where the result is
    certainly Vietnamese. Returns normalised text (see `letters.normalise`). Raises UnreadableFile.
    """
    if len(content) > MAX_TEXT_BYTES:
        raise UnreadableFile(UnreadableReason.TOO_LARGE)
    _refuse_other_formats(content)
    text = _decoded(content)
    if "\x00" in text:
        raise UnreadableFile(UnreadableReason.BINARY)
    text = normalise(text)
    if not text.strip():
        raise UnreadableFile(UnreadableReason.EMPTY)
    return text


def _refuse_other_formats(content: bytes) -> None:
    start = content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    for magic, reason in _MAGIC:
        if start.startswith(magic):
            is_word = magic == b"PK\x03\x04" and b"word/" in content
            raise UnreadableFile(UnreadableReason.WORD if is_word else reason)
    if start[:200].lower().startswith((b"<!doctype html", b"<html", b"<head", b"<?xml")):
        raise UnreadableFile(UnreadableReason.WEB_PAGE)


def _decoded(content: bytes) -> str:
    try:
        if content.startswith((b"\xff\xfe", b"\xfe\xff")):
            return content.decode("utf-16")
        if b"\x00" in content:
            raise UnreadableFile(UnreadableReason.BINARY)
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _decoded_from_windows(content)


def _decoded_from_windows(content: bytes) -> str:
    try:
        text = normalise(content.decode("cp1258"))
    except UnicodeDecodeError:
        raise UnreadableFile(UnreadableReason.UNKNOWN_ENCODING) from None
    if len(_VIETNAMESE.findall(text)) < _ENOUGH_WORDS:
        raise UnreadableFile(UnreadableReason.UNKNOWN_ENCODING)
    return text
