"""A site on Liferay, as its Asset Publisher shows a list of abstracts and an article with its files."""

import re
from datetime import timedelta, timezone
from html import escape
from urllib.parse import quote, quote_plus

from tests.standins.portals.line import Asked, Shown
from tests.standins.portals.papers import Paper
from tests.standins.portals.site import Site

_HERE = timezone(timedelta(hours=7))
_PORTLET = "_com_liferay_asset_publisher_web_portlet_AssetPublisherPortlet_INSTANCE_q4USy75NdpUZ"


class Liferay(Site):
    """Its list, in pages where there are more than `per_page`, and the papers' pages."""

    list_path = "/web/guest/van-ban"
    per_page = 1000

    def show(self, asked: Asked) -> Shown:
        """The page at a path."""
        if asked.path == self.list_path:
            return self._list(int(asked.fields.get(f"{_PORTLET}_cur", "1")))
        file = re.fullmatch(r"/documents/20182/(\d+)/([^/]+)/[0-9a-f-]{36}", asked.path)
        if file:
            return self.file(file[1], file[2].replace("+", " "))
        page = re.fullmatch(
            rf"{self.list_path}/-/asset_publisher/q4USy75NdpUZ/content/van-ban-(\d+)", asked.path
        )
        paper = self.papers.get(int(page[1])) if page else None
        return Shown(b"<h1>404</h1>", 404) if paper is None else self._page(paper)

    def link(self, paper: Paper) -> str:
        """Where a paper stands."""
        return f"{self.list_path}/-/asset_publisher/q4USy75NdpUZ/content/van-ban-{paper.paper_id}"

    def _list(self, page: int) -> Shown:
        begins = (page - 1) * self.per_page
        shown = list(self.papers.values())[begins : begins + self.per_page]
        return self.html("Văn bản", "".join(self._entry(one, page) for one in shown) + self._pager(page))

    def _entry(self, paper: Paper, page: int) -> str:
        # The way back is in the link: another one on each page of the list.
        back = quote(f"{self.list_path}?{_PORTLET}_cur={page}", safe="")
        link = f"{self.link(paper)}?inheritRedirect=false&amp;redirect={back}"
        return (
            '<div class="asset-abstract default-asset-publisher">'
            '<span class="asset-anchor lfr-asset-anchor"></span><h4 class="asset-title">'
            f'<a href="{link}"> {escape(paper.title)} </a></h4>'
            f'<div class="asset-content"><div class="asset-summary">{escape(paper.abstract)}</div></div>'
            f"{self._metadata(paper)}</div>"
        )

    def _metadata(self, paper: Paper) -> str:
        at = paper.published_at.astimezone(_HERE)
        dated = (
            f'<dd class="metadata-entry metadata-publish-date">{at:%d/%m/%Y}</dd>' if self.is_dated else ""
        )
        return (
            f'<dl class="taglib-asset-metadata">{dated}<dd class="metadata-view-count">57 Lượt xem</dd></dl>'
        )

    def _pager(self, page: int) -> str:
        last = -(-len(self.papers) // self.per_page)
        ways = "".join(
            f'<li><a href="{self._way(to) if 1 <= to <= last else "javascript:;"}">{word}</a></li>'
            for word, to in (("Trước", page - 1), ("Tiếp theo", page + 1))
        )
        return f'<div class="lfr-pagination"><ul class="lfr-pagination-buttons pager">{ways}</ul></div>'

    def _way(self, page: int) -> str:
        return f"{self.list_path}?p_p_lifecycle=0&amp;{_PORTLET}_delta=20&amp;{_PORTLET}_cur={page}"

    def _page(self, paper: Paper) -> Shown:
        key = "0a1b2c3d-0000-4000-8000-000000000001"
        files = "".join(
            f'<p><a href="/documents/20182/{paper.paper_id}/{quote_plus(one.name)}/{key}?t=16">Tải về</a></p>'
            for one in paper.files
        )
        return self.html(
            escape(paper.title),
            f'<div class="h2"><span class="header-title">{escape(paper.title)}</span></div>'
            '<div class="asset-full-content clearfix show-asset-title"><div class="asset-content">'
            f'<div class="journal-content-article">{paper.markup}{files}</div></div>'
            f"{self._metadata(paper)}</div>"
            '<div class="asset-links"><ul><li>Các tin khác</li></ul></div>',
        )
