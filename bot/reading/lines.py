"""Lines and cells of a text, each with its place: the heads of office documents are laid out in columns."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

#: What stands round the words of a head without being one of them.
DECORATION = " *_#\"'“”[](){}<>.:-–—=~"
# Columns arrive as tabs, pipes, box characters or runs of blanks, depending on what made the text.
_CELL = re.compile(r"(?:[^\t|│┃║¦ ]| (?! ))+")


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of text and where it stands: `text == whole[start:end]`."""

    text: str
    start: int
    end: int


def lines_of(text: str, *, until: int | None = None) -> Iterator[Span]:
    """The lines that are not blank, without the blanks around them; at most `until` of them."""
    at = count = 0
    for line in text.split("\n"):
        if until is not None and count >= until:
            return
        if line.strip():
            count += 1
            yield trimmed(line, at)
        at += len(line) + 1


def cells_of(line: Span) -> list[Span]:
    """The columns of a line: parted by tabs, pipes, box characters or two blanks and more."""
    found = (trimmed(match.group(), line.start + match.start()) for match in _CELL.finditer(line.text))
    return [cell for cell in found if cell.text]


def trimmed(text: str, start: int) -> Span:
    """The text without the blanks at its ends, as a span; `start` is where the untrimmed text begins."""
    bare = text.strip()
    lead = len(text) - len(text.lstrip()) if bare else 0
    return Span(bare, start + lead, start + lead + len(bare))
