"""How to find things on the pages of a portal: CSS selectors as data, some of them ready-made."""

from collections.abc import Mapping
from typing import Annotated, Any, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError
from selectolax.lexbor import LexborHTMLParser, SelectolaxError

_SAMPLE = LexborHTMLParser("<p></p>")


def _css(written: str) -> str:
    bare = written.strip()
    try:
        if bare:
            _SAMPLE.css(bare)
    except SelectolaxError:
        raise ValueError("is no CSS selector") from None
    return bare


Css = Annotated[str, Field(max_length=500), AfterValidator(_css)]

PAGE_NUMBER = "{page}"


def _pattern(written: str) -> str:
    bare = written.strip()
    if bare and bare.count(PAGE_NUMBER) != 1:
        raise ValueError(f"says once where the number stands: {PAGE_NUMBER}")
    return bare


PagePattern = Annotated[str, Field(max_length=500), AfterValidator(_pattern)]


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)


class PageSelectors(_Table):
    """On a document's own page; what finds nothing is left empty.

    Args:
        body: the text; of several parts each in its order.
        title: the first one counts, as with number and date.
        number: the document's number, where it has a field of its own.
        date: any date that the page prints of it.
        attachments: links to files. Links in the text that end in .pdf, .docx or the like are found anyway.
        drop: what stands in the text and is no part of it.
    """

    body: Css = Field(min_length=1)
    title: Css = "h1"
    number: Css = ""
    date: Css = ""
    attachments: Css = ""
    drop: Css = ""


class Selectors(_Table):
    """On a list page, and on the pages to which it leads.

    Args:
        item: each entry of the list.
        link: within an entry; empty where the entry is the link itself.
        title: within an entry; empty where the words of the link are the title.
        date: within an entry.
        next_page: on the whole list: the link to its next page; the first that leads to a page counts.
        next_pattern: the address of a further page, whole or as a link on the list would write it, with
            "{page}" for its number from 2; used where `next_page` finds nothing.
        page: on the document's page.
    """

    item: Css = Field(min_length=1)
    link: Css = "a[href]"
    title: Css = ""
    date: Css = ""
    next_page: Css = ""
    next_pattern: PagePattern = ""
    page: PageSelectors

    @classmethod
    def of(cls, mapping: Mapping[str, Any]) -> Self:
        """Read what a file or a row says: the keys above, and a table `page`.

        Raises:
            ValueError: in one line, which names the key.
        """
        try:
            return cls.model_validate(dict(mapping))
        except ValidationError as error:
            first = error.errors(include_input=False, include_url=False)[0]
            key = ".".join(map(str, first["loc"]))
            raise ValueError(f"{key}: {first['msg'].removeprefix('Value error, ')}") from None


_DOWNLOADS = "a[href*='.pdf' i], a[href*='.docx' i], a[href*='.doc' i]"
# HTML's own word for it, and what stands behind the number of this page in Bootstrap's row of numbers.
_NEXT = "a[rel~='next' i], link[rel~='next' i], .pagination .active + li a[href]"

PORTALS: dict[str, Selectors] = {
    # Read off the default theme's templates, versions 3 and 4 (nukeviet, themes/default/modules/news).
    "nukeviet": Selectors(
        item=".news_column .panel-body:has(h2 > a[href]), .news_column .panel-body:has(h3 > a[href])",
        link="h2 > a[href], h3 > a[href]",
        date=".text-muted li:first-child",
        # Its function nv_alias_page says "next" of every number behind this one's; the first is the next.
        next_page=_NEXT,
        page=PageSelectors(
            body=".hometext, #hometext, #news-bodyhtml, #news_detail .bodytext",
            title="h1.title, #news_detail h1",
            date="#news_detail .time, .news_column .h5",
            attachments=".news-download-file a[href]",
        ),
    ),
    # Its module for legal documents (module-laws, themes/default/modules/laws).
    "nukeviet_laws": Selectors(
        item=".flex-table-laws .table-rows:has(.c-code a[href])",
        link=".c-code a[href]",
        title=".c-intro strong, .c-intro a",
        date=".c-time",
        next_page=_NEXT,
        page=PageSelectors(
            body="#doc-basic .panel-body > p, #doc-body .bodytext",
            title=".law-detail h1",
            number=".table-properties td.col-header:lexbor-contains('hiệu') + td",
            date=".table-properties td.col-header:lexbor-contains('gày ban hành') + td",
            attachments=".laws-download-file .iname a[href], .laws-download a[href]",
        ),
    ),
    # Links and rich-text fields as SharePoint itself writes them; what stands round them differs by site.
    "sharepoint": Selectors(
        item="li:has(> a[href*='ItemID=' i]), div:has(> a[href*='ItemID=' i]), tr:has(a[href*='ItemID=' i])",
        link="a[href*='ItemID=' i]",
        date="time, [class*='date' i], [class*='ngay' i]",
        next_page=_NEXT,
        page=PageSelectors(
            body=".ms-rtestate-field, .ms-rte-wpbox",
            title="h1, .title, .tieude",
            number="[class*='sokyhieu' i]",
            date="time, [class*='date' i], [class*='ngay' i]",
            attachments=f"a[href*='/Attachments/' i], .attachments a[href], {_DOWNLOADS}",
        ),
    ),
    # The print view of several makers' portals: the text with nothing round it.
    "print": Selectors(
        item="li:has(> a[href*='print' i]), tr:has(a[href*='print' i])",
        link="a[href*='print' i]",
        date="time, [class*='date' i], [class*='ngay' i]",
        next_page=_NEXT,
        page=PageSelectors(
            body="#print, #divPrint, #printContent, .print-content, .printcontent",
            title="h1, .title, .tieude",
            date="time, [class*='date' i], [class*='ngay' i]",
            attachments=_DOWNLOADS,
        ),
    ),
    # Liferay's Asset Publisher with abstracts (its display/abstracts.jsp, full_content.jsp); its pager tells
    # the next page by the word only.
    "liferay": Selectors(
        item=".asset-abstract:has(.asset-title a[href])",
        link=".asset-title a[href]",
        date=".metadata-publish-date, .metadata-modified-date, .metadata-create-date",
        next_page=", ".join(
            f".lfr-pagination-buttons a:lexbor-contains('{word}')" for word in ("Tiếp", "Sau", "Next")
        ),
        page=PageSelectors(
            body=".journal-content-article",
            title=".header-title, .asset-title, h1",
            date=".metadata-publish-date, .metadata-modified-date, .metadata-create-date",
            # Its library of documents; the name of the file is not the end of the address there.
            attachments=":is(.asset-full-content, .journal-content-article) a[href*='/documents/']",
        ),
    ),
    # What the pages of many other makers have, by schema.org and HTML 5.
    "article": Selectors(
        item="article:has(a[href])",
        date="time",
        # WordPress calls the older ones "previous" in its class and "next" in its row of numbers.
        next_page=f"{_NEXT}, a.next.page-numbers, .nav-links .nav-previous a[href]",
        page=PageSelectors(
            body="[itemprop='articleBody'], article .entry-content, article",
            date="time",
            drop="nav, footer, aside, form",
        ),
    ),
}
"""Ready-made, by name; tried in this order on pages to which a feed leads."""
