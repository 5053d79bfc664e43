"""Sending through the Zalo Bot Platform, and asking it for what came in."""

import asyncio
import logging
from collections.abc import Collection, Mapping
from datetime import UTC, datetime, timedelta
from functools import partial

from bot.channels.abilities import ABILITIES
from bot.channels.contract import (
    Abilities,
    Attached,
    Health,
    Outcome,
    OutcomeKind,
    Polled,
    Received,
    Unavailable,
)
from bot.channels.zalo.about import Account, Hooked, account_in, hooked, tested, unhooked, webhook_in
from bot.channels.zalo.answers import QUOTA_WORDS, classify, of_broken
from bot.channels.zalo.dates import ahead_of
from bot.channels.zalo.noticing import Noticing
from bot.channels.zalo.requests import Answer, Broken, Line
from bot.channels.zalo.updates import all_received, candidates
from bot.messages.blocks import Message
from bot.messages.plain import TEXT_LIMIT, as_text
from bot.messages.splitting import utf16_length
from storage.states import Platform, Reason

API_URL = "https://bot-api.zaloplatforms.com"

_LOG = logging.getLogger(__name__)
# A long poll is answered when its wait is over; what is left is the way there and back.
_POLL_MARGIN_AFTER = timedelta(seconds=10)
# With something in its queue the platform answers at once, a dozen times a second [REAL].
_BETWEEN_POLLS = timedelta(seconds=1)
_EMPTY = 408


class ZaloChannel:
    """One bot. It retries nothing and paces nothing but its polls: the delivery rows do.

    Args:
        token: from Zalo Bot Creator; it stays in the lowest layer and reaches no log, error or repr.
        api_url: the platform's address.
        proxy: URL of an HTTP or SOCKS proxy.
        in_flight: how many calls may be under way at once.
        connect_after: time-out of connecting.
        read_after: time-out of waiting for an answer; with `connect_after` under half a delivery's lease.
        between_polls: the least time from the start of one poll to that of the next.
        quota_words: in small letters; a 429 that says one of them means that the month is used up.
    """

    def __init__(
        self,
        token: str,
        *,
        api_url: str = API_URL,
        proxy: str | None = None,
        in_flight: int = 8,
        connect_after: timedelta = timedelta(seconds=5),
        read_after: timedelta = timedelta(seconds=25),
        between_polls: timedelta = _BETWEEN_POLLS,
        quota_words: Collection[str] = QUOTA_WORDS,
    ) -> None:
        line = partial(
            Line, token, api_url=api_url, connect_after=connect_after, read_after=read_after, proxy=proxy
        )
        # Checks pass beside the deliveries; the long poll has a line of its own.
        self._sending, self._polling = line(connections=in_flight + 4), line(connections=2)
        self._between_polls = between_polls
        self._polled_at: float | None = None
        self._quota_words = quota_words
        self.noticing = Noticing()
        self._ahead = timedelta()
        self._names: frozenset[str] = frozenset()

    async def open(self) -> None:
        """Make ready to send and receive: nothing is asked, so that it works while the platform is away."""

    async def close(self) -> None:
        """Close every connection."""
        await self._polling.close()
        await self._sending.close()

    @property
    def abilities(self) -> Abilities:
        """Text alone: buttons, edits and files do not exist there [OFF]; nor do folds and toasts."""
        return ABILITIES[Platform.ZALO]

    @property
    def ahead(self) -> timedelta:
        """How far this machine's clock is ahead of the platform's, by the last message that was accepted."""
        return self._ahead

    @property
    def names(self) -> frozenset[str]:
        """What the platform calls the bot, as last heard; people in a group may know it by another name."""
        return self._names

    async def send(
        self, chat_id: str, message: Message, *, once: str = "", attached: Attached | None = None
    ) -> Outcome:
        """Send one message as plain text. Never raises for what the platform answers.

        Without a parse mode: titles contain `_`, `*` and `#`, and how to escape them is hardly documented.

        Args:
            chat_id: to which conversation.
            message: of 1 to 2000 UTF-16 units in NFC; a button without a code is left out, since only who
                offers a number knows what it will mean.
            attached: never given where no file can go along; it would be left out.
            once: of no use here: the platform knows no idempotency key.
        """
        text = as_text(message)
        if not 0 < utf16_length(text) <= TEXT_LIMIT:
            # Counted here: what the platform would answer is not documented.
            units = f"{utf16_length(text)} units of text"
            return Outcome(OutcomeKind.REFUSED, reason=Reason.CONTENT, detail=units)
        asked_at = datetime.now(UTC)
        try:
            answer = await self._sending.call("sendMessage", {"chat_id": chat_id, "text": text})
        except Broken as broken:
            return of_broken(broken)
        self.noticing.refused(answer)
        if answer.accepted:
            self._measure(answer, asked_at=asked_at)
        return classify(answer, quota_words=self._quota_words)

    async def edit(self, chat_id: str, message_id: str, message: Message) -> Outcome:
        """Nothing that was said can be changed on this platform [OFF]: refused, without a call."""
        return Outcome(OutcomeKind.REFUSED, reason=Reason.NO_EDITS)

    async def toast(self, press_id: str, text: str) -> None:
        """There are no presses, so nothing is shown."""

    async def check(self) -> Health:
        """Whether the platform can be reached and knows the token (getMe)."""
        try:
            answer = await self._sending.call("getMe")
        except Broken as broken:
            return _unhealthy(of_broken(broken))
        account = account_in(answer)
        if account is None:
            return _unhealthy(classify(answer))
        self._names = frozenset(filter(None, (account.name, account.display_name)))
        return Health(reachable=True, name=_called(account), detail=account.words)

    async def poll(self, offset: int | None, *, wait: timedelta) -> Polled:
        """The next event, raw. There is no offset to ask from, and nothing that confirms [REAL].

        One call brings one event, however many wait [REAL]; a list of them would be taken too.

        Args:
            offset: of no use here.
            wait: how long the platform may hold the call.

        Raises:
            Unavailable: no answer that can be used.
        """
        await self._rest_between_polls()
        try:
            answer = await self._polling.call(
                # As text, and alone: it is the only parameter [OFF].
                "getUpdates",
                {"timeout": str(int(wait.total_seconds()))},
                read_after=wait + _POLL_MARGIN_AFTER,
            )
        except Broken as broken:
            raise Unavailable(broken.reason, detail=broken.detail) from None
        if is_empty_poll(answer):
            return Polled()
        brought = _brought(answer)
        self.noticing.came(answer.body, brought, way="poll")
        lost = len(candidates(answer.body)) - len(brought)
        if lost:
            _LOG.warning("%d events without a form that can be stored", lost)
        return Polled(brought)

    async def set_webhook(self, url: str, *, secret: str) -> Hooked:
        """Have events posted to `url`, each with the secret (8 to 256 characters [OFF]) in a header."""
        try:
            return hooked(await self._sending.call("setWebhook", {"url": url, "secret_token": secret}))
        except Broken as broken:
            return Hooked(of_broken(broken))

    async def test_webhook(self) -> Hooked:
        """Have the address that is set tried; a few times a day only (426 then) [OFF]."""
        try:
            return tested(await self._sending.call("testWebhook"))
        except Broken as broken:
            return Hooked(of_broken(broken))

    async def delete_webhook(self) -> Outcome:
        """Go back to polling, which excludes a webhook [OFF]; where there is none, that is done already."""
        try:
            return unhooked(await self._sending.call("deleteWebhook"))
        except Broken as broken:
            return of_broken(broken)

    async def webhook_info(self) -> str | None:
        """The address to which events are posted; None when there is none.

        Raises:
            Unavailable: no answer that can be used.
        """
        try:
            return webhook_in(await self._sending.call("getWebhookInfo"))
        except Broken as broken:
            raise Unavailable(broken.reason, detail=broken.detail) from None

    def _measure(self, answer: Answer, *, asked_at: datetime) -> None:
        date = answer.result.get("date") if isinstance(answer.result, Mapping) else None
        measured = ahead_of(date, asked_at=asked_at, answered_at=datetime.now(UTC))
        if measured is not None:
            self._ahead = measured

    async def _rest_between_polls(self) -> None:
        loop = asyncio.get_running_loop()
        if self._polled_at is not None:
            await asyncio.sleep(self._polled_at + self._between_polls.total_seconds() - loop.time())
        self._polled_at = loop.time()


def is_empty_poll(answer: Answer) -> bool:
    """Whether nothing came in: a real 408 [REAL], a 200 that says 408, or an accepted answer with nothing."""
    if answer.accepted:
        return not answer.result
    return answer.ok is not True and answer.code == _EMPTY


def _brought(answer: Answer) -> tuple[Received, ...]:
    brought = all_received(answer.body)
    # Bare, as webhooks bring it [REAL], it has no envelope.
    if answer.accepted or (answer.status == 200 and answer.ok is None and brought):
        return brought
    outcome = classify(answer)
    raise Unavailable(outcome.reason or Reason.OTHER, detail=outcome.detail, retry_after=outcome.retry_after)


def _called(account: Account) -> str:
    return account.name or account.display_name or account.id or "a bot without a name"


def _unhealthy(outcome: Outcome) -> Health:
    return Health(reachable=False, name="", detail=f"{outcome.reason}: {outcome.detail}")
