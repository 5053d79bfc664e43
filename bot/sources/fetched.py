"""What comes of asking a web site, or why nothing came."""

from dataclasses import dataclass, field
from datetime import timedelta

from storage.states import SourceFault

_DETAIL_LENGTH = 200


@dataclass(frozen=True, slots=True)
class Fetched:
    """One answer.

    Args:
        url_final: where it came from, after redirects.
        status: 200, or 304 when nothing has changed.
        content: unpacked, not decoded; empty when nothing has changed.
        media_type: of the header, in small letters, without parameters; "" where there is none.
        charset: of the header; "" where there is none.
        etag: to be sent along with the next question; "" where there is none.
        last_modified: likewise.
        not_modified: the site says that it is as it was.
    """

    url_final: str
    status: int
    content: bytes = field(repr=False)
    media_type: str = ""
    charset: str = ""
    etag: str = ""
    last_modified: str = ""
    not_modified: bool = False


class Unfetched(Exception):
    """Nothing could be taken.

    Args:
        fault: from the closed list.
        detail: in English, for the log and the admin; at most 200 characters, nothing of a page's text.
        retry_after: how long the site asks to be left alone, where it said so.
    """

    def __init__(self, fault: SourceFault, detail: str = "", *, retry_after: timedelta | None = None) -> None:
        shown = "".join(letter if letter.isprintable() else " " for letter in detail)[:_DETAIL_LENGTH]
        super().__init__(f"{fault.value}: {shown}" if shown else fault.value)
        self.fault = fault
        self.detail = shown
        self.retry_after = retry_after
