"""What an address is that an admin pasted: a feed, or a list page of one of the known makes."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlsplit

from bot.access import Caller, demand
from bot.intake.describing import LONGEST_NAME, NewSource, sound
from bot.intake.fetchers import fetcher_for
from bot.intake.listing import FEED
from bot.office import Office
from bot.reading import find_mark, find_mark_in_name
from bot.sources.addresses import refuse_inward, target_of
from bot.sources.charsets import decoded
from bot.sources.feeds import items_of_feed, title_of_feed
from bot.sources.fetched import Fetched, Unfetched
from bot.sources.fetching import Fetcher
from bot.sources.markup import link_in, tree_of, words_in
from bot.sources.portals import items_of_page
from bot.sources.seen import Seen
from bot.sources.selectors import PORTALS
from storage.states import Role, SourceFault, SourceKind

_MOST_BYTES = 5 * 1024 * 1024
_MOST_NAMED = 20
_MOST_TITLES = 3
_NO_ANSWER = frozenset({SourceFault.NOT_REACHED, SourceFault.TOO_SLOW})
_ANYTHING = f"text/html;q=0.9, {FEED}"


@dataclass(frozen=True)
class Guess:
    """What the address is taken for.

    Args:
        new: None when it is nothing that is known; `fault` then says why.
        titles: of the first things that it shows.
        found: how many it shows.
    """

    new: NewSource | None = None
    titles: tuple[str, ...] = ()
    found: int = 0
    fault: SourceFault | None = None


async def guess_source(caller: Caller, office: Office, *, place: str) -> Guess:
    """Look at an address once and find out how it is to be read; nothing is stored.

    A list page is taken for the make of portal whose selectors find most on it.

    Raises:
        Refused: NOT_ALLOWED to anybody but an admin; SOURCE_FLAW, when it is no address.
    """
    demand(caller, {Role.ADMIN})
    # Not every messenger hands over a message with a link in it: blanks keep it from being one.
    place = "".join(place.split())
    # Quite a few portals are to be had by http only.
    bare = "://" not in place and "." in place
    tried = [f"{scheme}://{place}" for scheme in ("https", "http")] if bare else [place]
    tried = [sound(NewSource(name="x", kind=SourceKind.FEED, place=one)).place for one in tried]
    try:
        async with asyncio.timeout(office.settings.sources.gives_up_after.total_seconds()):
            async with fetcher_for(office) as fetcher:
                return await _guess_first(office, fetcher, tried)
    except Unfetched as unfetched:
        return Guess(fault=unfetched.fault)
    except TimeoutError:
        return Guess(fault=SourceFault.TOO_SLOW)


async def _guess_first(office: Office, fetcher: Fetcher, places: Sequence[str]) -> Guess:
    """The first place that answers at all; a wrong certificate is an answer."""
    *before, last = places
    for place in before:
        try:
            return await _guess(office, fetcher, place)
        except Unfetched as unfetched:
            if unfetched.fault not in _NO_ANSWER:
                raise
    return await _guess(office, fetcher, last)


async def _guess(office: Office, fetcher: Fetcher, place: str) -> Guess:
    answer = await fetcher.get(place, most_bytes=_MOST_BYTES, accept=_ANYTHING)
    if (feed := await asyncio.to_thread(partial(_feed, office, place, answer))) is not None:
        return feed
    for named in await asyncio.to_thread(_feeds_named_in, answer):
        try:
            _lead_nowhere_inside(office, place, named)
            other = await fetcher.get(named, most_bytes=_MOST_BYTES, accept=FEED)
        except Unfetched:
            continue
        if (feed := await asyncio.to_thread(partial(_feed, office, named, other))) is not None and feed.found:
            return feed
    return await asyncio.to_thread(partial(_portal, office, place, answer))


def _lead_nowhere_inside(office: Office, place: str, named: str) -> None:
    allow = frozenset(one.lower() for one in office.settings.sources.allow_hosts)
    refuse_inward(target_of(place, allow=allow), target_of(named, allow=allow), allow=allow)


def _feeds_named_in(answer: Fetched) -> list[str]:
    """The feeds that a page says it has; the first two are enough to ask."""
    try:
        page = tree_of(decoded(answer.content, charset=answer.charset))
    except Unfetched:
        return []
    links = page.css('link[rel~="alternate"][type="application/rss+xml"], link[type="application/atom+xml"]')
    named = [link_in(link, base=answer.url_final) for link in links[:_MOST_NAMED]]
    return [one for one in named if one and one != answer.url_final][:2]


def _feed(office: Office, place: str, answer: Fetched) -> Guess | None:
    try:
        seen = items_of_feed(answer.content, url=answer.url_final, charset=answer.charset, zone=office.zone)
    except Unfetched:
        return None
    title = title_of_feed(answer.content, charset=answer.charset, most=LONGEST_NAME)
    return _found(NewSource(name=_name(place, title), kind=SourceKind.FEED, place=place), seen)


def _portal(office: Office, place: str, answer: Fetched) -> Guess:
    best, most = "", list[Seen]()
    for portal, selectors in PORTALS.items():
        try:
            seen = items_of_page(
                answer.content,
                url=answer.url_final,
                selectors=selectors,
                charset=answer.charset,
                zone=office.zone,
            )
        except Unfetched:
            continue
        if len(seen) > len(most):
            best, most = portal, seen
    if not most:
        return Guess(fault=SourceFault.NOTHING_FOUND)
    name = _name(place, _title_of_page(answer))
    new = NewSource(name=name, kind=SourceKind.PORTAL, place=place, selectors={"portal": best})
    return _found(new, most)


def _title_of_page(answer: Fetched) -> str:
    try:
        page = tree_of(decoded(answer.content, charset=answer.charset))
    except Unfetched:
        return ""
    title = page.css_first("head > title")
    return "" if title is None else words_in(title, most=LONGEST_NAME)


def _name(place: str, title: str) -> str:
    """As it calls itself; a title that carries a mark is not kept, and then the host says enough."""
    is_marked = find_mark(title) is not None or find_mark_in_name(title) is not None
    return title if title and not is_marked else (urlsplit(place).hostname or "")[:LONGEST_NAME]


def _found(new: NewSource, seen: Sequence[Seen]) -> Guess:
    # A title is shown before anybody asked for the document: a marked one is not.
    titles = (one.title for one in seen[:_MOST_TITLES])
    return Guess(new, tuple(title for title in titles if find_mark_in_name(title) is None), len(seen))
