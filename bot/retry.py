"""When to try again, and whether. Pure: the past and a fraction of chance in, a decision out."""

from datetime import timedelta

from storage.states import Repeat

_LONGEST = timedelta(minutes=5)
# Long enough for a tap on the first copy to prove it (facts/reliability.md section 2.4: 60 to 120 s).
_BEFORE_A_COPY = timedelta(seconds=60)
_SPREAD = timedelta(seconds=60)
_LONGEST_LOOK = timedelta(hours=6)

_COPIES = {Repeat.NEVER: 0, Repeat.ONCE: 1, Repeat.THREE_TIMES: 3}


def after_not_sent(failures: int, *, chance: float) -> timedelta:
    """How long to rest when no connection was made: 2, 4, 8, ... seconds, at most 5 minutes, half by chance.

    Args:
        failures: how many tries failed before this one.
        chance: 0 to 1.
    """
    rest = min(timedelta(seconds=2 << min(failures, 10)), _LONGEST)
    return rest * (0.5 + chance / 2)


def after_failed_look(failures: int, *, every: timedelta, chance: float) -> timedelta:
    """How long to leave a site alone that failed: its usual pause, doubled with each failure up to six hours.

    Args:
        failures: how many looks failed in a row, this one among them.
        every: its usual pause; a longer one than six hours stays as it is.
        chance: 0 to 1; up to a tenth is added, so that what failed together does not come back together.
    """
    rest = every * (1 << min(max(failures, 1) - 1, 10))
    return min(rest, max(every, _LONGEST_LOOK)) * (1 + chance / 10)


def after_maybe(repeat: Repeat, *, maybe_count: int, chance: float) -> timedelta | None:
    """How long to wait before a copy may go out, or None when no copy goes out any more.

    Args:
        repeat: the delivery's policy.
        maybe_count: how often its outcome stayed unclear before this time.
        chance: 0 to 1.
    """
    if repeat is Repeat.FREELY:
        return after_not_sent(maybe_count, chance=chance)
    if maybe_count < _COPIES[repeat]:
        return _BEFORE_A_COPY + _SPREAD * chance
    return None
