"""The progress card: equal progress gives an equal message, so that no edit is made that changes nothing."""

from zoneinfo import ZoneInfo

from bot.messages.acts import Act
from bot.messages.blocks import Block, Bold, Button, Buttons, Line, Message
from bot.reports.counting import Progress
from bot.reports.move_lines import move_lines
from bot.reports.sight import Sight
from bot.texts import chasing as room_texts
from bot.texts import progress as texts
from bot.texts import task_progress as task_texts
from bot.texts.self_service import PLATFORMS
from storage.states import ObligationState, PublicationState

_MOST_UNITS = 20
_MOST_MOVES = 4


def progress_card(progress: Progress, sight: Sight, *, zone: ZoneInfo) -> Message:
    """The card for somebody who may see this much."""
    blocks: list[Block] = [Bold(texts.heading(progress.number, progress.title))]
    blocks += [Line(words) for words in _lines(progress, zone) if words]
    rows = () if progress.state is PublicationState.WITHDRAWN else _rows(progress, sight)
    lower = [Button(texts.REPORT, Act.REPORT, progress.publication_id)]
    if progress.tasks[1] or progress.has_questions:
        lower.append(Button(task_texts.DETAILS, Act.TASKS, progress.publication_id))
    return Message((*blocks, Buttons((*rows, tuple(lower)))))


def _lines(progress: Progress, zone: ZoneInfo) -> list[str]:
    totals, ways = progress.totals, progress.ways_in(None)
    lines = [
        _state(progress),
        texts.moment(progress.changed_at, progress.due_at, zone),
        texts.own_dues(progress.own_dues.amount, progress.own_dues.latest, zone) if progress.own_dues else "",
        texts.acknowledged(totals.acknowledged, totals.expected),
        texts.apart(questions=totals.questions, read_aloud=totals.read_aloud),
        texts.outstanding(totals.outstanding, not_arrived=ways.not_arrived) if totals.outstanding else "",
        texts.in_doubt(ways.in_doubt) if ways.in_doubt else "",
        _on_the_way(progress, zone),
        *_without_room(progress),
        task_texts.taken(*progress.tasks) if progress.tasks[1] else "",
        texts.not_counted(
            (one.amount, one.because, one.state is ObligationState.EXEMPT) for one in progress.not_counted
        ),
    ]
    return [*lines, *_unit_lines(progress), *move_lines(progress, most=_MOST_MOVES)]


def _unit_lines(progress: Progress) -> list[str]:
    shares = [(one.short_name, one.counts) for one in progress.units if one.counts.expected]
    if len(shares) > _MOST_UNITS:
        # Too many for a card: a unit's share with all below it stands for them.
        tops = [(one.short_name, one.with_below or one.counts) for one in progress.units if not one.depth]
        shares = [(name, counts) for name, counts in tops if counts.expected]
    if len(shares) < 2:
        return []
    shown = shares[:_MOST_UNITS]
    lines = [texts.units((name, counts.acknowledged, counts.expected) for name, counts in shown)]
    if len(shares) > len(shown):
        lines.append(texts.more_units(len(shares) - len(shown)))
    return lines


def _state(progress: Progress) -> str:
    if progress.state is PublicationState.WITHDRAWN:
        return texts.WITHDRAWN
    return texts.HALTED if progress.state is PublicationState.HALTED else ""


def _on_the_way(progress: Progress, zone: ZoneInfo) -> str:
    waiting = progress.ways_in(None).waiting
    if not waiting or progress.state is not PublicationState.IN_FORCE:
        return ""
    if progress.opens_at is None:
        return texts.going(waiting)
    return texts.held(waiting, progress.opens_at, zone)


def _without_room(progress: Progress) -> tuple[str, ...]:
    ways, platforms = progress.ways_in(None), ", ".join(PLATFORMS[one] for one in progress.full)
    return (
        room_texts.held(platforms, ways.held) if ways.held else "",
        room_texts.no_room(platforms, ways.no_room) if ways.no_room else "",
    )


def _rows(progress: Progress, sight: Sight) -> tuple[tuple[Button, ...], ...]:
    about = progress.publication_id
    names, remind = progress.outstanding_in(sight.names), progress.ways_in(sight.remind).remind
    call = progress.ways_in(sight.names).call
    upper = (
        (names, Button(texts.names_button(names), Act.NAMES, about)),
        (remind, Button(texts.remind_button(remind), Act.REMIND, about)),
        (call, Button(texts.call_button(call), Act.NEED_CALL, about)),
    )
    shown = [button for amount, button in upper if amount]
    if progress.state is PublicationState.HALTED and sight.resumes:
        shown.insert(0, Button(texts.RESUME, Act.RESUME, about))
    return tuple(tuple(shown[start : start + 2]) for start in range(0, len(shown), 2))
