"""The lines of the news about those who moved."""

from collections import defaultdict
from collections.abc import Sequence

from bot.texts import roster_news as texts
from storage.database import Connection
from storage.organisation import roster_news
from storage.organisation.roster_news import Along, Mover

_MOST_NAMES = 8
_MOST_TITLES = 5


def moved_lines(connection: Connection, moves: Sequence[Mover]) -> list[str]:
    """Who moved from where to where, and why the numbers of both units change."""
    along = roster_news.went_along(connection, [one.id for one in moves])
    asked = roster_news.asked_since(connection, [one.member_id for one in moves], at=moves[0].moved_at)
    lines = _one(moves[0], along) if len(moves) == 1 else _several(moves, along)
    if asked:
        lines.append(texts.asked(asked))
    elif not along:
        lines.append(texts.NOTHING_ALONG)
    return lines


def _one(move: Mover, along: Sequence[Along]) -> list[str]:
    lines = [texts.moved(move.address_form, move.full_name, move.from_name, move.to_name, move.on_date)]
    if len(along) > _MOST_TITLES:
        lines.append(texts.along_count(len(along), move.to_name))
    elif along:
        lines.append(texts.along(len(along), move.to_name))
        lines += [texts.title_line(one.number, one.title) for one in along]
    return lines


def _several(moves: Sequence[Mover], along: Sequence[Along]) -> list[str]:
    lines = [texts.moved_together(len(moves), moves[0].on_date)]
    ways: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for move in moves:
        ways[move.from_name, move.to_name].append(move.full_name)
    listed = 0
    for (from_name, to_name), names in ways.items():
        lines.append(texts.way(from_name, to_name, len(names)))
        shown = names[: max(0, _MOST_NAMES - listed)]
        lines += [texts.name(place, full_name) for place, full_name in enumerate(shown, start=1)]
        listed += len(shown)
    if len(moves) > listed:
        lines.append(texts.more_names(len(moves) - listed))
    if along:
        lines.append(texts.along_together(sum(one.amount for one in along), len(along)))
    return lines
