"""The gate before anything of an item is written: a mark of secrecy, or a file that hides something."""

import asyncio
import hashlib
from dataclasses import dataclass, field
from pathlib import PurePath

from bot import reading
from bot.intake.faults import FILE_FAULTS, NOT_TO_BE_KEPT, Untaken
from bot.reading.files import ReadFile, UnreadableDocument, read_file
from bot.reading.files.html import page_words
from bot.sources.markup import tree_of
from storage.states import SourceFault


@dataclass(frozen=True)
class GatedFile:
    """A file that may be kept, or (left_out) one that nobody could look into, and that is not.

    Args:
        text: what it says; empty for a scan.
        has_unread_pictures: a person has to look whether a mark stands in it.
        left_out: why it is not kept.
    """

    name: str
    content: bytes = field(repr=False)
    text: str = field(default="", repr=False)
    media_type: str = ""
    has_unread_pictures: bool = False
    left_out: SourceFault | None = None

    @property
    def digest(self) -> str:
        """By which its bytes are known again."""
        return hashlib.sha256(self.content).hexdigest()


def refuse_marked(*texts: str) -> None:
    """Refuse what carries a mark of secrecy in any of these; it may take seconds.

    Raises:
        Untaken: SECRET; nothing of the text is in it.
    """
    for text in texts:
        mark = reading.find_mark(text)
        if mark is not None:
            raise Untaken(SourceFault.SECRET, mark.level.value)


def refuse_marked_names(*names: str) -> None:
    """Refuse what carries a mark in a title, or in the name of a file without its ending.

    Raises:
        Untaken: SECRET.
    """
    for name in names:
        mark = reading.find_mark_in_name(name)
        if mark is not None:
            raise Untaken(SourceFault.SECRET, mark.level.value)


def refuse_marked_page(markup: str) -> None:
    """Refuse a page that carries a mark anywhere: many print "Độ mật" in a table beside the text.

    What can be chosen in a form to search by is no mark; whole pages stand in a form, though.

    Raises:
        Untaken: SECRET.
        Unfetched: TOO_LARGE.
    """
    tree = tree_of(markup)
    for choice in tree.css("select, datalist"):
        choice.decompose()
    tree.unwrap_tags(["form"])
    words = page_words(tree.html or "")
    refuse_marked(words.text, words.beside)


async def gate_file(content: bytes, *, name: str, media_type: str = "") -> GatedFile:
    """Look into a file, in memory.

    Raises:
        Untaken: SECRET, HIDES_SOMETHING: the whole item is not to be kept.
    """
    refuse_marked_names(PurePath(name).stem)
    try:
        found = await read_file(content, name=name)
    except UnreadableDocument as unreadable:
        fault = FILE_FAULTS[unreadable.fault]
        if fault in NOT_TO_BE_KEPT:
            raise Untaken(fault, unreadable.fault.value) from None
        return GatedFile(name, content, left_out=fault)
    await asyncio.to_thread(_refuse_file, found)
    return GatedFile(name, content, found.text, media_type, found.has_unread_pictures)


def _refuse_file(found: ReadFile) -> None:
    refuse_marked(found.text, found.also_looked_at)
    if len(found.text.encode()) > reading.MAX_TEXT_BYTES:
        raise Untaken(SourceFault.TOO_LARGE, "more text than a document has")
