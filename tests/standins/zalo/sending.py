"""The methods that send, each as strict as the original."""

import json
from typing import Any

import httpx

from bot.messages.splitting import utf16_length
from tests.standins.wire import Request
from tests.standins.zalo.chats import Chat, Shown
from tests.standins.zalo.refusals import Refused
from tests.standins.zalo.state import State

TEXT_LIMIT = 2000
_MODES = {"", "markdown", "html"}
_FETCH_SECONDS = 10.0


async def send_message(state: State, request: Request) -> dict[str, Any]:
    fields = request.fields
    text = _text(state, fields.get("text", ""))
    if not text:
        raise Refused(400)
    mode = fields.get("parse_mode", "").lower()
    if mode not in _MODES:
        raise Refused(400)
    styles = fields.get("text_styles", "")
    if styles and not _is_styles(styles):
        raise Refused(400)
    chat = _ready(state, fields)
    shown = _shown(state, text, parse_mode=mode, text_styles="" if mode else styles)
    return state.accept("sendMessage", chat, shown)


async def send_photo(state: State, request: Request) -> dict[str, Any]:
    fields = request.fields
    caption = _text(state, fields.get("caption", ""))
    photo = fields.get("photo", "")
    if "photo" in request.files and state.switches.uploads_photos:
        photo = request.files["photo"][0]
    elif not photo.startswith(("http://", "https://")):
        raise Refused(400)
    elif state.switches.fetches_photos:
        await _fetch(photo)
    return state.accept("sendPhoto", _ready(state, fields), _shown(state, caption, "photo", photo))


async def send_sticker(state: State, request: Request) -> dict[str, Any]:
    sticker = request.fields.get("sticker", "")
    if not sticker:
        raise Refused(400)
    return state.accept("sendSticker", _ready(state, request.fields), _shown(state, "", "sticker", sticker))


async def send_voice(state: State, request: Request) -> dict[str, Any]:
    voice = request.fields.get("voice_url", "")
    if not voice.startswith(("http://", "https://")) or not voice.endswith(".aac"):
        raise Refused(400)
    chat = _ready(state, request.fields)
    if chat.is_group and state.switches.voice_to_groups == "refused":
        raise Refused(400)
    return state.accept("sendVoice", chat, _shown(state, "", "voice", voice), arrives=not chat.is_group)


async def send_chat_action(state: State, request: Request) -> None:
    known = {"typing", "upload_photo"} if state.switches.upload_photo_action else {"typing"}
    action = request.fields.get("action", "")
    if action not in known:
        raise Refused(400)
    chat = state.chat_to_send_to(request.fields.get("chat_id", ""))
    if state.switches.counts_actions:
        state.quota.must_have_room()
        state.quota.use()
    chat.actions.append(action)


def _text(state: State, text: str) -> str:
    counted = utf16_length if state.switches.text_counted_in == "utf16" else len
    if counted(text) > TEXT_LIMIT:
        raise Refused(400)
    return text if text.strip() or state.switches.blank_text_passes else ""


def _ready(state: State, fields: dict[str, str]) -> Chat:
    chat = state.chat_to_send_to(fields.get("chat_id", ""))
    state.quota.must_have_room()
    return chat


def _shown(
    state: State,
    text: str,
    kind: str = "text",
    media: str = "",
    *,
    parse_mode: str = "",
    text_styles: str = "",
) -> Shown:
    number = state.next_number()
    return Shown(number, state.opaque(f"message {number}"), text, True, kind, media, parse_mode, text_styles)


def _is_styles(source: str) -> bool:
    try:
        styles = json.loads(source)
    except ValueError:
        return False
    return isinstance(styles, list) and all(
        isinstance(one, dict)
        and isinstance(one.get("start"), int)
        and isinstance(one.get("len"), int)
        and isinstance(one.get("st"), list)
        for one in styles
    )


async def _fetch(address: str) -> None:
    """The original fetches the picture itself before it answers."""
    try:
        async with httpx.AsyncClient(trust_env=False, timeout=_FETCH_SECONDS) as client:
            answer = await client.get(address)
    except httpx.HTTPError as error:
        raise Refused(400) from error
    if not answer.is_success or not answer.headers.get("content-type", "").startswith("image/"):
        raise Refused(400)
