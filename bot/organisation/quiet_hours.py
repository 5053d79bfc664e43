"""A member's own quiet hours, inside the office's sending hours."""

import re
from dataclasses import dataclass
from datetime import time

from bot.access import Caller, demand_member
from bot.calendar import Span
from bot.delivery.quiet import DAY, Quiet, leaves_enough, left_over, minute_of_day, quiet_of
from bot.errors import Refusal, Refused
from bot.history import entry
from bot.office import Office
from bot.reading.folding import without_accents
from storage import history
from storage.database import Connection
from storage.organisation import people, quiet_hours
from storage.organisation.people import Member
from storage.states import Address

OFFERED = (
    Quiet(21 * 60, 8 * 60),
    Quiet(20 * 60, 9 * 60),
    Quiet(11 * 60, 14 * 60),
    Quiet(17 * 60, 10 * 60),
)
"""Evening and night, a long night, noon, and whoever rises late."""

_TIME = r"(\d{1,2})\s*(?:(?:h|g|gio|:)\s*(\d{2})?)?"
_SPAN = re.compile(rf"(?:tu\s+)?{_TIME}\s*(?:-|–|—|den|toi)\s*{_TIME}(?:\s*(?:hom sau|sang hom sau))?")
_LONGEST = 60


@dataclass(frozen=True)
class QuietHours:
    """The caller's quiet hours.

    Args:
        quiet: None where none are set.
        remaining: when ordinary messages still come, on a working day.
        office: the office's own sending hours.
        holds: the quiet hours leave enough of them; those that leave too little hold nothing back.
    """

    given_name: str
    address_form: Address
    quiet: Quiet | None
    remaining: tuple[Span, ...]
    office: tuple[Span, ...]
    holds: bool = True


async def quiet_hours_of(caller: Caller, office: Office) -> QuietHours:
    """The caller's own quiet hours.

    Raises:
        Refused: NOT_ALLOWED for a stranger.
    """
    member_id = demand_member(caller)

    def body(connection: Connection) -> QuietHours:
        return _shown(office, _member(connection, member_id))

    return await office.database.read(body)


async def set_quiet_hours(caller: Caller, office: Office, *, quiet: Quiet | None) -> QuietHours:
    """Have nothing ordinary sent to the caller in these hours; None: whenever the office sends.

    What was put off before is looked at again at once.

    Raises:
        Refused: NOT_ALLOWED; NOT_HOURS where the hours are none; NO_HOURS_LEFT where less than an hour of
            the office's sending hours would remain on a working day.
    """
    member_id = demand_member(caller)
    if quiet is not None:
        _demand_reachable(office, quiet)

    def body(connection: Connection) -> QuietHours:
        before = _member(connection, member_id)
        begins, ends = (quiet.begins, quiet.ends) if quiet else (None, None)
        if (before.quiet_from, before.quiet_until) != (begins, ends):
            quiet_hours.set_for(connection, member_id, begins=begins, ends=ends)
            quiet_hours.look_again(connection, now=office.clock.machine(), member_id=member_id)
            line = entry(
                caller,
                office,
                thing="quiet_hours",
                thing_id=member_id,
                from_state=_word(quiet_of(before.quiet_from, before.quiet_until)),
                to_state=_word(quiet),
                member_id=member_id,
            )
            history.append(connection, line)
        return _shown(office, _member(connection, member_id))

    return await office.perform(caller, "quiet hours", body, outcome=QuietHours)


def offered(office: Office) -> list[Quiet]:
    """The spans to choose from: those that leave enough of this office's hours."""
    return [quiet for quiet in OFFERED if leaves_enough(office.calendar.normal, quiet)]


def typed_quiet(text: str) -> Quiet:
    """The hours that a person typed: "21:00-8:00", "từ 21h đến 8h".

    Raises:
        Refused: NOT_HOURS.
    """
    words = " ".join(without_accents(text).casefold().split())
    found = _SPAN.fullmatch(words.strip(" .")) if len(text) <= _LONGEST else None
    if found is None:
        raise Refused(Refusal.NOT_HOURS)
    begins, ends = _minutes(found[1], found[2]), _minutes(found[3], found[4])
    if begins is None or ends is None or begins == ends:
        raise Refused(Refusal.NOT_HOURS)
    return Quiet(begins, ends)


def _minutes(hour: str, minute: str | None) -> int | None:
    hours, minutes = int(hour), int(minute or 0)
    if hours == 24 and not minutes:
        return 0
    return hours * 60 + minutes if hours < 24 and minutes < 60 else None


def _demand_reachable(office: Office, quiet: Quiet) -> None:
    if not (0 <= quiet.begins < DAY and 0 <= quiet.ends < DAY) or quiet.begins == quiet.ends:
        raise Refused(Refusal.NOT_HOURS)
    normal = office.calendar.normal
    if not leaves_enough(normal, quiet):
        raise Refused(
            Refusal.NO_HOURS_LEFT,
            office=", ".join(f"{_hour(opens)}–{_hour(closes)}" for opens, closes in normal),
        )


def _hour(moment: time) -> str:
    return f"{moment:%H:%M}"


def _shown(office: Office, member: Member) -> QuietHours:
    normal = tuple((opens, closes) for opens, closes in office.calendar.normal)
    quiet = quiet_of(member.quiet_from, member.quiet_until)
    holds = quiet is None or leaves_enough(normal, quiet)
    return QuietHours(
        given_name=member.given_name,
        address_form=member.address_form,
        quiet=quiet,
        remaining=tuple(left_over(normal, quiet)) if holds and quiet else normal,
        holds=holds,
        office=normal,
    )


def _member(connection: Connection, member_id: int) -> Member:
    member = people.member(connection, member_id)
    if member is None:
        raise Refused(Refusal.NOT_FOUND)
    return member


def _word(quiet: Quiet | None) -> str:
    if quiet is None:
        return "none"
    return f"{_hour(minute_of_day(quiet.begins))}-{_hour(minute_of_day(quiet.ends))}"
