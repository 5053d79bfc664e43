"""How a member who has not answered can be reached: a rule over what the deliveries left behind."""

from enum import StrEnum

from storage.chasing.reminding import Trace


class Reach(StrEnum):
    """What to do about somebody outstanding; the three are apart."""

    REMIND = "remind"
    """A message gets there."""
    WAITING = "waiting"
    """The card itself is still on its way; a reminder would overtake it."""
    CALL = "call"
    """Nothing gets there: somebody has to telephone, or read it aloud."""


def reach_of(trace: Trace) -> Reach:
    """What to do about a member with this trace."""
    if not trace.has_address:
        return Reach.CALL
    if trace.arrived or trace.in_doubt:
        return Reach.REMIND
    if trace.waiting:
        return Reach.WAITING
    return Reach.CALL if trace.failed else Reach.REMIND


def has_not_arrived(trace: Trace) -> bool:
    """Whether no card is known to have got there (one in doubt may have)."""
    return not (trace.arrived or trace.in_doubt)
