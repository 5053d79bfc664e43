"""What the platform's answers mean, as a table. Strength of each fact in brackets, as in facts/zalo.md.

Status and `ok` are judged both: a rejected token comes with HTTP 200 [REAL], and an empty poll with a real
408 [REAL]. The codes are documented in one line each [OFF]; what is said of a person who cannot be written to
is documented nowhere [UNVERIFIED], so that only words which can mean nothing else make one unreachable.
"""

from collections.abc import Collection
from dataclasses import dataclass

from bot.channels.cleaning import id_of
from bot.channels.contract import Outcome, OutcomeKind
from bot.channels.zalo.requests import DETAIL_LENGTH, Answer, Broken
from bot.messages.cutting import nfc
from storage.states import Reason

ANY = 0
"""Stands for every code."""


@dataclass(frozen=True)
class _Row:
    """One kind of answer; the first row that fits decides.

    Args:
        code: the envelope's error code, else the HTTP status; ANY for all of them.
        words: a part of the description, in small letters; empty for every other one with this code.
        kind: what it means.
        reason: why, in Loa's words.
        whole_connection: whether it holds for everybody who is written to.
        may_be_personal: whether it may be what is said of one person who cannot be written to.
    """

    code: int
    words: str
    kind: OutcomeKind
    reason: Reason
    whole_connection: bool = False
    may_be_personal: bool = False


_UNREACHABLE, _REFUSED, _NOT_SENT = OutcomeKind.UNREACHABLE, OutcomeKind.REFUSED, OutcomeKind.NOT_SENT

QUOTA_WORDS = ("quota", "hạn mức")
"""In a 429: the month's messages are used up. Documented [OFF], though not in which language: a setting."""
# The delivery room knows when a month begins.
_SPENT = _Row(429, "", _NOT_SENT, Reason.QUOTA, whole_connection=True)
TABLE = (
    # [OFF], with HTTP 200 as a rule [REAL].
    _Row(401, "", OutcomeKind.STOPPED, Reason.TOKEN),
    # In other words than those of a quota it may be a limit of speed, of which none is published
    # [UNVERIFIED]: waiting a month for that would silence the bot for nothing.
    _Row(429, "", _NOT_SENT, Reason.TOO_FAST, whole_connection=True),
    # The day's cap of testWebhook [OFF]; setting one has a cap too, by one report. It holds for no message.
    _Row(426, "", _NOT_SENT, Reason.QUOTA),
    # [OFF] for the platform's own waiting; nobody knows whether it was done meanwhile.
    _Row(408, "", OutcomeKind.MAYBE, Reason.CUT_OFF),
    # Somebody else polls, or a webhook is set [UNVERIFIED]: a poll says so, a send does not stop for it.
    _Row(409, "", _REFUSED, Reason.TWO_INSTANCES),
    # [UNVERIFIED] words, harmless as long as they never come.
    _Row(ANY, "chat not found", _UNREACHABLE, Reason.CHAT_NOT_FOUND),
    _Row(ANY, "user not found", _UNREACHABLE, Reason.CHAT_NOT_FOUND),
    _Row(ANY, "blocked by the user", _UNREACHABLE, Reason.BLOCKED),
    _Row(ANY, "blocked the bot", _UNREACHABLE, Reason.BLOCKED),
    # "Internal server error" is what 403 stands for there [OFF]. Like any server's own fault it leaves open
    # how far the message got; to call it not sent could double it, to call it refused could lose it. Perhaps
    # it is what is said of somebody who blocked the bot [UNVERIFIED]: again and again it is another thing.
    _Row(403, "", OutcomeKind.MAYBE, Reason.PLATFORM_FAULT, may_be_personal=True),
    # The channel counts before it sends; [UNVERIFIED] words, for a platform that counts otherwise.
    _Row(400, "too long", _REFUSED, Reason.CONTENT),
    # 400 and 404 without such words too: who counts them per recipient finds out who is not reached.
    _Row(ANY, "", _REFUSED, Reason.OTHER),
)


def classify(answer: Answer, *, quota_words: Collection[str] = QUOTA_WORDS) -> Outcome:
    """What an answer means for the call that it came to.

    An answer that was accepted but has no `message_id` counts as sent: `ok` alone is how the platform says
    that something was done [OFF, sendChatAction], and the id serves for nothing there.

    Args:
        answer: as it came.
        quota_words: in small letters; a 429 that says one of them means the month's messages.
    """
    if answer.accepted:
        return Outcome(OutcomeKind.SENT, message_id=_message_id(answer.result), status=answer.status)
    if answer.ok is not False or 300 <= answer.status < 400:
        return _from_elsewhere(answer)
    detail = f"{answer.code} {answer.description}".strip()[:DETAIL_LENGTH]
    if answer.status >= 500 or answer.code >= 500:
        return Outcome(OutcomeKind.MAYBE, reason=Reason.PLATFORM_FAULT, status=answer.status, detail=detail)
    row = _row(answer.code, nfc(answer.description).lower(), quota_words)
    return Outcome(
        row.kind,
        reason=row.reason,
        retry_after=answer.retry_after if row.reason is Reason.TOO_FAST else None,
        whole_connection=row.whole_connection,
        may_be_personal=row.may_be_personal,
        status=answer.status,
        detail=detail,
    )


def of_broken(broken: Broken) -> Outcome:
    """What became of a call whose line broke."""
    return Outcome(broken.kind, reason=broken.reason, detail=broken.detail)


def _from_elsewhere(answer: Answer) -> Outcome:
    """No envelope, or one that contradicts its status: a page in the platform's place, or a new form."""
    status = answer.status
    if 300 <= status < 400 or (400 <= status < 500 and answer.ok is None and status not in (408, 429)):
        # It stands in the platform's place, so nothing got there; the address may be wrong, or the way.
        return Outcome(_NOT_SENT, reason=Reason.NOT_CONNECTED, status=status, detail="not the platform's")
    if status == 429 and answer.ok is None:
        return Outcome(
            _NOT_SENT,
            reason=Reason.TOO_FAST,
            retry_after=answer.retry_after,
            whole_connection=True,
            status=status,
            detail="not the platform's",
        )
    reason = Reason.CUT_OFF if status == 408 else Reason.PLATFORM_FAULT
    return Outcome(OutcomeKind.MAYBE, reason=reason, status=status, detail="an answer nobody understands")


def _message_id(result: object) -> str:
    found = result.get("message_id") if isinstance(result, dict) else None
    return id_of(found)


def _row(code: int, description: str, quota_words: Collection[str]) -> _Row:
    if code == _SPENT.code and any(word in description for word in quota_words):
        return _SPENT
    return next(row for row in TABLE if row.code in (code, ANY) and row.words in description)
