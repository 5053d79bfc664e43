"""How a member who has not answered can be reached: a rule over what the deliveries left behind."""

from datetime import datetime
from enum import StrEnum

from bot.office import Office
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
    if trace.arrived or trace.in_doubt:
        return Reach.REMIND if trace.has_address else Reach.CALL
    if trace.waiting:
        return Reach.WAITING
    if not trace.has_address:
        return Reach.CALL
    if trace.failed:
        return Reach.CALL
    # What was dropped at one address may wait at another.
    if trace.held:
        return Reach.WAITING
    return Reach.CALL if trace.no_room else Reach.REMIND


def lacks_room(trace: Trace) -> bool:
    """Whether somebody has to call only because the month has no room for the card."""
    return reach_of(trace) is Reach.CALL and trace.has_address and trace.no_room and not trace.failed


def silent_since(office: Office) -> datetime:
    """Where no call was answered since then (machine time), nothing arrives, though nothing could turn."""
    return office.clock.machine() - office.settings.outages.out_after


def has_not_arrived(trace: Trace) -> bool:
    """Whether no card is known to have got there (one in doubt may have)."""
    return not (trace.arrived or trace.in_doubt)
