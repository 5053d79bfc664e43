"""What part of history is asked for: as a value, as words in the row that tells of the reading, as typed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.access import Door
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.organisation.rights.history_sight import Theme, things_of
from bot.organisation.rights.terms import day_begins, day_ends
from bot.reading.folding import fold
from bot.reading.moments import parse_day
from bot.texts import history as texts
from storage import history
from storage.database import Connection
from storage.history import Line, Person, Wanted
from storage.organisation import organisation, people

_DAY = re.compile(r"(?<![\d/])\d{1,2}/\d{1,2}(?:/\d{4})?(?![\d/])|hôm nay|hôm qua", re.IGNORECASE)
_ONLY_LAST = re.compile(r"(?:đến|den|tới|toi)\s+(?:hết\s+|het\s+)?(?:ngày\s+|ngay\s+)?$", re.IGNORECASE)
_ONLY_FIRST = re.compile(r"(?:từ|tu)\s+(?:ngày\s+|ngay\s+)?$", re.IGNORECASE)
_JOINS = frozenset({"tu", "den", "toi", "het", "ngay", "cua", "qua", "ve"})


@dataclass(frozen=True)
class Filter:
    """Everything that is named has to fit; None: whatever it is.

    Args:
        person_id: who did it, or about whom it is.
        unit_id: in that unit or below it.
        last_on: the last day, to its end.
    """

    person_id: int | None = None
    unit_id: int | None = None
    theme: Theme | None = None
    door: Door | None = None
    first_on: date | None = None
    last_on: date | None = None

    @property
    def detail(self) -> str:
        """What does not stand in columns of its own, in closed words and days."""
        words = (self.theme, self.door, self.first_on, self.last_on)
        return " ".join(
            f"{name}={word}" for name, word in zip(_NAMES, words, strict=True) if word is not None
        )


_NAMES = ("about", "through", "from", "to")


@dataclass(frozen=True)
class Typed:
    """What was understood of typed words.

    Args:
        people: those who may be meant, when that is not clear.
    """

    filter: Filter
    people: tuple[Person, ...] = ()


def filter_of(line: Line) -> Filter:
    """The filter that a row about a reading tells of."""
    words = dict(word.split("=", 1) for word in line.detail.split())
    return Filter(
        person_id=line.member_id,
        unit_id=line.unit_id,
        theme=Theme(words["about"]) if "about" in words else None,
        door=Door(words["through"]) if "through" in words else None,
        first_on=date.fromisoformat(words["from"]) if "from" in words else None,
        last_on=date.fromisoformat(words["to"]) if "to" in words else None,
    )


def wanted_of(connection: Connection, office: Office, wanted: Filter) -> Wanted:
    """The filter as the rows are asked for."""
    return Wanted(
        member_id=wanted.person_id,
        unit_ids=None if wanted.unit_id is None else people.units_below(connection, wanted.unit_id),
        things=None if wanted.theme is None else things_of(wanted.theme),
        door=wanted.door,
        from_at=None if wanted.first_on is None else day_begins(office.zone, wanted.first_on),
        until_at=None if wanted.last_on is None else day_ends(office.zone, wanted.last_on),
    )


def typed_filter(
    connection: Connection, office: Office, words: str, *, unit_ids: frozenset[int] | None
) -> Typed:
    """What typed words ask for: days, a door, a theme, a unit, and what is left is a name.

    Args:
        connection: for units and names.
        office: for today.
        words: as typed, accents optional.
        unit_ids: whose members may be found by name; None: everybody.

    Raises:
        Refused: NOT_A_DATE; NOT_FOUND, when nobody bears the name that is left.
    """
    found, rest = _days(words, today=office.clock.now().astimezone(office.zone).date())
    folded = f" {fold(rest)} "
    for door, names in texts.DOOR_WORDS.items():
        folded, is_named = _take(folded, names)
        found = replace(found, door=Door(door)) if is_named else found
    for theme, names in texts.THEME_WORDS.items():
        # The button's own words first, whole: "danh sách, đơn vị" is one theme.
        folded, is_named = _take(folded, (fold(texts.THEMES[theme]), *names))
        found = replace(found, theme=Theme(theme)) if is_named else found
    units = organisation.units_in_order(connection)
    for unit in sorted(units, key=lambda one: -len(one.name)):
        folded, is_named = _take(folded, (fold(unit.name), fold(unit.short_name)))
        found = replace(found, unit_id=unit.id) if is_named else found
    left = {word for word in folded.split() if word not in _JOINS}
    return Typed(found) if not left else _with_person(found, left, history.nameable(connection, unit_ids))


def _take(folded: str, names: Sequence[str]) -> tuple[str, bool]:
    """The words without the first of these names that stands in them, and whether one does."""
    for name in names:
        if name and f" {name} " in folded:
            return folded.replace(f" {name} ", "  ", 1), True
    return folded, False


def _with_person(found: Filter, left: set[str], nameable: Sequence[Person]) -> Typed:
    named = [one for one in nameable if left <= set(fold(one.full_name).split())]
    if not named:
        raise Refused(Refusal.NOT_FOUND)
    if len(named) == 1:
        return Typed(replace(found, person_id=named[0].id))
    return Typed(found, people=tuple(named))


def _days(words: str, *, today: date) -> tuple[Filter, str]:
    matches = list(_DAY.finditer(words))
    if not matches:
        return Filter(), words
    days = [parse_day(match.group(), today=today) or _yesterday(match.group(), today) for match in matches]
    first, last = days[0], days[-1]
    if len(days) > 2 or first is None or last is None:
        raise Refused(Refusal.NOT_A_DATE)
    if last < first:
        raise Refused(Refusal.ENDS_FIRST)
    before = words[: matches[0].start()]
    rest = _DAY.sub(" ", words)
    if len(days) == 1 and _ONLY_LAST.search(before):
        return Filter(last_on=last), rest
    if len(days) == 1 and _ONLY_FIRST.search(before):
        return Filter(first_on=first), rest
    return Filter(first_on=first, last_on=last), rest


def _yesterday(word: str, today: date) -> date | None:
    return date.fromordinal(today.toordinal() - 1) if fold(word) == "hom qua" else None
