"""One reminder for a member about everything that is open, under the day's ceiling."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby
from operator import attrgetter

from bot.access import Caller
from bot.delivery import queueing
from bot.delivery.quotas.reminders import Places, key_of
from bot.history import entry
from bot.office import Office
from storage import history
from storage.chasing import ladders, reminders_not_sent, reminding
from storage.chasing.reminding import Owed
from storage.database import Connection
from storage.delivery.deliveries import RANKS
from storage.states import ObligationState, Purpose, Urgency


@dataclass(frozen=True)
class Moment:
    """When a reminder that is made now goes out: at once, or when the sending hours open.

    The key carries it to the minute: who is reminded of two things at once gets one message, and a second
    press in the same minute changes nothing.

    Args:
        at: in the office's zone.
    """

    at: datetime

    def key(self, member_id: int) -> str:
        """The reminder's `once_key` (remind:m7:2026-11-26T08:00)."""
        return key_of(member_id, self.at)

    @property
    def day_pattern(self) -> str:
        """Fits the keys of this office day, and not those of copies at a second address."""
        return f"remind:m%:{self.at:%Y-%m-%d}T__:__"

    @property
    def day_begins_at(self) -> datetime:
        """The beginning of that day."""
        return datetime.combine(self.at.date(), time.min, self.at.tzinfo)

    @property
    def day_ends_at(self) -> datetime:
        """The end of that day: a later reminder would count for a day that is over."""
        return datetime.combine(self.tomorrow, time.min, self.at.tzinfo)

    @property
    def tomorrow(self) -> date:
        """The day after it."""
        return self.at.date() + timedelta(days=1)


@dataclass
class Count:
    """What became of the members who were to be reminded."""

    reminded: int = 0
    just: int = 0
    enough: int = 0
    unreachable: int = 0
    no_room: int = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(
            self.reminded + other.reminded,
            self.just + other.just,
            self.enough + other.enough,
            self.unreachable + other.unreachable,
            self.no_room + other.no_room,
        )


def moment(office: Office) -> Moment:
    """When a reminder made now goes out."""
    return Moment(office.calendar.next_opening(office.clock.now(), Urgency.NORMAL))


def contacts_on(connection: Connection, day: Moment, member_ids: Collection[int]) -> Counter[int]:
    """How often each of these is chased that day: by reminders, and by cards to further addresses."""
    keys = reminding.keys_like(connection, day.day_pattern, member_ids=member_ids)
    reminders = Counter({member_id: len(theirs) for member_id, theirs in keys.items()})
    return reminders + _climbed_on(connection, day, member_ids)


def _climbed_on(connection: Connection, day: Moment, member_ids: Collection[int]) -> Counter[int]:
    return ladders.climbed(connection, member_ids, from_at=day.day_begins_at, until_at=day.day_ends_at)


def parse_day_pattern(once_key: str) -> str:
    """The pattern that fits the reminders of the same day as this one."""
    stamp = once_key.split(":", 2)[2]
    return f"remind:m%:{stamp[:10]}T__:__"


def remind(
    connection: Connection,
    office: Office,
    caller: Caller,
    owed: Sequence[Owed],
    *,
    goes: Moment,
    until_due: bool,
) -> Count:
    """Queue one reminder for each member, and note on each obligation that its member was reminded.

    Args:
        connection: the transaction in which `owed` was read.
        office: its settings hold the ceiling.
        caller: the clock, or who pressed.
        owed: by member.
        goes: when it goes out.
        until_due: worthless when the last of a member's obligations is due.

    What a person pressed for, and what is due by the next day, goes ahead of the rest. Nothing is queued or
    noted for whom the month of their connections has no room.
    """
    member_ids = sorted({one.member_id for one in owed})
    reminding.hold(connection, member_ids)
    keys = reminding.keys_like(connection, goes.day_pattern, member_ids=member_ids)
    climbed = _climbed_on(connection, goes, member_ids)
    places = _Places(connection, office, member_ids)
    count = Count()
    for member_id, group in groupby(owed, key=attrgetter("member_id")):
        theirs, had = list(group), keys.get(member_id, set())
        presses = not until_due or _is_pressing(office, theirs, goes)
        if goes.key(member_id) in had:
            # This minute's reminder lists everything open: it is about these too.
            if all(_is_noted(office, one, goes) for one in theirs):
                count.just += 1
                continue
            count.reminded += 1
        elif len(had) + climbed[member_id] >= office.settings.reminders.most_per_day:
            count.enough += 1
            continue
        elif not places.take(member_id, presses=presses):
            count.no_room += 1
            continue
        elif _queue(
            connection,
            office,
            member_id,
            goes=goes,
            due=_dues(theirs) if until_due else (),
            presses=presses,
        ):
            count.reminded += 1
        else:
            count.unreachable += 1
            continue
        _note(connection, office, caller, theirs, goes=goes)
    return count


def with_room(connection: Connection, office: Office, owed: Sequence[Owed], *, goes: Moment) -> list[Owed]:
    """Of these, by member, those of whom the clock would remind: the others have no room this month."""
    places = _Places(connection, office, {one.member_id for one in owed})
    found: list[Owed] = []
    for member_id, group in groupby(owed, key=attrgetter("member_id")):
        theirs = list(group)
        if places.take(member_id, presses=_is_pressing(office, theirs, goes)):
            found += theirs
    return found


class _Places:
    def __init__(self, connection: Connection, office: Office, member_ids: Collection[int]) -> None:
        self._of = {
            presses: Places(connection, office, member_ids, presses=presses) for presses in (True, False)
        }

    def take(self, member_id: int, *, presses: bool) -> bool:
        return self._of[presses].take(member_id)


def _is_pressing(office: Office, owed: Iterable[Owed], goes: Moment) -> bool:
    return any(due.astimezone(office.zone).date() <= goes.tomorrow for due in _dues(owed))


def _dues(owed: Iterable[Owed]) -> list[datetime]:
    return [one.due_at for one in owed if one.due_at is not None]


def _queue(
    connection: Connection,
    office: Office,
    member_id: int,
    *,
    goes: Moment,
    due: Sequence[datetime],
    presses: bool,
) -> bool:
    ends_at = min(goes.day_ends_at, max(due)) if due else goes.day_ends_at
    return queueing.to_member(
        connection,
        office,
        member_id=member_id,
        once_key=goes.key(member_id),
        purpose=Purpose.REMINDER,
        # Ahead of the others it may use what a month keeps (`bot.delivery.quotas.purposes`).
        rank=RANKS[Urgency.URGENT] if presses else None,
        expires_at=ends_at,
    )


def _note(
    connection: Connection, office: Office, caller: Caller, owed: Iterable[Owed], *, goes: Moment
) -> None:
    now = office.clock.now()
    for one in owed:
        if _is_noted(office, one, goes):
            continue
        if not reminding.count(connection, one, now=now):
            continue
        line = entry(
            caller,
            office,
            thing="obligation",
            thing_id=one.id,
            from_state=ObligationState.EXPECTED,
            to_state=ObligationState.EXPECTED,
            publication_id=one.publication_id,
            member_id=one.member_id,
            unit_id=one.unit_id,
            version=one.version,
            detail=reminders_not_sent.REMINDED,
        )
        history.append(connection, line)


def _is_noted(office: Office, one: Owed, goes: Moment) -> bool:
    return one.reminded_at is not None and _same_reminder(office, one.reminded_at, goes)


def _same_reminder(office: Office, reminded_at: datetime, goes: Moment) -> bool:
    went = Moment(office.calendar.next_opening(reminded_at, Urgency.NORMAL))
    return went.key(0) == goes.key(0)
