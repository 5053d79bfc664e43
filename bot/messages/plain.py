"""Every block as plain lines, for platforms without bold, folds, files or buttons. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.messages.acts import Act
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
    Wording,
)
from bot.messages.numbered.choice_lines import choice_lines
from bot.messages.numbered.codes import buttons_of, is_choice
from bot.messages.numbered.label_words import spoken
from bot.messages.numbered.opening_lines import with_own_numbers
from bot.messages.splitting import normalised, utf16_length, visible_text
from bot.messages.wording import spoken_commands
from bot.texts import cards
from bot.texts import channels as words
from bot.texts.helping import COMMAND_WORDS

TEXT_LIMIT = 2000
"""Units in one message of a Zalo bot."""
AIM = 600
"""Units in a card that is read without scrolling far (look-and-words.md)."""


@dataclass(frozen=True)
class Ways:
    """Where on the web this reader finds what the message cannot carry.

    Args:
        full_text: the reader's page of the publication; empty: none.
        files: the address of each file, by its row.
    """

    full_text: str = ""
    files: Mapping[int, str] = field(default_factory=dict)


def plain(message: Message, *, ways: Ways | None = None, footer: str = "") -> Message:
    """The message as lines alone, in NFC; what to answer stands together in the last one.

    A folded part is opened, or left out where the message would be longer than `AIM` and its reader finds
    it in the full text. A button without a `code` is left out. Of a message of lines nothing changes.

    Args:
        message: coded by `bot.messages.numbered.codes`.
        ways: where else to read.
        footer: a last line.
    """
    whole, ways = with_own_numbers(normalised(message)), ways or Ways()
    tail = _tail(whole, ways, footer)
    body = _body(whole, ways)
    if ways.full_text:
        body = _shortened(body, whole, ways, tail)
    lines = _joined(body, tail)
    return Message(tuple(Line(line) for line in lines), protected=whole.protected)


def as_text(message: Message, *, ways: Ways | None = None, footer: str = "") -> str:
    """The same as one text."""
    return visible_text(plain(message, ways=ways, footer=footer)).strip()


def _tail(whole: Message, ways: Ways, footer: str) -> str:
    buttons = [button for button in buttons_of(whole) if button.code]
    lines = choice_lines([button for button in buttons if not (ways.full_text and _is_way(button))])
    lines += [
        words.read_at(spoken(block.label), url=block.url)
        for block in whole.blocks
        if isinstance(block, Link) and block.as_button
    ]
    if _has_full_text(whole, ways):
        lines.append(words.read_at(words.FULL_TEXT, url=ways.full_text))
    return "\n".join([*lines, *([footer] if footer else [])])


def _has_full_text(whole: Message, ways: Ways) -> bool:
    return bool(ways.full_text) and (any(map(_is_way, buttons_of(whole))) or any(map(_is_page, whole.blocks)))


def _is_way(button: Button) -> bool:
    """Whether a link does it as well; a line of a menu keeps its number."""
    return button.act is Act.FULL_TEXT and not is_choice(button)


def _is_page(block: Block) -> bool:
    """The link of a card to its reader's own page, which `Ways.full_text` leads to as well."""
    return isinstance(block, Link) and block.label == cards.READ_ON_PAGE


def _body(whole: Message, ways: Ways, *, without: frozenset[int] = frozenset()) -> list[str]:
    lines: list[str] = []
    for place, block in enumerate(whole.blocks):
        if isinstance(block, Buttons | AskContact):
            continue
        if isinstance(block, AskFile) and not block.otherwise:
            continue
        if isinstance(block, Link) and (block.as_button or (ways.full_text and _is_page(block))):
            continue
        if isinstance(block, Folded) and place in without:
            lines.append(words.in_full_text(_label(block)))
        elif isinstance(block, Folded) and not block.otherwise and lines and lines[-1].strip():
            lines += ["", _line(block, ways)]
        else:
            lines.append(_line(block, ways))
    return lines


def _shortened(body: list[str], whole: Message, ways: Ways, tail: str) -> list[str]:
    """Without folded parts, the last one first, until it is short enough."""
    folds = [place for place, block in enumerate(whole.blocks) if isinstance(block, Folded)]
    without: frozenset[int] = frozenset()
    for place in reversed(folds):
        if utf16_length("\n".join(_joined(body, tail))) <= AIM:
            break
        without |= {place}
        body = _body(whole, ways, without=without)
    return body


def _joined(body: Sequence[str], tail: str) -> list[str]:
    if not tail:
        return list(body)
    gap = [""] if body and body[-1].strip() else []
    return [*body, *gap, tail]


def _line(block: Wording | File, ways: Ways) -> str:
    match block:
        # A heading, wherever it stands; a title keeps its own words.
        case Bold(text=text) if text.partition(" · ")[0].isupper():
            return _ours(text).replace(" · ", " – ")
        case Line(text=text) | Bold(text=text):
            return _ours(text)
        case AskFile(otherwise=text) | HowTo(otherwise=text):
            return _ours(text)
        case Link():
            return words.read_at(spoken(block.label), url=block.url)
        case Folded(otherwise=""):
            return _opened(block)
        case Folded(otherwise=text):
            return _ours(text)
        case File(name=name, file_id=file_id):
            url = ways.files.get(file_id)
            return words.file_at(name, url=url) if url else words.file_elsewhere(name)


def _opened(block: Folded) -> str:
    text = block.text.strip()
    # Words that have a heading of their own need no second one.
    if text.partition("\n")[0].endswith(":"):
        return text
    return f"{_label(block)}:\n{text}" if text else _label(block)


def _label(block: Folded) -> str:
    return spoken(block.label.removesuffix(words.FOLD_HINT))


def _ours(text: str) -> str:
    """The words without what only decorates them; commands are typed without their slash here."""
    return spoken_commands(spoken(text), COMMAND_WORDS)
