"""The deliveries of a publication to one person, as whoever asks about them may see them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from bot.office import Office
from storage.chasing.ladders import NEXT_ADDRESS
from storage.publication.why import Sent
from storage.states import DeliveryState, Platform, Purpose, Reason, Urgency

_IN_DOUBT = (DeliveryState.MAYBE, DeliveryState.UNKNOWN)
_PUT_OFF = (Reason.HOURS, Reason.QUOTA)
_SAID_OTHERWISE = (*_PUT_OFF, Reason.OUTAGE)
# An answer closes what waits at once; the clock, a withdrawal or a leave closes it in other words.
_NEVER_WENT = (DeliveryState.QUEUED, DeliveryState.SKIPPED, DeliveryState.CANCELLED, DeliveryState.EXPIRED)


class Because(StrEnum):
    """Why it went to a further conversation."""

    NO_ANSWER = "no_answer"
    OUTAGE = "outage"


@dataclass(frozen=True)
class Way:
    """One delivery of it.

    Args:
        state: None: it never went out, and whether it still waits is not told: an answer would show by it.
        at: when it went out, or (waiting) when it is to go; None: unknown, or as soon as its turn comes.
        reason: why it did not simply arrive. HOURS for what waits: the person's own quiet hours.
        waits_for_office: what is queued waits for the office's sending hours.
        because: why it went here, though it is not the first of their conversations.
    """

    purpose: Purpose
    platform: Platform
    state: DeliveryState | None
    reason: Reason | None
    at: datetime | None
    waits_for_office: bool = False
    because: Because | None = None


def ways_of(
    office: Office, sent: Sequence[Sent], urgency: Urgency, *, keeps_answers: bool
) -> tuple[Way, ...]:
    """How each of them went, in order.

    Args:
        office: the office.
        sent: the deliveries.
        urgency: of the publication.
        keeps_answers: nothing may show by which those who answered differ from those who did not.
    """
    if not keeps_answers:
        return tuple(_way(office, one, urgency) for one in sent)
    # That it went further would tell that nobody had answered.
    shown = (one for one in sent if one.because != NEXT_ADDRESS)
    return tuple(_told_to_others(one) or _way(office, one, urgency) for one in shown)


def _told_to_others(one: Sent) -> Way | None:
    """What looks the same with and without an answer, where the row itself would tell them apart."""
    was_tapped = one.reason is Reason.TOLD_BY_TAP
    if one.state in _IN_DOUBT or was_tapped or (not one.stands and one.state in _NEVER_WENT and one.first_at):
        # A tap, which mostly is the answer, proves that it arrived.
        return Way(one.purpose, one.platform, DeliveryState.UNKNOWN, None, None)
    if not one.stands and one.state in _NEVER_WENT:
        return Way(one.purpose, one.platform, None, None, None)
    return None


def _way(office: Office, one: Sent, urgency: Urgency) -> Way:
    return replace(_how_it_went(office, one, urgency), because=_BECAUSE.get(one.because))


_BECAUSE = {NEXT_ADDRESS: Because.NO_ANSWER, Reason.OUTAGE.value: Because.OUTAGE}


def _how_it_went(office: Office, one: Sent, urgency: Urgency) -> Way:
    if one.stands and one.state not in _IN_DOUBT:
        # Whatever becomes of an edit, a message of it stands in the chat.
        return Way(one.purpose, one.platform, DeliveryState.SENT, None, _office_time(office, one.first_at))
    if one.state is not DeliveryState.QUEUED:
        # The card's own wording is left out where it would tell more than that it is done with.
        return Way(one.purpose, one.platform, one.state, one.reason, _office_time(office, one.first_at))
    now = office.clock.now()
    ordinary = Urgency.NORMAL if one.purpose is not Purpose.CARD else urgency
    opens_at = office.calendar.next_opening(now, ordinary)
    if one.reason in _PUT_OFF and one.due_at > office.clock.machine():
        at = _office_time(office, one.due_at)
        return Way(one.purpose, one.platform, one.state, one.reason, at)
    if opens_at > now:
        return Way(one.purpose, one.platform, one.state, None, opens_at, waits_for_office=True)
    reason = None if one.reason in _SAID_OTHERWISE else one.reason
    return Way(one.purpose, one.platform, one.state, reason, None)


def _office_time(office: Office, machine: datetime | None) -> datetime | None:
    """What the office's clock showed, or will show, at that moment of the machine's."""
    return None if machine is None else machine + (office.clock.now() - office.clock.machine())
