"""Looking at the sources that are due: each by itself, none held up by another."""

import asyncio
from dataclasses import dataclass
from datetime import datetime, timedelta
from secrets import randbelow
from typing import Any

from bot.access import Caller, Door
from bot.history import entry
from bot.intake.following import whole_listing
from bot.intake.listing import Entry, Listing
from bot.intake.troubles import tell_if_back, tell_if_troubled
from bot.intake.turns import Turns
from bot.logs import get
from bot.office import Office
from bot.retry import after_failed_look
from bot.sources.fetched import Unfetched
from bot.sources.fetching import Fetcher
from storage import history
from storage.database import Connection
from storage.intake import items, sources
from storage.intake.items import Item, NewItem
from storage.intake.sources import Source
from storage.states import ItemNews, ItemState, SourceFault, SourceKind, SourceState

log = get(__name__)

CLOCK = Caller(member_id=None, door=Door.CLOCK)
_MINUTE = timedelta(minutes=1)
# The fetcher gives up by itself; this also ends waiting for a turn at a site that others ask too.
_WAITS = 5
_LONGEST_REST = timedelta(days=1)
"""However long a site asks to be left alone."""


@dataclass(frozen=True)
class Outcome:
    """How a look ended: what was there, or why nothing came.

    Args:
        retry_after: how long the site asks to be left alone.
    """

    listing: Listing | None = None
    fault: SourceFault | None = None
    detail: str = ""
    retry_after: timedelta | None = None


async def look_at_due(office: Office, fetcher: Fetcher, *, turns: Turns | None = None) -> int:
    """Look at the sources that are due, a few at once; how many. Nothing is read yet but the lists.

    Args:
        office: whose.
        fetcher: the way to other machines.
        turns: shared by rounds that overlap; None: this is the only one.
    """
    turns = turns or Turns(office.settings.sources.at_once)

    def due(connection: Connection) -> list[Source]:
        return sources.due(connection, now=office.clock.now())

    async def look(source: Source) -> None:
        with turns.done_with(source):
            async with turns.slot():
                await _look(office, fetcher, source)

    found = turns.take(await office.database.read(due))
    await asyncio.gather(*map(look, found))
    return len(found)


async def _look(office: Office, fetcher: Fetcher, source: Source) -> None:
    outcome = await _outcome(office, fetcher, source)

    def body(connection: Connection) -> None:
        _note(connection, office, source, outcome)

    try:
        await office.database.transaction(body)
    except Exception:
        # What cannot be noted of one source must not keep the others from being looked at.
        log.exception("a look could not be noted", source=source.id)
    office.bell.ring()


async def _outcome(office: Office, fetcher: Fetcher, source: Source) -> Outcome:
    settings = office.settings.sources
    within = (settings.gives_up_after * (_WAITS + settings.pages)).total_seconds()
    try:
        async with asyncio.timeout(within):
            return Outcome(await whole_listing(office, fetcher, source))
    except Unfetched as unfetched:
        return Outcome(fault=unfetched.fault, detail=unfetched.detail, retry_after=unfetched.retry_after)
    except TimeoutError:
        return Outcome(fault=SourceFault.TOO_SLOW, detail=f"nothing came of it within {within:.0f} seconds")
    except Exception as error:
        # A list that breaks its reader is that site's fault, and the others are to be looked at all the same.
        log.exception("a list could not be read", source=source.id)
        return Outcome(fault=SourceFault.DAMAGED, detail=f"it could not be read: {type(error).__name__}")


def _note(connection: Connection, office: Office, seen: Source, outcome: Outcome) -> None:
    source = sources.find(connection, seen.id)
    # An admin, or another process, was there meanwhile: what was seen is not what is asked for now.
    if source is None or source.state is not SourceState.ACTIVE or _asked(source) != _asked(seen):
        return
    shown = outcome.listing
    if shown is None or not (shown.entries or shown.not_modified or source.kind is SourceKind.FOLDER):
        _note_failure(connection, office, source, outcome)
        return
    now = office.clock.now()
    if source.imported_at is None:
        _import(connection, office, source, shown)
    else:
        _note_entries(connection, office, source, shown)
    tell_if_back(connection, office, source)
    values: dict[str, Any] = {
        "looked_at": now,
        "next_look_at": now + source.every_minutes * _MINUTE,
        "etag": shown.etag,
        "last_modified": shown.last_modified,
        "failures": 0,
        "fault": None,
        "fault_detail": "",
        "failing_since": None,
        "empty_since": None,
        "told_at": None,
    }
    sources.change(connection, source.id, values | ({"found_at": now} if shown.entries else {}))


def _asked(source: Source) -> tuple[object, ...]:
    return source.kind, source.place, source.selectors, source.imported_at, source.next_look_at


def _import(connection: Connection, office: Office, source: Source, shown: Listing) -> None:
    """First contact, in one transaction: what is there is known from now on, and nothing of it is drafted."""
    now = office.clock.now()
    there = [_new(one, ItemState.IMPORTED, None) for one in shown.entries]
    items.note(connection, source.id, there, now=now)
    sources.change(connection, source.id, {"imported_at": now})
    line = entry(
        CLOCK,
        office,
        thing="source",
        thing_id=source.id,
        from_state=source.state,
        to_state=source.state,
        detail="imported",
    )
    history.append(connection, line)


def _note_entries(connection: Connection, office: Office, source: Source, shown: Listing) -> None:
    now = office.clock.now()
    known = items.known(connection, source.id, [one.fingerprint for one in shown.entries])
    for one in shown.entries:
        if one.fingerprint in known:
            _note_stamp(connection, known[one.fingerprint], one, now=now)
    # Lists begin with the newest: what came first is read first.
    new = [one for one in reversed(shown.entries) if one.fingerprint not in known]
    before = items.waiting(connection, source.id)
    few = office.settings.sources.drafts_per_look
    pause = source.every_minutes * _MINUTE
    old = [_new(one, ItemState.IMPORTED, None) for one in new if one.fingerprint in shown.older]
    new = [one for one in new if one.fingerprint not in shown.older]
    waiting = [
        _new(one, ItemState.WAITING, now + (before + place) // few * pause) for place, one in enumerate(new)
    ]
    items.note(connection, source.id, [*old, *waiting], now=now)


def _new(one: Entry, state: ItemState, next_try_at: datetime | None) -> NewItem:
    if one.is_marked:
        news = ItemNews.TAKEN if state is ItemState.WAITING else None
        return NewItem(one.fingerprint, ItemState.REFUSED, fault=SourceFault.SECRET, news=news)
    return NewItem(
        one.fingerprint,
        state,
        link=one.link,
        title=one.title,
        published_on=one.published_on,
        stamp=one.stamp,
        next_try_at=next_try_at,
    )


def _note_stamp(connection: Connection, item: Item, shown: Entry, *, now: datetime) -> None:
    """What is shown otherwise than before is read again, where it was read at all."""
    if not item.stamp or item.stamp == shown.stamp:
        return
    if item.stamp.partition(":")[1] != shown.stamp.partition(":")[1]:
        # An earlier version of Loa took it otherwise: there is nothing to compare with.
        items.change(connection, item.id, {"stamp": shown.stamp})
        return
    values: dict[str, Any] = {"stamp": shown.stamp}
    if item.state is not ItemState.DRAFTED:
        values["title"] = shown.title
    if item.state is ItemState.DRAFTED:
        values |= {"next_try_at": now, "tries": 0}
    if item.state is ItemState.UNREADABLE:
        values |= {"state": ItemState.WAITING, "next_try_at": now, "tries": 0, "changed_at": now}
    items.change(connection, item.id, values)


def _note_failure(connection: Connection, office: Office, source: Source, outcome: Outcome) -> None:
    now = office.clock.now()
    fault = outcome.fault or SourceFault.NOTHING_FOUND
    is_empty = fault is SourceFault.NOTHING_FOUND
    failures = source.failures + 1
    pause = source.every_minutes * _MINUTE
    # A site that answers is not resting: it is asked as often as usual.
    rest = pause if is_empty else after_failed_look(failures, every=pause, chance=randbelow(100) / 100)
    asked_for = min(outcome.retry_after or timedelta(), _LONGEST_REST)
    values: dict[str, Any] = {
        "looked_at": now,
        "next_look_at": now + max(rest, asked_for),
        "failures": failures,
        "fault": fault,
        "fault_detail": outcome.detail,
        "failing_since": None if is_empty else (source.failing_since or now),
        "empty_since": (source.empty_since or now) if is_empty else None,
    }
    sources.change(connection, source.id, values)
    log.info("nothing came from a source", source=source.id, fault=fault.value, failures=failures)
    tell_if_troubled(connection, office, source.id)
