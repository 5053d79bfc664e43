"""What the head of an answer says. Pure."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.message import Message
from email.utils import parsedate_to_datetime

from bot.sources.fetched import Fetched, Unfetched
from storage.states import SourceFault

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_IN_TROUBLE = frozenset({408, 425, 429})
_GONE = frozenset({404, 410})
# What is longer than any server means it to be is not kept and not sent back.
_LONGEST_MARK = 300


@dataclass(frozen=True)
class Head:
    """Status and headers; names in small letters, of several with one name the first."""

    status: int
    headers: dict[str, str]

    @classmethod
    def of(cls, status: int, raw: Iterable[tuple[bytes, bytes]]) -> "Head":
        """Read what came over the line."""
        headers: dict[str, str] = {}
        for name, value in raw:
            headers.setdefault(name.decode("latin-1").lower(), value.decode("latin-1").strip())
        return cls(status, headers)

    def fetched(self, url: str, content: bytes, *, not_modified: bool) -> Fetched:
        """The answer, with what of the head has to be kept."""
        kind = Message()
        kind["content-type"] = re.sub(r"[\r\n]", " ", self.headers.get("content-type", ""))
        return Fetched(
            url,
            self.status,
            content,
            media_type=kind.get_content_type() if kind["content-type"] else "",
            charset=str(kind.get_param("charset") or "").strip().lower()[:40],
            etag=self._mark("etag"),
            last_modified=self._mark("last-modified"),
            not_modified=not_modified,
        )

    @property
    def length(self) -> int:
        """Of the body, as announced; 0 where it is not."""
        announced = self.headers.get("content-length", "")
        return int(announced) if announced.isdecimal() and len(announced) < 19 else 0

    def _mark(self, name: str) -> str:
        found = self.headers.get(name, "")
        return found if len(found) <= _LONGEST_MARK and found.isascii() and found.isprintable() else ""


def redirect_of(head: Head) -> str:
    """Where the answer leads; "" when it leads nowhere."""
    location = head.headers.get("location", "") if head.status in _REDIRECTS else ""
    try:
        # Servers write UTF-8 where only ASCII may stand.
        return location.encode("latin-1").decode()
    except UnicodeDecodeError:
        return location


def judge(head: Head, *, was_asked: bool) -> bool:
    """Whether nothing has changed (True), or a body follows (False).

    Args:
        head: of an answer that leads nowhere else.
        was_asked: the call named the last answer, so that "as it was" means something.

    Raises:
        Unfetched: anything else.
    """
    if head.status == 304 and was_asked:
        return True
    if head.status in {200, 203}:
        return False
    says = f"HTTP {head.status}"
    if head.status in _GONE:
        raise Unfetched(SourceFault.GONE, says)
    if 400 <= head.status < 500 and head.status not in _IN_TROUBLE:
        raise Unfetched(SourceFault.REFUSED_BY_SITE, says)
    raise Unfetched(SourceFault.SITE_FAULT, says, retry_after=retry_after(head, now=datetime.now(UTC)))


def retry_after(head: Head, *, now: datetime) -> timedelta | None:
    """How long the site asks to be left alone, in seconds or until a date (RFC 9110 10.2.3)."""
    asked = head.headers.get("retry-after", "") if head.status in {429, 503} else ""
    if asked.isdecimal():
        return timedelta(seconds=int(asked[:9]))
    try:
        until = parsedate_to_datetime(asked)
    except (ValueError, OverflowError):
        return None
    if until.tzinfo is None:
        until = until.replace(tzinfo=UTC)
    return max(until - now, timedelta())
