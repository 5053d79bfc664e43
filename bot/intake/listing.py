"""What a source shows now: a feed, a list page or a folder, asked outside any transaction."""

import asyncio
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath, PurePosixPath
from urllib.parse import unquote, urlsplit

from bot.intake.describing import selectors_of
from bot.office import Office
from bot.reading import find_mark, find_mark_in_name
from bot.sources.feeds import items_of_feed, next_of_feed
from bot.sources.fetched import Fetched, Unfetched
from bot.sources.fetching import Fetcher
from bot.sources.folders import FoundFile, files_in, folder_in
from bot.sources.markup import one_line
from bot.sources.portals import items_of_page, next_of_page
from bot.sources.seen import Seen, fingerprint
from bot.sources.steady import steady_words
from storage.intake.sources import Source
from storage.states import SourceFault, SourceKind

MEGABYTE = 1024 * 1024
FEED = "application/rss+xml, application/atom+xml, application/xml;q=0.9, text/xml;q=0.8, */*;q=0.1"
PAGE = "text/html, application/xhtml+xml;q=0.9, */*;q=0.1"
_MOST_LIST_BYTES = 5 * MEGABYTE
_LONGEST_TITLE = 300
_STAMP_VERSION = "2:"


@dataclass(frozen=True)
class Entry:
    """One item as the source shows it.

    Args:
        fingerprint: by which it is known again.
        link: its address; of a file its name.
        title: as listed; of a file its name.
        stamp: differs when the source shows it otherwise than before.
        is_marked: its very title or name carries a mark of secrecy: then nothing else is said of it.
    """

    fingerprint: str
    link: str = ""
    title: str = ""
    published_on: date | None = None
    stamp: str = ""
    is_marked: bool = False


@dataclass(frozen=True)
class Listing:
    """What a source shows, or one page of it.

    Args:
        entries: in the source's own order; empty where nothing has changed.
        not_modified: the site says that it is as it was.
        url: where it came from, after redirects; of a folder "".
        next_link: where its next page stands; "" where there is none.
        older: the fingerprints of those that were there before first contact, which went less far down.
    """

    entries: tuple[Entry, ...]
    etag: str = ""
    last_modified: str = ""
    not_modified: bool = False
    url: str = ""
    next_link: str = ""
    older: frozenset[str] = frozenset()


async def listing(office: Office, fetcher: Fetcher, source: Source) -> Listing:
    """Ask the source; of a list in pages only for the first (`bot.intake.following` goes on).

    Raises:
        Unfetched: with the fault.
    """
    if source.kind is SourceKind.FOLDER:
        files = await found_files(office, source.place)
        return Listing(tuple(map(_of_file, files)))
    # Before first contact is over, "nothing has changed" would say nothing.
    is_known = source.imported_at is not None
    answer = await fetcher.get(
        source.place,
        etag=source.etag if is_known else "",
        last_modified=source.last_modified if is_known else "",
        most_bytes=_MOST_LIST_BYTES,
        accept=FEED if source.kind is SourceKind.FEED else PAGE,
    )
    if answer.not_modified:
        return Listing((), source.etag, source.last_modified, not_modified=True)
    return await asyncio.to_thread(_read, office, source, answer, 1)


async def further_page(
    office: Office, fetcher: Fetcher, source: Source, link: str, *, number: int
) -> Listing:
    """Ask for a further page of a list; `number` is from 2.

    Raises:
        Unfetched: with the fault.
    """
    accept = FEED if source.kind is SourceKind.FEED else PAGE
    answer = await fetcher.get(link, most_bytes=_MOST_LIST_BYTES, accept=accept)
    return await asyncio.to_thread(_read, office, source, answer, number)


def _read(office: Office, source: Source, answer: Fetched, number: int) -> Listing:
    """What stands on a page of the list, only what can be followed; and where the next page stands.

    Raises:
        Unfetched: NOT_A_FEED, NOTHING_FOUND.
    """
    content, url, charset = answer.content, answer.url_final, answer.charset
    if source.kind is SourceKind.FEED:
        seen = items_of_feed(content, url=url, charset=charset, zone=office.zone)
        next_link = next_of_feed(content, url=url, charset=charset, number=number)
    else:
        selectors = selectors_of(source.selectors)
        if selectors is None:
            raise Unfetched(SourceFault.NOTHING_FOUND, "the source has no selectors")
        seen = items_of_page(content, url=url, selectors=selectors, charset=charset, zone=office.zone)
        next_link = next_of_page(content, url=url, selectors=selectors, charset=charset, number=number)
    entries = _once([one for one in seen if one.link])
    return Listing(tuple(entries), answer.etag, answer.last_modified, url=url, next_link=next_link)


async def found_files(office: Office, place: str) -> Sequence[FoundFile]:
    """The files in a watched folder, by name.

    Raises:
        Unfetched: NO_FOLDER, also where it lies elsewhere than the settings allow.
    """
    root = office.settings.sources.folder
    if root is None:
        raise Unfetched(SourceFault.NO_FOLDER, "[sources] folder is not set")
    most = office.settings.sources.most_megabytes * MEGABYTE
    # By the office's clock, which is the machine's except in the sandbox: there no real minute is waited for.
    now = office.clock.now()

    def look() -> Sequence[FoundFile]:
        return files_in(folder_in(root, place), now=now, most_bytes=most)

    return await asyncio.to_thread(look)


def _of_seen(seen: Seen) -> Entry:
    # A link may end in the name of a file.
    name = PurePosixPath(unquote(urlsplit(seen.link).path)).stem
    marks = (find_mark(seen.summary), find_mark(seen.title), *map(find_mark_in_name, (seen.title, name)))
    if any(marks):
        return Entry(fingerprint(seen), is_marked=True)
    # Without its date: some feeds give all they show the date of the look.
    stamp = _STAMP_VERSION + _stamp(steady_words(f"{seen.title}\n{seen.summary}"))
    title = one_line(seen.title, most=_LONGEST_TITLE)
    return Entry(fingerprint(seen), seen.link, title, seen.published_on, stamp)


def _of_file(file: FoundFile) -> Entry:
    # A file is known by its name: put there again with other content it is the same one, edited.
    known_by = fingerprint(Seen(guid=file.name, link="", title=""))
    if find_mark_in_name(PurePath(file.name).stem):
        return Entry(known_by, is_marked=True)
    title = one_line(file.name, most=_LONGEST_TITLE)
    return Entry(known_by, file.name, title, None, _stamp(f"{file.size}\n{file.changed_at.isoformat()}"))


def _stamp(words: str) -> str:
    return hashlib.sha256(words.encode(errors="replace")).hexdigest()


def _once(seen: Sequence[Seen]) -> list[Entry]:
    return list({entry.fingerprint: entry for entry in map(_of_seen, seen)}.values())
