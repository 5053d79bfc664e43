"""What goes wrong when a portal is asked."""

import gzip
from dataclasses import dataclass, replace

from tests.standins.portals.line import Asked, Shown


@dataclass
class Fault:
    """One thing that goes wrong.

    Args:
        path: where; None for everywhere but robots.txt.
        times: how often; None for always.
        status: instead of 200; with the usual body of an error.
        location: where a redirect leads.
        headers: besides the usual ones.
        body: instead of the page.
        kind: the header Content-Type, instead of the usual one.
        drips, is_endless, breaks_off, hangs_up: as in `Shown`.
        unfolds_to: gzip that unfolds to so many bytes.
    """

    path: str | None = None
    times: int | None = None
    status: int = 0
    location: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes | None = None
    kind: str = ""
    drips: bool = False
    is_endless: bool = False
    breaks_off: bool = False
    hangs_up: bool = False
    unfolds_to: int = 0

    def strikes(self, asked: Asked) -> bool:
        """Whether it happens now; it is used up by that."""
        if self.times == 0 or (asked.path != self.path if self.path else asked.path == "/robots.txt"):
            return False
        if self.times is not None:
            self.times -= 1
        return True

    def spoil(self, shown: Shown) -> Shown:
        """The answer, gone wrong."""
        if self.body is not None:
            shown = replace(shown, body=self.body)
        if self.unfolds_to:
            bomb = gzip.compress(b"0" * self.unfolds_to)
            shown = replace(shown, body=bomb, headers=(*shown.headers, ("Content-Encoding", "gzip")))
        if self.status:
            shown = Shown(f"<h1>{self.status}</h1>".encode(), self.status)
        if self.location:
            shown = Shown(b"", self.status or 302, headers=(("Location", self.location),))
        return replace(
            shown,
            kind=self.kind or shown.kind,
            headers=(*shown.headers, *self.headers),
            drips=self.drips,
            is_endless=self.is_endless,
            breaks_off=self.breaks_off,
            hangs_up=self.hangs_up,
        )
