"""What a person does on the page, as a raw update like any platform's."""

import asyncio
import base64
import secrets

from bot.channels.contract import Received
from bot.organisation.roster.gate import words_of_file
from bot.reading.files import UnreadableDocument, read_file
from bot.reading.tables.sheets import is_table


def said(chat_id: str, text: str, *, press_id: str = "", plainly: bool = False) -> Received:
    """Typed words; with the page's own `press_id`, words sent twice are taken once.

    `plainly` where the chat is shown as one with nothing but text: then numbers and words press buttons.
    """
    # A command is no part of a document.
    is_command = text.startswith("/") and "\n" not in text
    body = {"kind": "plain" if plainly else "text", "text": text}
    return _received(chat_id, body, carries_content=not is_command, press_id=press_id)


def pressed(chat_id: str, token: str, *, message_id: str, press_id: str = "") -> Received:
    """A button; `press_id` as for words."""
    body = {"kind": "press", "token": token, "message_id": message_id}
    return _received(chat_id, body, carries_content=False, press_id=press_id)


async def sent_file(chat_id: str, name: str, content: bytes) -> Received:
    """A file; the gate gets its words too."""
    body = {"kind": "file", "name": name, "content": base64.b64encode(content).decode()}
    return _received(chat_id, body, texts=await _words_of(name, content))


async def _words_of(name: str, content: bytes) -> tuple[str, ...]:
    if is_table(name):
        # Reading a table for the gate takes a second: meanwhile the page goes on.
        return await asyncio.to_thread(words_of_file, name, content)
    try:
        read = await read_file(content, name=name)
    except UnreadableDocument:
        # A description of a source is plain text by another name.
        return (content.decode("utf-8-sig", "replace"),) if name.lower().endswith(".toml") else ()
    return tuple(filter(None, (read.text, read.also_looked_at)))


def _received(
    chat_id: str,
    body: dict[str, str],
    *,
    texts: tuple[str, ...] = (),
    carries_content: bool = True,
    press_id: str = "",
) -> Received:
    press_id = press_id or secrets.token_urlsafe(12)
    return Received(
        update_id=press_id,
        conversation=chat_id,
        body={**body, "chat": chat_id, "press_id": press_id},
        texts=texts,
        carries_content=carries_content,
    )
