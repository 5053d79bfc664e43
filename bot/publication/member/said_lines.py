"""What a publication says, as lines of a card: main points, and what it asks of whom.

What does not fit on one small screen is folded; the reader's own tasks stay in sight, cut if they must be.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date

from bot.messages.blocks import Block, Folded, Line
from bot.publication.draft.points import Point, points_of
from bot.publication.member.fitting import FOLD_LINES, LinesOf, Own, amount, own_in_sight, parted
from bot.publication.member.tasks import Task, tasks_of
from bot.reading import PointPart
from bot.texts import cards as texts
from storage.publication.drafts import Content
from storage.states import Kind, Scope


@dataclass(frozen=True)
class SaidLines:
    """The lines of a card between its head and its state.

    Args:
        points: the main points, without the tasks that are listed.
        first: the places of the first point of each part: those to be seen before all others.
        tasks: all tasks under their heading.
        own: the reader's own.
        opens: the points may stand open where there is room; else they are folded in any case.
    """

    points: tuple[str, ...] = ()
    first: tuple[int, ...] = ()
    tasks: tuple[str, ...] = ()
    own: Own = field(default_factory=Own)
    opens: bool = False

    def least_lines(self, lines_of: LinesOf) -> int:
        """How many lines it takes at least, with the reader's own tasks in sight."""
        if not self.points and not self.tasks:
            return 0
        return FOLD_LINES + amount(self.own.lines, lines_of)

    def fitted(self, room: int, lines_of: LinesOf) -> list[Block]:
        """As much as fits into so many lines, the rest in one fold; the reader's own tasks in any case."""
        everything = (*self.points, *self.tasks)
        if (self.opens or not self.points) and amount(everything, lines_of) <= room:
            return _blocks(everything)
        is_listed = bool(self.tasks) and amount(self.tasks, lines_of) + FOLD_LINES <= room
        if is_listed and (self.own.tasks or not self.opens):
            return self._above(self.tasks, (), room, lines_of)
        if self.own.tasks:
            own = own_in_sight(self.own, room=room - FOLD_LINES, lines_of=lines_of)
            return self._above(own, self.tasks, room, lines_of)
        if not self.opens:
            return _blocks((), folded=everything)
        shown = parted(self.points, self.tasks, first=self.first, room=room, lines_of=lines_of)
        return _blocks(shown.open, folded=shown.rest)

    def _above(
        self, below: Sequence[str], folded: Sequence[str], room: int, lines_of: LinesOf
    ) -> list[Block]:
        """These tasks, and above them what there is still room for."""
        if not self.opens:
            return _blocks(below, folded=(*self.points, *folded))
        left = room - amount(below, lines_of)
        shown = parted(self.points, (), first=self.first, room=left, lines_of=lines_of)
        return _blocks((*shown.open, *below), folded=(*shown.rest, *folded))


def said_in(content: Content, called: str, own_tasks: Collection[int]) -> SaidLines:
    """What may be said of it: of what is nội bộ nothing.

    Args:
        content: of a draft or a version.
        called: the reader at the beginning of a sentence.
        own_tasks: the places of the tasks by which they are meant.
    """
    if content.scope is not Scope.PUBLIC:
        return SaidLines()
    tasks = tasks_of(content.tasks)
    # A draft still holds those that were left out; they go to nobody.
    points = [point for point in points_of(content.main_points) if point.kept]
    quoted = [point for point in points if point.part is PointPart.TASK]
    points = [point for point in points if point not in quoted]
    year = (content.event_on or content.issued_on or date.max).year
    opens = content.kind is Kind.MEETING_SUMMARY
    # What a directive asks of offices is no news to each of its readers: the main points come before it.
    is_listed = opens or bool(own_tasks) or any(task.member_ids for task in tasks)
    lines = [_task(place, task, year) for place, task in enumerate(tasks, start=1)] if is_listed else []
    own = [place for place in sorted(own_tasks) if place < len(lines)]
    listed = lines or _numbered(quoted)
    if not lines and (not opens or len(quoted) == 1):
        # Quoted alone, they are main points like the others.
        points, listed = [*points, *quoted], []
    return SaidLines(
        points=tuple(_points(points)),
        first=_first(points),
        tasks=(texts.NEXT, *listed) if listed else (),
        own=_own([lines[place] for place in own], [tasks[place] for place in own], called, year),
        opens=opens,
    )


def _task(place: int, task: Task, year: int) -> str:
    due_on = texts.task_due(task.due_on, year) if task.due_on else ""
    return texts.task(place, task.text, task.who, due_on)


def _own(lines: Sequence[str], tasks: Sequence[Task], called: str, year: int) -> Own:
    if not tasks:
        return Own()
    due = (texts.task_due(task.due_on, year) if task.due_on else "" for task in tasks)
    return Own(
        heading=texts.own_tasks(called),
        tasks=tuple(lines),
        due=tuple(f" – {by_when}" if by_when else "" for by_when in due),
        in_short=texts.own_in_short(lines),
    )


def _points(points: Sequence[Point]) -> list[str]:
    tasks = [point for point in points if point.part is PointPart.TASK]
    several = tasks if len(tasks) > 1 else []
    lines = [texts.point(point.part.value, point.text) for point in points if point not in several]
    return [*lines, texts.NEXT, *_numbered(several)] if several else lines


def _numbered(points: Sequence[Point]) -> list[str]:
    return [texts.numbered(place, point.text) for place, point in enumerate(points, start=1)]


def _first(points: Sequence[Point]) -> tuple[int, ...]:
    parts = [point.part for point in points]
    return tuple(place for place, part in enumerate(parts) if part not in parts[:place])


def _blocks(lines: Sequence[str], *, folded: Sequence[str] = ()) -> list[Block]:
    fold = [Folded(texts.MAIN_POINTS, "\n".join(folded))] if folded else []
    return [*map(Line, lines), *fold]
