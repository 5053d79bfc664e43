"""A message as Telegram takes it: HTML text and inline buttons.

Sources: core.telegram.org/bots/api#html-style, #inlinekeyboardbutton (callback_data 1-64 bytes);
eight buttons in a row is the limit that python-telegram-bot's constants give.
"""

from dataclasses import dataclass
from html import escape
from urllib.parse import urlsplit

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, KeyboardButton, ReplyKeyboardMarkup

from bot.messages.blocks import (
    AskContact,
    AskFile,
    Block,
    Bold,
    Button,
    Buttons,
    File,
    Folded,
    HowTo,
    Line,
    Link,
    Message,
)
from bot.messages.splitting import normalised, utf16_length, visible_text

_BUTTONS_IN_A_ROW = 8
_BYTES_IN_A_BUTTON = 64


@dataclass(frozen=True)
class Rendered:
    """What goes into sendMessage and editMessageText.

    Args:
        html: the text for parse mode HTML; everything that came from people is escaped.
        markup: the buttons, or None; a message that asks for a contact has that button alone.
        length: UTF-16 units after entities; Telegram takes 1 to 4096.
    """

    html: str
    markup: InlineKeyboardMarkup | ReplyKeyboardMarkup | None
    length: int


def render(message: Message) -> Rendered:
    """The message in Telegram's form, in NFC.

    Raises:
        ValueError: a button is not sealed, or its token is over 64 bytes.
    """
    whole = normalised(message)
    lines = [_html(block) for block in whole.blocks]
    rows = [
        row[start : start + _BUTTONS_IN_A_ROW]
        for block in whole.blocks
        if isinstance(block, Buttons)
        for row in block.rows
        for start in range(0, len(row), _BUTTONS_IN_A_ROW)
    ]
    asked = next((block for block in whole.blocks if isinstance(block, AskContact)), None)
    links = [block for block in whole.blocks if isinstance(block, Link) and block.as_button]
    markup = _buttons(rows, links) if asked is None else _contact_keyboard(asked)
    text = "\n".join(line for line in lines if line is not None)
    return Rendered(html=text, markup=markup, length=utf16_length(visible_text(whole)))


def _buttons(rows: list[tuple[Button, ...]], links: list[Link]) -> InlineKeyboardMarkup | None:
    keyboard = [[_button(button) for button in row] for row in rows]
    keyboard += [[InlineKeyboardButton(link.label, url=link.url)] for link in links if _on_the_web(link)]
    return InlineKeyboardMarkup(keyboard) if keyboard else None


def _contact_keyboard(asked: AskContact) -> ReplyKeyboardMarkup:
    """Only a keyboard under the chat can ask for a contact (core.telegram.org/bots/api#keyboardbutton)."""
    button = KeyboardButton(asked.label, request_contact=True)
    return ReplyKeyboardMarkup([[button]], resize_keyboard=True, one_time_keyboard=True)


def _html(block: Block) -> str | None:
    match block:
        case Link(as_button=True):
            return None
        case Bold():
            return _bold(block.text)
        case Link():
            return _link(block)
        case Folded():
            fold = f"<blockquote expandable>{escape(block.text)}</blockquote>" if block.text.strip() else ""
            return f"{_bold(block.label)}\n{fold}"
        case Line() | AskFile() | HowTo():
            return escape(block.text)
        case Buttons() | File() | AskContact():
            return None


def _bold(text: str) -> str:
    return f"<b>{escape(text)}</b>" if text.strip() else escape(text)


def _link(link: Link) -> str:
    """A link to the web; any other address (javascript:, tg:) leaves the label without a link."""
    if not _on_the_web(link):
        return escape(link.label)
    return f'<a href="{escape(link.url)}">{escape(link.label)}</a>'


def _on_the_web(link: Link) -> bool:
    parts = urlsplit(link.url)
    return parts.scheme in {"http", "https"} and bool(parts.netloc)


def _button(button: Button) -> InlineKeyboardButton:
    size = len(button.token.encode())
    if not 1 <= size <= _BYTES_IN_A_BUTTON:
        raise ValueError(f"the token of a button for act {button.act.name} has {size} bytes, not 1 to 64")
    return InlineKeyboardButton(button.label, callback_data=button.token)
