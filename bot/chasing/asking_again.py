"""A leader presses "Nhắc": a reminder now to those who have not answered."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.access import LEADERS_OF_A_UNIT, Caller, Door, demand
from bot.chasing.queueing import Count, Moment, moment, remind
from bot.chasing.reaching import Reach, reach_of, silent_since
from bot.errors import Refusal, Refused
from bot.office import Office
from storage.acknowledgement import reports
from storage.chasing import reminding
from storage.chasing.reminding import Outstanding
from storage.database import Connection
from storage.publication import publications
from storage.publication.publications import Publication
from storage.states import PublicationState, Role

EVERYWHERE = frozenset({Role.CLERK, Role.COMMITTEE_LEADER})
MAY_REMIND = LEADERS_OF_A_UNIT | EVERYWHERE


_LISTED, _LOOKED_AT = 8, 50
# Members in one statement: engines take only so many parameters.
_AT_ONCE = 500


@dataclass(frozen=True)
class ToRemind:
    """A publication that somebody has not answered.

    Args:
        outstanding: how many.
    """

    publication_id: int
    number: str
    title: str
    outstanding: int


@dataclass(frozen=True)
class ToBeReminded:
    """What "Nhắc" would do.

    Args:
        reached: members who would get a reminder, the day's ceiling left aside.
        no_way: as in `Reminded`.
    """

    number: str
    title: str
    reached: int
    no_way: int


@dataclass(frozen=True)
class Reminded:
    """What became of "Nhắc".

    Args:
        reminded: members who get a reminder.
        enough: members who had as many today as one person may get.
        no_way: members whom no message reaches, or whose card is still on its way.
        no_room: members whose connections have no room for it in this month.
        goes_at: when the reminders go, if the sending hours hold them; else None.
    """

    publication_id: int
    number: str
    title: str
    reminded: int
    enough: int
    no_way: int
    no_room: int
    goes_at: datetime | None


def units_to_remind(caller: Caller) -> frozenset[int] | None:
    """The units whose members the caller may remind; None means every unit."""
    if caller.door is Door.COMMAND_LINE or caller.has(EVERYWHERE):
        return None
    return caller.units_of(LEADERS_OF_A_UNIT)


async def to_remind(caller: Caller, office: Office) -> list[ToRemind]:
    """The publications that somebody of the caller's units has not answered, the newest first.

    Raises:
        Refused: NOT_ALLOWED.
    """
    demand(caller, MAY_REMIND)

    def body(connection: Connection) -> list[ToRemind]:
        found = reports.asked(connection, unit_ids=units_to_remind(caller), limit=_LOOKED_AT)
        return [
            ToRemind(one.publication_id, one.number, one.title, one.outstanding)
            for one in found
            if one.outstanding
        ][:_LISTED]

    return await office.database.read(body)


async def to_be_reminded(caller: Caller, office: Office, *, publication_id: int) -> ToBeReminded:
    """Whom `remind_now` would write to now, and whom no message reaches; nobody is.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, WITHDRAWN, NOBODY.
    """
    demand(caller, MAY_REMIND)

    def body(connection: Connection) -> ToBeReminded:
        found = _demand_in_force(connection, publication_id)
        units, since = units_to_remind(caller), silent_since(office)
        waiting = reminding.outstanding(connection, publication_id, unit_ids=units, silent_since=since)
        if not waiting:
            raise Refused(Refusal.NOBODY)
        reached = sum(reach_of(one.trace) is Reach.REMIND for one in waiting)
        return ToBeReminded(found.number, found.title, reached, len(waiting) - reached)

    return await office.database.read(body)


async def remind_now(caller: Caller, office: Office, *, publication_id: int) -> Reminded:
    """Remind those of the caller's units who have neither answered nor asked, up to the day's ceiling.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, WITHDRAWN, NOBODY when everybody has answered or asked,
            ENOUGH_TODAY when all who could be reminded had the day's ceiling, JUST_REMINDED within
            the minute.
    """
    demand(caller, MAY_REMIND)
    goes = moment(office)

    def body(connection: Connection) -> Reminded:
        found = _demand_in_force(connection, publication_id)
        units, since = units_to_remind(caller), silent_since(office)
        waiting = reminding.outstanding(connection, publication_id, unit_ids=units, silent_since=since)
        if not waiting:
            raise Refused(Refusal.NOBODY)
        return _remind(connection, office, caller, found, waiting, goes=goes)

    return await office.perform(caller, "remind now", body, outcome=Reminded)


def _demand_in_force(connection: Connection, publication_id: int) -> Publication:
    found = publications.publication(connection, publication_id)
    if found is None:
        raise Refused(Refusal.NOT_FOUND)
    if found.state is PublicationState.WITHDRAWN:
        raise Refused(Refusal.WITHDRAWN)
    return found


def _remind(
    connection: Connection,
    office: Office,
    caller: Caller,
    found: Publication,
    waiting: Sequence[Outstanding],
    *,
    goes: Moment,
) -> Reminded:
    reaches = Counter(reach_of(one.trace) for one in waiting)
    reachable = sorted(one.member_id for one in waiting if reach_of(one.trace) is Reach.REMIND)
    count = Count()
    for start in range(0, len(reachable), _AT_ONCE):
        some = reachable[start : start + _AT_ONCE]
        owed = reminding.owed_of(connection, found.id, member_ids=some)
        count += remind(connection, office, caller, owed, goes=goes, until_due=False)
    if count.just and not count.reminded:
        raise Refused(Refusal.JUST_REMINDED)
    if count.enough and not count.reminded and not count.no_room:
        raise Refused(Refusal.ENOUGH_TODAY)
    return Reminded(
        publication_id=found.id,
        number=found.number,
        title=found.title,
        reminded=count.reminded,
        enough=count.enough,
        no_way=reaches[Reach.CALL] + reaches[Reach.WAITING] + count.unreachable,
        no_room=count.no_room,
        goes_at=goes.at if goes.at > office.clock.now() else None,
    )
