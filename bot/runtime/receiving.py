"""Telling a platform how its bot receives; one that is away or refuses does not keep the others waiting."""

import asyncio
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from bot.channels.contract import Outcome, OutcomeKind, Unavailable
from bot.channels.zalo.about import Hooked
from bot.channels.zalo.channel import ZaloChannel
from bot.logs import get
from bot.office import Office
from bot.retry import after_not_sent
from bot.runtime.connecting import TelegramLine, ZaloLine
from bot.runtime.hook_secrets import HookSecret
from bot.settings import Receive
from storage.channels import connections
from storage.states import Reason

log = get(__name__)

_TOO_OFTEN = frozenset({Reason.QUOTA, Reason.TOO_FAST})
# What passes by itself, without anything that an admin could change.
_AWAY = frozenset({Reason.NOT_CONNECTED, Reason.CUT_OFF, Reason.PLATFORM_FAULT, Reason.TOO_FAST})
# What Zalo saw of the address that may be over in a moment (facts/zalo.md 1.2). No such name, nobody there, a
# wrong certificate, 403 or 404 would stay as it is.
_PASSING = ("webhook.http.5xx", "webhook.err.timeout")
# Setting and trying a webhook are limited to a few times a day, by numbers that are not published.
_FIRST_REST, _LONGEST_REST = timedelta(minutes=15), timedelta(hours=6)


@dataclass
class NotReceiving(Exception):
    """The platform's answer means that a bot does not get what people write; only an admin can change that.

    Args:
        words: in English, without token or secret.
        reason: STOPPED with this; None where messages go out all the same.
        is_set: the address is kept there, so that it need only be tried again.
        is_heard: what people write arrives all the same, as before.
    """

    words: str
    reason: Reason | None = None
    is_set: bool = False
    is_heard: bool = False


async def receive_as_set(office: Office, line: TelegramLine | ZaloLine, *, path: str) -> None:
    """Tell the platform how this bot receives: by webhook at the public address, or by being asked.

    Raises:
        NotReceiving: what only an admin can change: a token, an address.
        Unavailable: the platform is away; worth another try.
    """
    if line.settings.receive is Receive.POLLING:
        # Whatever else is wrong with the bot, its first poll tells.
        _demand_answer(await line.channel.delete_webhook())
        return
    url = office.settings.web.public_url + path
    secret = line.settings.webhook_secret.get_secret_value()
    about = f"connections.{line.name}"
    if isinstance(line.channel, ZaloChannel):
        told = HookSecret(office, line.name)
        hooked = await line.channel.set_webhook(url, secret=secret)
        if hooked.kept:
            await asyncio.to_thread(told.note, secret)
        await _judge(line.channel, hooked, url, about=about, is_told=told.is_told(secret))
        return
    outcome = await line.channel.set_webhook(url, secret=secret)
    _demand_answer(outcome)
    if outcome.reason is not None:
        raise _refused(outcome, about=about)


async def receive_in_the_end(
    office: Office, line: TelegramLine | ZaloLine, because: Unavailable | NotReceiving, *, path: str
) -> None:
    """Go on trying until it does; meanwhile the connection's row says what is wrong with it.

    A token that was refused is refused until somebody mends the settings, and starts Loa anew.
    """
    trouble, failures = because, 0
    while True:
        await _tell(office, line, trouble)
        if isinstance(trouble, NotReceiving) and trouble.reason is Reason.TOKEN:
            return
        await asyncio.sleep(_rest(trouble, failures).total_seconds())
        failures += 1
        try:
            await _once_more(office, line, trouble, path=path)
        except (Unavailable, NotReceiving) as again:
            trouble = again
        else:
            log.info("the bot receives as set", connection=line.name)
            await _note(office, line, "")
            return


async def _once_more(
    office: Office, line: TelegramLine | ZaloLine, trouble: Unavailable | NotReceiving, *, path: str
) -> None:
    is_set = isinstance(trouble, NotReceiving) and trouble.is_set
    if not is_set or not isinstance(line.channel, ZaloChannel):
        await receive_as_set(office, line, path=path)
        return
    hooked = await line.channel.test_webhook()
    if hooked.outcome.reason in _TOO_OFTEN:
        raise trouble
    url = office.settings.web.public_url + path
    await _judge(line.channel, hooked, url, about=f"connections.{line.name}")


async def _tell(office: Office, line: TelegramLine | ZaloLine, trouble: Unavailable | NotReceiving) -> None:
    if isinstance(trouble, Unavailable):
        log.warning("the platform is away; trying on", connection=line.name, reason=trouble.reason)
        return
    log.error("the bot does not receive as set", connection=line.name, why=trouble.words)
    if not trouble.is_heard:
        await _note(office, line, trouble.reason or connections.NOT_HEARD)


async def _note(office: Office, line: TelegramLine | ZaloLine, reason: str) -> None:
    await office.database.transaction(
        partial(connections.note_stopped, connection_id=line.connection_id, reason=reason)
    )


def _rest(trouble: Unavailable | NotReceiving, failures: int) -> timedelta:
    if isinstance(trouble, Unavailable):
        return trouble.retry_after or after_not_sent(failures, chance=1)
    return min(_FIRST_REST * (1 << min(failures, 10)), _LONGEST_REST)


def _demand_answer(outcome: Outcome) -> None:
    if outcome.reason is not None and (outcome.kind is OutcomeKind.MAYBE or outcome.reason in _AWAY):
        raise Unavailable(outcome.reason, detail=outcome.detail, retry_after=outcome.retry_after)


async def _judge(channel: ZaloChannel, hooked: Hooked, url: str, *, about: str, is_told: bool = True) -> None:
    if hooked.verified is False and hooked.finding.startswith(_PASSING):
        # Kept all the same [OFF]; setting it anew would use up the few times a day.
        log.warning(
            "Zalo did not reach the webhook: events may be lost", connection=about, why=hooked.finding
        )
        return
    if hooked.verified is False:
        words = (
            f"{about}: Zalo cannot reach {url} ({hooked.finding}); events would be lost. "
            'Make web.public_url reachable from outside, or set receive = "polling"'
        )
        raise NotReceiving(words, is_set=True)
    if hooked.kept:
        return
    outcome = hooked.outcome
    # Setting it is limited to a few times a day (facts/zalo.md 1.2), and it is set at every start.
    if outcome.reason in _TOO_OFTEN and await channel.webhook_info() == url:
        if is_told:
            log.warning("the webhook was not set anew: too often today", connection=about)
            return
        words = f"{about}: its new webhook_secret could not be told today: the one before counts until then"
        raise NotReceiving(words, is_heard=True)
    _demand_answer(outcome)
    raise _refused(outcome, about=about)


def _refused(outcome: Outcome, *, about: str) -> NotReceiving:
    words = f"{about}: the webhook was not set: {outcome.reason}: {outcome.detail}"
    return NotReceiving(words, Reason.TOKEN if outcome.reason is Reason.TOKEN else None)
