"""Lists of assignments: what an announcing line with a colon opens, and whom each item is for."""

import re
from dataclasses import dataclass

from bot.reading.lines import Span, lines_of
from bot.reading.recognisers.asking import actor_in, given_to
from bot.reading.sentences import without_marker
from bot.reading.words import GIVING, phrases

_LONGEST_END = 160
_ANNOUNCES = re.compile(
    rf"(?:{phrases('phân công, đề nghị, yêu cầu, chỉ đạo')}|{GIVING})[^.;:]{{0,120}}:$", re.IGNORECASE
)
_TOLD = re.compile(r"(?<!\w)(?:đã|được)\s{1,3}(?:phân công|đề nghị|yêu cầu|chỉ đạo|giao)", re.IGNORECASE)
_AS_FOLLOWS = re.compile(
    r"(?:,?\s{1,3}(?:cụ thể|như sau|sau đây|sau|các nội dung|một số nội dung|thực hiện))+:$", re.IGNORECASE
)
# Lists within lists within lists are left alone.
_DEEPEST = 4


@dataclass
class _Opened:
    """A list that an announcing line has opened; `marker` is that of its items once the first is met."""

    who: str
    outside: str
    marker: str = ""


def announced_items(text: str, *, start: int, end: int) -> dict[int, str]:
    """Where each item of a list of assignments begins, with whom the line above names ("" if nobody)."""
    found: dict[int, str] = {}
    opened: list[_Opened] = []
    for line in lines_of(text):
        if not start <= line.start < end:
            continue
        bare = without_marker(line)
        marker = _kind_of_marker(line.text[: bare.start - line.start].strip())
        if opened and not marker and line.text[:1].islower():
            # The item before, broken by its width.
            continue
        opened = _still_open(opened, line, marker)
        if opened and opened[-1].marker == marker:
            found[bare.start] = opened[-1].who
        ending = line.text[-_LONGEST_END:]
        if _ANNOUNCES.search(ending) and not _TOLD.search(ending):
            opened = [*opened[1 - _DEEPEST :], _Opened(_whom(bare), marker)]
    return found


def _still_open(opened: list[_Opened], line: Span, marker: str) -> list[_Opened]:
    """The lists that a line does not end: one without a mark, or with that of a list outside, ends them."""
    if not marker or line.text.isupper():
        return []
    while opened and marker != opened[-1].marker:
        if not opened[-1].marker and marker != opened[-1].outside:
            opened[-1].marker = marker
        elif marker == opened[-1].outside:
            opened = opened[:-1]
        else:
            break
    return opened


def _kind_of_marker(marker: str) -> str:
    """One for "1." and "2.", another for "a)" and "b)"; each sign is its own."""
    bare = marker.rstrip(".)/")
    if not marker or bare == marker:
        return marker
    end = marker[len(bare) :]
    if bare[0].isdigit():
        return f"1{'.1' * bare.count('.')}{end}"
    return f"{'I' if bare.isupper() else 'a'}{end}"


def _whom(announcing: Span) -> str:
    """Whom the line itself names: "Đề nghị các chi bộ thực hiện các nội dung sau:" the branches."""
    asked = _AS_FOLLOWS.sub("", announcing.text).rstrip(":")
    if not _ANNOUNCES.search(f"{asked}:"):
        return ""
    whole = f"{asked} thực hiện"
    return given_to(whole) or actor_in(whole)
