"""A member's own quiet hours: pure reckoning over the hours of a day, and past midnight."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

DAY = 24 * 60
"""Minutes."""


@dataclass(frozen=True)
class Quiet:
    """Hours in which nothing ordinary is sent to a member.

    Args:
        begins, ends: minutes after midnight in the office's zone; an end before the beginning is the next
            day's.
    """

    begins: int
    ends: int

    def holds_at(self, minute: int) -> bool:
        """Whether it is quiet at that minute of the day."""
        return (minute - self.begins) % DAY < (self.ends - self.begins) % DAY


def quiet_of(begins: int | None, ends: int | None) -> Quiet | None:
    """What a member's row says; None where they set none."""
    return None if begins is None or ends is None else Quiet(begins, ends)


def quiet_until(quiet: Quiet | None, now: datetime, zone: ZoneInfo) -> datetime | None:
    """When the quiet hours that hold now are over; None when none hold."""
    local = now.astimezone(zone)
    if quiet is None or not quiet.holds_at(local.hour * 60 + local.minute):
        return None
    ends = datetime.combine(local.date(), minute_of_day(quiet.ends), zone)
    return ends if ends > local else ends + timedelta(days=1)


def left_over(spans: Iterable[tuple[time, time]], quiet: Quiet) -> list[tuple[time, time]]:
    """What remains of these parts of a day outside the quiet hours, in order."""
    kept: list[tuple[time, time]] = []
    for opens, closes in spans:
        kept += _runs([minute for minute in _minutes(opens, closes) if not quiet.holds_at(minute)])
    return kept


def length_of(spans: Iterable[tuple[time, time]]) -> timedelta:
    """How long these parts of a day are together."""
    return timedelta(minutes=sum(len(_minutes(opens, closes)) for opens, closes in spans))


LEAST = timedelta(hours=1)
"""Of a working day's sending hours that must remain: in less, a long broadcast would not get through."""


def leaves_enough(spans: Iterable[tuple[time, time]], quiet: Quiet) -> bool:
    """Whether enough of these sending hours remains; quiet hours that leave less hold nothing back."""
    return length_of(left_over(spans, quiet)) >= LEAST


def minute_of_day(minute: int) -> time:
    """The time of day so many minutes after midnight."""
    return time(minute // 60, minute % 60)


def _minutes(opens: time, closes: time) -> range:
    return range(opens.hour * 60 + opens.minute, closes.hour * 60 + closes.minute)


def _runs(minutes: Sequence[int]) -> list[tuple[time, time]]:
    """Minutes that follow one another, each run from its first to the end of its last."""
    starts = [minute for minute in minutes if minute - 1 not in minutes]
    ends = [minute + 1 for minute in minutes if minute + 1 not in minutes]
    return [(minute_of_day(start), minute_of_day(end)) for start, end in zip(starts, ends, strict=True)]
