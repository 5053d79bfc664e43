"""One file, whatever it is, to its words."""

import asyncio

from bot.reading.files.asking import ask_child
from bot.reading.files.results import MAX_FILE_BYTES, FileFault, FileForm, ReadFile, UnreadableDocument
from bot.reading.files.sniffing import form_of
from bot.reading.plain_text import UnreadableFile, UnreadableReason, decode

_FAULTS = {
    UnreadableReason.EMPTY: FileFault.EMPTY,
    UnreadableReason.TOO_LARGE: FileFault.TOO_LARGE,
    UnreadableReason.PICTURE: FileFault.PICTURE,
    UnreadableReason.ARCHIVE: FileFault.ARCHIVE,
    UnreadableReason.UNKNOWN_ENCODING: FileFault.OLD_ENCODING,
}


async def read_file(content: bytes, *, name: str) -> ReadFile:
    """Read a .txt, .html, .docx or .pdf; by its content, with which its name has to agree.

    Nothing is fetched, run or written to disk. What the file unfolds to and how long it takes is limited by
    a child process, so that this process needs little more than the file itself.

    Args:
        content: its bytes.
        name: as it was sent; "" for none. The name itself goes through no gate here.

    Raises:
        UnreadableDocument: with the fault; nothing of the content is in it.
    """
    if len(content) > MAX_FILE_BYTES:
        raise UnreadableDocument(FileFault.TOO_LARGE)
    if not content.strip():
        raise UnreadableDocument(FileFault.EMPTY)
    form = await asyncio.to_thread(form_of, content, name=name)
    if form is FileForm.TXT:
        return await asyncio.to_thread(_read_text, content)
    return await ask_child(content, form)


def _read_text(content: bytes) -> ReadFile:
    try:
        return ReadFile(text=decode(content), form=FileForm.TXT)
    except UnreadableFile as unreadable:
        fault = _FAULTS.get(unreadable.reason, FileFault.OTHER_FORMAT)
        raise UnreadableDocument(fault) from None
