"""Topics as an admin sees them."""

from dataclasses import dataclass
from datetime import date

from bot.access import Caller, demand
from bot.audience import Audience, AudienceKind
from bot.errors import Refusal, Refused
from bot.office import Office
from storage.audience import audiences
from storage.database import Connection
from storage.organisation import organisation, topics
from storage.organisation.organisation import Unit
from storage.organisation.topics import Setting, Topic
from storage.states import Rhythm, Role

SEE_TOPICS = frozenset({Role.ADMIN, Role.AUDITOR})
CHANGE_TOPICS = frozenset({Role.ADMIN})


@dataclass(frozen=True)
class Holds:
    """What holds for the members somewhere.

    Args:
        mandatory: nobody can leave the topic.
        on_by_default: who was never asked takes it.
        rhythm: how it comes to who chose none.
        locked_because: shown to the member of a mandatory topic.
    """

    mandatory: bool
    on_by_default: bool
    rhythm: Rhythm
    locked_because: str


@dataclass(frozen=True)
class TopicItem:
    """One line of the list."""

    id: int
    name: str
    is_closed: bool
    holds: Holds
    units: int
    """How many units have something of their own."""


@dataclass(frozen=True)
class UnitHolds:
    """What holds for a unit and all below it.

    Args:
        is_own: the unit set it itself; otherwise it comes from above.
    """

    unit_id: int
    unit_name: str
    holds: Holds
    is_own: bool


@dataclass(frozen=True)
class TopicCard:
    """A topic with everything that is set for it.

    Args:
        takers: how many members take it now.
        units: those that have something of their own, in protocol order.
        is_first, is_last: whether it can still go up or down in the list.
        may_change: whether the caller may.
    """

    id: int
    name: str
    is_closed: bool
    holds: Holds
    takers: int
    units: tuple[UnitHolds, ...]
    is_first: bool
    is_last: bool
    may_change: bool


@dataclass(frozen=True)
class OpenUnit:
    """A unit that may be given something of its own."""

    id: int
    name: str
    has_own: bool


async def list_topics(caller: Caller, office: Office) -> tuple[TopicItem, ...]:
    """All topics in the office's order, the closed ones last.

    Raises:
        Refused: NOT_ALLOWED.
    """
    demand(caller, SEE_TOPICS)

    def body(connection: Connection) -> tuple[TopicItem, ...]:
        return tuple(
            TopicItem(
                id=topic.id,
                name=topic.name,
                is_closed=topic.closed_at is not None,
                holds=holds_of(topic),
                units=len(topics.settings_of(connection, topic.id)),
            )
            for topic in topics.in_order(connection, with_closed=True)
        )

    return await office.database.read(body)


async def topic_card(caller: Caller, office: Office, *, topic_id: int) -> TopicCard:
    """One topic.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND.
    """
    demand(caller, SEE_TOPICS)

    def body(connection: Connection) -> TopicCard:
        topic = demand_topic(connection, topic_id)
        open_ids = [one.id for one in topics.in_order(connection)]
        return TopicCard(
            id=topic.id,
            name=topic.name,
            is_closed=topic.closed_at is not None,
            holds=holds_of(topic),
            takers=audiences.amount(
                connection, Audience(AudienceKind.TOPIC, topic.id), now=office.clock.now()
            ),
            units=tuple(_own_of_units(connection, topic.id)),
            is_first=topic.id in open_ids[:1],
            is_last=topic.id in open_ids[-1:],
            may_change=caller.has(CHANGE_TOPICS),
        )

    return await office.database.read(body)


async def units_for(caller: Caller, office: Office, *, topic_id: int) -> tuple[str, tuple[OpenUnit, ...]]:
    """The topic's name, and the open units in protocol order.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, TOPIC_CLOSED.
    """
    demand(caller, CHANGE_TOPICS)

    def body(connection: Connection) -> tuple[str, tuple[OpenUnit, ...]]:
        topic = demand_open_topic(connection, topic_id)
        own = {setting.unit_id for setting in topics.settings_of(connection, topic_id)}
        units = organisation.units_in_order(connection, on=_today(office))
        return topic.name, tuple(OpenUnit(unit.id, unit.name, unit.id in own) for unit in units)

    return await office.database.read(body)


async def unit_holds(caller: Caller, office: Office, *, topic_id: int, unit_id: int) -> tuple[str, UnitHolds]:
    """The topic's name, and what holds for a unit, its own or from above.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND.
    """
    demand(caller, SEE_TOPICS)

    def body(connection: Connection) -> tuple[str, UnitHolds]:
        topic = demand_topic(connection, topic_id)
        return topic.name, unit_holds_in(connection, topic, unit_id)

    return await office.database.read(body)


def unit_holds_in(connection: Connection, topic: Topic, unit_id: int) -> UnitHolds:
    """The same within a transaction.

    Raises:
        Refused: NOT_FOUND.
    """
    unit = organisation.unit(connection, unit_id)
    if unit is None:
        raise Refused(Refusal.NOT_FOUND)
    setting = topics.nearest_settings(connection, unit_id).get(topic.id)
    is_own = setting is not None and setting.unit_id == unit_id
    return UnitHolds(unit_id, unit.name, holds_of(setting or topic), is_own)


def demand_topic(connection: Connection, topic_id: int) -> Topic:
    """The topic, closed or not.

    Raises:
        Refused: NOT_FOUND.
    """
    topic = topics.topic(connection, topic_id)
    if topic is None:
        raise Refused(Refusal.NOT_FOUND)
    return topic


def demand_open_topic(connection: Connection, topic_id: int) -> Topic:
    """The topic, if it is still offered.

    Raises:
        Refused: NOT_FOUND, TOPIC_CLOSED.
    """
    topic = demand_topic(connection, topic_id)
    if topic.closed_at is not None:
        raise Refused(Refusal.TOPIC_CLOSED)
    return topic


def demand_open_unit(connection: Connection, office: Office, unit_id: int) -> Unit:
    """The unit, if it is open today.

    Raises:
        Refused: NOT_FOUND.
    """
    unit = organisation.unit(connection, unit_id)
    if unit is None or (unit.closed_on is not None and unit.closed_on <= _today(office)):
        raise Refused(Refusal.NOT_FOUND)
    return unit


def holds_of(row: Topic | Setting) -> Holds:
    """What the row says."""
    return Holds(row.mandatory, row.on_by_default, row.rhythm, row.locked_because)


def _own_of_units(connection: Connection, topic_id: int) -> list[UnitHolds]:
    own = {setting.unit_id: setting for setting in topics.settings_of(connection, topic_id)}
    if not own:
        return []
    units = {unit.id: unit for unit in organisation.units_in_order(connection)}
    # Units in a circle, which no order reaches, are listed all the same.
    ordered = [unit_id for unit_id in units if unit_id in own] + [one for one in own if one not in units]
    return [
        UnitHolds(
            unit_id, _name(connection, unit_id, units.get(unit_id)), holds_of(own[unit_id]), is_own=True
        )
        for unit_id in ordered
    ]


def _name(connection: Connection, unit_id: int, unit: Unit | None) -> str:
    found = unit or organisation.unit(connection, unit_id)
    return found.name if found else ""


def _today(office: Office) -> date:
    return office.clock.now().astimezone(office.zone).date()
