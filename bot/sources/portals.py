"""List pages and document pages of portals, read with selectors that are data."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import tzinfo
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from bot.sources.charsets import decoded
from bot.sources.dates import OFFICE_ZONE, date_of
from bot.sources.fetched import Unfetched
from bot.sources.markup import absolute, base_of, link_in, one_line, tree_of, words_in
from bot.sources.seen import Seen, canonical_link
from bot.sources.selectors import PAGE_NUMBER, PageSelectors, Selectors
from storage.states import SourceFault

_MOST_ITEMS = 300
_MOST_FILES = 30
_MOST_FOUND = 1000
_MOST_PAGERS = 20
_LONGEST_TITLE = 500
_LONGEST_FIELD = 200
_LONGEST_NAME = 150
_FILES = frozenset(
    {
        ".pdf",
        ".doc",
        ".docx",
        ".docm",
        ".rtf",
        ".odt",
        ".txt",
        ".xls",
        ".xlsx",
        ".ppt",
        ".pptx",
        ".zip",
        ".rar",
    }
)
# Words of a link that say nothing of the file behind it.
_SAYS_NOTHING = re.compile(
    r"(?:bấm |nhấn |xem |tải )?(?:tại |vào )?đây|tải (?:về|xuống|file|tệp)|xem(?: chi tiết)?"
    r"|download|file|link|(?:tệp|file|văn bản) đính kèm",
    re.IGNORECASE,
)
_NOT_IN_NAMES = re.compile(r"[/\\:*?\"<>|]+")


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that a page offers; `name` is fit to be shown and may lack an extension."""

    url: str
    name: str


@dataclass(frozen=True, slots=True)
class Page:
    """A document's page.

    Args:
        title: plain text on one line; "" where there is none.
        text_markup: a fragment of HTML; "" when the document is its attachments only.
        number: as printed; "" where the page has no field for it.
        date_text: as printed, perhaps with more beside it.
        attachments: in the page's order, each once.
    """

    title: str
    text_markup: str
    number: str
    date_text: str
    attachments: tuple[Attachment, ...]


def items_of_page(
    content: bytes, *, url: str, selectors: Selectors, charset: str = "", zone: tzinfo = OFFICE_ZONE
) -> list[Seen]:
    """Read a list page. It takes its time on a hostile page: call it in a thread, as `page_of`.

    Args:
        content: as fetched.
        url: where it came from; relative links begin there.
        selectors: how to find things on it.
        charset: of the answer's header.
        zone: in which dates are told.

    Returns:
        Its items in the page's own order, each link once; at most 300.

    Raises:
        Unfetched: NOTHING_FOUND, when the selectors find no item.
    """
    tree = tree_of(decoded(content, charset=charset))
    base = base_of(tree, url=url)
    seen: dict[str, Seen] = {}
    for node in _few(tree.css(selectors.item)):
        one = _seen(node, selectors, base=base, zone=zone)
        if one is not None and len(seen) < _MOST_ITEMS:
            seen.setdefault(canonical_link(one.link), one)
    if not seen:
        raise Unfetched(SourceFault.NOTHING_FOUND, "the selectors find no item on the list page")
    return list(seen.values())


def next_of_page(
    content: bytes, *, url: str, selectors: Selectors, charset: str = "", number: int = 1
) -> str:
    """Where the next page of a list stands, absolute; "" where the list says of none.

    Args:
        content: of this page, as fetched.
        url: where it came from.
        selectors: how to find things on it.
        charset: of the answer's header.
        number: of this page, from 1.

    Raises:
        Unfetched: TOO_LARGE.
    """
    if not selectors.next_page and not selectors.next_pattern:
        return ""
    tree = tree_of(decoded(content, charset=charset))
    base = base_of(tree, url=url)
    named = tree.css(selectors.next_page)[:_MOST_PAGERS] if selectors.next_page else []
    here = canonical_link(url)
    links = [
        link for link in (link_in(one, base=base) for one in named) if link and canonical_link(link) != here
    ]
    if not links and selectors.next_pattern:
        links = [absolute(selectors.next_pattern.replace(PAGE_NUMBER, str(number + 1)), base=base)]
    return links[0] if links else ""


def page_of(content: bytes, *, url: str, selectors: Selectors, charset: str = "") -> Page:
    """Read a document's page.

    Args:
        content: as fetched.
        url: where it came from; relative links begin there.
        selectors: how to find things on it.
        charset: of the answer's header.

    Raises:
        Unfetched: NOTHING_FOUND, when there is neither a text nor an attachment.
    """
    parts = selectors.page
    tree = tree_of(decoded(content, charset=charset))
    bodies = _outermost(_few(tree.css(parts.body)))
    attachments = _attachments(tree, bodies, parts, base=base_of(tree, url=url))
    page = Page(
        _field(tree, parts.title, most=_LONGEST_TITLE),
        _text_markup(bodies, parts),
        _field(tree, parts.number, most=_LONGEST_FIELD),
        _field(tree, parts.date, most=_LONGEST_FIELD),
        tuple(attachments),
    )
    if not page.text_markup and not page.attachments:
        raise Unfetched(SourceFault.NOTHING_FOUND, "the selectors find neither text nor attachment")
    return page


def _seen(node: LexborNode, selectors: Selectors, *, base: str, zone: tzinfo) -> Seen | None:
    anchor = node.css_first(selectors.link) if selectors.link else node
    link = "" if anchor is None else link_in(anchor, base=base)
    if anchor is None or not link:
        return None
    titled = node.css_first(selectors.title) if selectors.title else anchor
    title = "" if titled is None else words_in(titled, most=_LONGEST_TITLE)
    whole = one_line(anchor.attributes.get("title") or "", most=_LONGEST_TITLE)
    if not title or (title.endswith(("…", "...")) and len(whole) >= len(title)):
        title = whole
    dated = node.css_first(selectors.date) if selectors.date else None
    published_on = None if dated is None else date_of(_said(dated), zone=zone)
    return Seen(guid="", link=link, title=title, published_on=published_on) if title else None


def _said(node: LexborNode) -> str:
    machine = node.attributes.get("datetime") or node.attributes.get("content") or ""
    return machine or words_in(node, most=_LONGEST_FIELD)


def _field(tree: LexborHTMLParser, selector: str, *, most: int) -> str:
    found = tree.css_first(selector) if selector else None
    return "" if found is None else words_in(found, most=most)


def _few(found: list[LexborNode]) -> list[LexborNode]:
    """What a page may have of one kind; each may hold all others, and is gone through by itself.

    Raises:
        Unfetched: TOO_LARGE.
    """
    if len(found) > _MOST_FOUND:
        raise Unfetched(SourceFault.TOO_LARGE, f"the selectors find more than {_MOST_FOUND} of a kind")
    return found


def _outermost(nodes: Iterable[LexborNode]) -> list[LexborNode]:
    """Without those that stand in another one: no part of a text twice."""
    kept: list[LexborNode] = []
    known: set[int] = set()
    for node in nodes:
        above = node.parent
        while above is not None and above.mem_id not in known:
            above = above.parent
        if above is None:
            kept.append(node)
            known.add(node.mem_id)
    return kept


def _text_markup(bodies: list[LexborNode], parts: PageSelectors) -> str:
    for body in bodies:
        for node in body.css(
            f"script, style, noscript, {parts.drop}" if parts.drop else "script, style, noscript"
        ):
            node.decompose()
    return "\n".join(body.html or "" for body in bodies if words_in(body, most=1))


def _attachments(
    tree: LexborHTMLParser, bodies: list[LexborNode], parts: PageSelectors, *, base: str
) -> list[Attachment]:
    anchors = tree.css(parts.attachments) if parts.attachments else []
    anchors += [one for body in bodies for one in body.css("a[href]") if _file_of(link_in(one, base=base))]
    found: dict[str, Attachment] = {}
    for anchor in anchors:
        link = link_in(anchor, base=base)
        if link and len(found) < _MOST_FILES:
            found.setdefault(canonical_link(link), Attachment(link, _name(anchor, link)))
    return list(found.values())


def _file_of(link: str) -> str:
    """The name of a file at the end of an address; "" where there is none.

    Liferay's library of documents writes a key of its own behind it: /documents/1/2/KH+21.docx/0a1b-2c3d.
    """
    path = unquote(urlsplit(link).path)
    last = PurePosixPath(path)
    if last.suffix.lower() in _FILES:
        return last.name
    before = last.parent
    is_kept = "/documents/" in path and before.suffix.lower() in _FILES
    return before.name.replace("+", " ") if is_kept else ""


def _name(anchor: LexborNode, link: str) -> str:
    """The file's own name where the address has one, else the words of the link."""
    own = _file_of(link)
    words = words_in(anchor, most=_LONGEST_NAME)
    told = "" if _SAYS_NOTHING.fullmatch(words) else words
    chosen = own or told or one_line(anchor.attributes.get("title") or "", most=_LONGEST_NAME)
    return one_line(_NOT_IN_NAMES.sub(" ", chosen), most=_LONGEST_NAME)
