"""An item's document, fetched and read in memory; nothing is written before all of it has passed the gate."""

import asyncio
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from bot import reading
from bot.intake.describing import selectors_of
from bot.intake.faults import MAY_PASS, Untaken
from bot.intake.gate import GatedFile, gate_file, refuse_marked, refuse_marked_names, refuse_marked_page
from bot.intake.listing import MEGABYTE, PAGE, found_files
from bot.office import Office
from bot.reading.files import read_html
from bot.sources.addresses import refuse_inward, target_of
from bot.sources.charsets import decoded
from bot.sources.fetched import Fetched, Unfetched
from bot.sources.fetching import Fetcher
from bot.sources.portals import Attachment, Page, page_of
from bot.sources.selectors import PORTALS
from bot.sources.steady import steady_words
from storage.intake.sources import Source
from storage.states import SourceFault, SourceKind

MOST_FILES = 10
_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_COVER_LETTERS = 600
"""A page with files that says less is no document, but tells of one."""
_POINTING_LETTERS = 1500
_POINTS_TO_FILE = re.compile(
    r"\b(?:xem|tai|doc|noi dung)\b[^.\n]{0,60}\b(?:tai day|dinh kem|kem theo|tep|file)\b"
)
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True)
class Document:
    """What an item is, past the gate.

    Args:
        addresses: where its page and its files came from, after redirects; of a file in a folder none.
        text: of the document itself, be it the page's or a file's; empty for a scan.
        title: as the page has it; "" where there is none.
        files: to be kept with the draft.
        has_unread: a person has to look for marks in what the machine could not read.
        left_out: why one of its files is not kept; None: all are.
    """

    text: str = field(repr=False)
    title: str = ""
    files: tuple[GatedFile, ...] = ()
    has_unread: bool = False
    left_out: SourceFault | None = None
    addresses: tuple[str, ...] = ()

    @property
    def identity(self) -> str:
        """Equal for the same text, wherever it stands; of a scan, for the same bytes. 32 digits.

        Counters and clocks on its page make no difference.
        """
        words = _SPACES.sub(" ", steady_words(reading.normalise(self.text))).strip()
        return _digest(words or "".join(one.digest for one in self.files[:1]))[:32]

    @property
    def content_hash(self) -> str:
        """Its identity, and what else an edit could change. 64 digits."""
        return self.identity + _digest("".join(sorted(one.digest for one in self.files)))[:32]


def _digest(words: str) -> str:
    return hashlib.sha256(words.encode(errors="replace")).hexdigest()


async def document_of(office: Office, fetcher: Fetcher, source: Source, link: str) -> Document:
    """Fetch and read what stands behind an item.

    Args:
        office: for its settings.
        fetcher: the way to other machines.
        source: where it was shown.
        link: its address; of a file its name.

    Raises:
        Untaken: with the fault; nothing of the document is in it.
    """
    most = office.settings.sources.most_megabytes * MEGABYTE
    try:
        if source.kind is SourceKind.FOLDER:
            return of_file(await _file_in(office, source, link))
        lead_nowhere_inside(office, source, link)
        answer = await fetcher.get(link, most_bytes=most, accept=f"{PAGE}, application/pdf;q=0.9")
        if answer.media_type in _PAGES:
            return await _of_page(office, fetcher, source, answer)
        name = name_of(answer.url_final)
        document = of_file(await gate_file(answer.content, name=name, media_type=answer.media_type))
        return replace(document, addresses=(answer.url_final,))
    except Unfetched as unfetched:
        raise Untaken(
            unfetched.fault,
            unfetched.detail,
            may_pass=unfetched.fault in MAY_PASS,
            retry_after=unfetched.retry_after,
        ) from None


async def _file_in(office: Office, source: Source, name: str) -> GatedFile:
    for file in await found_files(office, source.place):
        if file.name == name:
            return await gate_file(await asyncio.to_thread(file.read), name=name)
    # It may be copied anew at this very moment.
    raise Untaken(SourceFault.GONE, "the file lies no longer there", may_pass=True)


def of_file(file: GatedFile) -> Document:
    """A document that is one file.

    Raises:
        Untaken: the machine could not look into it.
    """
    if file.left_out is not None:
        raise Untaken(file.left_out)
    return Document(file.text, files=(file,), has_unread=file.has_unread_pictures)


async def _of_page(office: Office, fetcher: Fetcher, source: Source, answer: Fetched) -> Document:
    most = office.settings.sources.most_megabytes * MEGABYTE
    page = await asyncio.to_thread(_page, source, answer)
    text = await asyncio.to_thread(_gated_text, page, answer)
    files: list[GatedFile] = []
    addresses = [answer.url_final]
    for offered in page.attachments[:MOST_FILES]:
        left = most - sum(len(one.content) for one in files)
        file, address = await _attachment(office, fetcher, source, offered, left)
        files.append(file)
        addresses.append(address)
    # What was not even looked into: the document is not whole.
    files += [
        GatedFile(offered.name, b"", left_out=SourceFault.TOO_LARGE)
        for offered in page.attachments[MOST_FILES:]
    ]
    today = office.clock.now().astimezone(office.zone).date()
    document = await asyncio.to_thread(chosen, page.title, text, files, today=today)
    return replace(document, addresses=tuple(addresses))


def _page(source: Source, answer: Fetched) -> Page:
    own = selectors_of(source.selectors)
    read = partial(page_of, answer.content, url=answer.url_final, charset=answer.charset)
    if own is not None:
        return read(selectors=own)
    # A feed says nothing of how its pages are made: the first ready-made selectors that find a text will do.
    for selectors in PORTALS.values():
        try:
            return read(selectors=selectors)
        except Unfetched:
            continue
    raise Unfetched(SourceFault.NOTHING_FOUND, "no ready-made selectors find a text on its pages")


def _gated_text(page: Page, answer: Fetched) -> str:
    text = read_html(page.text_markup) if page.text_markup else ""
    names = (PurePosixPath(one.name).stem for one in page.attachments)
    refuse_marked(text, page.number, page.date_text)
    refuse_marked_names(page.title, *names)
    refuse_marked_page(decoded(answer.content, charset=answer.charset))
    if len(text.encode()) > reading.MAX_TEXT_BYTES:
        raise Untaken(SourceFault.TOO_LARGE, "more text than a document has")
    return text


async def _attachment(
    office: Office, fetcher: Fetcher, source: Source, offered: Attachment, most: int
) -> tuple[GatedFile, str]:
    """The file, and where it came from."""
    name = offered.name or name_of(offered.url)
    try:
        lead_nowhere_inside(office, source, offered.url)
        answer = await fetcher.get(offered.url, most_bytes=max(most, 1), accept="*/*")
    except Unfetched as unfetched:
        if unfetched.fault in MAY_PASS:
            raise
        return GatedFile(name, b"", left_out=unfetched.fault), offered.url
    if not PurePosixPath(name).suffix:
        name += PurePosixPath(name_of(answer.url_final)).suffix
    return await gate_file(answer.content, name=name, media_type=answer.media_type), answer.url_final


def lead_nowhere_inside(office: Office, source: Source, link: str) -> None:
    """Refuse a link of a source of the outside into a network that the settings open for others.

    Raises:
        Unfetched: PRIVATE_ADDRESS; what is no address.
    """
    allow = frozenset(place.lower() for place in office.settings.sources.allow_hosts)
    refuse_inward(target_of(source.place, allow=allow), target_of(link, allow=allow), allow=allow)


def chosen(title: str, text: str, files: Sequence[GatedFile], *, today: date) -> Document:
    """The document among a page and its files: the page, unless it only tells of a file that says more.

    Raises:
        Untaken: there is nothing that could be read, and nothing that a person could be shown.
    """
    kept = [one for one in files if one.left_out is None]
    left_out = next((one.left_out for one in files if one.left_out is not None), None)
    said = next((one for one in kept if one.text.strip()), None)
    is_file = said is not None and tells_of_file(text, said.text, today=today)
    body = said.text if said is not None and is_file else text
    if not kept and (not text.strip() or (files and is_cover(text))):
        raise Untaken(left_out or SourceFault.NOTHING_FOUND)
    if said is not None and is_file:
        kept.sort(key=lambda one: one is not said)
    unread = any(one.has_unread_pictures for one in kept)
    return Document(body, title, tuple(kept), unread, left_out)


def tells_of_file(page: str, file: str, *, today: date) -> bool:
    """Whether a page is only about a file that is the document itself; `today` as for reading."""
    return is_cover(page) or (not _has_number(page, today) and _has_number(file, today))


def is_cover(text: str) -> bool:
    """Whether a page with files on it says too little to be a document, or points to them ("Xem tại đây")."""
    letters = len(text.strip())
    pointing = letters < _POINTING_LETTERS and _POINTS_TO_FILE.search(reading.fold(text)) is not None
    return letters < _COVER_LETTERS or pointing


def _has_number(text: str, today: date) -> bool:
    number = reading.read_document(text, today=today).number
    return number is not None and number.sure


def name_of(url: str) -> str:
    """The last part of an address, as the name of a file."""
    return PurePosixPath(unquote(urlsplit(url).path)).name
