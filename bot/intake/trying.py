"""Trying a source ("thử đọc"): what it would bring, read to the end, and nothing of it stored."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from bot.access import Caller, demand
from bot.errors import Refusal, Refused
from bot.intake.describing import NewSource, sound
from bot.intake.documents import Document, document_of
from bot.intake.faults import Untaken
from bot.intake.fetchers import fetcher_for
from bot.intake.listing import Entry, listing
from bot.intake.resolving import resolved_audience
from bot.logs import get
from bot.office import Office
from bot.publication.draft.drafting import propose
from bot.sources.fetched import Unfetched
from bot.sources.fetching import Fetcher
from storage.database import Connection
from storage.intake import sources
from storage.intake.sources import Source
from storage.states import Kind, Role, SourceFault, SourceKind, SourceState

log = get(__name__)

MOST_TRIED = 3
"""Enough to see whether it is what was meant; each is a page or two of somebody's site."""
_WAITS = 5
Say = Callable[[str], object]


@dataclass(frozen=True)
class TriedItem:
    """One document as it would be drafted.

    Args:
        title: as read; of a marked one nothing but the fault is told.
        kind: None where nothing could be read.
        files: how many files would be kept with it.
    """

    title: str = ""
    number: str = ""
    kind: Kind | None = None
    issued_on: date | None = None
    link: str = ""
    files: int = 0
    fault: SourceFault | None = None
    detail: str = ""


@dataclass(frozen=True)
class Tried:
    """What a source would bring.

    Args:
        items: the first few of the list, read.
        found: how many the list shows.
        fault: why nothing came; None: something did.
        detail: in English, for who knows the site.
    """

    items: tuple[TriedItem, ...] = ()
    found: int = 0
    fault: SourceFault | None = None
    detail: str = ""


def _nothing_said(_words: str) -> None:
    return None


async def try_source(
    caller: Caller, office: Office, *, new: NewSource | int, say: Say = _nothing_said
) -> Tried:
    """Read what the source shows now, and the first few of its documents; nothing is stored.

    Args:
        caller: an admin.
        office: the office.
        new: what was said of it, or the number of one that is there.
        say: told, in a line of English, how far it is.

    Raises:
        Refused: NOT_ALLOWED; NOT_FOUND (no such source); SOURCE_FLAW.
    """
    demand(caller, {Role.ADMIN})
    source = await office.database.read(partial(_source, office=office, new=new))
    async with fetcher_for(office) as fetcher:
        say(f"looking at {source.name}")
        within = office.settings.sources.gives_up_after * _WAITS
        try:
            async with asyncio.timeout(within.total_seconds()):
                shown = await listing(office, fetcher, source)
        except Unfetched as unfetched:
            return Tried(fault=unfetched.fault, detail=unfetched.detail)
        except TimeoutError:
            return Tried(fault=SourceFault.TOO_SLOW, detail=f"nothing came within {within}")
        some = shown.entries[:MOST_TRIED]
        read: list[TriedItem] = []
        for place, one in enumerate(some, start=1):
            say(f"reading documents: {place} of {len(some)}")
            read.append(await _tried(office, fetcher, source, one))
    # A folder may well be empty.
    is_fine = shown.entries or source.kind is SourceKind.FOLDER
    nothing = None if is_fine else SourceFault.NOTHING_FOUND
    return Tried(tuple(read), len(shown.entries), nothing)


async def _tried(office: Office, fetcher: Fetcher, source: Source, one: Entry) -> TriedItem:
    if one.is_marked:
        return TriedItem(fault=SourceFault.SECRET)
    within = office.settings.sources.gives_up_after * _WAITS
    try:
        async with asyncio.timeout(within.total_seconds()):
            document = await document_of(office, fetcher, source, one.link)
    except Untaken as untaken:
        link = "" if untaken.fault is SourceFault.SECRET else one.link
        return TriedItem(link=link, fault=untaken.fault, detail=untaken.detail)
    except TimeoutError:
        return TriedItem(link=one.link, fault=SourceFault.TOO_SLOW)
    except Exception as error:
        # As when it is read in earnest: a page that breaks its reader is one document that cannot be taken.
        log.exception("an item could not be tried")
        return TriedItem(link=one.link, fault=SourceFault.DAMAGED, detail=type(error).__name__)
    return await asyncio.to_thread(_read, office, document, one.link)


def _read(office: Office, document: Document, link: str) -> TriedItem:
    content = propose(office, document.text).content
    return TriedItem(
        title=content.title or document.title,
        number=content.number,
        kind=content.kind,
        issued_on=content.issued_on,
        link=link,
        files=len(document.files),
        fault=document.left_out,
    )


def _source(connection: Connection, office: Office, new: NewSource | int) -> Source:
    if isinstance(new, int):
        found = sources.look(connection, new)
        if found is None:
            raise Refused(Refusal.NOT_FOUND)
        # As if for the first time: what the site says only to who was there before is of no use here.
        return replace(found, imported_at=None)
    told = sound(new)
    resolved_audience(connection, office, told)
    now = office.clock.now()
    return Source(
        id=0,
        name=told.name,
        kind=told.kind,
        state=SourceState.ACTIVE,
        place=told.place,
        selectors=told.selectors,
        audience=None,
        topic_id=None,
        scope=told.scope,
        publishes_itself=False,
        publishes_since=None,
        every_minutes=0,
        next_look_at=now,
        looked_at=None,
        found_at=None,
        etag="",
        last_modified="",
        failures=0,
        fault=None,
        fault_detail="",
        failing_since=None,
        empty_since=None,
        told_at=None,
        imported_at=None,
        created_by=None,
        created_at=now,
    )
