"""Raw updates: just enough of them is read to store them in order."""

from collections.abc import Mapping
from typing import Any

from bot.channels.cleaning import clean, id_of
from bot.channels.contract import Received

ALLOWED = ("message", "callback_query", "my_chat_member")
"""What Telegram is asked to send. my_chat_member tells at once that a person blocked the bot or came back."""


def all_received(body: object) -> tuple[Received, ...]:
    """The update in the body of a webhook's call: one, as documented (bots/api#setwebhook)."""
    found = received(body)
    return () if found is None else (found,)


def received(update: object) -> Received | None:
    """One update as the inbox stores it, from a poll or a webhook.

    Args:
        update: what stood in the JSON; nothing about its form is taken for granted.

    Returns:
        None when it is not an object with a whole update id, so that it could not be stored under a key.
    """
    update = clean(update)
    if not isinstance(update, Mapping) or type(update.get("update_id")) is not int:
        return None
    return Received(
        update_id=str(update["update_id"]),
        conversation=_conversation(update),
        body=dict(update),
        carries_content=_carries_content(update.get("message")),
    )


def _carries_content(message: object) -> bool:
    """Whether a person said something in it; a command is no part of a document."""
    if not isinstance(message, Mapping):
        return False
    text = message.get("text")
    return not (isinstance(text, str) and text.startswith("/") and "\n" not in text)


def _conversation(update: Mapping[str, Any]) -> str:
    """The chat, else the person, else nothing."""
    for kind in ALLOWED:
        content = update.get(kind)
        for path in (("chat",), ("message", "chat"), ("from",)):
            found = _id_at(content, path)
            if found:
                return found
    return ""


def _id_at(content: object, path: tuple[str, ...]) -> str:
    for step in (*path, "id"):
        if not isinstance(content, Mapping):
            return ""
        content = content.get(step)
    return id_of(content) if isinstance(content, int) else ""
