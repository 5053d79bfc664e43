"""What of a long list stands open on one small screen, and what goes into its fold. Pure."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from bot.messages.blocks import Block, Line

LinesOf = Callable[[Block], int]
FOLD_LINES = 1
_ENTRY_LINES = (3, 2, 1)
"""How long one entry may be, from what reads best to what is at least something."""
_FEWEST_WORDS = 2


@dataclass(frozen=True)
class Shown:
    """What stands open, and the entries of which something is missing there.

    Args:
        open: lines.
        rest: lines for the fold, whole.
    """

    open: tuple[str, ...]
    rest: tuple[str, ...]


@dataclass(frozen=True)
class Own:
    """The reader's own tasks.

    Args:
        heading: above them.
        tasks: whole lines.
        due: of each what is not cut away: by when.
        in_short: all of them in one line, for a screen without room.
    """

    heading: str = ""
    tasks: tuple[str, ...] = ()
    due: tuple[str, ...] = ()
    in_short: str = ""

    @property
    def lines(self) -> tuple[str, ...]:
        """Everything, whole."""
        return (self.heading, *self.tasks) if self.tasks else ()


def parted(
    points: Sequence[str], tasks: Sequence[str], *, first: Collection[int], room: int, lines_of: LinesOf
) -> Shown:
    """As many entries as there is room for, each cut to the same few lines.

    Args:
        points: above the tasks.
        tasks: their heading and the tasks; may be empty.
        first: the places of the points that go before all else.
        room: for everything, the fold included.
        lines_of: how many lines a block takes.
    """
    found = Shown((), (*points, *tasks))
    for most in _ENTRY_LINES:
        entries = [cut(entry, most, lines_of) for entry in (*points, *tasks)]
        chosen = _chosen(entries, len(points), first, room - FOLD_LINES, lines_of)
        missing = [
            place
            for place, whole in enumerate((*points, *tasks))
            if place not in chosen or entries[place] != whole
        ]
        found = Shown(_lines(entries, chosen), _whole((*points, *tasks), missing, len(points)))
        wanted = {*first, *range(len(points), len(entries))[:2]}
        if wanted <= chosen:
            break
    return found


def own_in_sight(own: Own, *, room: int, lines_of: LinesOf) -> tuple[str, ...]:
    """The reader's own tasks, cut where they must be; something of them is there even without any room.

    Args:
        own: as they are when whole.
        room: for these lines.
        lines_of: how many lines a block takes.
    """
    if amount(own.lines, lines_of) <= room:
        return own.lines
    for most in range(room, 0, -1):
        tasks = zip(own.tasks, own.due, strict=True)
        lines = (own.heading, *(cut(task, most, lines_of, behind=due) for task, due in tasks))
        if amount(lines, lines_of) <= room:
            return lines
    return (cut(own.in_short, max(room, 1), lines_of),)


def cut(text: str, most: int, lines_of: LinesOf, *, behind: str = "") -> str:
    """The text, cut between words with "…" where it takes more lines than these.

    Args:
        text: on one line.
        most: at least 1.
        lines_of: how many lines a block takes.
        behind: what stands behind the "…", where there is room for both.
    """
    if lines_of(Line(text)) <= most:
        return text
    for end in dict.fromkeys((f"…{behind}", "…")):
        words = text.split(" ")
        while len(words) > _FEWEST_WORDS:
            words.pop()
            shorter = " ".join(words).rstrip(".,;:–- ") + end
            if lines_of(Line(shorter)) <= most:
                return shorter
    return text


def amount(lines: Sequence[str], lines_of: LinesOf) -> int:
    """How many lines of the screen they take."""
    return sum(lines_of(Line(line)) for line in lines)


def _chosen(
    entries: Sequence[str], heading: int, first: Collection[int], room: int, lines_of: LinesOf
) -> set[int]:
    chosen: set[int] = set()
    tasks = range(heading + 1, len(entries))
    for place in sorted(first):
        room = _taken(chosen, (place,), entries, room, lines_of)
    for place in tasks:
        # The heading comes with the first of them, and numbers leave no gap.
        group = (heading, place) if place == tasks[0] else (place,)
        if place == tasks[0] or place - 1 in chosen:
            room = _taken(chosen, group, entries, room, lines_of)
    if set(tasks) <= chosen:
        for place in range(heading):
            if place not in chosen:
                room = _taken(chosen, (place,), entries, room, lines_of)
    return chosen


def _taken(
    chosen: set[int], group: Collection[int], entries: Sequence[str], room: int, lines_of: LinesOf
) -> int:
    needed = amount([entries[place] for place in group], lines_of)
    if needed > room:
        return room
    chosen.update(group)
    return room - needed


def _lines(entries: Sequence[str], chosen: Collection[int]) -> tuple[str, ...]:
    return tuple(entries[place] for place in sorted(chosen))


def _whole(entries: Sequence[str], missing: Collection[int], heading: int) -> tuple[str, ...]:
    """The missing ones, the tasks among them under their heading."""
    places = set(missing) - {heading}
    if any(place > heading for place in places):
        places.add(heading)
    return _lines(entries, places)
