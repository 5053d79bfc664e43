"""How each connection stands, for the admins and the auditor: numbers, no names."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import partial

from bot.access import Caller, demand
from bot.delivery.quotas.months import month_of
from bot.delivery.quotas.naming import called
from bot.delivery.quotas.standing import Standing, standing_of
from bot.errors import Refusal, Refused
from bot.office import Office
from bot.organisation.connections import admins
from bot.organisation.connections.pacing import ends_on
from bot.organisation.connections.spreading import connection_with_room
from bot.settings import Connection as ConnectionSettings
from storage.channels import connections, seats, usages
from storage.channels.connections import Line
from storage.database import Connection
from storage.delivery import connection_activity
from storage.states import Platform, Reason, Role

READERS = frozenset({Role.ADMIN, Role.AUDITOR})


class Condition(StrEnum):
    """How a connection stands; the first that is true."""

    UNSET = "unset"
    """The settings name it no longer, so that nobody serves it."""
    STOPPED = "stopped"
    """The platform refuses it: nothing goes out before somebody mends it."""
    NOT_HEARD = "not_heard"
    """Messages go out, but what people write does not come in."""
    OUT = "out"
    """The platform is away, and word goes other ways."""
    FAILING = "failing"
    """The platform has not answered for a moment."""
    SPENT = "spent"
    """The platform says that the month is used up."""
    USED_UP = "used_up"
    """So does the office's own count."""
    RUNNING = "running"


@dataclass(frozen=True)
class Month:
    """What a limited connection has sent this month.

    Args:
        name: as it stands in the counts: 2026-11.
        limit: 0: not known, the platform alone says that it is over.
        kept: messages at its end that are for compulsory ones only.
        percent: of the limit, rounded down.
        ends_on: the working day on which it is used up at this month's pace; None: not before it ends.
        asks_again_at: where the platform called it over: when one message asks it again (office time).
    """

    name: str
    used: int
    limit: int
    kept: int
    percent: int
    ends_on: date | None
    asks_again_at: datetime | None


@dataclass(frozen=True)
class Seats:
    """How many people and groups a connection holds; a most of 0 is none.

    Args:
        turned_away: people who wrote when it was full.
    """

    people: int
    most_people: int
    groups: int
    most_groups: int
    turned_away: int


@dataclass(frozen=True)
class State:
    """One connection.

    Args:
        name: as the settings call it.
        called: as people call it: Zalo (main).
        account: as its platform calls it, empty where nobody knows yet.
        reason: why it was stopped.
        since: since when it is in that condition (office time), where that is known.
        month: None where nothing limits it.
        waiting: deliveries in the queue; `held` more wait for the next month.
        received_at, sent_at: when something last came in and went out (office time).
        lacks_link: invitations cannot lead to it.
        next_bot: where new people are sent when it is full; empty where there is no other with room.
    """

    id: int
    platform: Platform
    name: str
    called: str
    account: str
    condition: Condition
    reason: Reason | None
    since: datetime | None
    month: Month | None
    seats: Seats
    waiting: int
    held: int
    received_at: datetime | None
    sent_at: datetime | None
    lacks_link: bool
    next_bot: str


async def connection_states(caller: Caller, office: Office) -> tuple[State, ...]:
    """All connections, in the order in which they were made.

    Raises:
        Refused: NOT_ALLOWED.
    """
    demand(caller, READERS)
    return await office.database.read(lambda connection: states(connection, office))


async def is_alarm_in_danger(caller: Caller, office: Office) -> bool:
    """Whether no admin stands where a month is unlimited, so that an alarm about it may reach nobody.

    Raises:
        Refused: NOT_ALLOWED.
    """
    demand(caller, READERS)
    now = office.clock.now()
    return await office.database.read(
        partial(admins.have_limited_bots_only, settings=office.settings, now=now)
    )


async def connection_state(caller: Caller, office: Office, *, connection_id: int) -> State:
    """One connection.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND.
    """
    found = [one for one in await connection_states(caller, office) if one.id == connection_id]
    if not found:
        raise Refused(Refusal.NOT_FOUND)
    return found[0]


def states(connection: Connection, office: Office) -> tuple[State, ...]:
    """As `connection_states`, in a transaction; nobody is asked who they are."""
    names, people, groups = called(connection), seats.people(connection), seats.groups(connection)
    found = []
    for line in connections.every(connection):
        settings = office.settings.connections.get(line.name)
        held = _seats(settings, people.get(line.id, 0), groups.get(line.id, 0))
        found.append(_state(connection, office, line, settings, held, names=names))
    return tuple(found)


def _state(
    connection: Connection,
    office: Office,
    line: Line,
    settings: ConnectionSettings | None,
    held: Seats,
    *,
    names: Mapping[int, str],
) -> State:
    month = month_of(office)
    standing = None
    if settings is not None:
        standing = standing_of(office, settings, usages.of_month(connection, line.id, month))
    busy = connection_activity.activity(connection, line.id, now=office.clock.machine())
    condition, since = _condition(line, standing, is_set=settings is not None)
    other = connection_with_room(connection, office, line.platform, but=line.id)
    return State(
        id=line.id,
        platform=line.platform,
        name=line.name,
        called=names[line.id],
        account=line.account,
        condition=condition,
        reason=_reason(line.stopped_reason),
        since=_office_time(office, since),
        month=None if standing is None else _month(office, standing, month),
        seats=held,
        waiting=busy.waiting,
        held=busy.held,
        received_at=_office_time(office, busy.received_at),
        sent_at=_office_time(office, busy.sent_at),
        # Where bots hold so many people only, there is no address that follows from the bot's name.
        lacks_link=settings is not None and bool(settings.most_people) and not settings.link,
        next_bot="" if other is None else names[other.connection_id],
    )


def _condition(line: Line, standing: Standing | None, *, is_set: bool) -> tuple[Condition, datetime | None]:
    unserved = line.stopped_reason == connections.NOT_SERVED
    if unserved or (not is_set and line.platform is not Platform.WEB):
        return Condition.UNSET, None
    if line.stopped_reason == connections.NOT_HEARD:
        return Condition.NOT_HEARD, None
    if line.stopped_reason:
        return Condition.STOPPED, None
    if line.out_since is not None:
        return Condition.OUT, line.out_since
    if line.failing_since is not None:
        return Condition.FAILING, line.failing_since
    if standing is not None and standing.spent_at is not None:
        return Condition.SPENT, standing.spent_at
    if standing is not None and not standing.remaining:
        return Condition.USED_UP, None
    return Condition.RUNNING, None


def _reason(stopped: str) -> Reason | None:
    if stopped in {"", connections.NOT_HEARD}:
        return None
    return Reason(stopped) if stopped in set(Reason) else Reason.OTHER


def _month(office: Office, standing: Standing, name: str) -> Month:
    return Month(
        name,
        standing.used,
        standing.limit,
        standing.kept,
        standing.percent,
        ends_on(office, standing),
        _office_time(office, standing.asks_again_at),
    )


def _seats(settings: ConnectionSettings | None, people: int, groups: int) -> Seats:
    most = 0 if settings is None else settings.most_people
    most_groups = 0 if settings is None else settings.most_groups
    return Seats(people, most, groups, most_groups, max(0, people - most) if most else 0)


def _office_time(office: Office, machine: datetime | None) -> datetime | None:
    return None if machine is None else machine + (office.clock.now() - office.clock.machine())
