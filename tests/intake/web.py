"""A web of pages held in memory, asked as the real one is."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from bot.sources.fetched import Fetched, Unfetched
from bot.sources.fetching import Fetcher
from storage.states import SourceFault

SITE = "https://congdoan.example.vn"
FEED = f"{SITE}/rss/"
LIST = f"{SITE}/van-ban/"


def page_link(number: int, url: str = LIST) -> str:
    """Where a page of the list stands."""
    return url if number == 1 else f"{url}trang-{number}/"


@dataclass
class Web(Fetcher):
    """Answers from its pages; what is not there is gone. `hangs` is set when one waits for its answer.

    Args:
        pages: by address: an answer, or why none comes.
        asked: which addresses were asked for, in order.
        stuck: addresses that do not answer until they are let go.
    """

    pages: dict[str, Fetched | Unfetched] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    stuck: dict[str, asyncio.Event] = field(default_factory=dict)
    hangs: asyncio.Event = field(default_factory=asyncio.Event)
    home: str = FEED
    site: str = SITE

    async def get(
        self, url: str, *, etag: str = "", last_modified: str = "", most_bytes: int, accept: str = "*/*"
    ) -> Fetched:
        self.asked.append(url)
        if url in self.stuck:
            self.hangs.set()
            await self.stuck[url].wait()
        answer = self.pages.get(url, Unfetched(SourceFault.GONE, "404"))
        if isinstance(answer, Unfetched):
            raise answer
        if etag and etag == answer.etag:
            return Fetched(url, 304, b"", etag=etag, not_modified=True)
        if len(answer.content) > most_bytes:
            raise Unfetched(SourceFault.TOO_LARGE, "")
        return answer

    async def __aexit__(self, *_: object) -> None:
        return None

    def shows_page(self, name: str, body: str, *, files: dict[str, str] | None = None) -> str:
        """A document's page of the site; files: address by name. Returns its address."""
        links = "".join(f'<li><a href="{url}">{label}</a></li>' for label, url in (files or {}).items())
        lines = "".join(f"<p>{escape(line)}</p>" for line in body.splitlines() if line.strip())
        markup = (
            f"<html><body><nav>Trang chủ</nav><h1>{name}</h1>"
            f'<div class="body">{lines}</div><ul class="files">{links}</ul></body></html>'
        )
        url = f"{SITE}/{name}.html"
        self.pages[url] = Fetched(url, 200, markup.encode(), media_type="text/html", charset="utf-8")
        return url

    def shows_file(self, name: str, content: bytes, media_type: str = "text/plain") -> str:
        """A file of the site; its address."""
        url = f"{SITE}/files/{name}"
        self.pages[url] = Fetched(url, 200, content, media_type=media_type)
        return url

    def shows_feed(self, *names: str, url: str = FEED, etag: str = "", day: int = 20) -> None:
        """A feed that lists these pages, the first one first."""
        listed = "".join(
            f"<item><title>{escape(name)}</title><link>{SITE}/{name}.html</link>"
            f'<guid isPermaLink="false">news_{name}</guid>'
            f"<pubDate>Fri, {day} Nov 2026 02:11:00 GMT</pubDate></item>"
            for name in names
        )
        feed = f'<?xml version="1.0"?><rss version="2.0"><channel><title>Tin</title>{listed}</channel></rss>'
        self.pages[url] = Fetched(url, 200, feed.encode(), media_type="application/rss+xml", etag=etag)

    def shows_list(self, *pages: Sequence[str], url: str = LIST) -> None:
        """A list in pages, each of which leads to the next."""
        for number, names in enumerate(pages, start=1):
            rows = "".join(
                f'<li class="vb"><a href="{SITE}/{name}.html">{escape(name)}</a></li>' for name in names
            )
            further = (
                f'<a class="next" href="{page_link(number + 1, url)}">»</a>' if number < len(pages) else ""
            )
            markup = f"<html><body><ul>{rows}</ul>{further}</body></html>"
            place = page_link(number, url)
            self.pages[place] = Fetched(place, 200, markup.encode(), media_type="text/html", charset="utf-8")

    def fails(self, fault: SourceFault, url: str = FEED) -> None:
        """It answers so from now on."""
        self.pages[url] = Unfetched(fault, "as the test says")
