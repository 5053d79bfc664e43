"""The ZIP archive around a .docx: looked through before anything of it is unfolded, unfolded within limits.

Offsets and fields: APPNOTE.TXT 6.3 of PKWARE. What readers of ZIP disagree about is refused rather than
interpreted: bytes before, between or behind the parts, two parts of one name, sizes that are not true.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator

from bot.reading.files.results import FileFault, UnreadableDocument

_MOST_PARTS = 2_000
# Directory entries have 46 bytes, a name and some extras.
_LONGEST_DIRECTORY = _MOST_PARTS * 300
# A text of a megabyte stands in some 20 MB of Word's XML.
MAX_UNFOLDED_BYTES = 64 * 1024 * 1024
# XML folds to a tenth or a thirtieth; a bomb to a thousandth.
_MOST_TIMES = 250
_SMALL = 1024 * 1024
_CHUNK = 64 * 1024
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_IS_ENCRYPTED = 0x1
# What may stand behind a part whose sizes were not known before: with or without signature, 32 or 64 bits.
_DESCRIPTORS = frozenset({0, 12, 16, 20, 24})
_END_SIZE, _LOCAL_SIZE = 22, 30


class Archive:
    """An archive that holds to the format.

    Args:
        content: its bytes.

    Raises:
        UnreadableDocument: it does not, or says that it unfolds too far, or has a password.
    """

    def __init__(self, content: bytes) -> None:
        directory_at = _directory_at(content)
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
            raise UnreadableDocument(FileFault.DAMAGED) from None
        parts = self._archive.infolist()
        _refuse_by_directory(parts)
        _refuse_gaps(content, parts, directory_at)
        self._parts = {part.filename: part for part in parts}
        self._left = MAX_UNFOLDED_BYTES

    @property
    def names(self) -> tuple[str, ...]:
        """Of the parts, as they are written."""
        return tuple(self._parts)

    def chunks(self, name: str) -> Iterator[bytes]:
        """The part bit by bit; all that is ever unfolded of the archive is counted together.

        Raises:
            UnreadableDocument: TOO_LARGE, DAMAGED.
        """
        try:
            with self._archive.open(self._parts[name]) as opened:
                while chunk := opened.read(_CHUNK):
                    self._left -= len(chunk)
                    if self._left < 0:
                        raise UnreadableDocument(FileFault.TOO_LARGE)
                    yield chunk
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError):
            raise UnreadableDocument(FileFault.DAMAGED) from None


def _directory_at(content: bytes) -> int:
    """Where the directory begins; the end record has to be the last of the file, and no bytes between."""
    end = len(content) - _END_SIZE
    if end < 0 or content[end : end + 4] != b"PK\x05\x06" or content[-2:] != b"\0\0":
        # Cut off somewhere, or something stands behind it, a comment at the least.
        is_cut = b"PK\x05\x06" not in content
        raise UnreadableDocument(FileFault.DAMAGED if is_cut else FileFault.HIDES_SOMETHING)
    size = int.from_bytes(content[end + 12 : end + 16], "little")
    start = int.from_bytes(content[end + 16 : end + 20], "little")
    if int.from_bytes(content[end + 10 : end + 12], "little") > _MOST_PARTS or size > _LONGEST_DIRECTORY:
        raise UnreadableDocument(FileFault.TOO_LARGE)
    if start + size != end:
        raise UnreadableDocument(FileFault.HIDES_SOMETHING)
    return start


def _refuse_by_directory(parts: list[zipfile.ZipInfo]) -> None:
    """Refuse by what the archive says of itself; whether it lies, is seen when it is unfolded."""
    if any(part.flag_bits & _IS_ENCRYPTED for part in parts):
        raise UnreadableDocument(FileFault.ENCRYPTED)
    texts = [part for part in parts if part.filename.lower().endswith((".xml", ".rels"))]
    too_far = sum(part.file_size for part in texts) > MAX_UNFOLDED_BYTES or any(
        part.file_size > max(_SMALL, _MOST_TIMES * part.compress_size) for part in texts
    )
    if len(parts) > _MOST_PARTS or too_far:
        raise UnreadableDocument(FileFault.TOO_LARGE)
    if any(part.compress_type not in _METHODS for part in parts):
        raise UnreadableDocument(FileFault.DAMAGED)
    if len({part.filename.lower() for part in parts}) < len(parts):
        raise UnreadableDocument(FileFault.HIDES_SOMETHING)


def _refuse_gaps(content: bytes, parts: list[zipfile.ZipInfo], directory_at: int) -> None:
    at = 0
    for part in sorted(parts, key=lambda one: one.header_offset):
        begins = part.header_offset
        if begins - at not in (_DESCRIPTORS if at else {0}):
            raise UnreadableDocument(FileFault.HIDES_SOMETHING)
        lengths = content[begins + 26 : begins + _LOCAL_SIZE]
        names = int.from_bytes(lengths[:2], "little") + int.from_bytes(lengths[2:], "little")
        at = begins + _LOCAL_SIZE + names + part.compress_size
    if directory_at - at not in _DESCRIPTORS:
        raise UnreadableDocument(FileFault.HIDES_SOMETHING)
