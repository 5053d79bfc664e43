"""The main part of a .docx, in the order in which a person reads it (ECMA-376-1, 17.2-17.4).

python-docx gives paragraphs only: not the head, which is a table, nor text boxes, where stamps stand.
"""

import re
from dataclasses import dataclass, field

from bot.reading.files.docx_numbering import Numbering
from bot.reading.files.docx_pictures import Pictures
from bot.reading.files.docx_styles import Styles, is_on
from bot.reading.files.results import FileFault, UnreadableDocument
from bot.reading.files.rows import row_lines
from bot.reading.files.xml_walk import Attributes

_MOST_LETTERS = 1_200_000
# Counts as so many letters, so that millions of empty ones end as soon as a text that is too long.
_A_PARAGRAPH = 20
# A stamp is a line or three; what is longer is a text of its own.
_STAMP_LINES, _STAMP_LETTERS = 3, 60
_HEAD_LINES = 60
_FETCHES = re.compile(r"\bDDE(?:AUTO)?\b", re.IGNORECASE)
_PRINTED = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
# Their content is not on the paper: taken out, moved away, or there for old programs a second time.
_NOT_SHOWN = frozenset({"moveFrom", "Fallback", "pPrChange", "rPrChange", "del"})


@dataclass
class _Paragraph:
    said: list[str] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)
    commands: list[str] = field(default_factory=list)
    boxes: list[str] = field(default_factory=list)
    style: str = ""
    list_id: str = ""
    level: int | None = None


class Body:
    """Walks the main part.

    Args:
        styles: of the document.
        numbering: of the document.

    Raises:
        UnreadableDocument: HIDES_SOMETHING (a command that fetches, a file in the file), TOO_LARGE.
    """

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self.stamps: list[str] = []
        self.beside: list[str] = []
        self.pictures = Pictures()
        self._styles, self._numbering = styles, numbering
        self._places: list[list[str]] = [[]]
        self._rows: list[list[list[str]]] = []
        self._paragraphs: list[_Paragraph] = []
        self._collects = ""
        self._unseen = self._settings = self._letters = 0
        self._is_hidden = False

    @property
    def lines(self) -> list[str]:
        """What stands on the paper, without the stamps."""
        return self._places[0]

    def begin(self, name: str, attributes: Attributes) -> None:
        """As `Walker`."""
        self.pictures.begin(name, attributes)
        match name:
            case "p":
                self._count(_A_PARAGRAPH)
                self._paragraphs.append(_Paragraph())
            case "pPr":
                self._settings += 1
            case "r":
                self._is_hidden = False
            case "t" | "delText" | "instrText":
                self._collects = name
            case "tc" | "txbxContent":
                self._count(_A_PARAGRAPH)
                self._places.append([])
            case "tr":
                self._rows.append([])
            case "altChunk" | "object" | "control":
                raise UnreadableDocument(FileFault.HIDES_SOMETHING)
            case _ if name in _NOT_SHOWN:
                self._unseen += 1
            case _:
                self._begin_in_paragraph(name, attributes)

    def end(self, name: str) -> None:
        """As `Walker`."""
        match name:
            case "t" | "delText" | "instrText":
                self._collects = ""
            case "p" if self._paragraphs:
                self._end_paragraph(self._paragraphs.pop())
            case "pPr":
                self._settings -= 1
            case "tc" if len(self._places) > 1:
                cell = self._places.pop()
                # A cell outside any row is no table that Word would write, but its words are words.
                self._rows[-1].append(cell) if self._rows else self._places[-1].extend(cell)
            case "tr" if self._rows:
                self._places[-1] += row_lines(self._rows.pop(), self.beside)
            case "txbxContent" if len(self._places) > 1:
                self._end_box(self._places.pop())
            case _ if name in _NOT_SHOWN:
                self._unseen -= 1

    def words(self, text: str) -> None:
        """As `Walker`."""
        if not self._collects:
            return
        self._count(len(text))
        if not self._paragraphs:
            self.beside.append(text)
            return
        paragraph = self._paragraphs[-1]
        if self._collects == "instrText":
            paragraph.commands.append(text)
        elif self._collects == "delText" or self._unseen or self._is_hidden:
            paragraph.beside.append(text)
        else:
            paragraph.said.append(text)

    def _count(self, letters: int) -> None:
        self._letters += letters
        if self._letters > _MOST_LETTERS:
            raise UnreadableDocument(FileFault.TOO_LARGE)

    def _begin_in_paragraph(self, name: str, attributes: Attributes) -> None:
        if name in {"docPr", "textpath"}:
            self.beside += [attributes[key] for key in ("string", "title", "descr") if attributes.get(key)]
        if not self._paragraphs:
            return
        paragraph, value = self._paragraphs[-1], attributes.get("val", "")
        if self._settings and not self._unseen:
            _note_setting(paragraph, name, value)
        elif name in _PRINTED:
            self._count(1)
            (paragraph.beside if self._unseen or self._is_hidden else paragraph.said).append(_PRINTED[name])
        elif name == "vanish" and not self._unseen:
            self._is_hidden = is_on(attributes)
        elif name == "rStyle":
            self._is_hidden = self._is_hidden or self._styles.hides(value)
        elif name == "fldSimple":
            paragraph.commands.append(f" {attributes.get('instr', '')} ")

    def _end_paragraph(self, paragraph: _Paragraph) -> None:
        commands = "".join(paragraph.commands)
        if _FETCHES.search(commands):
            raise UnreadableDocument(FileFault.HIDES_SOMETHING)
        self.beside += [line for line in ("".join(paragraph.beside), commands.strip()) if line]
        text = "".join(paragraph.said)
        if self._styles.hides(paragraph.style):
            self.beside.append(text)
            text = ""
        place = self.beside if self._unseen else self._places[-1]
        place += f"{self._label(paragraph)}{text}".rstrip().split("\n") if text.strip() else [""]
        place += paragraph.boxes

    def _label(self, paragraph: _Paragraph) -> str:
        list_id, level = paragraph.list_id, paragraph.level
        if not list_id:
            list_id, level = self._styles.list_of(paragraph.style)
            level = self._numbering.level_of_style(paragraph.style) if level is None else level
        label = self._numbering.label(list_id, level or 0) if list_id else ""
        return f"{label} " if label else ""

    def _end_box(self, lines: list[str]) -> None:
        """A stamp goes above all else, where it disturbs neither head nor text; a longer box stays."""
        said = [line for line in lines if line.strip()]
        if self._unseen:
            self.beside += said
            return
        is_stamp = len(said) <= _STAMP_LINES and all(len(line) <= _STAMP_LETTERS for line in said)
        if is_stamp and len(self.lines) < _HEAD_LINES:
            self.stamps += said
        elif self._paragraphs:
            self._paragraphs[-1].boxes += said
        else:
            self._places[-1] += said


def _note_setting(paragraph: _Paragraph, name: str, value: str) -> None:
    match name:
        case "pStyle":
            paragraph.style = value
        case "numId":
            paragraph.list_id = value
        case "ilvl" if value.isdecimal():
            paragraph.level = int(value[:2])
