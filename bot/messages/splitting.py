"""Cuts what is too long for a platform, without breaking a word, a letter or a fold."""

from collections.abc import Iterator
from dataclasses import replace

from bot.messages.blocks import (
    AskContact,
    AskFile,
    Block,
    Bold,
    Buttons,
    File,
    Folded,
    HowTo,
    Line,
    Link,
    Message,
    Wording,
)
from bot.messages.cutting import nfc, split_text, utf16_length

__all__ = ["normalised", "split", "split_text", "utf16_length", "visible_text"]

_SMALLEST_LIMIT = 16
_BESIDE_A_FILE = 1024


def normalised(message: Message) -> Message:
    """The same message with every text in NFC."""
    return replace(message, blocks=tuple(_normalised_block(block) for block in message.blocks))


def visible_text(message: Message) -> str:
    """What a person reads, without buttons: one line a block, a fold as its label and its text."""
    return "\n".join(_visible(block) for block in message.blocks if isinstance(block, Wording))


def split(message: Message, *, limit: int, continued: str) -> tuple[Message, ...]:
    """Cut a message into parts that a platform takes, in order.

    Cuts fall between blocks, else between paragraphs, sentences, words; inside a word only where one word
    alone is over the limit, and then between letters. White space at a cut is dropped. Buttons go with the
    last part, and so does a file, which Telegram takes with at most 1024 units of text
    (core.telegram.org/bots/api#senddocument).

    Args:
        message: what to send; its texts are put into NFC first.
        limit: UTF-16 units of visible text in one part, at least 16.
        continued: put behind the label of a fold that goes on in the next part, such as "(tiếp)".

    Returns:
        The parts; the message alone (in NFC) when it fits or has no text to cut.
    """
    if limit < _SMALLEST_LIMIT:
        raise ValueError(f"a limit below {_SMALLEST_LIMIT} leaves no room for a label")
    whole = normalised(message)
    if any(isinstance(block, File) for block in whole.blocks):
        limit = min(limit, _BESIDE_A_FILE)
    if utf16_length(visible_text(whole)) <= limit:
        return (whole,)
    parts = list(_packed(whole, limit, continued))
    if not parts:
        return (whole,)
    parts[-1] += tuple(block for block in whole.blocks if not isinstance(block, Wording))
    return tuple(Message(blocks=blocks, protected=whole.protected) for blocks in parts)


def _normalised_block(block: Block) -> Block:
    match block:
        case Line() | Bold():
            return replace(block, text=nfc(block.text))
        case Link():
            return replace(block, label=nfc(block.label))
        case Folded():
            return replace(
                block, label=nfc(block.label), text=nfc(block.text), otherwise=nfc(block.otherwise)
            )
        case Buttons():
            rows = tuple(
                tuple(replace(button, label=nfc(button.label)) for button in row) for row in block.rows
            )
            return replace(block, rows=rows)
        case File():
            return replace(block, name=nfc(block.name))
        case AskContact():
            return replace(block, label=nfc(block.label))
        case AskFile() | HowTo():
            return replace(block, text=nfc(block.text), otherwise=nfc(block.otherwise))


def _visible(block: Wording) -> str:
    match block:
        case Line() | Bold() | AskFile() | HowTo():
            return block.text
        case Link():
            return block.label
        case Folded():
            return f"{block.label}\n{block.text}"


def _packed(whole: Message, limit: int, continued: str) -> Iterator[tuple[Block, ...]]:
    """Fill part after part; each ends where the next piece no longer fits."""
    part: list[Block] = []
    used = 0
    for block in whole.blocks:
        if not isinstance(block, Wording):
            continue
        room = limit - used - 1 if part else limit
        for piece, fresh in _pieces(block, room, limit, continued):
            length = utf16_length(_visible(piece))
            if part and (fresh or used + 1 + length > limit):
                yield from _finished(part)
                part, used = [], 0
            used += length + (1 if part else 0)
            part.append(piece)
    yield from _finished(part)


def _finished(part: list[Block]) -> Iterator[tuple[Block, ...]]:
    """The part, unless a platform would call it empty."""
    if visible_text(Message(blocks=tuple(part))).strip():
        yield tuple(part)


_Piece = tuple[Wording, bool]


def _pieces(block: Wording, room: int, limit: int, continued: str) -> Iterator[_Piece]:
    """The block cut to fit; the flag says that a piece must begin a part."""
    if isinstance(block, Folded):
        yield from _folds(block, room, limit, continued)
    elif utf16_length(_visible(block)) <= limit:
        yield block, False
    else:
        for text, fresh in _texts(_visible(block), room, limit):
            yield replace(block, label=text) if isinstance(block, Link) else replace(block, text=text), fresh


def _texts(text: str, room: int, limit: int) -> Iterator[tuple[str, bool]]:
    """A line too long for one part; it begins in the room that is left if that is worth it."""
    first = room if room >= limit // 4 else None
    for number, piece in enumerate(split_text(text, limit=limit, first=first)):
        if piece:
            yield piece, number > 0


def _folds(block: Folded, room: int, limit: int, continued: str) -> Iterator[_Piece]:
    """A fold in every part, each under its label."""
    if utf16_length(_visible(block)) <= room:
        yield block, False
        return
    label, again = block.label, f"{block.label} {continued}".strip()
    if utf16_length(again) > limit // 2:
        # A label that long is a text of its own: it stands above, and the fold is named by the mark alone.
        for text, fresh in _texts(label, room, limit):
            yield Bold(text), fresh
        label = again = continued if utf16_length(continued) <= limit // 2 else ""
        room = 0
    first = room - utf16_length(label) - 1
    begins_here = first >= limit // 4
    texts = split_text(
        block.text, limit=limit - utf16_length(again) - 1, first=first if begins_here else None
    )
    if not texts:
        yield Folded(label=label, text=""), False
    for number, text in enumerate(texts):
        if text:
            yield Folded(label=label, text=text), number > 0 or not begins_here
            label = again
