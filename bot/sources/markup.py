"""HTML of strangers as a tree, within limits, and as plain words."""

import re
import unicodedata
from collections import Counter
from urllib.parse import quote, urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from bot.sources.addresses import LONGEST_URL
from bot.sources.fetched import Unfetched
from storage.states import SourceFault

_MOST_CHARACTERS = 8 * 1024 * 1024
# The parser's time grows with the square of the depth, and 100,000 tags in each other take 30 seconds; a page
# of 300 items has some ten thousand in all.
_MOST_TAGS = 25_000
# It grows with the square of a tag's attributes too: 100,000 take 30 seconds, a page of 5 MB an hour.
_MOST_EFFORT = 200_000_000
_SHORT = 400
# Pages are set in with blanks: of so many letters for each one that is shown.
_TIMES_BLANK = 20
_MOST_NESTED = 2_000
_TAG = re.compile(r"<[a-zA-Z]")
_WORD = re.compile(r"[^\s/>\"'=]+")
_OPEN_OR_CLOSE = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]{0,20})")
# What the next one of its kind closes, or has no end at all, nests by what stands round it.
_NEVER_NESTS = re.compile(
    "p|li|t[dhr]|tbody|thead|tfoot|d[dt]|option|optgroup|area|base|br|col|embed|hr|img|input|link|meta|param"
    "|source|track|wbr|html|head|body"
)
_LINE_ENDS = re.compile(r"[\t\r\n]")


def tree_of(markup: str) -> LexborHTMLParser:
    """Read a page.

    Raises:
        Unfetched: TOO_LARGE, where reading it would take too long.
    """
    if len(markup) > _MOST_CHARACTERS:
        raise Unfetched(SourceFault.TOO_LARGE, f"a page of {len(markup)} characters")
    tags = sum(1 for _ in _TAG.finditer(markup))
    if tags > _MOST_TAGS:
        raise Unfetched(SourceFault.TOO_LARGE, f"a page with {tags} tags")
    if _effort(markup) > _MOST_EFFORT:
        raise Unfetched(SourceFault.TOO_LARGE, "a tag with too many attributes")
    if _nested(markup) > _MOST_NESTED:
        raise Unfetched(SourceFault.TOO_LARGE, f"more than {_MOST_NESTED} tags in each other")
    return LexborHTMLParser(markup)


def _effort(markup: str) -> int:
    """What reading the attributes of all tags takes at worst: for each tag the square of their number."""
    effort = 0
    for piece in markup.split("<"):
        if len(piece) > _SHORT:
            # Where no quote stands, the tag ends at the first ">"; a quoted one may hide it.
            tag = piece if '"' in piece or "'" in piece else piece.partition(">")[0]
            effort += sum(1 for _ in _WORD.finditer(tag)) ** 2
    return effort


def _nested(markup: str) -> int:
    """How deep the tags nest, near enough: who cheats here still has only so many tags."""
    open_tags: Counter[str] = Counter()
    depth = deepest = 0
    for closes, written in _OPEN_OR_CLOSE.findall(markup):
        name = written.lower()
        if _NEVER_NESTS.fullmatch(name) or (closes and not open_tags[name]):
            continue
        step = -1 if closes else 1
        open_tags[name] += step
        depth += step
        deepest = max(deepest, depth)
    return deepest


def words_of(markup: str, *, most: int) -> str:
    """A piece of HTML, or a text that is none, as one line of plain text; cut after `most` characters."""
    if "<" not in markup and "&" not in markup:
        return one_line(markup, most=most)
    root = tree_of(markup).body
    return "" if root is None else words_in(root, most=most)


def words_in(node: LexborNode, *, most: int) -> str:
    """What a part of a page says, on one line; cut after `most` characters."""
    said = node.text(separator=" ", skip_empty=True).lstrip()
    # A part may hold the whole page: only as much as can be shown is gone through letter by letter.
    return one_line(said[: _TIMES_BLANK * most + _SHORT], most=most)


def one_line(text: str, *, most: int) -> str:
    """The same without line ends, runs of blanks and letters that cannot be seen."""
    seen = "".join(
        " " if letter.isspace() else letter
        for letter in unicodedata.normalize("NFC", text)
        if letter.isprintable() or letter.isspace()
    )
    whole = " ".join(seen.split())
    return whole if len(whole) <= most else f"{whole[: most - 1].rstrip()}…"


def link_in(node: LexborNode, *, base: str) -> str:
    """Where a link leads, absolute and without fragment; "" where it leads to no page."""
    written = node.attributes.get("href") or ""
    return absolute(written, base=base)


def absolute(written: str, *, base: str) -> str:
    """An address as it stands in a page or feed, made whole; "" for what is no address of a page."""
    # As browsers do (WHATWG URL): line ends go, blanks at the ends too.
    bare = _LINE_ENDS.sub("", written).strip()
    if not bare or bare.startswith("#"):
        return ""
    try:
        whole = urljoin(base, bare.replace(" ", "%20"))
        parts = urlsplit(whole)
    except ValueError:
        return ""
    # A name before the host ("https://congdoan.vn@elsewhere.vn") deceives; no page is at such a place.
    is_page = parts.scheme in {"http", "https"} and bool(parts.netloc) and "@" not in parts.netloc
    link = "".join(
        letter if letter.isprintable() else quote(letter, errors="replace")
        for letter in whole[: LONGEST_URL + 1].partition("#")[0]
    )
    return link if is_page and len(link) <= LONGEST_URL else ""


def base_of(tree: LexborHTMLParser, *, url: str) -> str:
    """Where relative links of a page begin: its address, or what `<base>` says."""
    base = tree.css_first("base[href]")
    written = "" if base is None else base.attributes.get("href") or ""
    return absolute(written, base=url) or url
