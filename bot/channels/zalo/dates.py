"""The platform's dates: when a message was said, by this machine's clock. Pure."""

from datetime import UTC, datetime, timedelta
from math import isfinite

# Milliseconds as captured [REAL]; smaller ones are taken for seconds: they would be days of the year 1973.
_LEAST_MILLISECONDS = 10**11
_MOST_MILLISECONDS = 10**14
_IN_SECONDS_EXACT_TO = timedelta(seconds=1)
# Nothing waits that long anywhere: such a date says nothing.
_BELIEVED_FOR = timedelta(days=30)
_CLOCKS_DIFFER_BY = timedelta(days=1)
# Where the answer took longer, nobody knows when in between the platform wrote its date.
_ANSWERED_WITHIN = timedelta(seconds=2)


def moment(date: object) -> datetime | None:
    """What a `date` says, in milliseconds or in seconds; None where it says nothing.

    Args:
        date: what stood in the JSON.
    """
    number = _number(date)
    if number is None or not 0 < number < _MOST_MILLISECONDS:
        return None
    seconds = number / 1000 if number >= _LEAST_MILLISECONDS else number
    return datetime.fromtimestamp(seconds, UTC)


def said_at(moment: datetime | None, *, received_at: datetime, ahead: timedelta) -> datetime:
    """When something was said: never later than it came, and never earlier than can be believed.

    What waited on its way here, since one poll brings one event, was said before whatever was answered in
    the meantime.

    Args:
        moment: by the platform's clock.
        received_at: when it was stored (machine time).
        ahead: how far this machine's clock is ahead of the platform's.
    """
    if moment is None:
        return received_at
    said = moment + ahead
    return said if received_at - _BELIEVED_FOR < said < received_at else received_at


def ahead_of(date: object, *, asked_at: datetime, answered_at: datetime) -> timedelta | None:
    """How far this machine's clock is ahead, at least; None where an answer's date is no measure of it.

    Nothing as long as both may go alike.

    Args:
        date: the answer's, of the moment in which the platform took the message.
        asked_at: when it was asked, by this machine's clock.
        answered_at: when the answer was there, by this machine's clock.
    """
    written = moment(date)
    if written is None or answered_at - asked_at > _ANSWERED_WITHIN:
        return None
    number = _number(date) or 0
    exact_to = timedelta() if number >= _LEAST_MILLISECONDS else _IN_SECONDS_EXACT_TO
    least, most = asked_at - written - exact_to, answered_at - written
    ahead = timedelta() if least <= timedelta() <= most else least
    return ahead if abs(ahead) < _CLOCKS_DIFFER_BY else None


def _number(date: object) -> int | None:
    if isinstance(date, str) and date.isdecimal() and len(date) < 20:
        return int(date)
    if isinstance(date, float) and isfinite(date):
        return int(date)
    return date if type(date) is int else None
