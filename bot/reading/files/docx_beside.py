"""What a .docx says beside its text: headers, footers, notes, comments, properties, diagrams.

None of it is the document's text, all of it may carry a mark of secrecy.
"""

from bot.reading.files.results import FileFault, UnreadableDocument
from bot.reading.files.xml_walk import Attributes

_MOST_LETTERS = 900_000
_ENDS_A_LINE = frozenset({"p", "br", "cr", "tc", "property", "docVar"})
_SAID = frozenset({"t", "delText", "instrText", "v"})
# A person may be called Mật.
_PEOPLE = frozenset({"creator", "lastModifiedBy", "Manager"})
# Words that stand in an attribute: what WordArt (a watermark, a stamp) shows, what describes a picture.
_IN_ATTRIBUTES = {"textpath": ("string",), "docPr": ("title", "descr")}


class Beside:
    """Walks a part with paragraphs; of headers, notes, comments, diagrams."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._line: list[str] = []
        self._depth = self._letters = 0

    def begin(self, name: str, attributes: Attributes) -> None:
        """As `Walker`."""
        if name in _SAID:
            self._depth += 1
        elif name in {"tab", "ptab"}:
            self._line.append("\t")
        elif name in {"altChunk", "object", "control"}:
            raise UnreadableDocument(FileFault.HIDES_SOMETHING)
        elif name == "docVar":
            self._say(f"{attributes.get('name', '')}: {attributes.get('val', '')}")
        for key in _IN_ATTRIBUTES.get(name, ()):
            self._say(attributes.get(key, ""))

    def end(self, name: str) -> None:
        """As `Walker`."""
        if name in _SAID:
            self._depth -= 1
        elif name in _ENDS_A_LINE:
            self._end_line()

    def words(self, text: str) -> None:
        """As `Walker`."""
        if self._depth > 0:
            self._count(text)
            self._line.append(text)

    def _say(self, text: str) -> None:
        if text.strip():
            self._count(text)
            self.lines.append(text)

    def _end_line(self) -> None:
        self._say("".join(self._line))
        self._line.clear()

    def _count(self, text: str) -> None:
        self._letters += len(text)
        if self._letters > _MOST_LETTERS:
            raise UnreadableDocument(FileFault.TOO_LARGE)


class Properties:
    """Walks docProps and customXml: each element with words is a line, a custom property behind its name."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._named = ""
        self._words: list[str] = []
        self._letters = 0

    def begin(self, name: str, attributes: Attributes) -> None:
        """As `Walker`."""
        self._words.clear()
        if name == "property":
            self._named = attributes.get("name", "")

    def end(self, name: str) -> None:
        """As `Walker`."""
        said = "".join(self._words).strip()
        self._words.clear()
        if said and name not in _PEOPLE:
            self.lines += [said, f"{self._named}: {said}"] if self._named else [said]
        if name == "property":
            self._named = ""

    def words(self, text: str) -> None:
        """As `Walker`."""
        self._letters += len(text)
        if self._letters > _MOST_LETTERS:
            raise UnreadableDocument(FileFault.TOO_LARGE)
        self._words.append(text)
