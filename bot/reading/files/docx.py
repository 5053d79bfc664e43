"""A Word document (.docx): from its archive to its words."""

import re

from bot.reading.files.archive import Archive
from bot.reading.files.docx_beside import Beside, Properties
from bot.reading.files.docx_body import Body
from bot.reading.files.docx_numbering import Numbering
from bot.reading.files.docx_refusals import CONTENT_TYPES, Relations, refuse_what_hides
from bot.reading.files.docx_styles import Styles
from bot.reading.files.results import FileFault, FileForm, ReadFile, UnreadableDocument
from bot.reading.files.xml_walk import Walker, walk

_RELATIONS = "_rels/.rels"
_STYLES, _NUMBERING = re.compile(r"word/styles\d*\.xml"), re.compile(r"word/numbering\d*\.xml")
_PROPERTIES = re.compile(r"(?:docprops|customxml)/")


def read_docx(content: bytes) -> ReadFile:
    """Read a .docx.

    Raises:
        UnreadableDocument: it is another kind of archive, hides something, or goes over a limit.
    """
    if CONTENT_TYPES.encode() not in content:
        is_office = content[30:80].startswith(b"mimetypeapplication/")
        raise UnreadableDocument(FileFault.OTHER_FORMAT if is_office else FileFault.ARCHIVE)
    archive = Archive(content)
    if CONTENT_TYPES not in archive.names or _RELATIONS not in archive.names:
        raise UnreadableDocument(FileFault.ARCHIVE)
    refuse_what_hides(archive)
    main = _main_part(archive)
    body = _body(archive, main)
    beside = [*body.beside, *_beside(archive, main)]
    return ReadFile(
        text="\n".join((*body.stamps, *body.lines)),
        form=FileForm.DOCX,
        has_unread_pictures=body.pictures.has_large,
        also_looked_at="\n".join(beside),
    )


def _main_part(archive: Archive) -> str:
    of_package = Relations()
    walk(archive.chunks(_RELATIONS), of_package)
    for name in archive.names:
        if name.endswith(".rels") and name != _RELATIONS:
            walk(archive.chunks(name), Relations())
    if not of_package.main.startswith("word/") or of_package.main not in archive.names:
        # A workbook, slides.
        raise UnreadableDocument(FileFault.OTHER_FORMAT)
    return of_package.main


def _body(archive: Archive, main: str) -> Body:
    styles, numbering = Styles(), Numbering()
    parts: tuple[tuple[re.Pattern[str], Walker], ...] = ((_STYLES, styles), (_NUMBERING, numbering))
    for pattern, walker in parts:
        for name in filter(pattern.fullmatch, archive.names):
            walk(archive.chunks(name), walker)
    body = Body(styles, numbering)
    walk(archive.chunks(main), body)
    return body


def _beside(archive: Archive, main: str) -> list[str]:
    lines: list[str] = []
    for name in archive.names:
        low = name.lower()
        if name in {main, CONTENT_TYPES} or not low.endswith(".xml"):
            continue
        walker = Properties() if _PROPERTIES.match(low) else Beside()
        walk(archive.chunks(name), walker)
        lines += walker.lines
    return lines
