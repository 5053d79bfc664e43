"""Reading what sources showed: each item fetched, read, gated in memory, and drafted in one transaction."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from secrets import randbelow
from typing import Any
from urllib.parse import urlsplit

from bot.access import Caller, Door
from bot.errors import Refused
from bot.history import entry
from bot.intake.documents import Document, document_of
from bot.intake.faults import NOT_TO_BE_KEPT, Untaken
from bot.intake.publishing_itself import leads_away, publish_what_may
from bot.intake.rereading import next_reading, note_again
from bot.intake.same import draft_of_the_same
from bot.intake.telling import tell_clerks
from bot.intake.turns import Turns
from bot.logs import get
from bot.office import Office
from bot.publication.draft.attaching import attach
from bot.publication.draft.drafting import Proposal, begin, propose
from bot.publication.draft.points import one_line
from bot.retry import after_failed_look
from bot.sources.fetching import Fetcher
from storage import history
from storage.database import Connection
from storage.intake import items, sources
from storage.intake.items import Item
from storage.intake.sources import Source
from storage.publication import publications
from storage.states import ItemNews, ItemState, Scope, SourceFault

log = get(__name__)

MOST_TRIES = 5
_AT_ONCE = 100
"""Items of one round; what is left comes with the next."""
_TRY_AGAIN = timedelta(minutes=5)
_LONGEST_REST = timedelta(days=1)
# A page may have ten files, each of which is asked for after a pause and given up by itself.
_LOOKS_PER_DOCUMENT = 5
_CLOCK = Caller(member_id=None, door=Door.CLOCK)


async def take_waiting(office: Office, fetcher: Fetcher, *, turns: Turns | None = None) -> int:
    """Read what waits to be read, or read again: source by source, a few at once; how many items.

    Args:
        office: whose.
        fetcher: the way to other machines.
        turns: shared by rounds that overlap; None: this is the only one.
    """
    turns = turns or Turns(office.settings.sources.at_once)

    def due(connection: Connection) -> tuple[list[Item], list[Item], dict[int, Source]]:
        found = items.due(connection, now=office.clock.now(), limit=_AT_ONCE)
        untold = items.untold(connection)
        numbers = {item.source_id for item in (*found, *untold)}
        return found, untold, sources.of_numbers(connection, numbers)

    found, untold, by_number = await office.database.read(due)

    async def take(source: Source) -> None:
        with turns.done_with(source):
            own = [item for item in found if item.source_id == source.id]
            left = [item for item in untold if item.source_id == source.id]
            await _take_all(_Round(office, fetcher, turns, source), own, left)

    await asyncio.gather(*map(take, turns.take(by_number.values())))
    return len(found)


@dataclass(frozen=True)
class _Round:
    """What reading the items of one source needs."""

    office: Office
    fetcher: Fetcher
    turns: Turns
    source: Source


async def _take_all(a_round: _Round, found: Sequence[Item], untold: Sequence[Item]) -> None:
    office, source = a_round.office, a_round.source
    try:
        for item in found:
            async with a_round.turns.slot():
                await _take(office, a_round.fetcher, source, item)
        # What was left when Loa was stopped comes along.
        for number in dict.fromkeys(item.id for item in (*untold, *found)):
            if source.publishes_itself:
                await publish_what_may(office, number)
        await tell_clerks(office, source.id)
    except Exception:
        # What one source shows must not keep the others' from being read; the next knock tries it again.
        log.exception("what a source showed could not be taken", source=source.id)


async def _take(office: Office, fetcher: Fetcher, source: Source, item: Item) -> None:
    document = await _found(office, fetcher, source, item)
    proposal = None
    if isinstance(document, Document) and item.state is ItemState.WAITING:
        proposal = _told(await asyncio.to_thread(propose, office, document.text), document, source)

    def body(connection: Connection) -> None:
        now = items.find(connection, item.id)
        # Another process was first, or somebody took it by hand.
        if now is None or (now.state, now.tries, now.next_try_at) != (
            item.state,
            item.tries,
            item.next_try_at,
        ):
            return
        if item.state is ItemState.DRAFTED:
            note_again(connection, office, item, document)
        elif isinstance(document, Untaken):
            _note_untaken(connection, office, item, document)
        elif proposal is not None:
            _draft(connection, office, source, item, document, proposal)

    try:
        await office.database.transaction(body)
    except (Refused, ValueError) as error:
        # It would hold up all that its source shows after it, at every knock anew.
        log.exception("an item could not be drafted", item=item.id)
        document = Untaken(SourceFault.DAMAGED, f"it could not be drafted: {type(error).__name__}")
        await office.database.transaction(body)


async def _found(office: Office, fetcher: Fetcher, source: Source, item: Item) -> Document | Untaken:
    within = office.settings.sources.gives_up_after * _LOOKS_PER_DOCUMENT
    try:
        async with asyncio.timeout(within.total_seconds()):
            return await document_of(office, fetcher, source, item.link)
    except Untaken as untaken:
        return untaken
    except TimeoutError:
        return Untaken(SourceFault.TOO_SLOW, "nothing came of it in time", may_pass=True)
    except Exception as error:
        # A page that breaks its reader is set aside for a person; the log says what to mend.
        log.exception("an item could not be read", item=item.id)
        return Untaken(SourceFault.DAMAGED, f"it could not be read: {type(error).__name__}")


def _told(proposal: Proposal, document: Document, source: Source) -> Proposal:
    """With what the source adds: how far it may travel, and a title for a person to confirm."""
    content, unsure = proposal.content, proposal.unsure
    if source.scope is Scope.PUBLIC and not content.circulation:
        content = replace(content, scope=Scope.PUBLIC)
    if not content.title and document.title:
        content = replace(content, title=one_line(document.title))
        unsure = tuple(dict.fromkeys((*unsure, "title")))
    return replace(proposal, content=content, unsure=unsure)


def _draft(
    connection: Connection,
    office: Office,
    source: Source,
    item: Item,
    document: Document,
    proposal: Proposal,
) -> None:
    # Two sources may show it at the same moment, and both would find it new.
    publications.one_at_a_time(connection)
    first = draft_of_the_same(connection, identity=document.identity, proposal=proposal)
    draft_id = first if first is not None else _begin(connection, office, source, item, document, proposal)
    now = office.clock.now()
    away = leads_away(source, document.addresses)
    values: dict[str, Any] = {
        "state": ItemState.DRAFTED,
        "title": proposal.content.title,
        "content_hash": document.content_hash,
        "draft_id": draft_id,
        # Another source showed it before: the clerk has it already.
        "news": ItemNews.TAKEN if first is None else None,
        "fault": SourceFault.REDIRECTED_AWAY if away else document.left_out,
        "fault_detail": f"it comes from {urlsplit(away).hostname}" if away else "",
        "next_try_at": next_reading(office, item),
        "changed_at": now,
    }
    items.change(connection, item.id, values)
    _write(connection, office, item, ItemState.DRAFTED, "begun" if first is None else "known_already")


def _begin(
    connection: Connection,
    office: Office,
    source: Source,
    item: Item,
    document: Document,
    proposal: Proposal,
) -> int:
    begun = begin(
        connection,
        office,
        _CLOCK,
        proposal,
        item_id=item.id,
        needs_clearing=document.has_unread,
        audience=source.audience,
        topic_id=source.topic_id,
    )
    for file in document.files:
        attach(
            connection,
            office,
            begun.draft_id,
            content=file.content,
            name=file.name,
            media_type=file.media_type,
        )
    return begun.draft_id


def _note_untaken(connection: Connection, office: Office, item: Item, untaken: Untaken) -> None:
    now = office.clock.now()
    tries = item.tries + 1
    values: dict[str, Any] = {"tries": tries, "fault": untaken.fault, "fault_detail": untaken.detail}
    if untaken.may_pass and tries < MOST_TRIES:
        rest = after_failed_look(tries, every=_TRY_AGAIN, chance=randbelow(100) / 100)
        asked_for = min(untaken.retry_after, _LONGEST_REST)
        items.change(connection, item.id, values | {"next_try_at": now + max(rest, asked_for)})
        return
    state = ItemState.REFUSED if untaken.fault in NOT_TO_BE_KEPT else ItemState.UNREADABLE
    values |= {"state": state, "news": ItemNews.TAKEN, "next_try_at": None, "changed_at": now}
    if state is ItemState.REFUSED:
        # Even an address can say what a marked document is about.
        values |= {"link": "", "title": "", "stamp": "", "published_on": None}
    items.change(connection, item.id, values)
    _write(connection, office, item, state, untaken.fault.value)


def _write(connection: Connection, office: Office, item: Item, state: ItemState, detail: str) -> None:
    line = entry(
        _CLOCK,
        office,
        thing="item",
        thing_id=item.id,
        from_state=item.state,
        to_state=state,
        detail=detail,
    )
    history.append(connection, line)
