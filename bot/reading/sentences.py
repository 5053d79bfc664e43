"""Sentences of Vietnamese office prose, as places in the text: what is quoted must be the text itself."""

import re
from collections.abc import Iterator

from bot.reading.letters import LETTER, LOWER, UPPER
from bot.reading.lines import Span, lines_of, trimmed
from bot.reading.words import any_phrase

# A stop ends a sentence only before a blank and something that can begin one; "2.909" and "…chi bộ" never do.
# Or, glued to the next, after a word in small letters: "… một đảng bộ bộ phận.Trong 6 tháng …".
_STOP = re.compile(
    rf"[.!?…]{{1,6}}[\"”’»)\]]{{0,3}}(?=[ \t]{{1,8}}[\"“‘«(\[]{{0,2}}[{UPPER}\d])"
    rf"|(?<=[{LOWER}]{{3}})\.(?=[{UPPER}][{LOWER}])"
)
_LAST_WORD = re.compile(rf"[{LETTER}\d/.]{{1,12}}$")
# Words whose stop is part of them; single capitals and numbers are told by their look.
_SHORTENED = any_phrase(
    """đ/c, đc, đ.c, tm, t/m, kt, tl, t/l, tuq, q, tp, tx, tt, ths, ts, pgs, gs, bs, ks, cn, ck, cki, ckii,
    ông/bà, vd, tr, mr, mrs, ms, st"""
)
_COUNTED = r"\d{1,2}(?:\.\d{1,2}){0,2}[.)/]|\d{1,2}(?:\.\d{1,2}){1,2}"
_MARKER = re.compile(rf"(?:[-–—+•*●▪]|[IVXLC]{{1,5}}[.)/]|[a-zđ{UPPER}][.)/]|{_COUNTED})[ \t]+")
# With the blanks round it.
_LONGEST_MARKER = 40


def sentences_of(text: str) -> Iterator[Span]:
    """The sentences of a text in order, each within its line and without the mark of a list before it.

    A line that ends without a stop (a heading, a caption) is a sentence too; see `is_finished`.
    """
    for line in lines_of(text):
        content = without_marker(line)
        start = 0
        for stop in _STOP.finditer(content.text):
            if not _ends_sentence(content.text, start, stop):
                continue
            yield trimmed(content.text[start : stop.end()], content.start + start)
            start = stop.end()
        rest = trimmed(content.text[start:], content.start + start)
        if rest.text:
            yield rest


def without_marker(line: Span) -> Span:
    """The line without the "1.", "a)", "II." or "-" it begins with."""
    marker = _MARKER.match(line.text)
    return line if marker is None else trimmed(line.text[marker.end() :], line.start + marker.end())


def is_listed(text: str, sentence: Span) -> bool:
    """Does the sentence begin an item of a list?"""
    line_start = text.rfind("\n", max(0, sentence.start - _LONGEST_MARKER), sentence.start) + 1
    # Without a line end so near, the sentence stands in the middle of a line.
    if line_start == 0 and sentence.start > _LONGEST_MARKER:
        return False
    return _MARKER.fullmatch(text[line_start : sentence.start].lstrip()) is not None


def is_finished(sentence: Span) -> bool:
    """Does it end as a sentence does? Headings, captions and by-lines do not."""
    return sentence.text.rstrip('"”’»)]').endswith((".", "!", "?", "…", ";"))


def _ends_sentence(text: str, start: int, stop: re.Match[str]) -> bool:
    if stop.group()[0] != "." or stop.group().startswith(".."):
        return True
    # A window, since a line of initials alone would have each stop look back to the start of the line.
    window = max(start, stop.start() - 12)
    word = _LAST_WORD.search(text, window, stop.start())
    if word is None:
        return True
    last = word.group().lower()
    is_initial = len(last) == 1 and word.group().isupper()
    is_counter = last.isdigit() and window == start and not text[start : word.start()].strip()
    return not (is_initial or is_counter or _SHORTENED.fullmatch(last))
