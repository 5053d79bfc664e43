"""The further pages of a list: followed as far as something on them is not known yet."""

from collections.abc import Sequence
from functools import partial
from urllib.parse import urlsplit

from bot.intake.faults import MAY_PASS
from bot.intake.listing import Entry, Listing, further_page, listing
from bot.logs import get
from bot.office import Office
from bot.sources.fetched import Unfetched
from bot.sources.fetching import Fetcher
from bot.sources.seen import canonical_link
from storage.intake import items
from storage.intake.sources import Source

log = get(__name__)

_MOST_ENTRIES = 2000
_PATIENCE = 3
"""Looks that fail before a list is taken without a page that cannot be had."""


async def whole_listing(office: Office, fetcher: Fetcher, source: Source) -> Listing:
    """Ask the source, and go on to further pages until one of them shows nothing new.

    At first contact it goes as far as it ever will (settings [sources] pages): what it does not see then
    would look new later.

    Raises:
        Unfetched: with the fault, also of a further page that may be had the next time. Were the look taken
            without it, the first page would be known the next time, and nobody would go so far again.
    """
    walk = _Walk(office, source)
    first = await listing(office, fetcher, source)
    page: Listing | None = first
    while page is not None and await walk.goes_on_behind(page):
        page = await _further(office, fetcher, source, page, number=walk.pages + 1)
    return walk.whole(first)


async def _further(
    office: Office, fetcher: Fetcher, source: Source, before: Listing, *, number: int
) -> Listing | None:
    """The next page; None where the list ends."""
    try:
        page = await further_page(office, fetcher, source, before.next_link, number=number)
    except Unfetched as unfetched:
        if unfetched.fault in MAY_PASS and source.failures < _PATIENCE:
            raise
        # What is no page, or forbidden, or gone, is the end; many lists lead one page too far.
        log.info("a list ends", source=source.id, pages=number - 1, fault=unfetched.fault.value)
        return None
    return page if _host(page.url) == _host(before.url) else None


class _Walk:
    """What was seen so far, page by page."""

    def __init__(self, office: Office, source: Source) -> None:
        self._office, self._source = office, source
        self._seen: dict[str, Entry] = {}
        self._known: set[str] = set()
        self._first: frozenset[str] = frozenset()
        self._visited = {canonical_link(source.place)}
        self._met_known = False
        self.pages = 0

    async def goes_on_behind(self, page: Listing) -> bool:
        """Take what stands on this page, and say whether the one behind it is to be asked for."""
        self.pages += 1
        self._visited.add(canonical_link(page.url))
        fresh = [one for one in page.entries if one.fingerprint not in self._seen]
        self._seen |= {one.fingerprint: one for one in fresh}
        if self.pages == 1:
            self._first = frozenset(self._seen)
        leads_on = self._leads_on(page)
        if not fresh or (self.pages == 1 and not leads_on):
            return False
        known = await self._known_of(fresh)
        self._known |= known
        # Not the first known one ends it: sites keep some on top.
        self._met_known = len(known) == len(fresh)
        if self._met_known or not leads_on:
            return False
        is_enough = self.pages >= self._office.settings.sources.pages or len(self._seen) >= _MOST_ENTRIES
        if is_enough and self._source.imported_at is not None and self.pages > 1:
            log.warning("a list shows more than is read", source=self._source.id, pages=self.pages)
        return not is_enough

    def whole(self, first: Listing) -> Listing:
        """All of it, as one list."""
        entries = tuple(self._seen.values())
        return Listing(
            entries, first.etag, first.last_modified, first.not_modified, url=first.url, older=self._older()
        )

    def _leads_on(self, page: Listing) -> bool:
        link = page.next_link
        return bool(link) and canonical_link(link) not in self._visited and _host(link) == _host(page.url)

    async def _known_of(self, fresh: Sequence[Entry]) -> set[str]:
        prints = [one.fingerprint for one in fresh]
        look = partial(items.known, source_id=self._source.id, fingerprints=prints)
        return set(await self._office.database.read(look))

    def _older(self) -> frozenset[str]:
        """What stands on further pages below the last thing that is known.

        Such a list was contacted first when fewer pages were read, and all this was there already. Known
        items above the first new one say nothing: a site keeps them on top.
        """
        order = list(self._seen)
        if self._met_known or self.pages < 2:
            return frozenset()
        new_at = next((at for at, one in enumerate(order) if one not in self._known), len(order))
        known_at = max((at for at, one in enumerate(order) if one in self._known), default=-1)
        below = order[known_at + 1 :] if known_at > new_at else []
        return frozenset(below) - self._first


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")
