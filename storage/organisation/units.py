"""The tree through time: what each unit was called and where it hung on a day, and changing that."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.rows import insert_row, many, one, upsert
from storage.states import UnitKind
from storage.tables import installation, members, unit_spans, unit_words, units


@dataclass(frozen=True)
class UnitOnDay:
    """A unit as it was on a day; `position` is its place in protocol order today."""

    id: int
    kind: UnitKind
    name: str
    short_name: str
    parent_id: int | None
    position: int


def tree_on(connection: Connection, day: date) -> list[UnitOnDay]:
    """The units that were open on that day, in protocol order, each before those below it."""
    question = (
        sa.select(
            units.c.id,
            units.c.kind,
            units.c.position,
            unit_spans.c.name,
            unit_spans.c.short_name,
            unit_spans.c.parent_id,
        )
        .join(unit_spans, unit_spans.c.unit_id == units.c.id)
        .where(
            unit_spans.c.from_on <= day,
            unit_spans.c.until_on.is_(None) | (unit_spans.c.until_on > day),
        )
        .order_by(units.c.position, units.c.id)
    )
    return in_protocol_order(many(connection, question, UnitOnDay))


def in_protocol_order(found: Sequence[UnitOnDay]) -> list[UnitOnDay]:
    """Units that come by position, each before those below it; one whose parent is missing stands on top."""
    present = {unit.id for unit in found}
    below: dict[int | None, list[UnitOnDay]] = defaultdict(list)
    for unit in found:
        below[unit.parent_id if unit.parent_id in present else None].append(unit)
    ordered: list[UnitOnDay] = []
    waiting = below[None][::-1]
    while waiting:
        ordered.append(waiting.pop())
        waiting.extend(below[ordered[-1].id][::-1])
    return ordered


def below(tree: Iterable[UnitOnDay], unit_id: int) -> set[int]:
    """The unit and all below it in a tree that is in protocol order."""
    found = {unit_id}
    for unit in tree:
        if unit.parent_id in found:
            found.add(unit.id)
    return found


@dataclass(frozen=True)
class UnitRow:
    """The unit as it is today, closed or not."""

    id: int
    kind: UnitKind
    name: str
    short_name: str
    parent_id: int | None
    position: int
    opened_on: date
    closed_on: date | None
    merged_into_id: int | None


_UNIT_ROW = tuple(units.c[name] for name in UnitRow.__dataclass_fields__)


def row(connection: Connection, unit_id: int) -> UnitRow | None:
    """The unit's row."""
    return one(connection, sa.select(*_UNIT_ROW).where(units.c.id == unit_id), UnitRow)


def every(connection: Connection) -> list[UnitRow]:
    """All units, closed ones too, by position."""
    return many(connection, sa.select(*_UNIT_ROW).order_by(units.c.position, units.c.id), UnitRow)


def hold_tree(connection: Connection) -> None:
    """Let no other transaction change the tree until this one ends: two moves could make a circle.

    SQLite has one writer anyway.
    """
    connection.execute(sa.select(installation.c.id).with_for_update())


def set_row(connection: Connection, unit_id: int, **values: object) -> None:
    """Say what the unit is today."""
    connection.execute(units.update().where(units.c.id == unit_id).values(values))


def last_position(connection: Connection, parent_id: int | None) -> int:
    """The last place in protocol order among the units of this parent (0: there are none)."""
    under = units.c.parent_id.is_(None) if parent_id is None else units.c.parent_id == parent_id
    question = sa.select(sa.func.coalesce(sa.func.max(units.c.position), 0)).where(under)
    return int(connection.execute(question).scalar_one())


@dataclass(frozen=True)
class Span:
    """From when until when (the first day on which it was otherwise) a unit was called and hung so."""

    id: int
    unit_id: int
    name: str
    short_name: str
    parent_id: int | None
    from_on: date
    until_on: date | None


_SPAN = tuple(unit_spans.c[name] for name in Span.__dataclass_fields__)


def spans_of(connection: Connection, unit_id: int) -> list[Span]:
    """The unit's spans, the oldest first."""
    question = sa.select(*_SPAN).where(unit_spans.c.unit_id == unit_id).order_by(unit_spans.c.from_on)
    return many(connection, question, Span)


def days_of_change(connection: Connection, *, after: date) -> list[date]:
    """The later days on which some unit began to be otherwise."""
    question = sa.select(unit_spans.c.from_on).distinct().where(unit_spans.c.from_on > after)
    return list(connection.execute(question.order_by(unit_spans.c.from_on)).scalars())


def hung_under_until(connection: Connection, parent_id: int, day: date) -> list[int]:
    """The units that hung under this one until that day, when they came to hang elsewhere."""
    after = unit_spans.alias("after")
    question = (
        sa.select(unit_spans.c.unit_id)
        .join(after, (after.c.unit_id == unit_spans.c.unit_id) & (after.c.from_on == unit_spans.c.until_on))
        .where(unit_spans.c.parent_id == parent_id, unit_spans.c.until_on == day)
        .order_by(unit_spans.c.unit_id)
    )
    return list(connection.execute(question).scalars())


def begin_span(
    connection: Connection, unit_id: int, on: date, *, name: str, short_name: str, parent_id: int | None
) -> None:
    """The unit is called and hangs so from that day on; its last span may not begin later."""
    latest = spans_of(connection, unit_id)[-1]
    values = {"name": name, "short_name": short_name, "parent_id": parent_id}
    if latest.from_on == on:
        again = unit_spans.c.id == latest.id
        connection.execute(unit_spans.update().where(again).values(values | {"until_on": None}))
        return
    if latest.until_on is None:
        end_span(connection, unit_id, on)
    insert_row(connection, unit_spans, values | {"unit_id": unit_id, "from_on": on})


def end_span(connection: Connection, unit_id: int, on: date) -> None:
    """The unit is no more from that day on."""
    is_last = (unit_spans.c.unit_id == unit_id) & unit_spans.c.until_on.is_(None)
    connection.execute(unit_spans.update().where(is_last).values(until_on=on))


def prolong_span(connection: Connection, unit_id: int) -> None:
    """The unit's last span goes on, as if it had never ended."""
    latest = spans_of(connection, unit_id)[-1]
    connection.execute(unit_spans.update().where(unit_spans.c.id == latest.id).values(until_on=None))


def heads(connection: Connection) -> dict[int, int]:
    """How many are on the roster now, by unit."""
    question = (
        sa.select(members.c.unit_id, sa.func.count().label("amount"))
        .where(members.c.left_at.is_(None))
        .group_by(members.c.unit_id)
    )
    return {found.unit_id: found.amount for found in connection.execute(question)}


def words(connection: Connection) -> dict[UnitKind, tuple[str, str]]:
    """The office's own words for kinds of units, in full and short; kinds without one are left out."""
    question = sa.select(unit_words.c.kind, unit_words.c.word, unit_words.c.short_word)
    return {found.kind: (found.word, found.short_word) for found in connection.execute(question)}


def set_word(connection: Connection, kind: UnitKind, *, word: str, short_word: str) -> None:
    """Call this kind so from now on."""
    values = {"kind": kind, "word": word, "short_word": short_word}
    upsert(connection, unit_words, keys=("kind",), values=values)
