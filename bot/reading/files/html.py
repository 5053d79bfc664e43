"""A web page, or a piece of one, as lines of text."""

import re
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from bot.reading.files.rows import row_lines
from bot.reading.letters import normalise

# Never shown, or no part of what the page says.
_WORDLESS = re.compile(
    "script|style|noscript|template|object|embed|applet|i?frame|frameset|svg|canvas|audio|video|select|button"
    "|input|textarea|option|math"
)
_FURNITURE = frozenset({"head", "title", "nav", "footer", "aside", "form", "menu", "dialog"})
_BLOCK = re.compile(
    "address|article|blockquote|body|caption|center|dd|details|div|dl|dt|fieldset|figcaption|figure|h[1-6]|header"
    "|hr|html|legend|li|main|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul"
)
_HIDING_STYLES = ("display:none", "visibility:hidden")


@dataclass(frozen=True)
class PageWords:
    """A page in words.

    Args:
        text: its lines.
        beside: lines that are not shown, or are no part of what it says.
        has_pictures: it shows at least one.
    """

    text: str
    beside: str
    has_pictures: bool


def read_html(markup: str, *, content_selector: str = "") -> str:
    """The text of a page, a line for each paragraph, item and row; without furniture and hidden text.

    Args:
        markup: HTML, however broken.
        content_selector: CSS; only what it finds is read, each in its order; "" for the whole.

    Raises:
        ValueError: the selector is no CSS.
    """
    return normalise(page_words(markup, content_selector=content_selector).text).strip("\n")


def page_words(markup: str, *, content_selector: str = "") -> PageWords:
    """The same, with what was left out."""
    tree = LexborHTMLParser(markup)
    page = _Page()
    try:
        roots = tree.css(content_selector or "html")
    except SelectolaxError:
        raise ValueError("the selector is no CSS") from None
    for root in roots:
        page.read(root)
    return PageWords("\n".join(page.lines), "\n".join(page.beside), page.has_pictures)


@dataclass
class _Page:
    lines: list[str] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)
    has_pictures: bool = False
    _line: list[str] = field(default_factory=list)
    _places: list[list[str]] = field(default_factory=list)
    _rows: list[list[list[str]]] = field(default_factory=list)
    _counts: list[int | None] = field(default_factory=list)
    _preformatted: int = 0

    def read(self, root: LexborNode) -> None:
        """Read what stands in `root`. Without recursion: pages nest as deep as they like."""
        self._places = [self.lines]
        steps: list[tuple[LexborNode, bool]] = [(root, True)]
        while steps:
            node, begins = steps.pop()
            if not begins:
                self._end(node.tag or "")
            elif node.is_text_node:
                self._say(node.text_content or "")
            elif node.is_comment_node:
                self.beside.append((node.comment_content or "").strip())
            elif self._begin(node):
                steps.append((node, False))
                steps += [(child, True) for child in reversed(list(node.iter(include_text=True)))]
        self._end_line()

    def _begin(self, node: LexborNode) -> bool:
        """Whether to go inside."""
        tag, attributes = node.tag or "", node.attributes
        if _WORDLESS.fullmatch(tag):
            return False
        if tag in _FURNITURE or _is_hidden(attributes):
            self.beside += [line for line in node.text(separator="\n").split("\n") if line.strip()]
            return False
        if tag == "img":
            self.has_pictures = True
            self.beside.append(attributes.get("alt") or "")
        if tag == "br":
            self._end_line(always=True)
        elif _BLOCK.fullmatch(tag):
            self._end_line()
        self._begin_structure(tag, attributes)
        return True

    def _begin_structure(self, tag: str, attributes: dict[str, str | None]) -> None:
        match tag:
            case "td" | "th":
                self._places.append([])
            case "tr":
                self._rows.append([])
            case "pre":
                self._preformatted += 1
            case "ul" | "ol":
                start = attributes.get("start") or "1"
                first = int(start) - 1 if start.isdecimal() and len(start) < 5 else 0
                self._counts.append(first if tag == "ol" else None)
            case "li":
                self._line.append(self._marker())

    def _end(self, tag: str) -> None:
        if _BLOCK.fullmatch(tag):
            self._end_line()
        match tag:
            case "td" | "th":
                cell = self._places.pop()
                self._rows[-1].append(cell) if self._rows else self._places[-1].extend(cell)
            case "tr":
                self._places[-1] += row_lines(self._rows.pop(), self.beside)
            case "p" | "table" | "h1" | "h2" | "h3" | "div":
                if self._places[-1] and self._places[-1][-1]:
                    self._places[-1].append("")
            case "pre":
                self._preformatted -= 1
            case "ul" | "ol":
                self._counts.pop()

    def _say(self, text: str) -> None:
        if not self._preformatted:
            self._line.append(text)
            return
        for at, line in enumerate(text.split("\n")):
            if at:
                self._end_line(always=True)
            self._line.append(line)

    def _marker(self) -> str:
        if not self._counts or (count := self._counts[-1]) is None:
            return "- "
        self._counts[-1] = count + 1
        return f"{count + 1}. "

    def _end_line(self, *, always: bool = False) -> None:
        written = "".join(self._line)
        line = written.rstrip() if self._preformatted else " ".join(written.split())
        self._line.clear()
        if line or always:
            self._places[-1].append(line)


def _is_hidden(attributes: dict[str, str | None]) -> bool:
    style = "".join((attributes.get("style") or "").lower().split())
    return "hidden" in attributes or any(hiding in style for hiding in _HIDING_STYLES)
