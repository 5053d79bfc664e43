"""Signed personal links of the web inbox: what one leads to stands in it, and nobody else can make one.

A link alone opens nothing: it says whose page it is, and the page asks for that member's session or code.
"""

import hashlib
import hmac
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from itsdangerous import BadData, URLSafeSerializer

PATH = "/w"
"""Where the web inbox lies under `web.public_url`."""
DOCUMENT_FOR = timedelta(days=180)
"""As long as buttons: longer than any due date."""
_HOUR = 3600
_INBOX, _DOCUMENT = 1, 2


class LinkForged(Exception):
    """No link of this office: forged, cut off, or made with another key."""


@dataclass(frozen=True)
class InboxLink:
    """A member's page.

    Args:
        link_id: its row, which knows whose it is, until when, and whether it was revoked.
    """

    link_id: int


@dataclass(frozen=True)
class DocumentLink:
    """One publication, for one reader.

    Args:
        until: it ends then (office time, whole hours).
    """

    member_id: int
    publication_id: int
    until: datetime


class Links:
    """Signs and reads links with a key derived from the installation's.

    Args:
        key: the installation's.
    """

    def __init__(self, key: bytes) -> None:
        derived = hmac.digest(key, b"loa web inbox links", "sha256")
        # Not the library's SHA-1.
        self._serializer = URLSafeSerializer(
            derived,
            salt="loa.web.link",
            signer_kwargs={"key_derivation": "hmac", "digest_method": hashlib.sha256},
        )

    def inbox(self, link_id: int) -> str:
        """The token of a member's page."""
        return self._token([_INBOX, link_id])

    def document(self, *, member_id: int, publication_id: int, published_at: datetime) -> str:
        """The token of a publication for one reader: always the same one, so that cards do not change."""
        until = int((published_at + DOCUMENT_FOR).timestamp()) // _HOUR
        return self._token([_DOCUMENT, member_id, publication_id, until])

    def read(self, token: str) -> InboxLink | DocumentLink:
        """What the link leads to.

        Raises:
            LinkForged: it is none of this office's.
        """
        try:
            content = self._serializer.loads(token)
        except (BadData, ValueError):
            raise LinkForged from None
        match content:
            case [1, int(link_id)]:
                return InboxLink(link_id)
            case [2, int(member_id), int(publication_id), int(hours)]:
                return DocumentLink(member_id, publication_id, datetime.fromtimestamp(hours * _HOUR, UTC))
        raise LinkForged

    def _token(self, content: list[int]) -> str:
        return self._serializer.dumps(content)
