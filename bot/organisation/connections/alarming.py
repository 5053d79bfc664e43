"""The clock looks at what is nearly used up, and the admins hear of it once: 80, 95 and 100 percent."""

from dataclasses import dataclass
from enum import IntEnum
from functools import partial

from bot.delivery.quotas.months import month_of, next_month
from bot.delivery.quotas.standing import ALL, standing_of
from bot.logs import get
from bot.office import Office
from storage.channels import (
    connections,
    seats,
    usages,
)
from storage.database import Connection
from storage.delivery import (
    deliveries,
)
from storage.delivery.deliveries import NewDelivery
from storage.organisation import (
    people,
)
from storage.states import Purpose, Repeat, Role

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
        standing = standing_of(settings, usage)
        reached = 0 if standing is None else step_of(standing.percent)
        if reached > usage.told_percent:
            found.append(Alarm(line.id, About.MESSAGES, reached))
        share = held.get(line.id, 0) * ALL // settings.most_people if settings.most_people else 0
        if step_of(share) != seats.told(connection, line.id):
            found.append(Alarm(line.id, About.PEOPLE, step_of(share)))
    return found


def _tell(connection: Connection, office: Office, alarm: Alarm) -> bool:
    if alarm.about is About.MESSAGES:
        month = month_of(office)
        # Another process may have been first.
        if usages.hold(connection, alarm.connection_id, month).told_percent >= alarm.percent:
            return False
        usages.note_told(connection, alarm.connection_id, month, percent=alarm.percent)
    else:
        before = seats.told(connection, alarm.connection_id)
        if not seats.note_told(connection, alarm.connection_id, percent=alarm.percent):
            return False
        if alarm.percent < before:
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
    now = office.clock.now()
    for admin in dict.fromkeys(member for member, _ in people.holders(connection, {Role.ADMIN}, now=now)):
        address_id = _way(connection, admin, but=alarm.connection_id)
        if address_id is not None:
            deliveries.add(connection, _news(office, alarm, admin, address_id))


def _way(connection: Connection, member_id: int, *, but: int) -> int | None:
    """Their first address on another connection: the alarm is not to be stopped by what it tells of."""
    ways = people.addresses_of(connection, member_id)
    others = [way.id for way in ways if way.connection_id != but]
    return next(iter([*others, *(way.id for way in ways)]), None)


def _news(office: Office, alarm: Alarm, member_id: int, address_id: int) -> NewDelivery:
    moment = f"{office.clock.now():%Y-%m-%dT%H:%M:%S}"
    key = f"quota:c{alarm.connection_id}:{alarm.about.name.lower()}:{alarm.percent}:{moment}"
    return NewDelivery(
        once_key=f"{key}:m{member_id}",
        address_id=address_id,
        purpose=Purpose.QUOTA_NEWS,
        due_at=office.clock.machine(),
        repeat=Repeat.ONCE,
        subject=alarm.connection_id,
        version=alarm.about,
        expires_at=next_month(office),
    )
