"""Typed words as updates: in a chat shown as Zalo numbers press buttons and commands need no slash."""

from collections.abc import Collection

from bot.channels.contract import Received
from bot.reading.folding import fold
from bot.sandbox.chat import Chat
from bot.states import Platform
from handlers.web.offered_numbers import Offering, choose
from handlers.web.translate import pressed, said


def updates_of(text: str, seen: Chat, *, commands: Collection[str]) -> list[Received]:
    """What the person's words are, one after the other.

    Args:
        text: as typed.
        seen: the conversation with what it offers.
        commands: the names of the person's commands, without the slash.
    """
    if seen.shown_as is not Platform.ZALO:
        return [said(seen.chat_id, text)]
    word = fold(text).replace(" ", "")
    if word in commands:
        return [said(seen.chat_id, f"/{word}")]
    offered = [Offering(one.id, one.message, one.place) for one in seen.said if not one.from_member]
    choice = choose(text, offered)
    if choice is None:
        return [said(seen.chat_id, text)]
    typed = text.strip().removesuffix(choice.words).strip()
    press = pressed(seen.chat_id, choice.button.token, message_id=str(choice.message_id), typed=typed)
    return [press, said(seen.chat_id, choice.words)] if choice.words else [press]
