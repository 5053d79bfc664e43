"""Items: what sources showed, known again by their fingerprints, and what became of each."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.engine import Connection

from storage.rows import insert_once, many, one
from storage.states import DraftState, ItemNews, ItemState, SourceFault, SourceState
from storage.tables import drafts, items, sources

# Parameters in one statement: engines take only so many.
_AT_ONCE = 400
_READ = (ItemState.WAITING, ItemState.DRAFTED)


@dataclass(frozen=True, kw_only=True)
class Item:
    """An item's row; see `storage.tables.sources`."""

    id: int
    source_id: int
    fingerprint: str
    link: str
    title: str
    published_on: date | None
    content_hash: str
    stamp: str
    draft_id: int | None
    news: ItemNews | None
    state: ItemState
    fault: SourceFault | None
    fault_detail: str
    tries: int
    next_try_at: datetime | None
    seen_at: datetime
    changed_at: datetime


@dataclass(frozen=True)
class NewItem:
    """An item that was not known before.

    Args:
        title: as listed, where it passed the gate.
    """

    fingerprint: str
    state: ItemState
    link: str = ""
    title: str = ""
    published_on: date | None = None
    stamp: str = ""
    next_try_at: datetime | None = None
    fault: SourceFault | None = None
    news: ItemNews | None = None


_ITEM = tuple(items.c[name] for name in Item.__dataclass_fields__)


def note(connection: Connection, source_id: int, new: Sequence[NewItem], *, now: datetime) -> int:
    """Note these items, unless they are known by their fingerprints; how many were not."""
    noted = 0
    for item in new:
        values = asdict(item) | {
            "source_id": source_id,
            "content_hash": "",
            "fault_detail": "",
            "tries": 0,
            "seen_at": now,
            "changed_at": now,
        }
        noted += connection.execute(insert_once(connection, items).values(values)).rowcount
    return noted


def known(connection: Connection, source_id: int, fingerprints: Collection[str]) -> dict[str, Item]:
    """Those of the source's items that carry one of these, by fingerprint."""
    wanted, found = sorted(fingerprints), list[Item]()
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        question = sa.select(*_ITEM).where(items.c.source_id == source_id, items.c.fingerprint.in_(some))
        found += many(connection, question, Item)
    return {item.fingerprint: item for item in found}


def waiting(connection: Connection, source_id: int) -> int:
    """How many of the source's items wait to be read."""
    question = sa.select(sa.func.count()).where(
        items.c.source_id == source_id, items.c.state == ItemState.WAITING
    )
    return int(connection.execute(question).scalar_one())


def due(connection: Connection, *, now: datetime, limit: int) -> list[Item]:
    """Those to be read now (office time), or again, of the sources that are looked at; oldest first."""
    question = (
        sa.select(*_ITEM)
        .join(sources, sources.c.id == items.c.source_id)
        .where(sources.c.state == SourceState.ACTIVE, items.c.state.in_(_READ), items.c.next_try_at <= now)
        .order_by(items.c.next_try_at, items.c.id)
        .limit(limit)
    )
    return many(connection, question, Item)


def find(connection: Connection, item_id: int) -> Item | None:
    """The item with this number; on PostgreSQL nobody else changes it until the transaction ends."""
    return one(connection, sa.select(*_ITEM).where(items.c.id == item_id).with_for_update(), Item)


def of_numbers(connection: Connection, item_ids: Collection[int]) -> list[Item]:
    """These items in the order of their numbers."""
    return many(connection, sa.select(*_ITEM).where(items.c.id.in_(item_ids)).order_by(items.c.id), Item)


def change(connection: Connection, item_id: int, values: Mapping[str, Any]) -> None:
    """Give the item these values."""
    connection.execute(items.update().where(items.c.id == item_id).values(dict(values)))


def newest(
    connection: Connection, source_id: int, *, states: Collection[ItemState], limit: int
) -> list[Item]:
    """The source's items in these states, those last changed first."""
    question = (
        sa.select(*_ITEM)
        .where(items.c.source_id == source_id, items.c.state.in_(states))
        .order_by(items.c.changed_at.desc(), items.c.id.desc())
        .limit(limit)
    )
    return many(connection, question, Item)


def untold(connection: Connection) -> list[Item]:
    """Those of which the clerks have not heard yet, by source."""
    question = sa.select(*_ITEM).where(items.c.news.is_not(None)).order_by(items.c.source_id, items.c.id)
    return many(connection, question, Item)


def counts(connection: Connection) -> dict[int, dict[ItemState, int]]:
    """How many items of each source stand where."""
    question = sa.select(items.c.source_id, items.c.state, sa.func.count().label("amount")).group_by(
        items.c.source_id, items.c.state
    )
    found: dict[int, dict[ItemState, int]] = {}
    for row in connection.execute(question):
        found.setdefault(row.source_id, {})[row.state] = row.amount
    return found


def draft_with_content(connection: Connection, identity: str) -> int | None:
    """The first draft that was made of this text and not thrown away; `identity` begins the content hash."""
    is_same = items.c.content_hash.startswith(identity, autoescape=True)
    question = (
        sa.select(items.c.draft_id)
        .join(drafts, drafts.c.id == items.c.draft_id)
        .where(is_same, drafts.c.state != DraftState.DISCARDED)
        .order_by(items.c.draft_id)
        .limit(1)
    )
    return connection.execute(question).scalar_one_or_none()


def gone_by_themselves(connection: Connection, source_id: int, *, begins: datetime, ends: datetime) -> int:
    """How many of the source's drafts were published without a person from then (office time) until then."""
    question = (
        sa.select(sa.func.count())
        .select_from(drafts.join(items, items.c.id == drafts.c.item_id))
        .where(
            items.c.source_id == source_id,
            drafts.c.state == DraftState.PUBLISHED,
            drafts.c.approved_by.is_(None),
            drafts.c.submitted_at >= begins,
            drafts.c.submitted_at < ends,
        )
    )
    return int(connection.execute(question).scalar_one())


@dataclass(frozen=True)
class Named:
    """By what people know a draft, and where it stands."""

    number: str
    title: str
    state: DraftState


def names_of_drafts(connection: Connection, draft_ids: Collection[int]) -> dict[int, Named]:
    """The names of these drafts, without their texts."""
    found = connection.execute(
        sa.select(drafts.c.id, drafts.c.number, drafts.c.title, drafts.c.state).where(
            drafts.c.id.in_(draft_ids)
        )
    )
    return {row.id: Named(row.number, row.title, row.state) for row in found}


def drafts_with_number(connection: Connection, *, number_key: str, issued_on: date) -> list[tuple[int, str]]:
    """The drafts of this number and date that were not thrown away: (draft, issuer), the first one first."""
    question = (
        sa.select(drafts.c.id, drafts.c.issuer)
        .where(
            drafts.c.number_key == number_key,
            drafts.c.issued_on == issued_on,
            drafts.c.state != DraftState.DISCARDED,
        )
        .order_by(drafts.c.id)
    )
    return [(row.id, row.issuer) for row in connection.execute(question)]
