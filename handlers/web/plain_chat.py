"""Words typed in a chat that is shown as one without buttons: understood as the messenger's own door does."""

import unicodedata
from dataclasses import replace

from bot.access import Door
from bot.inbox.choosing import offers_at
from bot.inbox.dialogue import open_question
from bot.inbox.handling import Handled, Knock
from bot.messages.numbered.codes import Choices, Unknown, Unseen
from bot.messages.numbered.told import Told
from bot.messages.numbered.understanding import said_to
from bot.messages.receipts import without_edits
from bot.messages.reply import Reply
from bot.office import Office
from bot.organisation.callers import address_for
from handlers.commands.dispatch import Spoken, answer
from handlers.zalo.typed import meant


async def answer_plainly(office: Office, knock: Knock, text: str) -> Handled:
    """Press what the words stand for, or take them as words; nothing that was said is replaced."""
    connection_id, chat_id = knock.connection_id, knock.conversation
    address_id = await address_for(office, connection_id=connection_id, chat_id=chat_id)
    asking = await open_question(office, address_id)
    content = meant(
        unicodedata.normalize("NFC", text),
        offers=await offers_at(
            office, connection_id=connection_id, chat_id=chat_id, asked_at=knock.received_at
        ),
        awaited=None if asking is None else asking.awaited,
    )
    if isinstance(content, Unknown | Unseen | Choices | Told):
        return Handled(address_id, Reply(messages=(said_to(content),), keeps_asking=True))
    handled = await answer(office, knock, Spoken(chat_id, content), door=Door.WEB)
    messages = without_edits(handled.reply)
    return replace(
        handled, reply=replace(handled.reply, messages=messages, replaces=None, toast="", receipt="")
    )
