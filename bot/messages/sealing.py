"""Signed buttons: what a press asks for travels in the button itself, bound to one member on one connection.

Layout (big-endian): layout version 1 byte, key id 1, act 1, subject 4, argument 4, expiry in hours since
the epoch 4, then 12 bytes of HMAC-SHA256 over all that and the member and the connection. In base64url
that is 36 characters; Telegram takes 64 bytes (core.telegram.org/bots/api#inlinekeyboardbutton).
"""

import base64
import binascii
import hashlib
import hmac
import struct
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.messages.acts import Act
from bot.messages.blocks import Block, Button, Buttons, Message

_LAYOUT = struct.Struct(">BBBIII")
_VERSION = 1
_MAC_LENGTH = 12
_HOUR = 3600
_ACTS = frozenset(Act)
VALID_FOR = timedelta(days=180)
"""Longer than any due date; what has ended says so itself when pressed."""


class ButtonRefused(Exception):
    """A button that cannot be taken at its word.

    Args:
        why: "old_button" (expired, or of an earlier key or layout) or "foreign_button" (made for somebody
            else, or by nobody here).
    """

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True)
class Opened:
    """What a genuine button asks for."""

    act: Act
    subject: int
    argument: int


@dataclass(frozen=True)
class Owner:
    """For whom a button is: it enters the signature, never the button.

    Args:
        member_id: the member; for a stranger the negative number of the address.
        connection_id: on which connection.
    """

    member_id: int
    connection_id: int


def owner(*, member_id: int | None, address_id: int, connection_id: int) -> Owner:
    """The owner of the buttons in this conversation."""
    return Owner(-address_id if member_id is None else member_id, connection_id)


class Sealer:
    """Signs and opens buttons with the installation's key.

    Args:
        key: 32 random bytes.
    """

    def __init__(self, key: bytes) -> None:
        self._key = key
        self._key_id = hashlib.sha256(b"loa key id" + key).digest()[0]

    def seal(
        self, message: Message, *, owner: Owner, now: datetime, valid_for: timedelta = VALID_FOR
    ) -> Message:
        """The message with a token in each button, for this owner, until `now + valid_for` (machine time)."""
        expiry = int((now + valid_for).timestamp()) // _HOUR

        def sealed(button: Button) -> Button:
            return replace(button, token=self._token(button, owner, expiry))

        return replace(message, blocks=tuple(_with_buttons(block, sealed) for block in message.blocks))

    def open(self, token: str, *, owner: Owner, now: datetime) -> Opened:
        """What the token asks for.

        Raises:
            ButtonRefused: it is forged, somebody else's, or too old.
        """
        try:
            raw = base64.urlsafe_b64decode(token)
            content, mac = raw[: _LAYOUT.size], raw[_LAYOUT.size :]
            version, key_id, act, subject, argument, expiry = _LAYOUT.unpack(content)
        except (binascii.Error, struct.error, ValueError):
            raise ButtonRefused("foreign_button") from None
        if version != _VERSION or key_id != self._key_id:
            raise ButtonRefused("old_button")
        if not hmac.compare_digest(mac, self._mac(content, owner)):
            raise ButtonRefused("foreign_button")
        if int(now.timestamp()) // _HOUR > expiry or act not in _ACTS:
            raise ButtonRefused("old_button")
        return Opened(Act(act), subject, argument)

    def _token(self, button: Button, owner: Owner, expiry: int) -> str:
        content = _LAYOUT.pack(_VERSION, self._key_id, button.act, button.subject, button.argument, expiry)
        return base64.urlsafe_b64encode(content + self._mac(content, owner)).decode()

    def _mac(self, content: bytes, owner: Owner) -> bytes:
        bound = content + struct.pack(">qq", owner.member_id, owner.connection_id)
        return hmac.digest(self._key, bound, "sha256")[:_MAC_LENGTH]


def _with_buttons(block: Block, sealed: Callable[[Button], Button]) -> Block:
    if not isinstance(block, Buttons):
        return block
    return Buttons(tuple(tuple(map(sealed, row)) for row in block.rows))
