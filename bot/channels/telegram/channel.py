"""Sending through the Bot API, and asking it for what came in."""

import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta
from functools import partial
from typing import TypeVar

from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeChat,
    BotCommandScopeDefault,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
)
from telegram import Message as SentMessage
from telegram.constants import ParseMode
from telegram.error import TelegramError
from telegram.request import HTTPXRequest

from bot.channels.abilities import ABILITIES
from bot.channels.contract import Abilities, Attached, Health, Outcome, OutcomeKind, Polled, Unavailable
from bot.channels.telegram.answers import classify, not_understood
from bot.channels.telegram.formatting import render
from bot.channels.telegram.requests import PLACEHOLDER, request
from bot.channels.telegram.updates import ALLOWED, received
from bot.messages.blocks import Message
from storage.states import Platform, Reason

_Answer = TypeVar("_Answer")
_LOG = logging.getLogger(__name__)
_TOAST_LENGTH = 200
_UPDATES_AT_ONCE = 100
# A long poll is answered when its wait is over; what is left is the way there and back.
_POLL_MARGIN_AFTER = timedelta(seconds=10)
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


class TelegramChannel:
    """One bot. It retries nothing and paces nothing: the delivery rows do.

    Args:
        token: from BotFather; it stays in the lowest layer and reaches no log, error or repr.
        api_url: the Bot API's address, the office's own server or Telegram's.
        proxy: URL of an HTTP or SOCKS proxy.
        in_flight: how many calls may be under way at once.
        connect_after: time-out of connecting.
        read_after: time-out of waiting for an answer; under half a delivery's lease.
    """

    def __init__(
        self,
        token: str,
        *,
        api_url: str = "https://api.telegram.org",
        proxy: str | None = None,
        in_flight: int = 8,
        connect_after: timedelta = timedelta(seconds=5),
        read_after: timedelta = timedelta(seconds=25),
    ) -> None:
        line = partial(request, token, connect_after=connect_after, read_after=read_after, proxy=proxy)
        # Toasts and checks pass beside the deliveries; the long poll has a line of its own.
        self._sending, self._polling = line(connections=in_flight + 4), line(connections=2)
        self._bot = _bot(api_url, self._sending)
        self._poller = _bot(api_url, self._polling)

    async def open(self) -> None:
        """Make ready to send and receive; asks Telegram nothing, so that it works while Telegram is away."""
        await self._sending.initialize()
        await self._polling.initialize()

    async def close(self) -> None:
        """Close every connection."""
        await self._polling.shutdown()
        await self._sending.shutdown()

    @property
    def abilities(self) -> Abilities:
        """Source of the limit: core.telegram.org/bots/api#sendmessage."""
        return ABILITIES[Platform.TELEGRAM]

    async def send(
        self, chat_id: str, message: Message, *, once: str = "", attached: Attached | None = None
    ) -> Outcome:
        """Send one message (its buttons already sealed). Never raises for what Telegram answers.

        Args:
            chat_id: to which conversation.
            message: of at most 4096 units, 1024 beside a file (bots/api#senddocument); split it before.
            attached: the file that goes along.
            once: of no use here: the Bot API knows no idempotency key.

        Raises:
            ValueError: a button is not sealed.
        """
        rendered = render(message)
        if attached is not None:
            return await _outcome(
                lambda: self._bot.send_document(
                    chat_id,
                    # An id may be used again without limit (core.telegram.org/bots/faq, "file_id").
                    attached.platform_id or attached.content,
                    filename=attached.name,
                    caption=rendered.html,
                    parse_mode=ParseMode.HTML,
                    reply_markup=rendered.markup,
                    protect_content=message.protected,
                ),
                chat_id=chat_id,
            )
        return await _outcome(
            lambda: self._bot.send_message(
                chat_id,
                rendered.html,
                parse_mode=ParseMode.HTML,
                reply_markup=rendered.markup,
                protect_content=message.protected,
                link_preview_options=_NO_PREVIEW,
            ),
            chat_id=chat_id,
        )

    async def edit(self, chat_id: str, message_id: str, message: Message) -> Outcome:
        """Replace a sent message; one that stands so already counts as sent.

        Raises:
            ValueError: a button is not sealed, or `message_id` is not one of Telegram's.
        """
        rendered, number = render(message), int(message_id)
        # Only buttons under a message can be edited; a keyboard under the chat belongs to none.
        buttons = rendered.markup if isinstance(rendered.markup, InlineKeyboardMarkup) else None
        outcome = await _outcome(
            lambda: self._bot.edit_message_text(
                rendered.html,
                chat_id=chat_id,
                message_id=number,
                parse_mode=ParseMode.HTML,
                reply_markup=buttons,
                link_preview_options=_NO_PREVIEW,
            ),
            chat_id=chat_id,
        )
        if outcome.kind is OutcomeKind.SENT:
            return Outcome(OutcomeKind.SENT, message_id=message_id)
        return outcome

    async def toast(self, press_id: str, text: str) -> None:
        """Answer a press with a short line of up to 200 characters; what goes wrong is only logged."""
        outcome = await _outcome(
            lambda: self._bot.answer_callback_query(press_id, text[:_TOAST_LENGTH] or None)
        )
        if "query is too old" in outcome.detail.lower():
            # Telegram takes an answer for some seconds only; the tap itself was handled all the same.
            _LOG.debug("a press was answered too late for a toast")
        elif outcome.kind is not OutcomeKind.SENT:
            _LOG.warning("a toast was not shown: %s", outcome.reason)

    async def check(self) -> Health:
        """Whether Telegram can be reached and knows the token (getMe)."""
        try:
            me = await self._bot.get_me()
        except TelegramError as error:
            outcome = classify(error)
            return Health(reachable=False, name="", detail=f"{outcome.reason}: {outcome.detail}")
        return Health(reachable=True, name=f"@{me.username}", detail=me.first_name)

    async def poll(self, offset: int | None, *, wait: timedelta) -> Polled:
        """Everything from `offset` on, raw: one malformed update costs none of the others.

        Raises:
            Unavailable: no answer that can be used.
        """
        asked = {
            "offset": offset,
            "limit": _UPDATES_AT_ONCE,
            "timeout": int(wait.total_seconds()),
            "allowed_updates": list(ALLOWED),
        }
        # In small letters the library does not point to its typed get_updates, which drops a whole batch for
        # one update that it cannot parse. Method names have no case (bots/api#making-requests).
        updates = await _usable(
            lambda: self._poller.do_api_request(
                "getupdates", asked, read_timeout=(wait + _POLL_MARGIN_AFTER).total_seconds()
            )
        )
        if not isinstance(updates, list):
            raise Unavailable(Reason.PLATFORM_FAULT, detail="getUpdates answered without a list")
        found = [received(update) for update in updates]
        if None in found:
            _LOG.warning("%d updates without an id cannot be stored", found.count(None))
        brought = tuple(one for one in found if one is not None)
        return Polled(brought, offset=max((int(one.update_id) + 1 for one in brought), default=None))

    async def fetch_file(self, file_id: str, *, limit: int) -> bytes:
        """The content of a file that a person sent; Telegram gives out at most 20 MB.

        Args:
            file_id: from the update.
            limit: bytes.

        Raises:
            Unavailable: it cannot be had (CONTENT: it is over the limit).
        """
        file = await _usable(lambda: self._bot.get_file(file_id))
        if (file.file_size or 0) > limit:
            raise Unavailable(Reason.CONTENT, detail=f"the file is over {limit} bytes")
        return bytes(await _usable(file.download_as_bytearray))

    async def set_commands(self, chat_id: str | None, commands: Sequence[tuple[str, str]]) -> Outcome:
        """Set the menu of one chat, or the menu of everybody who has none.

        Without a language code: it goes by the language of the person's app, and many a phone is set to
        English.

        Args:
            chat_id: whose menu; None for everybody.
            commands: names without the slash, each with its help line; none: the menu is taken away.
        """
        scope = BotCommandScopeChat(chat_id) if chat_id else BotCommandScopeDefault()
        if not commands:
            # What everybody sees is shown again (bots/api#deletemycommands).
            return await _outcome(lambda: self._bot.delete_my_commands(scope=scope), chat_id=chat_id or "")
        menu = [BotCommand(name, line) for name, line in commands]
        return await _outcome(lambda: self._bot.set_my_commands(menu, scope=scope), chat_id=chat_id or "")

    async def set_webhook(self, url: str, *, secret: str) -> Outcome:
        """Have updates posted to `url`, each with the secret (1-256 of A-Z a-z 0-9 _ -) in a header."""
        return await _outcome(
            lambda: self._bot.set_webhook(url, secret_token=secret, allowed_updates=list(ALLOWED))
        )

    async def delete_webhook(self) -> Outcome:
        """Go back to polling, which is refused while a webhook is set; what waits is kept."""
        return await _outcome(self._bot.delete_webhook)


def _bot(api_url: str, request: HTTPXRequest) -> Bot:
    base = api_url.rstrip("/")
    return Bot(
        PLACEHOLDER,
        base_url=f"{base}/bot",
        base_file_url=f"{base}/file/bot",
        request=request,
        get_updates_request=request,
    )


async def _outcome(call: Callable[[], Awaitable[object]], *, chat_id: str = "") -> Outcome:
    """Make one call and say what became of it."""
    try:
        answer = await call()
    except TelegramError as error:
        return classify(error, chat_id=chat_id)
    except (AttributeError, LookupError, TypeError, ValueError) as error:
        # The library takes the form of a 2xx answer on trust.
        return not_understood(f"{type(error).__name__} in reading the answer")
    if not isinstance(answer, SentMessage):
        return Outcome(OutcomeKind.SENT)
    file_id = answer.document.file_id if answer.document is not None else ""
    return Outcome(OutcomeKind.SENT, message_id=str(answer.message_id), file_id=file_id)


async def _usable(call: Callable[[], Awaitable[_Answer]]) -> _Answer:
    """Make one call for its answer."""
    try:
        return await call()
    except TelegramError as error:
        outcome = classify(error)
    except (AttributeError, LookupError, TypeError, ValueError) as error:
        outcome = not_understood(f"{type(error).__name__} in reading the answer")
    raise Unavailable(outcome.reason or Reason.OTHER, detail=outcome.detail, retry_after=outcome.retry_after)
