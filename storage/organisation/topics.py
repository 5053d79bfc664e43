"""Topics, what units set for themselves, and what members chose."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.rows import insert_row, many, one, upsert
from storage.states import Rhythm
from storage.tables import subscriptions, topic_settings, topics, units


@dataclass(frozen=True)
class Topic:
    """One topic; `closed_at` is when it was no longer offered."""

    id: int
    name: str
    position: int
    mandatory: bool
    on_by_default: bool
    locked_because: str
    rhythm: Rhythm
    closed_at: datetime | None


_TOPIC = tuple(topics.c[name] for name in Topic.__dataclass_fields__)


def add(
    connection: Connection,
    *,
    name: str,
    mandatory: bool,
    on_by_default: bool,
    locked_because: str,
    rhythm: Rhythm = Rhythm.AT_ONCE,
) -> int:
    """Open a topic as the last in the list."""
    last = connection.execute(sa.select(sa.func.coalesce(sa.func.max(topics.c.position), 0))).scalar_one()
    values = {
        "name": name,
        "position": last + 1,
        "mandatory": mandatory,
        "on_by_default": on_by_default,
        "locked_because": locked_because,
        "rhythm": rhythm,
    }
    return insert_row(connection, topics, values)


def topic(connection: Connection, topic_id: int) -> Topic | None:
    """The topic with this number, closed or not."""
    return one(connection, sa.select(*_TOPIC).where(topics.c.id == topic_id), Topic)


def in_order(connection: Connection, *, with_closed: bool = False) -> list[Topic]:
    """The topics on offer, in the office's order; the closed ones follow if they are wanted."""
    question = sa.select(*_TOPIC).order_by(topics.c.closed_at.is_not(None), topics.c.position, topics.c.id)
    if not with_closed:
        question = question.where(topics.c.closed_at.is_(None))
    return many(connection, question, Topic)


def change(connection: Connection, topic_id: int, **values: object) -> None:
    """Give the topic these values."""
    connection.execute(topics.update().where(topics.c.id == topic_id).values(values))


def close(connection: Connection, topic_id: int, *, now: datetime) -> bool:
    """Offer the topic no longer; whether it was open."""
    return (
        connection.execute(
            topics.update().where(topics.c.id == topic_id, topics.c.closed_at.is_(None)).values(closed_at=now)
        ).rowcount
        == 1
    )


def reopen(connection: Connection, topic_id: int) -> bool:
    """Offer the topic again; whether it was closed."""
    return (
        connection.execute(
            topics.update()
            .where(topics.c.id == topic_id, topics.c.closed_at.is_not(None))
            .values(closed_at=None)
        ).rowcount
        == 1
    )


@dataclass(frozen=True)
class Setting:
    """What a unit and all below it have instead of the topic's own values."""

    topic_id: int
    unit_id: int
    mandatory: bool
    on_by_default: bool
    rhythm: Rhythm
    locked_because: str


_SETTING = tuple(topic_settings.c[name] for name in Setting.__dataclass_fields__)


def settings_of(connection: Connection, topic_id: int) -> list[Setting]:
    """What units set for the topic, by unit number."""
    question = sa.select(*_SETTING).where(topic_settings.c.topic_id == topic_id)
    return many(connection, question.order_by(topic_settings.c.unit_id), Setting)


def set_for_unit(connection: Connection, setting: Setting) -> None:
    """Have this hold for the unit and all below it, over what was set there before."""
    upsert(connection, topic_settings, keys=("topic_id", "unit_id"), values=dict(setting.__dict__))


def remove_for_unit(connection: Connection, *, topic_id: int, unit_id: int) -> bool:
    """Let the unit have what is above it again; whether it had a setting of its own."""
    return (
        connection.execute(
            topic_settings.delete().where(
                topic_settings.c.topic_id == topic_id, topic_settings.c.unit_id == unit_id
            )
        ).rowcount
        == 1
    )


def nearest_settings(connection: Connection, unit_id: int) -> dict[int, Setting]:
    """What decides for members of this unit, by topic: the nearest unit upwards that set something."""
    chain = _upwards(connection, unit_id)
    question = sa.select(*_SETTING).where(topic_settings.c.unit_id.in_(chain))
    found = many(connection, question, Setting)
    # The nearest last: it overwrites what is further up.
    found.sort(key=lambda setting: chain.index(setting.unit_id), reverse=True)
    return {setting.topic_id: setting for setting in found}


def _upwards(connection: Connection, unit_id: int) -> list[int]:
    chain: list[int] = []
    at: int | None = unit_id
    # A circle among units, however it came to be, ends.
    while at is not None and at not in chain:
        chain.append(at)
        at = connection.execute(sa.select(units.c.parent_id).where(units.c.id == at)).scalar_one_or_none()
    return chain


@dataclass(frozen=True)
class Choice:
    """What a member chose about a topic; `rhythm` None means as the topic comes."""

    topic_id: int
    subscribed: bool
    rhythm: Rhythm | None
    changed_at: datetime


def choices_of(connection: Connection, member_id: int) -> dict[int, Choice]:
    """What the member chose, by topic; where they never chose there is nothing."""
    question = sa.select(*(subscriptions.c[name] for name in Choice.__dataclass_fields__))
    found = many(connection, question.where(subscriptions.c.member_id == member_id), Choice)
    return {choice.topic_id: choice for choice in found}


def choose(connection: Connection, *, member_id: int, topic_id: int, subscribed: bool, now: datetime) -> None:
    """Record that the member takes or leaves the topic, over an earlier choice; their rhythm stays."""
    values = {"member_id": member_id, "topic_id": topic_id, "subscribed": subscribed, "changed_at": now}
    upsert(connection, subscriptions, keys=("member_id", "topic_id"), values=values)


def choose_rhythm(
    connection: Connection,
    *,
    member_id: int,
    topic_id: int,
    subscribed: bool,
    rhythm: Rhythm,
    now: datetime,
) -> None:
    """Record in which rhythm the member wants the topic; `subscribed` as it stands for them now."""
    values = {"member_id": member_id, "topic_id": topic_id, "subscribed": subscribed, "changed_at": now}
    upsert(connection, subscriptions, keys=("member_id", "topic_id"), values=values | {"rhythm": rhythm})
