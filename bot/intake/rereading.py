"""A document's page is read again for a while: what was edited there is told, and never taken by itself."""

from datetime import datetime, timedelta

from bot.intake.documents import Document
from bot.intake.faults import NOT_TO_BE_KEPT, Untaken
from bot.office import Office
from storage.database import Connection
from storage.intake import (
    items,
)
from storage.intake.items import Item
from storage.states import ItemNews

_EVERY = timedelta(days=1)


def next_reading(office: Office, item: Item) -> datetime | None:
    """When to read it again; None once that is over."""
    again = office.clock.now() + _EVERY
    return again if again - item.seen_at <= timedelta(days=office.settings.sources.edits_days) else None


def note_again(connection: Connection, office: Office, item: Item, found: Document | Untaken) -> None:
    """Note what a drafted item shows now; the draft stays as it is, and the clerks hear of a difference."""
    values: dict[str, object] = {"next_try_at": next_reading(office, item), "tries": 0}
    if isinstance(found, Document):
        if found.content_hash != item.content_hash:
            values |= {
                "content_hash": found.content_hash,
                "news": ItemNews.EDITED,
                "changed_at": office.clock.now(),
            }
    elif found.fault in NOT_TO_BE_KEPT and item.fault is not found.fault:
        # A mark was put on it since: a person has to know at once that it went into a draft.
        values |= {
            "fault": found.fault,
            "fault_detail": found.detail,
            "news": ItemNews.EDITED,
            "changed_at": office.clock.now(),
        }
    items.change(connection, item.id, values)
