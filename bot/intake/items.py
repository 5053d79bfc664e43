"""Items, as the clerks see them: what came from a source, and taking or dropping one by hand."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bot.access import Caller, demand
from bot.errors import Refusal, Refused
from bot.history import entry
from bot.office import Office
from storage import history
from storage.database import Connection
from storage.intake import items, sources
from storage.intake.items import Item, Named
from storage.states import DraftState, ItemState, Role, SourceFault, SourceState

MOST_SHOWN = 20
TAKEABLE = frozenset({ItemState.IMPORTED, ItemState.UNREADABLE, ItemState.DROPPED})
DROPPABLE = frozenset({ItemState.IMPORTED, ItemState.UNREADABLE, ItemState.WAITING})


@dataclass(frozen=True)
class ShownItem:
    """One item.

    Args:
        title: of its draft, else as listed; of a marked one nothing is known.
        link: its address; of a file its name.
        draft_id: the draft that stands for it.
        number: of the draft.
        is_published: what was drafted went out, by itself or by a person.
    """

    id: int
    source_id: int
    state: ItemState
    title: str
    link: str
    published_on: date | None
    fault: SourceFault | None
    draft_id: int | None
    changed_at: datetime
    number: str = ""
    is_published: bool = False


async def items_of(
    caller: Caller, office: Office, *, source_id: int, states: frozenset[ItemState] = frozenset(ItemState)
) -> tuple[ShownItem, ...]:
    """The source's items in these states, those last changed first, at most twenty.

    Raises:
        Refused: NOT_ALLOWED to anybody but clerks and admins, NOT_FOUND.
    """
    demand(caller, {Role.CLERK, Role.ADMIN})

    def body(connection: Connection) -> tuple[ShownItem, ...]:
        if sources.look(connection, source_id) is None:
            raise Refused(Refusal.NOT_FOUND)
        return _shown(connection, items.newest(connection, source_id, states=states, limit=MOST_SHOWN))

    return await office.database.read(body)


async def take_item(caller: Caller, office: Office, *, item_id: int) -> ShownItem:
    """Have an item read and drafted that was there at first contact, could not be read, or was dropped.

    Raises:
        Refused: NOT_ALLOWED to anybody but the clerk, NOT_FOUND; GONE_ON, when it stands elsewhere, its
            source is not looked at, or its address has served its term.
    """
    values = {"next_try_at": office.clock.now(), "tries": 0, "fault": None, "fault_detail": ""}
    return await _turn(caller, office, item_id, TAKEABLE, ItemState.WAITING, values)


async def drop_item(caller: Caller, office: Office, *, item_id: int) -> ShownItem:
    """Say that an item is nothing for the members; a draft of it is thrown away where drafts are.

    Raises:
        Refused: NOT_ALLOWED, NOT_FOUND, GONE_ON.
    """
    values = {"next_try_at": None, "news": None}
    return await _turn(caller, office, item_id, DROPPABLE, ItemState.DROPPED, values)


async def _turn(
    caller: Caller,
    office: Office,
    item_id: int,
    states: frozenset[ItemState],
    state: ItemState,
    values: dict[str, Any],
) -> ShownItem:
    demand(caller, {Role.CLERK})

    def body(connection: Connection) -> ShownItem:
        item = items.find(connection, item_id)
        if item is None:
            raise Refused(Refusal.NOT_FOUND)
        source = sources.look(connection, item.source_id)
        is_looked_at = source is not None and source.state is SourceState.ACTIVE
        # Its address has served its term, or was never kept: there is nothing to read.
        is_readable = is_looked_at and bool(item.link)
        if item.state not in states or (state is ItemState.WAITING and not is_readable):
            raise Refused(Refusal.GONE_ON)
        items.change(connection, item_id, values | {"state": state, "changed_at": office.clock.now()})
        line = entry(caller, office, thing="item", thing_id=item_id, from_state=item.state, to_state=state)
        history.append(connection, line)
        return _shown(connection, items.of_numbers(connection, [item_id]))[0]

    return await office.perform(caller, f"item {state}", body, outcome=ShownItem)


def _shown(connection: Connection, found: Sequence[Item]) -> tuple[ShownItem, ...]:
    numbers = [item.draft_id for item in found if item.draft_id is not None]
    named = items.names_of_drafts(connection, numbers)
    return tuple(_one_shown(item, named.get(item.draft_id or 0)) for item in found)


def _one_shown(item: Item, draft: Named | None) -> ShownItem:
    return ShownItem(
        id=item.id,
        source_id=item.source_id,
        state=item.state,
        title=(draft.title if draft is not None else "") or item.title,
        link=item.link,
        published_on=item.published_on,
        fault=item.fault,
        draft_id=item.draft_id,
        changed_at=item.changed_at,
        number=draft.number if draft is not None else "",
        is_published=draft is not None and draft.state is DraftState.PUBLISHED,
    )
