"""Which connections are out, and which are back: a rule over what their rows say. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.delivery.lines import is_stopped
from bot.organisation.outages.flapping import trusted_after
from storage.channels.connections import Line
from storage.states import Platform

_BELIEVED_AFTER = timedelta(hours=1)


@dataclass(frozen=True)
class Judgement:
    """What changes now.

    Args:
        out: those that word goes around from now on.
        back: those that word goes to as before.
        alone: nothing at all can be reached: more likely the office's own line, so that nothing turns.
    """

    out: tuple[Line, ...] = ()
    back: tuple[Line, ...] = ()
    alone: tuple[Line, ...] = ()


@dataclass(frozen=True)
class Patience:
    """How long one waits; see `settings.outages`.

    Args:
        flaps: how often each connection went out in the last day, by number.
    """

    out_after: timedelta
    back_after: timedelta
    flaps: Mapping[int, int] = field(default_factory=dict)


def judge(lines: Sequence[Line], patience: Patience, *, now: datetime) -> Judgement:
    """What the rows of all connections that are served say at that moment (machine time).

    One that failed for long enough is out where another can be reached. Where the others of its platform
    are just failing too, they are waited for, so that leaders hear of the platform once, and not of each
    bot. One whose token was refused is out at once.

    While messengers of several platforms do not answer, the web inbox, which needs no line outwards, says
    nothing: beside one that has been out for days, every fault of the office's own line would be taken for
    another outage. What fails for an hour beside one that is out is believed. Beside one messenger alone the
    web inbox has to do: otherwise that one would never be out.
    """
    over = [line for line in lines if line.out_since is None and _is_over(line, patience, now)]
    ripe = tuple(line for line in over if is_stopped(line) or not _is_waited_for(line, lines, patience, now))
    back = tuple(line for line in lines if line.out_since is not None and _is_back(line, patience, now))
    good = [line.platform for line in lines if _is_good(line)]
    if any(platform is not Platform.WEB for platform in good) or (good and len(_silent(lines)) < 2):
        return Judgement(out=ripe, back=back)
    is_one_out = bool(good) and any(_is_unanswered(line) and line.out_since for line in lines)
    out = tuple(line for line in ripe if is_one_out and _failed_for(line, now) >= _BELIEVED_AFTER)
    return Judgement(out=out, back=back, alone=tuple(line for line in ripe if line not in out))


def _is_over(line: Line, patience: Patience, now: datetime) -> bool:
    return is_stopped(line) or _failed_for(line, now) >= patience.out_after


def _failed_for(line: Line, now: datetime) -> timedelta:
    return timedelta() if line.failing_since is None else now - line.failing_since


def _is_waited_for(line: Line, lines: Sequence[Line], patience: Patience, now: datetime) -> bool:
    # One of them that fails now and then is not waited for without end.
    if _failed_for(line, now) >= 2 * patience.out_after:
        return False
    return any(
        other.platform is line.platform
        and other.out_since is None
        and other.failing_since is not None
        and not _is_over(other, patience, now)
        for other in lines
    )


def _silent(lines: Sequence[Line]) -> set[Platform]:
    """The platforms of which a messenger does not answer, whether it is out already or not."""
    return {line.platform for line in lines if _is_unanswered(line)}


def _is_unanswered(line: Line) -> bool:
    if is_stopped(line):
        return False
    return line.failing_since is not None or (line.out_since is not None and line.good_since is None)


def _is_good(line: Line) -> bool:
    return line.failing_since is None and line.out_since is None and not is_stopped(line)


def _is_back(line: Line, patience: Patience, now: datetime) -> bool:
    if is_stopped(line) or line.failing_since is not None or line.good_since is None:
        return False
    return now - line.good_since >= trusted_after(patience.back_after, patience.flaps.get(line.id, 0))
