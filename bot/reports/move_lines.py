"""Why an open obligation is counted in another unit than the one in which it was asked."""

from collections.abc import Mapping, Sequence

from bot.reports.counting import Progress
from bot.reports.day_tree import Moved
from bot.texts import progress as texts


def move_lines(progress: Progress, *, most: int) -> list[str]:
    """For a card: two lines a move, in short names; of more moves only how many there are."""
    short_names = {unit_id: short_name for unit_id, (_, short_name) in progress.names.items()}
    lines = lines_of(progress.moves[:most], short_names, progress.seen)
    if len(progress.moves) > most:
        lines.append(texts.more_moves(len(progress.moves) - most))
    return lines


def lines_of(moves: Sequence[Moved], names: Mapping[int, str], seen: frozenset[int] | None) -> list[str]:
    """A line under the old unit and one under the new, as far as the reader sees the unit."""
    lines: list[str] = []
    for one in moves:
        from_name, to_name = names[one.from_id], names[one.to_id]
        if seen is None or one.from_id in seen:
            lines.append(texts.moved_away(from_name, one.amount, to_name, one.on))
        if seen is None or one.to_id in seen:
            lines.append(texts.moved_here(to_name, one.amount, from_name))
    return lines
