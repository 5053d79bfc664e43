"""Fetchers as the tests want them: quick, and with names of their own."""

import ssl
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import timedelta
from functools import cache
from pathlib import Path

import pytest

from bot.sources.connecting import Resolve
from bot.sources.fetched import Fetched, Unfetched
from bot.sources.fetching import Fetcher, Limits
from storage.states import SourceFault
from tests.standins.portals import PortalServer, Site

AGENT = "Loa/0.1 (+https://loa.example)"
CERTIFICATE = Path(__file__).parent / "portal_example.pem"
"""For portal.example, made for these tests and trusted by nobody."""
MOST_BYTES = 200_000


def fetcher_for(
    *servers: PortalServer[Site],
    allow: frozenset[str] = frozenset(),
    names: Mapping[str, Sequence[str]] | None = None,
    tls: ssl.SSLContext | None = None,
    rest: Callable[[float], Awaitable[None]] | None = None,
    **limits: timedelta,
) -> Fetcher:
    """One that may reach these servers, without pauses unless told so."""
    allowed = allow.union(*(server.allow for server in servers))
    own = Limits(**({"pause": timedelta(), "gives_up_after": timedelta(seconds=20)} | limits))
    return Fetcher(
        AGENT, allow=allowed, limits=own, resolve=resolver(names), tls=tls or _usual(), rest=rest or no_rest
    )


async def no_rest(_seconds: float) -> None:
    """A pause that takes no time."""


async def refused(fetcher: Fetcher, url: str, *, most_bytes: int = MOST_BYTES) -> Unfetched:
    """Why nothing came."""
    with pytest.raises(Unfetched) as caught:
        await fetcher.get(url, most_bytes=most_bytes)
    return caught.value


async def fault(fetcher: Fetcher, url: str, *, most_bytes: int = MOST_BYTES) -> SourceFault:
    """The same, without the details."""
    return (await refused(fetcher, url, most_bytes=most_bytes)).fault


async def page(fetcher: Fetcher, url: str, *, etag: str = "", last_modified: str = "") -> Fetched:
    """What comes."""
    return await fetcher.get(url, etag=etag, last_modified=last_modified, most_bytes=MOST_BYTES)


@cache
def _usual() -> ssl.SSLContext:
    """Made once, since reading all authorities takes a while."""
    return ssl.create_default_context()


def resolver(names: Mapping[str, Sequence[str]] | None) -> Resolve:
    """Names as the test says; all others are unknown."""
    known = {"127.0.0.1": ["127.0.0.1"], **(names or {})}

    async def resolve(host: str, _port: int) -> list[str]:
        if host not in known:
            raise OSError("no such host")
        return list(known[host])

    return resolve
