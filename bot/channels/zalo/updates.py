"""Raw events: just enough of them is read to store them in order. One form for webhook and poll [OFF]."""

import hashlib
import json
import re
from collections.abc import Mapping
from typing import Any

from bot.channels.cleaning import clean, id_of
from bot.channels.contract import GROUP_MARK, Received

UNSUPPORTED = "message.unsupported.received"
"""A message that the platform does not hand out: one with a link [REAL], or from people it protects [OFF]."""

FINGERPRINT = "sha256:"
"""Begins the id of an event that has none of its own."""

_MARK_LENGTH = 8
# What a person answers with where there are no buttons, and a command: like a tap, no part of a document.
_LIKE_A_TAP = re.compile(r"\s*(?:\d{1,2}|/[^\n]*)\s*")


def event_in(body: object) -> Mapping[str, Any] | None:
    """The event in a body: wrapped in {ok, result} as documented [OFF], or bare as captured [REAL].

    Args:
        body: what stood in the JSON; nothing about its form is taken for granted.

    Returns:
        None when there is no event in it.
    """
    found = body
    if isinstance(found, Mapping) and "event_name" not in found and "message" not in found:
        found = found.get("result")
    if isinstance(found, Mapping) and ("event_name" in found or "message" in found):
        return found
    return None


def all_received(body: object) -> tuple[Received, ...]:
    """Every event in the body of a poll's answer or of a webhook's call, as the inbox stores it.

    Args:
        body: as for `received`; a list of events is read as well, wrapped or bare, though none was seen.
    """
    found = (received(one) for one in candidates(body))
    return tuple(one for one in found if one is not None)


def candidates(body: object) -> list[object]:
    """What should be an event each."""
    if isinstance(body, Mapping) and isinstance(body.get("result"), list) and event_in(body) is None:
        body = body["result"]
    return body if isinstance(body, list) else [body]


def received(body: object) -> Received | None:
    """One event as the inbox stores it, from a poll or a webhook: without the wrapping and cleaned.

    Its id is that of the message, since the platform numbers no updates and polls repeat them [REAL], with a
    mark of the chat before it: nobody says that two chats never have the same. An event without one is known
    again by its content. Its conversation is the chat's id, a group's with GROUP_MARK before it.

    Args:
        body: what stood in the JSON; nothing about its form is taken for granted.

    Returns:
        None when there is no event in it, as in the empty probes of a webhook [REAL].
    """
    event = event_in(clean(body))
    if event is None:
        return None
    message = event.get("message")
    return Received(
        update_id=_update_id(message) or _fingerprint(event),
        conversation=_conversation(message),
        body=dict(event),
        carries_content=_carries_content(event),
    )


def is_private(*, chat_id: str, kind: object, speaker_id: str) -> bool:
    """Whether a chat is the conversation with one person.

    Args:
        chat_id: the chat's; empty where it has none that can be used.
        kind: its chat_type; where it says nothing, the ids tell: in a private chat both are the same [REAL].
        speaker_id: who speaks.
    """
    if isinstance(kind, str) and kind:
        return kind.upper() == "PRIVATE"
    return not chat_id or chat_id == speaker_id


def _update_id(message: object) -> str:
    message_id = id_of(_part(message, "message_id"))
    if not message_id:
        return ""
    return f"{hashlib.sha256(_chat_and_speaker(message)[0].encode()).hexdigest()[:_MARK_LENGTH]}:{message_id}"


def _conversation(message: object) -> str:
    chat_id, speaker_id = _chat_and_speaker(message)
    kind = _part(_part(message, "chat"), "chat_type")
    if is_private(chat_id=chat_id, kind=kind, speaker_id=speaker_id):
        return chat_id or speaker_id
    return f"{GROUP_MARK}{chat_id}"


def _chat_and_speaker(message: object) -> tuple[str, str]:
    chat, speaker = _part(message, "chat"), _part(message, "from")
    return id_of(_part(chat, "id")), id_of(_part(speaker, "id"))


def _carries_content(event: Mapping[str, Any]) -> bool:
    """Whether a person said something in it that the platform handed on."""
    message = event.get("message")
    if not isinstance(message, Mapping) or event.get("event_name") == UNSUPPORTED:
        return False
    text = message.get("text")
    return not (isinstance(text, str) and _LIKE_A_TAP.fullmatch(text))


def _part(holder: object, name: str) -> object:
    return holder.get(name) if isinstance(holder, Mapping) else None


def _fingerprint(event: Mapping[str, Any]) -> str:
    return FINGERPRINT + hashlib.sha256(json.dumps(event, sort_keys=True).encode()).hexdigest()
