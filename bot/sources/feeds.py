"""RSS and Atom as offices really write them."""

import io
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import tzinfo
from html import unescape
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

import feedparser

from bot.sources.charsets import decoded
from bot.sources.dates import OFFICE_ZONE, date_of
from bot.sources.fetched import Unfetched
from bot.sources.markup import absolute, words_of
from bot.sources.seen import Seen, canonical_link
from storage.states import SourceFault

_MOST_ITEMS = 300
_LONGEST_TITLE = 500
_LONGEST_SUMMARY = 500
_MOST_TAGS = 40_000
_MOST_ATTRIBUTES = 1000
_LOOKED_AT = 20_000
"""Characters of a summary; some feeds put the whole page there."""
_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_ENTITY = re.compile(r"<!ENTITY", re.IGNORECASE)
_BY_NUMBER = re.compile(r"&#(?:x([0-9a-f]+)|([0-9]+));?", re.IGNORECASE)
_LONGEST_NUMBER = 9
_NAMED_FEED = re.compile(
    r"<link\b[^>]{0,300}type=[\"']application/(?:rss|atom)\+xml[\"'][^>]{0,300}>", re.IGNORECASE
)
_FIRST_ENTRY = re.compile(r"<(?:\w{1,20}:)?(?:item|entry|image)\b", re.IGNORECASE)
_TITLE = re.compile(r"<(?:atom:)?title\b[^>]{0,200}>([^\0]{0,2000}?)</(?:atom:)?title>", re.IGNORECASE)
_NEXT = re.compile(
    r"<(?:atom:)?link\b(?=[^>]{0,300}\srel=[\"'](?:next|prev-archive)[\"'])[^>]{0,300}>", re.IGNORECASE
)
_WORDPRESS = re.compile(r"<generator>\s*https?://(?:www\.)?wordpress\.org/", re.IGNORECASE)
_HREF = re.compile(r"href=[\"']([^\"'\s]{1,300})[\"']", re.IGNORECASE)


def items_of_feed(content: bytes, *, url: str, charset: str = "", zone: tzinfo = OFFICE_ZONE) -> list[Seen]:
    """Read a feed.

    Args:
        content: as fetched.
        url: where it came from; relative links begin there.
        charset: of the answer's header.
        zone: in which dates are told.

    Returns:
        Its entries in the feed's own order, which means nothing; at most 300. Empty when the feed is.

    Raises:
        Unfetched: NOT_A_FEED, when it is something else: a page of HTML, or XML that declares entities.
    """
    text = _DECLARATION.sub("", decoded(content, charset=charset), count=1).lstrip()
    if _ENTITY.search(text):
        raise Unfetched(SourceFault.NOT_A_FEED, "it declares entities")
    _check_effort(text)
    text = _BY_NUMBER.sub(_letter, text)
    # A stream, since the library opens what it takes for the name of a file, bytes too.
    try:
        read = feedparser.parse(
            io.BytesIO(text.encode()),
            response_headers={"content-type": "application/xml; charset=utf-8"},
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except (ValueError, RecursionError) as error:
        raise Unfetched(SourceFault.DAMAGED, f"the feed cannot be read: {type(error).__name__}") from None
    # "" for HTML, and no such key at all for what is empty.
    if not read.get("version"):
        raise Unfetched(SourceFault.NOT_A_FEED, _instead(text, url))
    seen = [_seen(entry, url=url, zone=zone) for entry in read.entries[:_MOST_ITEMS]]
    return _with_telling_guids([one for one in seen if one.title or one.link])


def title_of_feed(content: bytes, *, charset: str = "", most: int) -> str:
    """What the feed calls itself, on one line, cut after `most` characters; "" where it says nothing."""
    head = _FIRST_ENTRY.split(decoded(content, charset=charset)[:_LOOKED_AT], maxsplit=1)[0]
    found = _TITLE.search(head)
    if found is None:
        return ""
    bare = found[1].replace("<![CDATA[", "").replace("]]>", "")
    return words_of(bare, most=most)


def next_of_feed(content: bytes, *, url: str, charset: str = "", number: int = 1) -> str:
    """Where the next, older part of a feed stands; "" where it says of none.

    A feed in pages or with an archive names it (RFC 5005 sections 3, 4); WordPress has it and does not say.

    Args:
        content: of this part, as fetched.
        url: where it came from.
        charset: of the answer's header.
        number: of this part, from 1.
    """
    head = _FIRST_ENTRY.split(decoded(content, charset=charset)[:_LOOKED_AT], maxsplit=1)[0]
    named = _NEXT.search(head)
    href = _HREF.search(named[0]) if named is not None else None
    if href is not None:
        return absolute(unescape(href[1]), base=url)
    if _WORDPRESS.search(head) is None:
        return ""
    parts = urlsplit(url)
    asked = [(name, value) for name, value in parse_qsl(parts.query) if name != "paged"]
    return urlunsplit(parts._replace(query=urlencode([*asked, ("paged", number + 1)])))


def _check_effort(text: str) -> None:
    """The library reads tags in Python, some 12,000 a second, and 10,000 attributes of one tag in 4 seconds.

    Raises:
        Unfetched: TOO_LARGE.
    """
    if text.count("<") > _MOST_TAGS:
        raise Unfetched(SourceFault.TOO_LARGE, f"a feed with more than {_MOST_TAGS} tags")
    if any(part.count("=") > _MOST_ATTRIBUTES for part in text.split("<")):
        raise Unfetched(SourceFault.TOO_LARGE, "a tag with too many attributes")


def _letter(found: re.Match[str]) -> str:
    """A letter that is written as its number; the library breaks over numbers that are none."""
    digits, base = (found[1], 16) if found[1] else (found[2], 10)
    number = int(digits, base) if len(digits) <= _LONGEST_NUMBER else 0
    is_letter = 0 < number <= 0x10FFFF and not 0xD800 <= number <= 0xDFFF
    return found[0] if is_letter else "\ufffd"


def _seen(entry: Mapping[str, str], *, url: str, zone: tzinfo) -> Seen:
    # Asked in this order, "updated" is never the library's copy of "published", of which it warns.
    written = entry.get("published") or entry.get("updated") or ""
    return Seen(
        guid=" ".join((entry.get("id") or "").split()),
        link=absolute(entry.get("link") or "", base=url),
        title=words_of((entry.get("title") or "")[:_LOOKED_AT], most=_LONGEST_TITLE),
        published_on=date_of(written, zone=zone),
        summary=words_of((entry.get("summary") or "")[:_LOOKED_AT], most=_LONGEST_SUMMARY),
    )


def _with_telling_guids(seen: list[Seen]) -> list[Seen]:
    """Some feeds give one key to all; then it tells nothing, and the links have to."""
    links: dict[str, set[str]] = {}
    for one in seen:
        links.setdefault(one.guid, set()).add(canonical_link(one.link))
    return [replace(one, guid="") if len(links[one.guid]) > 1 else one for one in seen]


def _instead(text: str, url: str) -> str:
    """What came; a page of HTML may say where the feeds are, as NukeViet's /rss/ does."""
    named = [_HREF.search(found[0]) for found in _NAMED_FEED.finditer(text[:200_000])]
    feeds = [absolute(found[1], base=url) for found in named if found][:2]
    return f"a page that names other feeds: {', '.join(feeds)}" if feeds else "neither RSS nor Atom"
