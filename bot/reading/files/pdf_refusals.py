"""What a PDF may not have in it (ISO 32000-2: actions 12.6, file specifications 7.11, XFA 12.7.8)."""

import re
from collections.abc import Iterator
from html import unescape

from pypdf import PdfReader
from pypdf.errors import PdfReadError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

from bot.reading.files.results import FileFault, UnreadableDocument
from bot.reading.files.sniffing import ends_as_zip

_MOST_OBJECTS = 100_000
_MOST_DEEP = 100
# Behind the last end mark readers look for nothing more; some writers leave a few blanks there.
_TAIL = b"\0\t\n\f\r "
_KEYS = frozenset({"/JS", "/JavaScript", "/EF", "/EmbeddedFiles", "/XFA", "/RichMediaContent", "/Collection"})
_ACTIONS = re.compile(
    "/(?:JavaScript|Launch|ImportData|SubmitForm|GoToE|Rendition|RichMediaExecute|Movie|Sound)"
)
_KINDS = frozenset({"/EmbeddedFile", "/FileAttachment", "/RichMedia", "/Movie", "/Screen", "/3D", "/Sound"})
_SIGNATURES = frozenset({"/Sig", "/DocTimeStamp"})
# In the raw bytes too: an earlier state of the file may still hold what the last one dropped.
_RAW = re.compile(rb"/(?:JavaScript|EmbeddedFiles?|RichMedia|XFA)[\s/<\[(>]|/S\s{0,3}/Launch[\s/<\[(>]")
# A letter of a name may be written as its number (7.3.5).
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
_USUAL = frozenset(
    {"/Title", "/Subject", "/Keywords", "/Author", "/Creator", "/Producer", "/CreationDate", "/ModDate"}
)
_LONGEST_METADATA = 200_000
_MARKUP = re.compile(r"<[^<>]{0,2000}>")
_PEOPLE = re.compile(r"<dc:creator\b.{0,5000}?</dc:creator>", re.DOTALL)
_SAID_IN = ("/Contents", "/V", "/Title", "/Subject", "/Keywords", "/ActualText", "/Alt", "/TU", "/CA")


def refuse_two_in_one(content: bytes) -> None:
    """Refuse what is something else behind its end, or a ZIP at the same time.

    Raises:
        UnreadableDocument: HIDES_SOMETHING, DAMAGED.
    """
    end = content.rfind(b"%%EOF")
    if end < 0:
        raise UnreadableDocument(FileFault.DAMAGED)
    plain = _ESCAPED.sub(lambda found: bytes((int(found[1], 16),)), content)
    if content[end + 5 :].strip(_TAIL) or ends_as_zip(content) or _RAW.search(plain):
        raise UnreadableDocument(FileFault.HIDES_SOMETHING)


def words_of_objects(reader: PdfReader) -> list[str]:
    """Look through all objects, and bring back what they say beside the pages: comments, fields, titles.

    Raises:
        UnreadableDocument: HIDES_SOMETHING for what would be run or opened, or is a file in the file.
    """
    lines: list[str] = []
    for thing in _dictionaries(reader):
        keys = set(thing)
        action, kind, sort = (
            str(thing.raw_get(key)) if key in keys else "" for key in ("/S", "/Subtype", "/Type")
        )
        if keys & _KEYS or _ACTIONS.fullmatch(action) or kind in _KINDS or sort in _KINDS:
            raise UnreadableDocument(FileFault.HIDES_SOMETHING)
        if sort in _SIGNATURES:
            # Its contents are bytes.
            continue
        lines += [said for key in _SAID_IN if key in keys and isinstance(said := thing.raw_get(key), str)]
        if sort == "/Metadata" and isinstance(thing, StreamObject):
            lines += _properties_in(thing)
    return lines + _own_properties(reader)


def _own_properties(reader: PdfReader) -> list[str]:
    """What programs for offices carry over from a document's own properties: "Độ mật", with its value."""
    info = reader.trailer.get("/Info")
    found = info.get_object() if info is not None else None
    if not isinstance(found, DictionaryObject):
        return []
    own = {key: found.raw_get(key) for key in found if key not in _USUAL}
    return [f"{key[1:]}: {value}" for key, value in own.items() if isinstance(value, str)]


def _properties_in(metadata: StreamObject) -> list[str]:
    """The words of XMP (ISO 16684-1), but for people: one may be called Mật."""
    try:
        written = metadata.get_data()[:_LONGEST_METADATA].decode("utf-8", errors="replace")
    except PdfReadError:
        return []
    words = _MARKUP.sub("\n", _PEOPLE.sub("", written))
    return [unescape(line.strip()) for line in words.split("\n") if line.strip()]


def _dictionaries(reader: PdfReader) -> Iterator[DictionaryObject]:
    waiting: list[tuple[object, int]] = [(reader.trailer, 0)]
    waiting += [(thing, 0) for thing in _objects(reader)]
    while waiting:
        thing, depth = waiting.pop()
        if depth > _MOST_DEEP:
            raise UnreadableDocument(FileFault.DAMAGED)
        if isinstance(thing, DictionaryObject):
            yield thing
            waiting += [(thing.raw_get(key), depth + 1) for key in thing]
        elif isinstance(thing, ArrayObject):
            waiting += [(one, depth + 1) for one in thing if isinstance(one, ArrayObject | DictionaryObject)]


def _objects(reader: PdfReader) -> Iterator[object]:
    numbers = {(number, generation) for generation, known in reader.xref.items() for number in known}
    numbers |= {(number, 0) for number in reader.xref_objStm}
    if len(numbers) > _MOST_OBJECTS:
        raise UnreadableDocument(FileFault.TOO_LARGE)
    for number, generation in sorted(numbers):
        try:
            yield reader.get_object(IndirectObject(number, generation, reader))
        except PdfReadError:
            # What nothing can read, nothing runs; many a good file has one such entry.
            continue
