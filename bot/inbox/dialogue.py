"""What a conversation waits for, if that has not lapsed."""

from functools import partial

from bot.messages.reply import Asking, Awaited
from bot.office import Office
from storage.inbox import dialogues


async def open_question(office: Office, address_id: int) -> Asking | None:
    """What was asked in this conversation and may still be answered."""
    dialogue = await office.database.read(partial(dialogues.of, address_id=address_id))
    if dialogue is None or dialogue.until_at <= office.clock.now():
        return None
    return Asking(
        Awaited(dialogue.awaited), dialogue.subject, until=dialogue.until_at, argument=dialogue.argument
    )
