"""What every portal does: it publishes papers, edits them, takes them away and shows them in some order."""

from dataclasses import replace
from typing import Any

from tests.standins.portals.line import Asked, Shown
from tests.standins.portals.papers import Paper, PortalFile


class Site:
    """A portal; `revision` grows with every change.

    Args:
        name: the office's, as its pages say.
    """

    def __init__(self, name: str = "Đảng ủy Liên đoàn Lao động tỉnh") -> None:
        self.name = name
        self.papers: dict[int, Paper] = {}
        self.revision = 1
        self.is_changed_in_layout = False
        self.is_dated = True
        self.charset = "utf-8"
        """In which its pages are written."""
        self.told_charset: str | None = None
        """What its header says of that, where it is not the truth."""
        self._next_id = 101

    def show(self, asked: Asked) -> Shown:
        """The page at a path."""
        raise NotImplementedError

    def publishes(self, paper: Paper) -> Paper:
        """Put a paper on the site; returns it with its id."""
        placed = replace(paper, paper_id=self._next_id)
        self._next_id += 1
        self.papers = {placed.paper_id: placed, **self.papers}
        self.revision += 1
        return placed

    def edits(self, paper: Paper, **changes: Any) -> Paper:
        """Change what a paper says, where it stands."""
        self.papers[paper.paper_id] = replace(self.papers[paper.paper_id], **changes)
        self.revision += 1
        return self.papers[paper.paper_id]

    def removes(self, paper: Paper) -> None:
        """Take a paper away."""
        del self.papers[paper.paper_id]
        self.revision += 1

    def turns_round(self) -> None:
        """Show everything in the opposite order."""
        self.papers = dict(reversed(self.papers.items()))
        self.revision += 1

    def html(self, title: str, content: str, *, head: str = "") -> Shown:
        """A page with what stands round every page."""
        if self.is_changed_in_layout:
            for old, new in (('class="', 'class="v2-'), ('id="', 'id="v2-'), ("ItemID=", "vb=")):
                content = content.replace(old, new)
        page = (
            f'<!DOCTYPE html><html lang="vi"><head><meta charset="{self.charset}"><title>{title}</title>'
            f'{head}</head><body><nav><a href="/">Trang chủ</a> <a href="/tim/">Tìm</a></nav>{content}'
            f"<footer>{self.name} | Lượt truy cập: 1.234.567</footer></body></html>"
        )
        told = self.charset if self.told_charset is None else self.told_charset
        kind = f"text/html; charset={told}" if told else "text/html"
        return Shown(page.encode(self.charset), kind=kind)

    def file(self, paper_id: str, name: str) -> Shown:
        """An attachment."""
        paper = self.papers.get(int(paper_id)) if paper_id.isdecimal() else None
        found: PortalFile | None = (
            next((one for one in paper.files if one.name == name), None) if paper else None
        )
        return Shown(status=404) if found is None else Shown(found.content, kind=found.media_type)
