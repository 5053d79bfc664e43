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
from bot.organisation.addresses.reachability import address_changed
from bot.organisation.callers import caller_of
from bot.reading.files import MAX_FILE_BYTES
from bot.reading.tables.sheets import MAX_SHEET_BYTES, is_table
from bot.states import Reason
from handlers.commands.dispatch import Spoken, Token, answer
from handlers.conversation import ContactSent, Content, FileSent, Rejected
from handlers.telegram.links import said_alone, said_in_group
from handlers.telegram.menus import Menus
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
        self.menus = Menus(office, channel)

    async def handle(self, knock: Knock) -> Handled:
        """Translate and answer; an update that Loa does not read is closed with a log line."""
        if knock.refused_because:
            if knock.conversation.startswith("-"):
                # A group's number is negative (bots/api#chat): what is refused there is answered to nobody.
                return NOBODY
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
        if update.message is None:
            return None
        if not update.message.chat.is_private:
            return _said_in_a_group(update.message)
        return Spoken(
            str(update.message.chat.id),
            await self._content(update.message),
            account=update.message.account.shown if update.message.account else "",
        )

    async def _content(self, said: Said) -> Content:
        if said.document is not None:
            return await self._file(said.document)
        if said.text is not None:
            return said_alone(said.text)
        if said.contact is not None:
            own = said.account is not None and said.contact.user_id == said.account.id
            return ContactSent(said.contact.phone_number, is_own=own)
        return Rejected("not_text")

    async def _file(self, document: Document) -> Content:
        limit = MAX_SHEET_BYTES if is_table(document.file_name) else MAX_FILE_BYTES
        if document.file_size is None or document.file_size > limit:
            return Rejected("too_large")
        try:
            content = await self._channel.fetch_file(document.file_id, limit=limit)
        except Unavailable as unavailable:
            return Rejected("too_large" if unavailable.reason is Reason.CONTENT else "not_fetched")
        return FileSent(document.file_name, content)

    async def _answer(self, knock: Knock, spoken: Spoken) -> Handled:
        # https://core.telegram.org/bots/api#contact, user_id
        spoken = replace(spoken, knows_contacts=True)
        handled = await answer(self._office, knock, spoken, door=Door.TELEGRAM)
        return replace(handled, afterwards=partial(self._set_menu, knock, spoken.chat_id))

    async def _set_menu(self, knock: Knock, chat_id: str) -> None:
        caller = await caller_of(
            self._office,
            connection_id=knock.connection_id,
            chat_id=chat_id,
            door=Door.TELEGRAM,
            knock=knock.id,
        )
        if caller.member_id is not None:
            await self.menus.show(chat_id, caller)


def _said_in_a_group(said: Said) -> Spoken | None:
    """A command; all else that people say to each other there is none of Loa's business.

    A person's own chat has the person's number (bots/api#chat). Channels and administrators who stay
    anonymous speak for nobody.
    """
    if said.account is None or said.sender_chat is not None or not (said.text or "").startswith("/"):
        return None
    return Spoken(
        str(said.account.id),
        said_in_group(said.text or ""),
        account=said.account.shown,
        group_chat_id=str(said.chat.id),
    )


def _pressed(pressed: Pressed) -> Spoken | None:
    if pressed.message is None or not pressed.message.chat.is_private:
        return None
    return Spoken(
        str(pressed.message.chat.id),
        Token(pressed.data),
        message_id=str(pressed.message.message_id),
        press_id=pressed.id,
        account=pressed.account.shown if pressed.account else "",
    )
