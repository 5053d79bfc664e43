"""The gate before anything is kept: marks of secrecy, and what cannot be read (design.md section 7)."""

import asyncio
from dataclasses import dataclass
from pathlib import PurePath

from bot import reading
from bot.errors import Refusal, Refused
from bot.reading.files import FileFault, ReadFile, UnreadableDocument, read_file
from bot.texts.files import FILE_FAULTS


@dataclass(frozen=True)
class Gated:
    """What was read out of a file that may be kept.

    Args:
        text: empty for a scan.
        has_unread_pictures: there is something in it that the machine could not read: a person has to look.
    """

    text: str
    has_unread_pictures: bool = False


def pass_gate(text: str) -> str:
    """The text, if it may be kept at all. It is asked before anything is written.

    Raises:
        Refused: EMPTY, UNREADABLE (too large), SECRET.
    """
    if not text.strip():
        raise Refused(Refusal.EMPTY)
    if len(text.encode()) > reading.MAX_TEXT_BYTES:
        raise _refusal(FileFault.TOO_LARGE)
    refuse_secrets(text)
    return text


def refuse_secrets(text: str) -> None:
    """Refuse what carries a mark of secrecy.

    Raises:
        Refused: SECRET, with the level.
    """
    _refuse(reading.find_mark(text))


def refuse_secret_name(name: str) -> None:
    """Refuse a name, without its ending, that carries a mark of secrecy.

    Raises:
        Refused: SECRET, with the level.
    """
    _refuse(reading.find_mark_in_name(name))


def _refuse(mark: reading.SecrecyMark | None) -> None:
    if mark is not None:
        raise Refused(Refusal.SECRET, kind=mark.level.value.upper())


async def gated_file(content: bytes, *, name: str) -> Gated:
    """The file's text past the gate, with its name and whatever it carries along unseen.

    Raises:
        Refused: EMPTY, UNREADABLE, SECRET.
    """
    refuse_secret_name(PurePath(name).stem)
    try:
        read = await read_file(content, name=name)
    except UnreadableDocument as unreadable:
        raise _refusal(unreadable.fault) from None
    return await asyncio.to_thread(_gated, read)


def _refusal(fault: FileFault) -> Refused:
    if fault is FileFault.EMPTY:
        return Refused(Refusal.EMPTY)
    return Refused(Refusal.UNREADABLE, kind=FILE_FAULTS[fault.value], fault=fault.value.replace("_", " "))


def _gated(read: ReadFile) -> Gated:
    refuse_secrets(read.also_looked_at)
    # Of a scan there is nothing to be read; whoever clears it has to look at every page.
    is_scan = read.has_unread_pictures and not read.text.strip()
    return Gated("" if is_scan else pass_gate(read.text), read.has_unread_pictures)
