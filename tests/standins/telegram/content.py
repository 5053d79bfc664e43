"""Looks at what a bot wants to send as strictly as Telegram does."""

import json
from dataclasses import dataclass
from typing import Any

from bot.messages.splitting import utf16_length
from tests.standins.telegram.markup import ParseFailed, parse
from tests.standins.telegram.refusals import Refused

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
_BUTTONS = 100
_BUTTONS_IN_A_ROW = 8
_BYTES_IN_A_BUTTON = 64


@dataclass(frozen=True)
class Markup:
    """Inline buttons: what stands on them, what they send, and the object they came in."""

    labels: tuple[tuple[str, ...], ...] = ()
    data: tuple[tuple[str, ...], ...] = ()
    described: dict[str, Any] | None = None


def text_of(fields: dict[str, str], name: str, limit: int) -> tuple[str, tuple[dict[str, Any], ...]]:
    """The visible text and its entities.

    Raises:
        Refused: as the original words it.
    """
    source, mode = fields.get(name, ""), fields.get("parse_mode", "").lower()
    if name == "text" and not source:
        raise Refused(400, "Bad Request: message text is empty")
    if mode not in {"", "html"}:
        raise Refused(400, "Bad Request: unsupported parse_mode")
    text = source
    entities: tuple[dict[str, Any], ...] = ()
    if mode == "html":
        try:
            parsed = parse(source)
        except ParseFailed as error:
            raise Refused(400, f"Bad Request: can't parse entities: {error}") from error
        text, entities = parsed.text, parsed.entities
    if name == "text" and not text.strip():
        raise Refused(400, "Bad Request: text must be non-empty")
    if utf16_length(text) > limit:
        raise Refused(400, f"Bad Request: message {'' if name == 'text' else 'caption '}is too long")
    return _trimmed(text, entities)


def markup_of(fields: dict[str, str]) -> Markup:
    """The inline buttons.

    The original says nothing of more than eight in a row; its clients squeeze them, so here it is an error.

    Raises:
        Refused: as the original words it.
    """
    source = fields.get("reply_markup", "")
    if not source:
        return Markup()
    try:
        markup = json.loads(source)
    except ValueError as error:
        raise Refused(400, "Bad Request: can't parse reply markup JSON object") from error
    if not isinstance(markup, dict):
        raise Refused(400, "Bad Request: object expected as reply markup")
    rows = markup.get("inline_keyboard", [])
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise Refused(
            400, 'Bad Request: field "inline_keyboard" of the InlineKeyboardMarkup must be an Array'
        )
    if sum(len(row) for row in rows) > _BUTTONS or any(len(row) > _BUTTONS_IN_A_ROW for row in rows):
        raise Refused(400, "Bad Request: reply markup is too long")
    data = tuple(tuple(_data(button) for button in row) for row in rows)
    labels = tuple(tuple(str(button["text"]) for button in row) for row in rows)
    return Markup(labels, data, {"inline_keyboard": rows} if rows else None)


def _data(button: object) -> str:
    trouble = "Bad Request: can't parse inline keyboard button: "
    if not isinstance(button, dict):
        raise Refused(400, f"{trouble}InlineKeyboardButton must be an Object")
    if not isinstance(button.get("text"), str) or not button["text"]:
        raise Refused(400, f'{trouble}Field "text" must be of type String')
    if button.get("url") or button.get("web_app"):
        return ""
    data = button.get("callback_data")
    if not isinstance(data, str) or not data:
        raise Refused(400, f"{trouble}Text buttons are unallowed in the inline keyboard")
    if len(data.encode()) > _BYTES_IN_A_BUTTON:
        raise Refused(400, "Bad Request: BUTTON_DATA_INVALID")
    return data


def _trimmed(text: str, entities: tuple[dict[str, Any], ...]) -> tuple[str, tuple[dict[str, Any], ...]]:
    """White space around the text is dropped, and entities move with it."""
    dropped = utf16_length(text) - utf16_length(text.lstrip())
    shown = text.strip()
    length = utf16_length(shown)
    kept = []
    for entity in entities:
        begin = max(0, entity["offset"] - dropped)
        end = min(length, entity["offset"] + entity["length"] - dropped)
        if begin < end:
            kept.append({**entity, "offset": begin, "length": end - begin})
    return shown, tuple(kept)
