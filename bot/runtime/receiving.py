"""Telling a platform how its bot receives; one that is away does not keep the others waiting."""

import asyncio

from bot.channels.contract import Outcome, OutcomeKind, Unavailable
from bot.channels.zalo.about import Hooked
from bot.channels.zalo.channel import ZaloChannel
from bot.errors import SettingsError
from bot.logs import get
from bot.office import Office
from bot.retry import after_not_sent
from bot.runtime.connecting import TelegramLine, ZaloLine
from bot.settings import Receive
from storage.states import Reason

log = get(__name__)

_TOO_OFTEN = frozenset({Reason.QUOTA, Reason.TOO_FAST})
# What passes by itself, without anything that an admin could change.
_AWAY = frozenset({Reason.NOT_CONNECTED, Reason.CUT_OFF, Reason.PLATFORM_FAULT, Reason.TOO_FAST})
# What Zalo saw of the address that may be over in a moment (facts/zalo.md 1.2). No such name, nobody there, a
# wrong certificate, 403 or 404 would stay as it is.
_PASSING = ("webhook.http.5xx", "webhook.err.timeout")


async def receive_as_set(office: Office, line: TelegramLine | ZaloLine, *, path: str) -> None:
    """Tell the platform how this bot receives: by webhook at the public address, or by being asked.

    Raises:
        SettingsError: what only an admin can change: a token, an address.
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
        hooked = await line.channel.set_webhook(url, secret=secret)
        await _judge(line.channel, hooked, url, about=about)
        return
    outcome = await line.channel.set_webhook(url, secret=secret)
    _demand_answer(outcome)
    if outcome.reason is not None:
        raise SettingsError(f"{about}: the webhook was not set: {outcome.reason}")


async def receive_in_the_end(office: Office, line: TelegramLine | ZaloLine, *, path: str) -> None:
    """Do so as soon as the platform is back; what then turns out to be wrong is logged, and ends it."""
    failures, wrong = 0, ""
    while not wrong:
        await asyncio.sleep(after_not_sent(failures, chance=1).total_seconds())
        failures += 1
        try:
            await receive_as_set(office, line, path=path)
        except Unavailable as away:
            log.warning("the platform is still away", connection=line.name, reason=away.reason)
        except SettingsError as error:
            wrong = str(error)
        else:
            log.info("the platform is back", connection=line.name)
            return
    log.error("the bot does not receive as set", connection=line.name, why=wrong)


def _demand_answer(outcome: Outcome) -> None:
    if outcome.reason is not None and (outcome.kind is OutcomeKind.MAYBE or outcome.reason in _AWAY):
        raise Unavailable(outcome.reason, detail=outcome.detail, retry_after=outcome.retry_after)


async def _judge(channel: ZaloChannel, hooked: Hooked, url: str, *, about: str) -> None:
    if hooked.verified is False and hooked.finding.startswith(_PASSING):
        # Kept all the same [OFF]; setting it anew would use up the few times a day.
        log.warning(
            "Zalo did not reach the webhook: events may be lost", connection=about, why=hooked.finding
        )
        return
    if hooked.verified is False:
        raise SettingsError(
            f"{about}: Zalo cannot reach {url} ({hooked.finding}); events would be lost. "
            'Make web.public_url reachable from outside, or set receive = "polling"'
        )
    if hooked.kept:
        return
    outcome = hooked.outcome
    # Setting it is limited to a few times a day (facts/zalo.md 1.2), and it is set at every start.
    if outcome.reason in _TOO_OFTEN and await channel.webhook_info() == url:
        log.warning("the webhook was not set anew: too often today", connection=about)
        return
    _demand_answer(outcome)
    raise SettingsError(f"{about}: the webhook was not set: {outcome.reason}: {outcome.detail}")
