"""A messenger that comes and goes: how often it did, how it is trusted again, what is said of it. Pure."""

from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from enum import StrEnum

LOOK_BACK = timedelta(days=2)
"""So far back the outages have to be known: of the last day, and of the day before the last word."""
_A_DAY = timedelta(days=1)
_OFTEN = 3
"""Outages in a day from which on each single one is no news."""
_SLOWEST = timedelta(hours=1)

Begun = Mapping[int, Collection[datetime]]
"""When the outages of each connection began (office time)."""


class Word(StrEnum):
    """What leaders hear when it is out once more."""

    OUT = "out"
    """That it is out; and later that it is back."""
    FLAPPING = "flapping"
    """That it comes and goes; nothing more for a day."""
    NONE = "none"
    """Nothing: they know that it comes and goes."""


def flaps(begun: Begun, at: datetime) -> int:
    """How often it went out in the day before: of several bots together, as often as the worst of them."""
    return max((sum(at - _A_DAY < one <= at for one in each) for each in begun.values()), default=0)


def word_of(begun: Begun, told_at: datetime | None, *, now: datetime) -> Word:
    """What is said of a platform that is out.

    Args:
        begun: the outages of its connections, this one too.
        told_at: when leaders last heard of one (office time); None: never.
        now: office time.
    """
    if flaps(begun, now) < _OFTEN:
        return Word.OUT
    knows = told_at is not None and told_at > now - _A_DAY and flaps(begun, told_at) >= _OFTEN
    return Word.NONE if knows else Word.FLAPPING


def trusted_after(usual: timedelta, times: int) -> timedelta:
    """How long it has to answer before it counts as back: twice as long with each outage of a day."""
    doubled = usual * (1 << min(max(times - 1, 0), 12))
    return max(usual, min(_SLOWEST, doubled))
