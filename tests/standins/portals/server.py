"""A portal on a port of the loopback."""

import ssl
from types import TracebackType
from typing import Generic, Self, TypeVar

from tests.standins.portals.faults import Fault
from tests.standins.portals.line import Asked, Line, Shown
from tests.standins.portals.site import Site

S_co = TypeVar("S_co", bound=Site, covariant=True)


class PortalServer(Generic[S_co]):
    """Serves one site.

    Args:
        site: what it shows.
        robots: its robots.txt; None for 404, a number for that status.
        has_etag: it says ETag, and answers 304 to who knows it.
        has_last_modified: likewise with Last-Modified.
        tls: for https.
    """

    def __init__(
        self,
        site: S_co,
        *,
        robots: str | int | None = None,
        has_etag: bool = False,
        has_last_modified: bool = False,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self.site = site
        self.robots = robots
        self.has_etag, self.has_last_modified = has_etag, has_last_modified
        self.asked: list[Asked] = []
        self.port = 0
        self._scheme = "http" if tls is None else "https"
        self._faults: list[Fault] = []
        self._line = Line(self._show, tls=tls)

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()

    async def start(self, port: int = 0) -> None:
        """Listen; on any free port unless one is named."""
        self.port = await self._line.start(port)

    async def stop(self) -> None:
        """Stop listening."""
        await self._line.stop()

    @property
    def url(self) -> str:
        """Without a stroke at the end."""
        return self.at("127.0.0.1")

    @property
    def allow(self) -> frozenset[str]:
        """For `[sources] allow_hosts`."""
        return frozenset({f"127.0.0.1:{self.port}"})

    @property
    def paths(self) -> list[str]:
        """What was asked for so far, robots.txt left out."""
        return [one.path for one in self.asked if one.path != "/robots.txt"]

    def at(self, host: str) -> str:
        """The same under another name."""
        return f"{self._scheme}://{host}:{self.port}"

    def goes_wrong(self, fault: Fault) -> None:
        """From now on; the latest one counts."""
        self._faults.insert(0, fault)

    def goes_right(self) -> None:
        """Nothing goes wrong any more."""
        self._faults.clear()

    def _show(self, asked: Asked) -> Shown:
        self.asked.append(asked)
        shown = self._robots() if asked.path == "/robots.txt" else self._known(asked, self.site.show(asked))
        fault = next((one for one in self._faults if one.strikes(asked)), None)
        return shown if fault is None else fault.spoil(shown)

    def _robots(self) -> Shown:
        if isinstance(self.robots, str):
            return Shown(self.robots.encode(), kind="text/plain")
        return Shown(b"", self.robots or 404)

    def _known(self, asked: Asked, shown: Shown) -> Shown:
        """Let the site speak of its revision, and say "as it was" to who knows it."""
        if shown.status != 200:
            return shown
        marks = []
        if self.has_etag:
            marks.append(("ETag", "if-none-match", f'"r{self.site.revision}"'))
        if self.has_last_modified:
            minute, hour = self.site.revision % 60, self.site.revision // 60
            changed = f"Sun, 22 Nov 2026 {hour:02d}:{minute:02d}:00 GMT"
            marks.append(("Last-Modified", "if-modified-since", changed))
        headers = tuple((name, value) for name, _, value in marks)
        if any(asked.headers.get(question) == value for _, question, value in marks):
            return Shown(b"", 304, headers=headers)
        return Shown(shown.body, kind=shown.kind, headers=(*shown.headers, *headers))
