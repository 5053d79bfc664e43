"""XML as a stream of beginnings, words and ends: no tree, no entities, nothing fetched."""

from collections.abc import Iterable
from typing import NoReturn, Protocol
from xml.parsers import expat

from bot.reading.files.results import FileFault, UnreadableDocument

Attributes = dict[str, str]


class Walker(Protocol):
    """Hears a document. Names come without their prefix, which each file chooses for itself."""

    def begin(self, name: str, attributes: Attributes) -> None:
        """An element begins."""

    def end(self, name: str) -> None:
        """An element ends."""

    def words(self, text: str) -> None:
        """Some of the text inside."""


def walk(chunks: Iterable[bytes], walker: Walker) -> None:
    """Read the document out to the walker.

    Raises:
        UnreadableDocument: DAMAGED; HIDES_SOMETHING where it declares a document type: Word writes none, and
            entities unfold.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, attributes: walker.begin(
        _local(name), {_local(key): value for key, value in attributes.items()}
    )
    parser.EndElementHandler = lambda name: walker.end(_local(name))
    parser.CharacterDataHandler = walker.words
    parser.StartDoctypeDeclHandler = _refuse_declaration
    try:
        for chunk in chunks:
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except expat.ExpatError:
        raise UnreadableDocument(FileFault.DAMAGED) from None


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _refuse_declaration(*_: object) -> NoReturn:
    raise UnreadableDocument(FileFault.HIDES_SOMETHING)
