"""What reading a file gives, why it may not be read, and the limits it is held to."""

from dataclasses import dataclass, field
from enum import StrEnum

from bot.errors import LoaError

MAX_FILE_BYTES = 20_000_000
"""Telegram hands out no larger files (core.telegram.org/bots/api#getfile); no door takes more."""


class FileForm(StrEnum):
    """What a file is, by its content."""

    TXT = "txt"
    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"


class FileFault(StrEnum):
    """Why a file cannot be read. Each has its sentence in `bot.texts.files`."""

    OTHER_FORMAT = "other_format"
    """Something else, or something else than its name says."""
    OLD_WORD = "old_word"
    """.doc of Word 1997-2003."""
    ENCRYPTED = "encrypted"
    """Has a password, be it an empty one."""
    MACROS = "macros"
    HIDES_SOMETHING = "hides_something"
    """A script, a file in the file, or two formats in one."""
    DAMAGED = "damaged"
    TOO_LARGE = "too_large"
    """Larger than MAX_FILE_BYTES, or more text than a directive has, or it unfolds too far."""
    TOO_SLOW = "too_slow"
    EMPTY = "empty"
    ARCHIVE = "archive"
    """zip, rar, 7z and their like."""
    PICTURE = "picture"
    OLD_ENCODING = "old_encoding"
    """Letters of before Unicode (TCVN3, VNI), or in an encoding that cannot be told for certain."""


class UnreadableDocument(LoaError):
    """The file cannot be read; `fault` says why. Carries nothing of the content."""

    def __init__(self, fault: FileFault) -> None:
        super().__init__(fault.value)
        self.fault = fault


@dataclass(frozen=True)
class ReadFile:
    """What a file says.

    Args:
        text: in the order a reader sees it, normalised; empty for a pure scan.
        form: what the file is.
        has_unread_pictures: there are pages of pictures, or large pictures, whose words nobody has read.
        also_looked_at: what stands beside the text (page headers, comments, hidden and deleted text,
            properties): no part of it, but the secrecy gate has to see it.
    """

    text: str = field(repr=False)
    form: FileForm
    has_unread_pictures: bool = False
    also_looked_at: str = field(default="", repr=False)
