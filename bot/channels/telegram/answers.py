"""What Telegram's answers mean, as a table.

Sources: the strings are those of Telegram's own server (telegram-bot-api, Client.cpp) and, for "can't
initiate conversation", of the field; what a broken line means was measured with a proxy that broke it at
every point (most calls that were cut off after sending had been accepted).
"""

from dataclasses import dataclass

import httpx
from telegram.error import TelegramError

from bot.channels.contract import Outcome, OutcomeKind
from bot.channels.telegram.requests import ApiError
from storage.states import Reason

_DETAIL_LENGTH = 200


@dataclass(frozen=True)
class _Row:
    """One kind of answer; the first row that fits decides.

    Args:
        status: the HTTP status.
        words: a part of the description, in small letters; empty for every other one with this status.
        kind: what it means.
        reason: why, in Loa's words.
    """

    status: int
    words: str
    kind: OutcomeKind
    reason: Reason | None


_UNREACHABLE, _REFUSED = OutcomeKind.UNREACHABLE, OutcomeKind.REFUSED

TABLE = (
    _Row(400, "message is not modified", OutcomeKind.SENT, None),
    _Row(400, "message to edit not found", _REFUSED, Reason.MESSAGE_GONE),
    _Row(400, "message can't be edited", _REFUSED, Reason.MESSAGE_GONE),
    _Row(400, "message_id_invalid", _REFUSED, Reason.MESSAGE_GONE),
    _Row(400, "chat not found", _UNREACHABLE, Reason.CHAT_NOT_FOUND),
    _Row(400, "chat_id is empty", _UNREACHABLE, Reason.CHAT_NOT_FOUND),
    _Row(400, "peer_id_invalid", _UNREACHABLE, Reason.CHAT_NOT_FOUND),
    _Row(400, "upgraded to a supergroup", _UNREACHABLE, Reason.GROUP_MOVED),
    _Row(400, "not enough rights", _UNREACHABLE, Reason.NO_RIGHT_TO_WRITE),
    _Row(400, "have no rights to send", _UNREACHABLE, Reason.NO_RIGHT_TO_WRITE),
    _Row(400, "need administrator rights", _UNREACHABLE, Reason.NO_RIGHT_TO_WRITE),
    _Row(400, "chat_write_forbidden", _UNREACHABLE, Reason.NO_RIGHT_TO_WRITE),
    _Row(400, "chat_restricted", _UNREACHABLE, Reason.NO_RIGHT_TO_WRITE),
    _Row(400, "wrong file identifier", _REFUSED, Reason.FILE_FORGOTTEN),
    _Row(400, "wrong remote file identifier", _REFUSED, Reason.FILE_FORGOTTEN),
    _Row(400, "file_reference_", _REFUSED, Reason.FILE_FORGOTTEN),
    _Row(400, "can't parse", _REFUSED, Reason.CONTENT),
    _Row(400, "is too long", _REFUSED, Reason.CONTENT),
    _Row(400, "message_too_long", _REFUSED, Reason.CONTENT),
    _Row(400, "text is empty", _REFUSED, Reason.CONTENT),
    _Row(400, "must be non-empty", _REFUSED, Reason.CONTENT),
    _Row(400, "button_", _REFUSED, Reason.CONTENT),
    _Row(400, "reply_markup", _REFUSED, Reason.CONTENT),
    _Row(400, "reply markup", _REFUSED, Reason.CONTENT),
    _Row(400, "entit", _REFUSED, Reason.CONTENT),
    _Row(400, "", _REFUSED, Reason.OTHER),
    _Row(413, "", _REFUSED, Reason.CONTENT),
    _Row(403, "blocked by the user", _UNREACHABLE, Reason.BLOCKED),
    _Row(403, "user is deactivated", _UNREACHABLE, Reason.DEACTIVATED),
    _Row(403, "can't initiate conversation", _UNREACHABLE, Reason.NEVER_STARTED),
    _Row(403, "bot was kicked", _UNREACHABLE, Reason.GROUP_LEFT),
    _Row(403, "not a member of", _UNREACHABLE, Reason.GROUP_LEFT),
    _Row(403, "group chat was deleted", _UNREACHABLE, Reason.GROUP_LEFT),
    _Row(403, "rights", _UNREACHABLE, Reason.NO_RIGHT_TO_WRITE),
    _Row(403, "", _UNREACHABLE, Reason.OTHER),
    _Row(401, "", OutcomeKind.STOPPED, Reason.TOKEN),
    _Row(404, "", OutcomeKind.STOPPED, Reason.TOKEN),
    _Row(409, "", OutcomeKind.STOPPED, Reason.TWO_INSTANCES),
    _Row(429, "", OutcomeKind.NOT_SENT, Reason.TOO_FAST),
)

LINES: tuple[tuple[type[httpx.HTTPError], OutcomeKind, Reason], ...] = (
    (httpx.ConnectError, OutcomeKind.NOT_SENT, Reason.NOT_CONNECTED),
    (httpx.ConnectTimeout, OutcomeKind.NOT_SENT, Reason.NOT_CONNECTED),
    (httpx.PoolTimeout, OutcomeKind.NOT_SENT, Reason.NOT_CONNECTED),
    (httpx.ProxyError, OutcomeKind.NOT_SENT, Reason.NOT_CONNECTED),
    (httpx.UnsupportedProtocol, OutcomeKind.NOT_SENT, Reason.NOT_CONNECTED),
    (httpx.HTTPError, OutcomeKind.MAYBE, Reason.CUT_OFF),
)
"""How the line broke: before anything was sent, or (everything else) after."""


def classify(error: TelegramError, *, chat_id: str = "") -> Outcome:
    """What an error of the library means for the call that met it.

    A 429 names no scope. In a group (negative chat id) it is taken for that group's twenty a minute, and only
    the group waits. In a private chat Loa itself keeps to one a second, so that what is left is the limit of
    the whole bot, and the connection waits. Source of the limits: core.telegram.org/bots/faq.

    Args:
        error: what was raised.
        chat_id: where the call went; empty when it went to no chat.
    """
    if isinstance(error, ApiError):
        return _answered(error, chat_id)
    for broken, kind, reason in LINES:
        if isinstance(error.__cause__, broken):
            return Outcome(kind, reason=reason, detail=type(error.__cause__).__name__)
    return not_understood(type(error).__name__)


def not_understood(detail: str) -> Outcome:
    """A 2xx whose body is not what the Bot API answers: accepted, as far as anybody can tell."""
    return Outcome(OutcomeKind.MAYBE, reason=Reason.PLATFORM_FAULT, detail=detail[:_DETAIL_LENGTH])


def _answered(error: ApiError, chat_id: str) -> Outcome:
    status, detail = error.status, (error.description or str(error))[:_DETAIL_LENGTH]
    if status >= 500:
        return Outcome(OutcomeKind.MAYBE, reason=Reason.PLATFORM_FAULT, status=status, detail=detail)
    if not error.description:
        # A proxy's or a provider's own page: it stands in Telegram's place, so nothing got there.
        return Outcome(OutcomeKind.NOT_SENT, reason=Reason.NOT_CONNECTED, status=status, detail=detail)
    if error.migrate_to:
        return Outcome(
            OutcomeKind.MOVED,
            reason=Reason.GROUP_MOVED,
            chat_id=error.migrate_to,
            status=status,
            detail=detail,
        )
    row = _row(status, error.description.lower())
    waits = row.reason is Reason.TOO_FAST
    return Outcome(
        row.kind,
        reason=row.reason,
        retry_after=error.retry_after if waits else None,
        whole_connection=waits and not chat_id.startswith(("-", "@")),
        status=status,
        detail=detail,
    )


def _row(status: int, description: str) -> _Row:
    for row in TABLE:
        if row.status == status and row.words in description:
            return row
    return _Row(status, "", _REFUSED, Reason.OTHER)
