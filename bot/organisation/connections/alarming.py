"""The clock looks at what is nearly used up, and the admins hear of it once: 80, 95 and 100 percent.

What could go nowhere was not told: it is tried again when an admin has another address, or there is room.
"""

from dataclasses import dataclass
from enum import IntEnum
from functools import partial

from bot.delivery.quotas.months import month_of, next_month
from bot.delivery.quotas.purposes import Part
from bot.delivery.quotas.standing import ALL, room_at, standing_of
from bot.logs import get
from bot.office import Office
from storage.channels import connections, seats, usages
from storage.database import Connection
from storage.delivery import alarms, deliveries
from storage.delivery.deliveries import RANKS, NewDelivery
from storage.organisation import people
from storage.states import Purpose, Repeat, Role, Urgency

log = get(__name__)

STEPS = (80, 95, ALL)
"""Percent."""


class About(IntEnum):
    """What is nearly used up; it stands in the delivery's version."""

    MESSAGES = 1
    PEOPLE = 2


@dataclass(frozen=True)
class Alarm:
    """What the admins are to hear, or that it fell below what they heard of.

    Args:
        percent: the step that was reached; 0: none.
    """

    connection_id: int
    about: About
    percent: int


def step_of(percent: int) -> int:
    """The highest step that this share has reached; 0: none."""
    return max((step for step in STEPS if percent >= step), default=0)


async def tell_of_quotas(office: Office) -> int:
    """Owe the admins word of each step that a month or the number of people has reached; how many steps.

    Each step is told once a month, and of people once until it falls below.
    """
    if not office.settings.connections:
        return 0
    # A look without a transaction first: mostly there is nothing to do.
    due = await office.database.read(partial(_due, office=office))
    told = 0
    for alarm in due:
        # Each by itself: who settles a delivery holds a connection's rows in another order.
        told += await office.database.transaction(partial(_tell, office=office, alarm=alarm))
    if told:
        office.bell.ring()
    return told


def _due(connection: Connection, office: Office) -> list[Alarm]:
    held, month = seats.people(connection), month_of(office)
    found = []
    for line in connections.every(connection):
        settings = office.settings.connections.get(line.name)
        if settings is None:
            continue
        usage = usages.of_month(connection, line.id, month)
        standing = standing_of(office, settings, usage)
        messages = Alarm(line.id, About.MESSAGES, 0 if standing is None else step_of(standing.percent))
        share = held.get(line.id, 0) * ALL // settings.most_people if settings.most_people else 0
        people_there = Alarm(line.id, About.PEOPLE, step_of(share))
        if _is_news(connection, office, messages, told=usage.told_percent):
            found.append(messages)
        told = seats.told(connection, line.id)
        if people_there.percent < told or _is_news(connection, office, people_there, told=told):
            found.append(people_there)
    return found


def _is_news(connection: Connection, office: Office, alarm: Alarm, *, told: int) -> bool:
    """Whether it is more than the admins were told of, or what they were told of went nowhere."""
    if not alarm.percent or alarm.percent < told:
        return False
    if alarm.percent > told:
        return bool(_ways(connection, office, alarm))
    begins = _key(office, alarm)
    return not alarms.came_through(connection, _admins(connection, office), key_begins=begins) and bool(
        _ways(connection, office, alarm)
    )


def _tell(connection: Connection, office: Office, alarm: Alarm) -> bool:
    # Another process may have been first: looked at again while the row is held.
    if alarm.about is About.MESSAGES:
        month = month_of(office)
        told = usages.hold(connection, alarm.connection_id, month).told_percent
        if not _is_news(connection, office, alarm, told=told):
            return False
        usages.note_told(connection, alarm.connection_id, month, percent=alarm.percent)
    else:
        told = seats.hold_told(connection, alarm.connection_id)
        is_less = alarm.percent < told
        if not is_less and not _is_news(connection, office, alarm, told=told):
            return False
        seats.note_told(connection, alarm.connection_id, percent=alarm.percent)
        if is_less:
            return False
    log.warning(
        "nearly used up",
        connection=alarm.connection_id,
        about=alarm.about.name.lower(),
        percent=alarm.percent,
    )
    _tell_admins(connection, office, alarm)
    return True


def _tell_admins(connection: Connection, office: Office, alarm: Alarm) -> None:
    for admin, address_id in _ways(connection, office, alarm).items():
        deliveries.add(connection, _news(office, alarm, admin, address_id))


def _admins(connection: Connection, office: Office) -> list[int]:
    holders = people.holders(connection, {Role.ADMIN}, now=office.clock.now())
    return list(dict.fromkeys(member for member, _ in holders))


def _ways(connection: Connection, office: Office, alarm: Alarm) -> dict[int, int]:
    """Where each admin can be told now: first on another connection, which is not what it tells of."""
    found = {}
    for admin in _admins(connection, office):
        ways = people.addresses_of(connection, admin)
        for way in sorted(ways, key=lambda way: way.connection_id == alarm.connection_id):
            if room_at(connection, office, way.connection_id, Part.ANSWER) != 0:
                found[admin] = way.id
                break
    return found


def _key(office: Office, alarm: Alarm) -> str:
    # Of people there is one in all, of messages one a month.
    month = f"{month_of(office)}-" if alarm.about is About.MESSAGES else ""
    return f"quota:c{alarm.connection_id}:{alarm.about.name.lower()}:{alarm.percent}:{month}"


def _news(office: Office, alarm: Alarm, member_id: int, address_id: int) -> NewDelivery:
    moment = office.clock.now().astimezone(office.zone)
    of_month = alarm.about is About.MESSAGES
    stamp = f"{moment:%dT%H:%M:%S}" if of_month else f"{moment:%Y-%m-%dT%H:%M:%S}"
    return NewDelivery(
        once_key=f"{_key(office, alarm)}{stamp}:m{member_id}",
        address_id=address_id,
        purpose=Purpose.QUOTA_NEWS,
        due_at=office.clock.machine(),
        repeat=Repeat.ONCE,
        # Where the platform may be asked again, it asks.
        rank=RANKS[Urgency.URGENT],
        subject=alarm.connection_id,
        version=alarm.about,
        expires_at=next_month(office),
    )
