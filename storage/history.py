"""Appending to history and reading it; nothing here changes or removes a row."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.rows import many, one
from storage.states import Address
from storage.tables import addresses, history, members, publications, units, versions


@dataclass(frozen=True)
class Entry:
    """One change of state. Ids and words from closed lists only.

    Args:
        at: office time.
        actor_id: the member who did it; None for a rule or the command line (`door` tells which).
        thing: which kind of row ("obligation", "draft", ...).
        detail: a word from a closed list or an id.
    """

    at: datetime
    actor_id: int | None
    on_behalf_of: int | None
    door: str
    thing: str
    thing_id: int
    from_state: str
    to_state: str
    publication_id: int | None = None
    member_id: int | None = None
    unit_id: int | None = None
    version: int | None = None
    address_id: int | None = None
    detail: str = ""


def append(connection: Connection, *entries: Entry) -> None:
    """Write the entries in the transaction of the change itself."""
    if entries:
        # Not asdict, which copies each value deeply: a whole branch that leaves is thousands of lines.
        connection.execute(history.insert(), [dict(vars(entry)) for entry in entries])


@dataclass(frozen=True)
class Line:
    """One row of history as it stands; the fields are those of the table."""

    id: int
    at: datetime
    actor_id: int | None
    on_behalf_of: int | None
    door: str
    thing: str
    thing_id: int
    from_state: str
    to_state: str
    publication_id: int | None
    member_id: int | None
    unit_id: int | None
    version: int | None
    address_id: int | None
    detail: str


_LINE = tuple(history.c[name] for name in Line.__dataclass_fields__)


@dataclass(frozen=True)
class Sight:
    """Which rows somebody may read: those that fit any of these.

    Args:
        everything: all rows.
        things: every row about these kinds of thing.
        unit_ids: in these units ...
        unit_things: ... the rows about these kinds of thing.
        own_id: what this member did, and what was done about them ...
        kept_from_them: ... but for what others did about these kinds of thing.
    """

    everything: bool = False
    things: frozenset[str] = frozenset()
    unit_ids: frozenset[int] = frozenset()
    unit_things: frozenset[str] = frozenset()
    own_id: int | None = None
    kept_from_them: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Wanted:
    """Which rows are asked for: those that fit everything that is named.

    Args:
        member_id: who did it, or about whom it is.
        unit_ids: in one of these units.
        things: about these kinds of thing.
        from_at: not before.
        until_at: before.
    """

    member_id: int | None = None
    unit_ids: frozenset[int] | None = None
    things: frozenset[str] | None = None
    door: str | None = None
    from_at: datetime | None = None
    until_at: datetime | None = None


def page(
    connection: Connection, sight: Sight, wanted: Wanted, *, before_id: int | None = None, limit: int
) -> list[Line]:
    """The newest rows that may be read and are asked for, before that row (None: from the newest)."""
    question = sa.select(*_LINE).where(*_fits(sight, wanted)).order_by(history.c.id.desc()).limit(limit)
    if before_id is not None:
        question = question.where(history.c.id < before_id)
    return many(connection, question, Line)


def newer(
    connection: Connection,
    sight: Sight,
    wanted: Wanted,
    *,
    after_id: int,
    before_id: int | None,
    limit: int,
) -> list[int]:
    """The numbers of the rows that come right after that one, the oldest first, as `page` finds them."""
    question = sa.select(history.c.id).where(*_fits(sight, wanted), history.c.id > after_id)
    if before_id is not None:
        question = question.where(history.c.id < before_id)
    found = connection.execute(question.order_by(history.c.id).limit(limit))
    return list(found.scalars())


def newest_of(connection: Connection, *, actor_id: int | None, thing: str) -> int:
    """The number of the row that this person has just written about that kind of thing; 0: none."""
    newest = sa.select(sa.func.max(history.c.id)).where(history.c.thing == thing)
    whose = history.c.actor_id.is_(None) if actor_id is None else history.c.actor_id == actor_id
    return connection.execute(newest.where(whose)).scalar_one() or 0


def line(connection: Connection, line_id: int) -> Line | None:
    """The row with this number."""
    return one(connection, sa.select(*_LINE).where(history.c.id == line_id), Line)


@dataclass(frozen=True)
class Person:
    """A member as history names them; `is_erased`: their name is gone."""

    id: int
    full_name: str
    address_form: Address
    is_erased: bool


def people(connection: Connection, member_ids: Collection[int]) -> dict[int, Person]:
    """These members by number, gone ones too."""
    question = sa.select(
        members.c.id,
        members.c.full_name,
        members.c.address_form,
        members.c.erased_at.is_not(None).label("is_erased"),
    )
    found = many(connection, question.where(members.c.id.in_(member_ids)), Person)
    return {person.id: person for person in found}


def nameable(connection: Connection, unit_ids: Collection[int] | None) -> list[Person]:
    """Who can still be named, gone or not, of these units (None: all), by given name."""
    question = sa.select(
        members.c.id, members.c.full_name, members.c.address_form, sa.literal(False).label("is_erased")
    )
    named = question.where(members.c.erased_at.is_(None)).order_by(members.c.sort_key)
    if unit_ids is not None:
        named = named.where(members.c.unit_id.in_(unit_ids))
    return many(connection, named, Person)


def titles(connection: Connection, publication_ids: Collection[int]) -> dict[int, str]:
    """What these publications are called: their number, or their title where they have none."""
    newest = (versions.c.publication_id == publications.c.id) & (versions.c.version == publications.c.version)
    rows = connection.execute(
        sa.select(publications.c.id, versions.c.number, versions.c.title)
        .join(versions, newest)
        .where(publications.c.id.in_(publication_ids))
    )
    return {row.id: row.number or row.title for row in rows}


def unit_names(connection: Connection, unit_ids: Collection[int]) -> dict[int, str]:
    """The names of these units, closed ones too."""
    rows = connection.execute(sa.select(units.c.id, units.c.name).where(units.c.id.in_(unit_ids)))
    return {row.id: row.name for row in rows}


def groups_among(connection: Connection, address_ids: Collection[int]) -> frozenset[int]:
    """Those of these conversations that are group chats."""
    question = sa.select(addresses.c.id).where(addresses.c.id.in_(address_ids), addresses.c.is_group)
    return frozenset(connection.execute(question).scalars())


def _fits(sight: Sight, wanted: Wanted) -> list[sa.ColumnElement[bool]]:
    fits = [] if sight.everything else [_seen(sight)]
    if wanted.member_id is not None:
        fits.append((history.c.actor_id == wanted.member_id) | (history.c.member_id == wanted.member_id))
    if wanted.unit_ids is not None:
        fits.append(history.c.unit_id.in_(wanted.unit_ids))
    if wanted.things is not None:
        fits.append(history.c.thing.in_(wanted.things))
    if wanted.door is not None:
        fits.append(history.c.door == wanted.door)
    if wanted.from_at is not None:
        fits.append(history.c.at >= wanted.from_at)
    if wanted.until_at is not None:
        fits.append(history.c.at < wanted.until_at)
    return fits


def _seen(sight: Sight) -> sa.ColumnElement[bool]:
    ways: list[sa.ColumnElement[bool]] = [sa.false()]
    if sight.things:
        ways.append(history.c.thing.in_(sight.things))
    if sight.unit_ids:
        ways.append(history.c.unit_id.in_(sight.unit_ids) & history.c.thing.in_(sight.unit_things))
    if sight.own_id is not None:
        about_them = (history.c.member_id == sight.own_id) & history.c.thing.not_in(sight.kept_from_them)
        ways += [history.c.actor_id == sight.own_id, about_them]
    return sa.or_(*ways)
