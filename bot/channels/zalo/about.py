"""What the platform says about a bot: who it is, and where its events go. Forms as in facts/zalo.md 1.2."""

from dataclasses import dataclass

from bot.channels.contract import Outcome, OutcomeKind, Unavailable
from bot.channels.zalo.answers import classify
from bot.channels.zalo.requests import DETAIL_LENGTH, Answer
from storage.states import Reason

_NONE_SET = 404
_FINE = "webhook.ok"


@dataclass(frozen=True)
class Account:
    """The bot, as getMe has it [OFF]; what was left out is empty.

    Args:
        name: the account's, such as "bot.VDKyGxQvc".
        display_name: what people see; one source reads it, the documentation does not name it.
        kind: "BASIC" for the free plan.
        joins_groups: None where nothing is said.
    """

    id: str
    name: str
    display_name: str
    kind: str
    joins_groups: bool | None

    @property
    def words(self) -> str:
        """Everything but the name, in English."""
        groups = {True: "can join groups", False: "cannot join groups", None: "groups unknown"}
        return ", ".join(part for part in (self.display_name, self.kind, groups[self.joins_groups]) if part)


@dataclass(frozen=True)
class Hooked:
    """What became of setting a webhook.

    The address is kept even where the platform could not verify it [OFF]: then events are sent there, and
    whether they arrive is what `finding` is about.

    Args:
        outcome: SENT: the address is kept.
        verified: whether the platform reached it; None where it does not say.
        finding: its outcome and hint, such as "webhook.err.dns: ...".
    """

    outcome: Outcome
    verified: bool | None = None
    finding: str = ""

    @property
    def kept(self) -> bool:
        """Whether the platform now sends events to the address."""
        return self.outcome.kind is OutcomeKind.SENT


def account_in(answer: Answer) -> Account | None:
    """The bot in an answer to getMe; None when it was not accepted."""
    if not answer.accepted:
        return None
    joins = _field(answer.result, "can_join_groups")
    return Account(
        id=_text(answer.result, "id"),
        name=_text(answer.result, "account_name"),
        display_name=_text(answer.result, "display_name"),
        kind=_text(answer.result, "account_type"),
        joins_groups=joins if isinstance(joins, bool) else None,
    )


def hooked(answer: Answer) -> Hooked:
    """What an answer to setWebhook says."""
    return _judged(answer, _field(answer.result, "verification"))


def tested(answer: Answer) -> Hooked:
    """What an answer to testWebhook says: its result is the verification itself [OFF]."""
    return _judged(answer, answer.result)


def _judged(answer: Answer, verification: object) -> Hooked:
    outcome = classify(answer)
    if outcome.kind is not OutcomeKind.SENT:
        return Hooked(outcome)
    code, hint, fine = (_field(verification, name) for name in ("outcome", "hint", "ok"))
    words = ": ".join(part for part in (code, hint) if isinstance(part, str) and part)
    if not isinstance(fine, bool):
        fine = code == _FINE if isinstance(code, str) else None
    return Hooked(outcome, fine, "".join(filter(str.isprintable, words))[:DETAIL_LENGTH])


def unhooked(answer: Answer) -> Outcome:
    """What an answer to deleteWebhook says; without a webhook there is nothing to do [UNVERIFIED: 404]."""
    if answer.ok is False and answer.code == _NONE_SET:
        return Outcome(OutcomeKind.SENT, status=answer.status)
    return classify(answer)


def webhook_in(answer: Answer) -> str | None:
    """The address in an answer to getWebhookInfo; None for none: a real 404 [REAL], or an empty one.

    Raises:
        Unavailable: no answer that can be used.
    """
    if answer.accepted:
        return _text(answer.result, "url") or None
    if answer.ok is False and answer.code == _NONE_SET:
        return None
    outcome = classify(answer)
    raise Unavailable(outcome.reason or Reason.OTHER, detail=outcome.detail, retry_after=outcome.retry_after)


def _field(holder: object, name: str) -> object:
    return holder.get(name) if isinstance(holder, dict) else None


def _text(holder: object, name: str) -> str:
    found = _field(holder, name)
    return "".join(filter(str.isprintable, found)) if isinstance(found, str) else ""
