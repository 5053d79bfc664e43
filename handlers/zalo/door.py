"""From a raw event of a Zalo bot to an answer."""

import json
from dataclasses import replace
from datetime import timedelta

from bot.access import Door
from bot.channels.contract import GROUP_MARK
from bot.channels.zalo.channel import ZaloChannel
from bot.channels.zalo.dates import said_at
from bot.inbox.choosing import TO_READ, offers_at
from bot.inbox.dialogue import open_question
from bot.inbox.handling import Handled, Knock
from bot.logs import get
from bot.messages.cutting import nfc
from bot.messages.numbered.codes import Choices, Offered, Unknown, Unseen
from bot.messages.numbered.told import Told
from bot.messages.numbered.understanding import said_to
from bot.messages.receipts import is_only_receipt, without_edits
from bot.messages.reply import Reply
from bot.office import Office
from bot.organisation.callers import address_for, caller_of
from bot.runtime.naming import names_of
from bot.texts import numbers
from handlers.commands.dispatch import Spoken, answer
from handlers.conversation import Rejected
from handlers.zalo.hints import hint_at
from handlers.zalo.typed import meant, meant_in_group
from handlers.zalo.updates import Event, EventName, Said

log = get(__name__)

NOBODY = Handled(None, Reply())
_WITHOUT_WORDS = frozenset(EventName) - {EventName.TEXT}


class ZaloDoor:
    """Answers the knocks of one bot.

    Args:
        office: whose.
        channel: the bot, for what it knows of its names and of the platform's clock.
        receipts: whether an answer that only says "noted" is worth a message.
        to_read: how long before an answer a menu must have gone out.
    """

    def __init__(
        self,
        office: Office,
        channel: ZaloChannel,
        *,
        receipts: bool = True,
        to_read: timedelta = TO_READ,
    ) -> None:
        self._office = office
        self._channel = channel
        self._receipts = receipts
        self._to_read = to_read

    async def handle(self, knock: Knock) -> Handled:
        """Translate and answer; an event that Loa does not read is closed with a log line."""
        if knock.refused_because:
            return await self._refuse(knock)
        event = Event.model_validate(json.loads(knock.body))
        said = event.message
        if said.account.is_bot:
            return NOBODY
        if said.is_whole and event.is_text:
            return await (self._alone(knock, said) if said.is_private else self._in_group(knock, said))
        return await self._without_words(knock, event)

    async def _refuse(self, knock: Knock) -> Handled:
        if not _is_alone(knock):
            # What is refused in a group is answered to nobody: who said it went with the content.
            return NOBODY
        return await self._answer(knock, Spoken(knock.conversation, Rejected(knock.refused_because)))

    async def _alone(self, knock: Knock, said: Said) -> Handled:
        chat_id = said.chat.id
        address_id = await address_for(self._office, connection_id=knock.connection_id, chat_id=chat_id)
        asking = await open_question(self._office, address_id)
        content = meant(
            nfc(said.text),
            offers=await self._offers(knock, said, chat_id),
            awaited=None if asking is None else asking.awaited,
        )
        if isinstance(content, Unknown) and await self._is_stranger(knock, chat_id):
            content = Told(numbers.STRANGER)
        if isinstance(content, Unknown | Unseen | Choices | Told):
            return _says(address_id, content)
        return await self._answer(knock, Spoken(chat_id, content, account=said.account.display_name))

    async def _is_stranger(self, knock: Knock, chat_id: str) -> bool:
        number = knock.connection_id
        caller = await caller_of(self._office, connection_id=number, chat_id=chat_id, door=Door.ZALO)
        return caller.member_id is None

    async def _in_group(self, knock: Knock, said: Said) -> Handled:
        """What counts for the speaker: a person's own chat has the person's id (facts/zalo.md 1.3)."""
        chat_id = said.account.id
        content = meant_in_group(
            nfc(said.text),
            names=self._channel.names | await names_of(self._office, knock.connection_id),
            offers=await self._offers(knock, said, chat_id),
        )
        if content is None:
            return NOBODY
        if isinstance(content, Told):
            number = knock.connection_id
            address_id = await address_for(self._office, connection_id=number, chat_id=chat_id)
            return _says(address_id, content)
        account_name = said.account.display_name
        spoken = Spoken(chat_id, content, account=account_name, group_chat_id=said.chat.id)
        return await self._answer(knock, spoken)

    async def _offers(self, knock: Knock, said: Said, chat_id: str) -> tuple[Offered, ...]:
        return await offers_at(
            self._office,
            connection_id=knock.connection_id,
            chat_id=chat_id,
            asked_at=said_at(said.date, received_at=knock.received_at, ahead=self._channel.ahead),
            to_read=self._to_read,
        )

    async def _without_words(self, knock: Knock, event: Event) -> Handled:
        if event.event_name not in frozenset(EventName):
            log.warning("event of an unknown kind", knock=knock.id, kind=event.event_name[:40])
        elif event.event_name not in _WITHOUT_WORDS:
            log.warning("event not understood", knock=knock.id)
        if event.is_message and _is_alone(knock):
            # Whatever the person wanted to say was lost on the way here: silence would hide that.
            await self._hint(knock, event.event_name)
        return NOBODY

    async def _hint(self, knock: Knock, event_name: str) -> None:
        number, chat_id = knock.connection_id, knock.conversation
        address_id = await address_for(self._office, connection_id=number, chat_id=chat_id)
        caller = await caller_of(self._office, connection_id=number, chat_id=chat_id, door=Door.ZALO)
        await hint_at(self._office, caller, address_id=address_id, event_name=event_name)

    async def _answer(self, knock: Knock, spoken: Spoken) -> Handled:
        handled = await answer(self._office, knock, spoken, door=Door.ZALO)
        messages = without_edits(handled.reply, receipts=self._receipts)
        reply = replace(handled.reply, messages=messages, replaces=None, toast="", receipt="")
        return replace(handled, reply=reply, is_receipt=is_only_receipt(handled.reply))


def _says(address_id: int, said: Unknown | Unseen | Choices | Told) -> Handled:
    return Handled(address_id, Reply(messages=(said_to(said),), keeps_asking=True))


def _is_alone(knock: Knock) -> bool:
    """Whether it belongs to the conversation with one person."""
    return bool(knock.conversation) and not knock.conversation.startswith(GROUP_MARK)
