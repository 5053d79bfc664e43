"""From a raw Telegram update to an answer."""

from dataclasses import replace
from functools import partial

from pydantic import ValidationError

from bot.access import Door
from bot.channels.contract import Unavailable
from bot.channels.telegram.channel import TelegramChannel
from bot.inbox.handling import Handled, Knock
from bot.logs import get
from bot.messages.reply import Reply
from bot.office import Office
from bot.organisation.callers import caller_of
from bot.organisation.reachability import address_changed
from bot.reading.plain_text import MAX_TEXT_BYTES
from bot.states import Platform, Reason
from handlers.commands.dispatch import Spoken, Token, answer
from handlers.commands.table import commands_for
from handlers.conversation import Content, FileSent, Rejected, Text
from handlers.telegram.updates import Changed, Document, Pressed, Said, Update

log = get(__name__)

NOBODY = Handled(None, Reply())
_LEFT = frozenset({"kicked", "left"})


class TelegramDoor:
    """Answers the knocks of one bot.

    Args:
        office: whose.
        channel: the bot, for fetching files and setting menus.
    """

    def __init__(self, office: Office, channel: TelegramChannel) -> None:
        self._office = office
        self._channel = channel
        # What each chat's menu was last set to in this process: it is set again when a role changes it.
        self._menus: dict[str, tuple[tuple[str, str], ...]] = {}

    async def handle(self, knock: Knock) -> Handled:
        """Translate and answer; an update that Loa does not read is closed with a log line."""
        if knock.refused_because:
            refused = Spoken(knock.conversation, Rejected(knock.refused_because))
            return await self._answer(knock, refused)
        try:
            update = Update.model_validate_json(knock.body)
        except ValidationError as error:
            log.warning("update not understood", knock=knock.id, faults=error.error_count())
            return NOBODY
        if update.my_chat_member is not None:
            return await self._standing(knock, update.my_chat_member)
        spoken = await self._spoken(update)
        return NOBODY if spoken is None else await self._answer(knock, spoken)

    async def _standing(self, knock: Knock, changed: Changed) -> Handled:
        if changed.chat.is_private:
            await address_changed(
                self._office,
                knock.connection_id,
                str(changed.chat.id),
                blocked=changed.new_chat_member.status in _LEFT,
            )
        return NOBODY

    async def _spoken(self, update: Update) -> Spoken | None:
        if update.callback_query is not None:
            return _pressed(update.callback_query)
        if update.message is None or not update.message.chat.is_private:
            # Groups come with issue 3: until then nothing is said there.
            return None
        return Spoken(str(update.message.chat.id), await self._content(update.message))

    async def _content(self, said: Said) -> Content:
        if said.document is not None:
            return await self._file(said.document)
        if said.text is not None:
            return Text(said.text)
        return Rejected("not_text")

    async def _file(self, document: Document) -> Content:
        if document.file_size is None or document.file_size > MAX_TEXT_BYTES:
            return Rejected("too_large")
        try:
            content = await self._channel.fetch_file(document.file_id, limit=MAX_TEXT_BYTES)
        except Unavailable as unavailable:
            return Rejected("too_large" if unavailable.reason is Reason.CONTENT else "not_fetched")
        return FileSent(document.file_name, content)

    async def _answer(self, knock: Knock, spoken: Spoken) -> Handled:
        handled = await answer(self._office, knock, spoken, door=Door.TELEGRAM, platform=Platform.TELEGRAM)
        return replace(handled, afterwards=partial(self._set_menu, knock, spoken.chat_id))

    async def _set_menu(self, knock: Knock, chat_id: str) -> None:
        caller = await caller_of(
            self._office,
            connection_id=knock.connection_id,
            chat_id=chat_id,
            door=Door.TELEGRAM,
            knock=knock.id,
        )
        if caller.member_id is None:
            return
        menu = tuple((command.name, command.help) for command in commands_for(caller))
        if self._menus.get(chat_id) == menu:
            return
        outcome = await self._channel.set_commands(chat_id, menu)
        if outcome.reason is None:
            self._menus[chat_id] = menu


def _pressed(pressed: Pressed) -> Spoken | None:
    if pressed.message is None or not pressed.message.chat.is_private:
        return None
    return Spoken(
        str(pressed.message.chat.id),
        Token(pressed.data),
        message_id=str(pressed.message.message_id),
        press_id=pressed.id,
    )
