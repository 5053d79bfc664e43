"""A site on SharePoint as many provinces run it: ItemID in the address, and a page for printing."""

import re
from datetime import timedelta, timezone
from html import escape

from tests.standins.portals.line import Asked, Shown
from tests.standins.portals.papers import Paper
from tests.standins.portals.site import Site

_HERE = timezone(timedelta(hours=7))


class SharePoint(Site):
    """Its list of documents, their pages and their print views."""

    list_path = "/Pages/danh-sach-van-ban.aspx"
    page_path = "/Pages/chi-tiet-van-ban.aspx"
    print_path = "/portal/pages/print.aspx"
    prints_path = "/Pages/ban-in.aspx"
    """A list that leads to the print views."""

    def show(self, asked: Asked) -> Shown:
        """The page at a path; capitals make no difference, as on the original."""
        path = asked.path.lower()
        fields = {name.strip().lower(): value.strip() for name, value in asked.fields.items()}
        if path == self.list_path.lower():
            return self._list()
        if path == self.prints_path.lower():
            return self._prints()
        file = re.fullmatch(r"/Lists/VanBan/Attachments/(\d+)/([^/]+)", asked.path)
        if file:
            return self.file(file[1], file[2])
        asked_id = fields.get("itemid", "") or fields.get("p", "")
        paper = self.papers.get(int(asked_id)) if asked_id.isdecimal() else None
        if paper is not None and path == self.page_path.lower():
            return self._page(paper)
        if paper is not None and path == self.print_path.lower():
            return self._print(paper)
        return Shown(b"<h1>404</h1>", 404)

    def link(self, paper: Paper) -> str:
        """Where a paper stands."""
        return f"{self.page_path}?ItemID={paper.paper_id}"

    def _list(self) -> Shown:
        # The padding round the number and within the address is how such lists come out of their web parts.
        rows = "".join(
            f'<li class="vb"><a href="\n   {self.page_path}?ItemID=000{one.paper_id}  &amp;sid=9f3e\n"'
            f' title="{escape(one.title)}">{escape(one.title[:40])}...</a>'
            f'<span class="ngaydang">{self._dated(one)}</span></li>'
            for one in self.papers.values()
        )
        pages = f'<a href="{self.list_path}?Page=0002">2</a>'
        return self.html("Văn bản", f'<ul class="ds">{rows}</ul><div class="pager">{pages}</div>')

    def _prints(self) -> Shown:
        rows = "".join(
            f"<tr><td>{one.number}</td>"
            f'<td><a href="{self.print_path}?p={one.paper_id}">{escape(one.title)}</a></td>'
            f'<td class="ngay">{self._dated(one)}</td></tr>'
            for one in self.papers.values()
        )
        return self.html("Bản in", f"<table><tbody>{rows}</tbody></table>")

    def _page(self, paper: Paper) -> Shown:
        return self.html(
            escape(paper.title),
            f'<h1 class="tieude">{escape(paper.title)}</h1><div class="ngaydang">{self._dated(paper)}</div>'
            f'<div class="sokyhieu">{paper.number}</div>'
            f'<div class="ms-rtestate-field">{paper.markup}{self._files(paper)}</div>'
            '<div class="khac"><ul><li>Các tin khác</li></ul></div>',
        )

    def _print(self, paper: Paper) -> Shown:
        return self.html(
            escape(paper.title),
            f'<div id="print"><h1>{escape(paper.title)}</h1>'
            f'<span class="ngay">Đăng vào {self._dated(paper)}</span>'
            f"{paper.markup}{self._files(paper)}</div>",
        )

    def _files(self, paper: Paper) -> str:
        return "".join(
            f'<a href="/Lists/VanBan/Attachments/{paper.paper_id}/{one.name}">Xem tại đây</a>'
            for one in paper.files
        )

    def _dated(self, paper: Paper) -> str:
        """The date, and the views right beside it."""
        at = paper.published_at.astimezone(_HERE)
        return f"{at:%d/%m/%Y} | 9079" if self.is_dated else "| 9079"
