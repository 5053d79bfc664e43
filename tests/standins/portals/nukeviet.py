"""A site on NukeViet, as its templates and its source write it (facts/documents-and-law.md section 4)."""

import re
import unicodedata
from datetime import timedelta, timezone
from functools import partial
from html import escape

from tests.standins.portals.line import Asked, Shown
from tests.standins.portals.papers import Paper
from tests.standins.portals.site import Site

_HERE = timezone(timedelta(hours=7))
_WEEKDAYS = ("Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Thứ bảy", "Chủ nhật")
_WINDOW = 30


class NukeViet(Site):
    """Its news with the feed of one category, and its module of legal documents."""

    feed_path = "/vi/news/rss/van-ban/"
    list_path = "/vi/news/van-ban/"
    laws_path = "/vi/laws/"
    feeds_path = "/vi/rss/"
    """An index of feeds in HTML, where people look for the feed."""
    per_page = 1000
    """Entries on one page of the list of news."""

    def show(self, asked: Asked) -> Shown:
        """The page at a path."""
        pages = {
            self.feed_path: self._feed,
            self.list_path: self._list,
            self.laws_path: self._laws,
            self.feeds_path: self._feeds,
        }
        if asked.path in pages:
            return pages[asked.path]()
        further = re.fullmatch(rf"{self.list_path}page-(\d+)/", asked.path)
        if further:
            return self._list(int(further[1]))
        file = re.fullmatch(r"/uploads/news/(\d+)/([^/]+)", asked.path)
        if file:
            return self.file(file[1], file[2])
        page = re.fullmatch(r"/vi/(news/van-ban|laws/detail)/[a-z0-9-]+-(\d+)(?:\.html|/)", asked.path)
        paper = self.papers.get(int(page[2])) if page else None
        if page is None or paper is None:
            return Shown(b"<h1>404</h1>", 404)
        return self._law(paper) if page[1] == "laws/detail" else self._news(paper)

    def link(self, paper: Paper) -> str:
        """Where a paper stands; the words of its title are in it, the number tells it apart."""
        return f"/vi/news/van-ban/{_slug(paper.title)}-{paper.paper_id}.html"

    def _feed(self) -> Shown:
        items = "".join(map(self._item, list(self.papers.values())[:_WINDOW]))
        # The blank line before the declaration is the original's too.
        feed = (
            f'\n<?xml version="1.0" encoding="{self.charset}"?><rss version="2.0"><channel>'
            f"<title>{escape(self.name)}</title><link>/vi/</link>{items}</channel></rss>"
        )
        return Shown(feed.encode(self.charset), kind=f"text/xml; charset={self.told_charset or self.charset}")

    def _item(self, paper: Paper) -> str:
        # gmdate('D, j M Y H:m:s'): where the minutes belong stands the month.
        at = paper.published_at
        dated = f"<pubDate>{at:%a}, {at.day} {at:%b %Y %H}:{at:%m:%S} GMT</pubDate>" if self.is_dated else ""
        about = escape(f'<img src="/assets/a.jpg" align="left"/>{paper.abstract}')
        return (
            f"<item><title>{escape(paper.title)}</title><link>{self.link(paper)}?utm_source=rss</link>"
            f'<guid isPermaLink="false">news_{paper.paper_id}</guid>'
            f"<description>{about}</description>{dated}</item>"
        )

    def _feeds(self) -> Shown:
        named = f'<link rel="alternate" type="application/rss+xml" href="{self.feed_path}" title="Văn bản">'
        return self.html("Kênh RSS", f'<ul><li><a href="{self.feed_path}">Văn bản</a></li></ul>', head=named)

    def _list(self, page: int = 1) -> Shown:
        begins = (page - 1) * self.per_page
        shown = list(self.papers.values())[begins : begins + self.per_page]
        if page > 1 and not shown:
            return Shown(b"<h1>404</h1>", 404)
        return self.html("Văn bản", "".join(map(self._entry, shown)) + self._pager(page))

    def _pager(self, page: int) -> str:
        """As nv_alias_page writes it: "next" stands at each number behind this page's, and at the arrow."""
        last = -(-len(self.papers) // self.per_page)
        if last < 2:
            return ""
        numbers = "".join(map(partial(self._number, page), range(1, last + 1)))
        arrow = self._number(page, page + 1) if page < last else '<li class="disabled"><a href="#">»</a></li>'
        return f'<ul class="pagination">{numbers}{arrow}</ul>'

    def _number(self, page: int, number: int) -> str:
        if number == page:
            return f'<li class="page-item active"><a class="page-link" href="#">{number}</a></li>'
        rel, end = ("next" if number > page else "prev"), f"page-{number}/" if number > 1 else ""
        link = f'<a class="page-link" rel="{rel}" href="{self.list_path}{end}">{number}</a>'
        return f'<li class="page-item">{link}</li>'

    def _entry(self, paper: Paper) -> str:
        return (
            '<div class="news_column"><div class="panel panel-default"><div class="panel-body">'
            f'<a href="{self.link(paper)}"><img src="/assets/a.jpg" class="img-thumbnail"></a>'
            f'<h3><a href="{self.link(paper)}" title="{escape(paper.title)}">{escape(paper.title)}</a></h3>'
            '<div class="text-muted"><ul class="list-unstyled list-inline">'
            f"<li><em>&nbsp;</em> {self._dated(paper)}</li><li>Đã xem: 1234</li></ul></div>"
            f"<p>{escape(paper.abstract)}</p></div></div></div>"
        )

    def _news(self, paper: Paper) -> Shown:
        files = "".join(
            f'<div class="list-group-item"><span class="badge"><a href="#pdf0">x</a></span>'
            f'<a href="/uploads/news/{paper.paper_id}/{one.name}">Tải về: <b>{one.name}</b></a></div>'
            for one in paper.files
        )
        others = "".join(
            f'<li><a href="{self.link(one)}"><h4>{escape(one.title)}</h4></a></li>'
            for one in self.papers.values()
            if one is not paper
        )
        return self.html(
            escape(paper.title),
            '<div class="news_column panel panel-default"><div class="panel-body">'
            f'<h1 class="title margin-bottom-lg">{escape(paper.title)}</h1>'
            f'<div class="row"><span class="h5">{self._dated(paper)}</span></div>'
            f'<div id="news-bodyhtml" class="bodytext margin-bottom-lg">{paper.markup}'
            "<script>count()</script></div>"
            f'<div class="list-group news-download-file">{files}</div></div></div>'
            f'<div class="news_column"><div class="panel-body other-news"><ul>{others}</ul></div></div>',
        )

    def _laws(self) -> Shown:
        rows = "".join(
            '<div class="table-rows"><div class="c-code"><span class="label-name">Số hiệu:</span>'
            f'<a href="{self._law_link(one)}">{one.number}</a></div>'
            f'<div class="c-time"><span class="label-name">Ngày ban hành:</span>{self._day(one)}</div>'
            f'<div class="c-intro"><a href="{self._law_link(one)}"><strong>{escape(one.title)}</strong></a>'
            "</div></div>"
            for one in self.papers.values()
            if one.number
        )
        head = '<div class="table-rows table-head"><div class="c-code">Số hiệu</div></div>'
        return self.html("Văn bản", f'<div class="flex-table-laws">{head}{rows}</div>')

    def _law(self, paper: Paper) -> Shown:
        files = "".join(
            '<div class="download-item"><div class="iname">'
            f'<a href="/uploads/news/{paper.paper_id}/{one.name}">Tải file: <b>{one.name}</b></a></div></div>'
            for one in paper.files
        )
        return self.html(
            escape(paper.title),
            f'<div class="law-detail"><h1 class="margin-bottom-lg">{escape(paper.title)}</h1>'
            '<div id="doc-basic"><div class="panel-body"><table class="table-properties"><tbody>'
            f'<tr><td class="col-header">Số hiệu</td><td>{paper.number}</td>'
            f'<td class="col-header">Ngày ban hành</td><td>{self._day(paper)}</td></tr></tbody></table>'
            '</div></div><div id="doc-body"><div class="panel-body">'
            f'<div class="bodytext">{paper.markup}</div></div></div>'
            f'<div class="list-group laws-download-file">{files}</div></div>',
        )

    def _law_link(self, paper: Paper) -> str:
        return f"/vi/laws/detail/{_slug(paper.title)}-{paper.paper_id}/"

    def _dated(self, paper: Paper) -> str:
        at = paper.published_at.astimezone(_HERE)
        return f"{_WEEKDAYS[at.weekday()]} - {at:%d/%m/%Y %H:%M}" if self.is_dated else ""

    def _day(self, paper: Paper) -> str:
        return f"{paper.published_at.astimezone(_HERE):%d/%m/%Y}" if self.is_dated else ""


def _slug(title: str) -> str:
    bare = unicodedata.normalize("NFD", title.lower().replace("đ", "d"))
    return re.sub(r"[^a-z0-9]+", "-", bare.encode("ascii", "ignore").decode()).strip("-")
