"""A document's page is read again for a while: what was edited there is told, and never taken by itself."""

from datetime import datetime, timedelta

from bot.intake.documents import Document
from bot.intake.faults import NOT_TO_BE_KEPT, Untaken
from bot.office import Office
from storage.database import Connection
from storage.intake import items
from storage.intake.items import Item
from storage.states import ItemNews

_EVERY = timedelta(days=1)
_HASH = 64
"""Digits of a content hash; behind it may stand another one, of which the clerks have not heard."""


def next_reading(office: Office, item: Item) -> datetime | None:
    """When to read it again; None once that is over."""
    again = office.clock.now() + _EVERY
    return again if again - item.seen_at <= timedelta(days=office.settings.sources.edits_days) else None


def note_again(connection: Connection, office: Office, item: Item, found: Document | Untaken) -> None:
    """Note what a drafted item shows now; the draft stays as it is, and the clerks hear of a difference.

    On a page it is one that two looks in a row agree upon: what is another one each day (a counter, the
    weather) is no edit. Of a file in a folder, and of a mark of secrecy, they hear at once.
    """
    values: dict[str, object] = {"next_try_at": next_reading(office, item), "tries": 0}
    if isinstance(found, Document):
        values |= _compared(office, item, found)
    elif found.fault in NOT_TO_BE_KEPT and item.fault is not found.fault:
        # A mark was put on it since: a person has to know at once that it went into a draft.
        values |= {
            "fault": found.fault,
            "fault_detail": found.detail,
            "news": ItemNews.EDITED,
            "changed_at": office.clock.now(),
        }
    items.change(connection, item.id, values)


def _compared(office: Office, item: Item, found: Document) -> dict[str, object]:
    shown = found.content_hash
    told, seen_last = item.content_hash[:_HASH], item.content_hash[_HASH:]
    if shown == told:
        return {"content_hash": told}
    now = office.clock.now()
    if shown == seen_last or not found.addresses:
        return {"content_hash": shown, "news": ItemNews.EDITED, "changed_at": now}
    # The second look comes even if this one was to be the last.
    once_more = {} if seen_last else {"next_try_at": now + _EVERY}
    return {"content_hash": told + shown, **once_more}
