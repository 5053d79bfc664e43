"""Which unit a line means."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from bot.organisation.names import tidy
from bot.organisation.roster.difference import Place
from bot.organisation.roster.lines import RosterLine, Trouble, Unclear
from bot.reading.folding import fold
from bot.reading.letters import LETTER

LONGEST_UNIT = 120
LONGEST_SHOWN = 40
_FITS = re.compile(rf"[{LETTER}][{LETTER}\d .,'’&()/+:–-]*")
Known = tuple[RosterLine, int | None]
"""A line and its unit; None: one that is to be opened."""


def labels(places: Sequence[Place]) -> dict[int, str]:
    """How each unit is called in a file: by its name, and by the one above where two share it."""
    count = Counter(fold(place.name) for place in places)
    return {
        place.id: place.name if count[fold(place.name)] == 1 else f"{place.name} – {place.above}"
        for place in places
    }


class Places:
    """Finds units by what people write.

    Args:
        places: the open units.
        opens_units: whether what is not there is to be opened, as a branch.
    """

    def __init__(self, places: Sequence[Place], *, opens_units: bool) -> None:
        self._opens = opens_units
        self._unknown: Counter[str] = Counter()
        self._by_word: dict[str, set[int]] = defaultdict(set)
        labelled = labels(places)
        for place in places:
            for written in (place.name, place.short_name, labelled[place.id], f"{place.name} {place.above}"):
                self._by_word[fold(written)].add(place.id)

    @property
    def unknown(self) -> tuple[tuple[str, int], ...]:
        """The names that no unit has, with how many lines."""
        return tuple(self._unknown.items())

    @property
    def opening(self) -> tuple[str, ...]:
        """Those of them that are to be opened."""
        return tuple(self._unknown) if self._opens else ()

    def resolve(self, lines: Sequence[RosterLine]) -> tuple[list[Known], list[Unclear]]:
        """The lines with their units, and those whose unit is not known."""
        known: list[Known] = []
        unclear: list[Unclear] = []
        spelled: dict[str, str] = {}
        for line in lines:
            found = self._by_word.get(fold(line.unit), set())
            if len(found) == 1:
                known.append((line, next(iter(found))))
            elif found:
                unclear.append(Unclear(line.row, line.name, Trouble.UNIT_DOUBLE, line.unit))
            elif len(line.unit) > LONGEST_UNIT or not _FITS.fullmatch(line.unit):
                unclear.append(Unclear(line.row, line.name, Trouble.UNIT_ODD, line.unit[:LONGEST_SHOWN]))
            else:
                # As it was first spelled, so that "chi bộ 9" opens no second unit.
                unit = spelled.setdefault(fold(line.unit), tidy(line.unit))
                self._unknown[unit] += 1
                if self._opens:
                    known.append((_in(line, unit), None))
                else:
                    unclear.append(Unclear(line.row, line.name, Trouble.UNIT_UNKNOWN, line.unit))
        return known, unclear


def _in(line: RosterLine, unit: str) -> RosterLine:
    return line if line.unit == unit else RosterLine(**{**vars(line), "unit": unit})
