"""Reading: what a file or a pasted text is, understood without storing anything.

`decode` turns bytes into text, `find_mark` is the gate that must come first, `read_document` finds the
fields, `fold` makes words comparable that were typed with or without accents. Everything here is pure.
"""

from bot.reading.document import (
    Damage,
    DamageKind,
    Deadline,
    DocumentKind,
    DocumentNumber,
    Field,
    MainPoint,
    Person,
    PointPart,
    ReadDocument,
    Scope,
    Task,
    Urgency,
)
from bot.reading.folding import fold, folded_words, without_accents
from bot.reading.letters import normalise
from bot.reading.plain_text import MAX_TEXT_BYTES, UnreadableFile, UnreadableReason, decode
from bot.reading.reader import read_document
from bot.reading.recognisers.circulation import CirculationMark, find_circulation_mark
from bot.reading.recognisers.replacing import numbers_replaced
from bot.reading.recognisers.secrecy import SecrecyLevel, SecrecyMark, find_mark, find_mark_in_name

__all__ = [
    "MAX_TEXT_BYTES",
    "CirculationMark",
    "Damage",
    "DamageKind",
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
    "Task",
    "UnreadableFile",
    "UnreadableReason",
    "Urgency",
    "decode",
    "find_circulation_mark",
    "find_mark",
    "find_mark_in_name",
    "fold",
    "folded_words",
    "normalise",
    "numbers_replaced",
    "read_document",
    "without_accents",
]
