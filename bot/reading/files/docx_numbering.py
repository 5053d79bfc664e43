"""The numbers that Word puts before paragraphs itself: they stand in no text (ECMA-376-1, 17.9)."""

import re
from dataclasses import dataclass, field

from bot.reading.files.xml_walk import Attributes

_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9
_MOST = 9_999


@dataclass
class _Level:
    start: int = 1
    form: str = "decimal"
    text: str = ""


@dataclass
class _List:
    kind: str = ""
    starts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """Walks numbering.xml, then counts paragraphs."""

    def __init__(self) -> None:
        self._kinds: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, _List] = {}
        self._level_of_style: dict[str, int] = {}
        self._counts: dict[str, list[int]] = {}
        self._kind = self._list = ""
        self._at = 0

    def begin(self, name: str, attributes: Attributes) -> None:
        """As `Walker`."""
        value = attributes.get("val", "")
        match name:
            case "abstractNum":
                self._kind = attributes.get("abstractNumId", "")
                self._kinds[self._kind] = {}
            case "num":
                self._list = attributes.get("numId", "")
                self._lists[self._list] = _List()
            case "abstractNumId" if self._list in self._lists:
                self._lists[self._list].kind = value
            case "lvl" | "lvlOverride":
                self._at = _number(attributes.get("ilvl", ""), 0)
            case "startOverride" if self._list in self._lists:
                self._lists[self._list].starts[self._at] = _number(value, 1)
            case "start" | "numFmt" | "lvlText":
                self._note(name, value)
            case "pStyle":
                self._level_of_style[value] = self._at

    def end(self, name: str) -> None:
        """As `Walker`."""

    def words(self, text: str) -> None:
        """As `Walker`."""

    def level_of_style(self, style: str) -> int:
        """The level at which paragraphs of this style stand, where the style alone says it."""
        return self._level_of_style.get(style, 0)

    def label(self, list_id: str, at: int) -> str:
        """The number of the next paragraph of this list, as it is printed; "" where it cannot be known."""
        numbered = self._lists.get(list_id)
        levels = self._kinds.get(numbered.kind, {}) if numbered is not None else {}
        if numbered is None or at not in levels:
            return ""
        if levels[at].form == "bullet":
            return "-"
        counts = self._counted(list_id, numbered, levels, at)
        return _PLACE.sub(
            lambda place: _written(counts[int(place[1]) - 1], levels.get(int(place[1]) - 1, _Level()).form),
            levels[at].text,
        )

    def _counted(self, list_id: str, numbered: _List, levels: dict[int, _Level], at: int) -> list[int]:
        # Lists of one kind go on counting together, unless one says where it starts.
        key = f"list {list_id}" if numbered.starts else f"kind {numbered.kind}"
        counts = self._counts.setdefault(key, [0] * _LEVELS)
        for level in range(at + 1):
            start = numbered.starts.get(level, levels.get(level, _Level()).start)
            if counts[level] == 0:
                counts[level] = start
            elif level == at:
                counts[level] += 1
        counts[at + 1 :] = [0] * (_LEVELS - at - 1)
        return counts

    def _note(self, name: str, value: str) -> None:
        if self._list or self._kind not in self._kinds:
            return
        level = self._kinds[self._kind].setdefault(self._at, _Level())
        match name:
            case "start":
                level.start = _number(value, 1)
            case "numFmt":
                level.form = value
            case _:
                level.text = value[:40]


def _number(written: str, otherwise: int) -> int:
    return int(written) if written.isdecimal() and len(written) < 4 else otherwise


def _written(number: int, form: str) -> str:
    match form:
        case "upperRoman" | "lowerRoman":
            roman = _roman(min(number, _MOST))
            return roman if form == "upperRoman" else roman.lower()
        case "upperLetter" | "lowerLetter" if number > 0:
            # After z comes aa, then bb.
            letter = chr(ord("a") + (number - 1) % 26) * min((number - 1) // 26 + 1, 4)
            return letter if form == "lowerLetter" else letter.upper()
        case "decimalZero":
            return f"{number:02}"
        case "none":
            return ""
    return str(number)


def _roman(number: int) -> str:
    written = ""
    for value, sign in (
        *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC")),
        *((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
    ):
        written += sign * (number // value)
        number %= value
    return written
