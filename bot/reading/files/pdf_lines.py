"""From the lines of printed pages to the lines of a text: paragraphs whole again, page numbers gone."""

import re
import statistics

_COLUMNS = re.compile(r"\S {3,}\S")
_GAP = re.compile(r" {2}(?! )|(?<=\S) {2,}(?=\S)")
_PAGE_NUMBER = re.compile(r"\s*(?:-|–|Trang|trang)?\s*\d{1,3}(?:\s*/\s*\d{1,3})?\s*(?:-|–)?\s*")
_ENDS = (".", ":", ";", "!", "?", "…", "./.")
_BEGINS = re.compile(
    r"(?:[-–—+•*●▪]|[IVXLC]{1,5}[.)]|[a-zđ][.)]|\d{1,2}(?:\.\d{1,2}){0,2}[.)/]|Điều \d)\s?\S"
)
# Of the usual width of a full line: a line shorter than that was ended by its writer.
_FULL = 0.85


def joined_lines(pages: list[str]) -> str:
    """One text of all pages.

    A line that runs to the right margin without a stop goes on in the next, unless that one begins an item
    or stands in columns. Columns keep their distance.
    """
    lines = [line.rstrip() for page in pages for line in _without_page_number(page.split("\n"))]
    width = _usual_width(lines)
    joined: list[str] = []
    goes_on = False
    for line in lines:
        bare = line.strip()
        is_columns = _COLUMNS.search(bare) is not None
        said = bare if is_columns else _GAP.sub(" ", bare)
        if goes_on and bare and not is_columns and not _BEGINS.match(bare):
            joined[-1] = f"{joined[-1]} {said}"
        else:
            joined.append(said)
        is_full = len(line) >= _FULL * width and not is_columns and not bare.isupper()
        goes_on = bool(bare) and is_full and not bare.endswith(_ENDS)
    return "\n".join(joined)


def _without_page_number(lines: list[str]) -> list[str]:
    """Without a number alone in the first or last line of a page."""
    filled = [at for at, line in enumerate(lines) if line.strip()]
    numbers = {at for at in (filled[:1] + filled[-1:]) if _PAGE_NUMBER.fullmatch(lines[at])}
    return [line for at, line in enumerate(lines) if at not in numbers]


def _usual_width(lines: list[str]) -> float:
    """How far a full line reaches: the lines of a page differ little, but for headings and last lines."""
    ends = sorted(len(line) for line in lines if len(line) > 20)
    return statistics.median(ends[len(ends) // 2 :]) if ends else 1_000.0
