"""Reading: what a file or a pasted text is, understood without storing anything.

`decode` turns bytes into text, `find_mark` is the gate that must come first, `read_document` finds the
fields, `fold` makes words comparable that were typed with or without accents. Everything here is pure.
"""

from bot.reading.document import (
    Deadline,
    DocumentKind,
    DocumentNumber,
    Field,
    MainPoint,
    Person,
    PointPart,
    ReadDocument,
    Scope,
    Urgency,
)
from bot.reading.folding import fold, folded_words, without_accents
from bot.reading.letters import normalise
from bot.reading.plain_text import MAX_TEXT_BYTES, UnreadableFile, UnreadableReason, decode
from bot.reading.reader import read_document
from bot.reading.secrecy import (
    CirculationMark,
    SecrecyLevel,
    SecrecyMark,
    find_circulation_mark,
    find_mark,
)

__all__ = [
    "MAX_TEXT_BYTES",
    "CirculationMark",
    "Deadline",
    "DocumentKind",
    "DocumentNumber",
    "Field",
    "MainPoint",
    "Person",
    "PointPart",
    "ReadDocument",
    "Scope",
    "SecrecyLevel",
    "SecrecyMark",
    "UnreadableFile",
    "UnreadableReason",
    "Urgency",
    "decode",
    "find_circulation_mark",
    "find_mark",
    "fold",
    "folded_words",
    "normalise",
    "read_document",
    "without_accents",
]
