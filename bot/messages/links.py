"""Signed personal links: what one leads to stands in it, and nobody else can make one.

A link of the web inbox alone opens nothing: it says whose page it is, and the page asks for that member's
session or code. The link of a card lets whoever holds it act for that member on that one publication.
"""

import hashlib
import hmac
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from itsdangerous import BadData, URLSafeSerializer

PATH = "/w"
"""Where the web inbox lies under `web.public_url`; links to documents and files lead there too."""
CARD_PATH = "/v"
"""Where the pages of single cards lie under `web.public_url`."""
FILES_BELOW = "/files"
"""Below the page of a card: the files that go along with it."""
JOIN_PATH = "/j"
"""Where an invitation's page lies under `web.public_url`: the code itself is in the address, and no token."""
DOCUMENT_FOR = timedelta(days=180)
"""As long as buttons: longer than any due date."""
_HOUR = 3600
_INBOX, _DOCUMENT, _CARD, _FILE = 1, 2, 3, 4
_TAG_BYTES = 9


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


@dataclass(frozen=True)
class CardLink:
    """One publication, as it was sent to one member's conversation.

    Args:
        address_id: the conversation; the link is worth nothing once it is no longer the member's.
        until: it ends then (office time, whole hours).
    """

    member_id: int
    address_id: int
    publication_id: int
    until: datetime


@dataclass(frozen=True)
class FileLink:
    """A file that was handed to one member in one conversation.

    Args:
        tag: of its bytes, so that another file under the same number is not meant.
        name: as the person saves it.
    """

    member_id: int
    address_id: int
    file_id: int
    tag: str
    name: str


def tag_of(digest: bytes) -> str:
    """What the link to a file says of its bytes, from their SHA-256."""
    return urlsafe_b64encode(digest[:_TAG_BYTES]).decode()


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
        return self._token([_DOCUMENT, member_id, publication_id, _last_hour(published_at)])

    def card(self, *, member_id: int, address_id: int, publication_id: int, published_at: datetime) -> str:
        """The token (under `CARD_PATH`) of a member's card in one conversation: always the same one."""
        return self._token([_CARD, member_id, address_id, publication_id, _last_hour(published_at)])

    def file(self, *, member_id: int, address_id: int, file_id: int, name: str, content: bytes) -> str:
        """The token (under `PATH`) of a file handed over where files cannot go along: always the same one.

        It lasts as long as the file is kept and the conversation is the member's.
        """
        tag = tag_of(hashlib.sha256(content).digest())
        return self._token([_FILE, member_id, address_id, file_id, tag, name])

    def read(self, token: str) -> InboxLink | DocumentLink | CardLink | FileLink:
        """What the link leads to.

        Raises:
            LinkForged: it is none of this office's, or not spelt exactly as it was made.
        """
        try:
            content = self._serializer.loads(token)
            is_exact = self._signed_again(token) == token
        except (BadData, ValueError):
            raise LinkForged from None
        if not is_exact:
            raise LinkForged
        match content:
            case [1, int(link_id)]:
                return InboxLink(link_id)
            case [2, int(member_id), int(publication_id), int(hours)]:
                return DocumentLink(member_id, publication_id, _moment(hours))
            case [3, int(member_id), int(address_id), int(publication_id), int(hours)]:
                return CardLink(member_id, address_id, publication_id, _moment(hours))
            case [4, int(member_id), int(address_id), int(file_id), str(tag), str(name)]:
                return FileLink(member_id, address_id, file_id, tag, name)
        raise LinkForged

    def _token(self, content: list[int | str]) -> str:
        return self._serializer.dumps(content)

    def _signed_again(self, token: str) -> str:
        """The same content, newly signed: the library passes over signs in a signature that mean nothing."""
        signer = self._serializer.make_signer(self._serializer.salt)
        return signer.sign(token.rpartition(".")[0]).decode()


def _last_hour(published_at: datetime) -> int:
    return int((published_at + DOCUMENT_FOR).timestamp()) // _HOUR


def _moment(hours: int) -> datetime:
    return datetime.fromtimestamp(hours * _HOUR, UTC)
