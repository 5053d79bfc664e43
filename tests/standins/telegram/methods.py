"""The methods of the Bot API that the stand-in knows, each as strict as the original."""

import json
import re
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any
from urllib.parse import urlsplit

from tests.standins.telegram.chats import Shown
from tests.standins.telegram.content import CAPTION_LIMIT, TEXT_LIMIT, markup_of, text_of
from tests.standins.telegram.refusals import Refused
from tests.standins.telegram.state import PRESS_SECONDS, State
from tests.standins.wire import Request

DOWNLOAD_LIMIT = 20 * 1024 * 1024
_SECRET = re.compile(r"[A-Za-z0-9_-]{0,256}")
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_LONGEST_POLL = 50
_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a "
    "current content and reply markup of the message"
)

Method = Callable[[State, Request], Awaitable[Any]]


async def get_me(state: State, _: Request) -> dict[str, Any]:
    return {
        **state.bot,
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": False,
    }


async def get_updates(state: State, request: Request) -> list[dict[str, Any]]:
    state.updates.allow(_kinds(request.fields))
    limit = _whole(request.fields, "limit", 100)
    seconds = _whole(request.fields, "timeout", 0)
    return await state.updates.poll(
        request,
        offset=_whole(request.fields, "offset", 0),
        limit=min(max(limit, 1), 100),
        seconds=min(max(seconds, 0), _LONGEST_POLL),
    )


async def send_message(state: State, request: Request) -> dict[str, Any]:
    fields = request.fields
    chat = state.chat(fields.get("chat_id", ""))
    text, entities = text_of(fields, "text", TEXT_LIMIT)
    markup = markup_of(fields)
    state.open_chat(fields["chat_id"])
    shown = Shown(
        message_id=state.next_number(chat),
        text=text,
        from_bot=True,
        buttons=markup.labels,
        data=markup.data,
        entities=entities,
        protected=fields.get("protect_content") == "true",
    )
    return state.accept("sendMessage", chat, shown)


async def edit_message_text(state: State, request: Request) -> dict[str, Any]:
    fields = request.fields
    chat = state.chat(fields.get("chat_id", ""))
    text, entities = text_of(fields, "text", TEXT_LIMIT)
    markup = markup_of(fields)
    current = chat.find(_whole(fields, "message_id", 0))
    if current is None:
        raise Refused(400, "Bad Request: message to edit not found")
    if not current.from_bot:
        raise Refused(400, "Bad Request: message can't be edited")
    edited = replace(
        current, text=text, entities=entities, buttons=markup.labels, data=markup.data, edited=True
    )
    if edited == replace(current, edited=True):
        raise Refused(400, f"Bad Request: {_NOT_MODIFIED}")
    state.open_chat(fields["chat_id"])
    return state.accept("editMessageText", chat, edited)


async def send_document(state: State, request: Request) -> dict[str, Any]:
    fields = request.fields
    chat = state.chat(fields.get("chat_id", ""))
    caption, entities = text_of(fields, "caption", CAPTION_LIMIT)
    markup = markup_of(fields)
    file_id = fields.get("document", "")
    if file_id.startswith("attach://"):
        file = request.files.get(file_id.removeprefix("attach://"))
    else:
        file = request.files.get("document") or state.files.get(file_id)
    if file is None:
        raise Refused(400, "Bad Request: wrong file identifier/HTTP URL specified")
    if not file[1]:
        raise Refused(400, "Bad Request: file must be non-empty")
    state.open_chat(fields["chat_id"])
    kept = file_id if file_id in state.files else keep_file(state, *file)
    shown = Shown(
        message_id=state.next_number(chat),
        text=caption,
        from_bot=True,
        buttons=markup.labels,
        data=markup.data,
        entities=entities,
        protected=fields.get("protect_content") == "true",
        document=file[0],
    )
    return {**state.accept("sendDocument", chat, shown), "document": document(state, kept)}


async def get_file(state: State, request: Request) -> dict[str, Any]:
    file_id = request.fields.get("file_id", "")
    if file_id not in state.files:
        raise Refused(400, "Bad Request: invalid file_id")
    if len(state.files[file_id][1]) > DOWNLOAD_LIMIT:
        raise Refused(400, "Bad Request: file is too big")
    described = document(state, file_id)
    return {key: described[key] for key in ("file_id", "file_unique_id", "file_size")} | {
        "file_path": f"documents/{file_id}"
    }


async def answer_callback_query(state: State, request: Request) -> bool:
    press = state.presses.get(request.fields.get("callback_query_id", ""))
    if press is None or state.now() - press.at > PRESS_SECONDS:
        raise Refused(
            400, "Bad Request: query is too old and response timeout expired or query ID is invalid"
        )
    text = request.fields.get("text", "")
    if len(text) > 200:
        raise Refused(400, "Bad Request: MESSAGE_TOO_LONG")
    if text:
        state.chats[press.person_id].toasts.append(text)
    state.watched.tell()
    return True


async def set_my_commands(state: State, request: Request) -> bool:
    commands = json.loads(request.fields.get("commands", "[]"))
    if len(commands) > 100:
        raise Refused(400, "Bad Request: BOT_COMMANDS_TOO_MUCH")
    for one in commands:
        if not _COMMAND.fullmatch(one.get("command", "")):
            raise Refused(400, "Bad Request: BOT_COMMAND_INVALID")
        if not 1 <= len(one.get("description", "")) <= 256:
            raise Refused(400, "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID")
    state.menus[_scope(state, request.fields)] = commands
    return True


async def delete_my_commands(state: State, request: Request) -> bool:
    state.menus.pop(_scope(state, request.fields), None)
    return True


async def get_my_commands(state: State, request: Request) -> list[dict[str, str]]:
    return state.menus.get(_scope(state, request.fields), [])


async def set_webhook(state: State, request: Request) -> bool:
    """Only https, as there, or the loopback, for tests."""
    url, secret = request.fields.get("url", ""), request.fields.get("secret_token", "")
    parts = urlsplit(url)
    if url and parts.scheme != "https" and parts.hostname not in {"127.0.0.1", "localhost"}:
        raise Refused(400, "Bad Request: bad webhook: An HTTPS URL must be provided for webhook")
    if not _SECRET.fullmatch(secret):
        raise Refused(400, "Bad Request: secret token contains unallowed characters")
    state.updates.allow(_kinds(request.fields))
    if request.fields.get("drop_pending_updates") == "true":
        state.updates.clear()
    state.updates.post_to(url, secret)
    return True


async def delete_webhook(state: State, request: Request) -> bool:
    if request.fields.get("drop_pending_updates") == "true":
        state.updates.clear()
    state.updates.post_to("", "")
    return True


async def get_webhook_info(state: State, _: Request) -> dict[str, Any]:
    return {
        "url": state.updates.webhook_url,
        "has_custom_certificate": False,
        "pending_update_count": state.updates.waiting,
    }


METHODS: dict[str, Method] = {
    one.__name__.replace("_", ""): one
    for one in (
        get_me,
        get_updates,
        send_message,
        edit_message_text,
        send_document,
        get_file,
        answer_callback_query,
        set_my_commands,
        delete_my_commands,
        get_my_commands,
        set_webhook,
        delete_webhook,
        get_webhook_info,
    )
}
"""By name in small letters: names of methods have no case."""


def keep_file(state: State, name: str, content: bytes) -> str:
    """Store a file; its id."""
    file_id = f"file-{len(state.files) + 1}"
    state.files[file_id] = (name, content)
    return file_id


def document(state: State, file_id: str) -> dict[str, Any]:
    """The object Document."""
    name, content = state.files[file_id]
    return {
        "file_id": file_id,
        "file_unique_id": f"u-{file_id}",
        "file_name": name,
        "file_size": len(content),
        "mime_type": "text/plain" if name.endswith(".txt") else "application/octet-stream",
    }


def _kinds(fields: dict[str, str]) -> list[str] | None:
    source = fields.get("allowed_updates")
    kinds = json.loads(source) if source else None
    return [str(kind) for kind in kinds] if isinstance(kinds, list) else None


def _scope(state: State, fields: dict[str, str]) -> tuple[str, str]:
    scope = json.loads(fields.get("scope") or '{"type": "default"}')
    if "chat_id" in scope:
        state.chat(str(scope["chat_id"]))
        return f"{scope['type']}:{scope['chat_id']}", fields.get("language_code", "")
    return str(scope["type"]), fields.get("language_code", "")


def _whole(fields: dict[str, str], name: str, default: int) -> int:
    try:
        return int(fields.get(name, default))
    except ValueError:
        return default
