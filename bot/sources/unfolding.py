"""Unpacking what comes compressed, never past a limit."""

import zlib

from bot.sources.fetched import Unfetched
from storage.states import SourceFault

CODINGS = "gzip, deflate"
"""What is asked for; nothing else is unpacked."""

_GZIP = 16 + zlib.MAX_WBITS
_RAW = -zlib.MAX_WBITS


class Unfolding:
    """One answer's body, as it comes.

    Args:
        coding: the header Content-Encoding.
        most_bytes: on the wire, and unpacked.

    Raises:
        Unfetched: OTHER_FORMAT, for a coding that was not asked for.
    """

    def __init__(self, coding: str, *, most_bytes: int) -> None:
        self._coding = coding.strip().lower()
        if self._coding not in {"", "identity", "gzip", "x-gzip", "deflate"}:
            raise Unfetched(SourceFault.OTHER_FORMAT, f"packed as {self._coding}, which was not asked for")
        self._most_bytes = most_bytes
        self._wire_bytes = 0
        self._content = bytearray()
        self._packed: zlib._Decompress | None = None

    def take(self, chunk: bytes) -> None:
        """The next part of the body.

        Raises:
            Unfetched: TOO_LARGE, or DAMAGED when it cannot be unpacked.
        """
        self._wire_bytes += len(chunk)
        if self._wire_bytes > self._most_bytes:
            raise self._too_large()
        if self._coding in {"", "identity"}:
            self._content += chunk
            return
        try:
            self._unfold(chunk)
        except zlib.error:
            raise Unfetched(SourceFault.DAMAGED, "it cannot be unpacked") from None

    def end(self) -> bytes:
        """All of it.

        Raises:
            Unfetched: NOT_REACHED, when the end of what was packed is missing.
        """
        if self._packed is not None and not self._packed.eof:
            raise Unfetched(SourceFault.NOT_REACHED, "it broke off in the middle")
        return bytes(self._content)

    def _unfold(self, chunk: bytes) -> None:
        while chunk:
            if self._packed is None or self._packed.eof:
                # A second member of gzip, or zeros that pad the first.
                if self._packed is not None and not chunk.strip(b"\0"):
                    return
                self._packed = zlib.decompressobj(self._window(chunk))
            room = self._most_bytes - len(self._content)
            self._content += self._packed.decompress(chunk, room + 1)
            if len(self._content) > self._most_bytes:
                raise self._too_large()
            chunk = self._packed.unconsumed_tail or self._packed.unused_data

    def _window(self, chunk: bytes) -> int:
        if self._coding != "deflate":
            return _GZIP
        # RFC 9110 means zlib's format by "deflate"; some servers send the bare stream.
        return zlib.MAX_WBITS if chunk[0] & 0x0F == 8 else _RAW

    def _too_large(self) -> Unfetched:
        return Unfetched(SourceFault.TOO_LARGE, f"more than {self._most_bytes} bytes")
