"""Asking web sites: politely, within limits, and never into a network of one's own (docs/decisions/0025)."""

import asyncio
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from types import TracebackType
from typing import Self

import httpcore
import httpx

from bot.sources.addresses import Target, refuse_inward, target_of
from bot.sources.answers import Head, judge, redirect_of
from bot.sources.connecting import CheckedBackend, Resolve, resolve
from bot.sources.fetched import Fetched, Unfetched
from bot.sources.robots import MOST_BYTES as MOST_ROBOTS_BYTES
from bot.sources.robots import Remembered, Rules
from bot.sources.turns import Turns
from bot.sources.unfolding import CODINGS, Unfolding
from storage.states import SourceFault

_MOST_CONNECTIONS = 20
_MOST_REDIRECTS = 5
# RFC 9309 2.3.1: a site whose robots.txt says "not here" asks nothing; one that is in trouble is left alone.
_NO_ROBOTS = frozenset({SourceFault.GONE, SourceFault.REFUSED_BY_SITE, SourceFault.REDIRECTED_AWAY})


@dataclass(frozen=True)
class Limits:
    """How patient, and how polite.

    Args:
        gives_up_after: for one `get` in all, with redirects and robots.txt, without waiting for a turn.
        connects_after: for each address behind a name.
        pause: between two calls to one host.
        longest_pause: however long its robots.txt asks for.
        robots_for: how long a robots.txt counts.
    """

    gives_up_after: timedelta = timedelta(seconds=60)
    connects_after: timedelta = timedelta(seconds=10)
    pause: timedelta = timedelta(seconds=2)
    longest_pause: timedelta = timedelta(seconds=30)
    robots_for: timedelta = timedelta(days=1)


class Fetcher:
    """Fetches pages and files; one for each process, as an async context manager.

    Args:
        agent: the User-Agent: a name, a stroke, a version, and how to reach who runs it.
        allow: host:port pairs that may be private, or on another port.
        limits: of time.
        resolve: looks names up.
        tls: who is trusted; the usual authorities unless said otherwise.
        rest: waits for so many seconds.
    """

    def __init__(
        self,
        agent: str,
        *,
        allow: frozenset[str] = frozenset(),
        limits: Limits | None = None,
        resolve: Resolve = resolve,
        tls: ssl.SSLContext | None = None,
        rest: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._agent = agent
        self._allow = frozenset(place.lower() for place in allow)
        self._limits = limits or Limits()
        self._turns = Turns(pause=self._limits.pause, longest_pause=self._limits.longest_pause, rest=rest)
        self._robots = Remembered(kept_for=self._limits.robots_for)
        # The layer below httpx: it follows no redirect, unpacks nothing, and no proxy is named by surprise.
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=tls or httpx.create_ssl_context(trust_env=False),
            max_connections=_MOST_CONNECTIONS,
            # Each call is a new line, so that each is checked anew.
            max_keepalive_connections=0,
            network_backend=CheckedBackend(self._allow, resolve=resolve),
        )

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._pool.aclose()

    async def get(
        self, url: str, *, etag: str = "", last_modified: str = "", most_bytes: int, accept: str = "*/*"
    ) -> Fetched:
        """Fetch one page or file, unless the site says that it is as it was.

        Args:
            url: absolute, http or https, without a name or password in it.
            etag: of the last answer, if there was one.
            last_modified: likewise.
            most_bytes: of the body, packed and unpacked.
            accept: the header of that name.

        Raises:
            Unfetched: with the fault.
        """
        asked = {"Accept": accept, "If-None-Match": etag, "If-Modified-Since": last_modified}
        deadline = _Deadline(self._limits.gives_up_after)
        target = target_of(url, allow=self._allow)
        for _ in range(_MOST_REDIRECTS + 1):
            rules = await self._rules(target, deadline)
            if not rules.allow(str(target.url)):
                raise Unfetched(SourceFault.REFUSED_BY_SITE, "its robots.txt forbids it")
            found = await self._ask(target, asked, deadline, most_bytes=most_bytes, pause=rules.pause)
            if isinstance(found, Fetched):
                return found
            target = found
        raise Unfetched(SourceFault.REDIRECTED_AWAY, f"more than {_MOST_REDIRECTS} redirects")

    async def _rules(self, target: Target, deadline: "_Deadline") -> Rules:
        known = self._robots.of(target.origin)
        if known is not None:
            return known
        content = await self._robots_of(target, deadline)
        # Half a megabyte of rules takes a second.
        rules = await asyncio.to_thread(Rules, content, agent=self._agent)
        self._robots.remember(target.origin, rules)
        return rules

    async def _robots_of(self, site: Target, deadline: "_Deadline") -> bytes:
        target = target_of(f"{site.origin}/robots.txt", allow=self._allow)
        try:
            for _ in range(_MOST_REDIRECTS + 1):
                found = await self._ask(target, {}, deadline, most_bytes=MOST_ROBOTS_BYTES)
                if isinstance(found, Fetched):
                    return found.content
                target = found
        except Unfetched as unfetched:
            if unfetched.fault in _NO_ROBOTS:
                return b""
            raise Unfetched(
                unfetched.fault, f"robots.txt: {unfetched.detail}", retry_after=unfetched.retry_after
            ) from None
        return b""

    async def _ask(
        self,
        target: Target,
        asked: dict[str, str],
        deadline: "_Deadline",
        *,
        most_bytes: int,
        pause: timedelta | None = None,
    ) -> Fetched | Target:
        """One call: an answer, or where it leads."""
        async with self._turns.at(target.host, pause=pause), deadline.running():
            try:
                return await self._exchange(target, asked, most_bytes)
            except Unfetched as unfetched:
                if unfetched.retry_after is not None:
                    self._turns.leave_alone(target.host, unfetched.retry_after)
                raise
            except httpcore.TimeoutException as error:
                raise Unfetched(SourceFault.TOO_SLOW, type(error).__name__) from None
            except (httpcore.NetworkError, httpcore.ProtocolError, OSError) as error:
                raise _broken(error) from None

    async def _exchange(self, target: Target, asked: dict[str, str], most_bytes: int) -> Fetched | Target:
        async with self._pool.stream(
            "GET",
            httpcore.URL(
                scheme=target.url.raw_scheme,
                host=target.host.encode(),
                port=target.url.port,
                target=target.url.raw_path,
            ),
            headers=self._headers(target, asked),
            extensions={"timeout": self._timeouts()},
        ) as response:
            head = Head.of(response.status, response.headers)
            location = redirect_of(head)
            if location:
                return self._next(target, location)
            names_last = bool(asked.get("If-None-Match") or asked.get("If-Modified-Since"))
            not_modified = judge(head, was_asked=names_last)
            content = b"" if not_modified else await _body(response, head, most_bytes)
            return head.fetched(str(target.url), content, not_modified=not_modified)

    def _headers(self, target: Target, asked: dict[str, str]) -> list[tuple[bytes, bytes]]:
        headers = {
            "Host": target.url.netloc.decode("ascii"),
            "User-Agent": self._agent,
            "Accept-Encoding": CODINGS,
            "Accept-Language": "vi",
            "Connection": "close",
        }
        headers |= {name: value for name, value in asked.items() if value}
        return [(name.encode(), value.encode("latin-1", "replace")) for name, value in headers.items()]

    def _next(self, target: Target, location: str) -> Target:
        try:
            joined = str(target.url.join(location))
        except (httpx.InvalidURL, UnicodeError, ValueError):
            joined = ""
        following = target_of(joined, allow=self._allow)
        if target.url.scheme == "https" and following.url.scheme == "http":
            raise Unfetched(SourceFault.REDIRECTED_AWAY, "from https to http")
        refuse_inward(target, following, allow=self._allow)
        return following

    def _timeouts(self) -> dict[str, float]:
        connect, whole = self._limits.connects_after, self._limits.gives_up_after
        return {"connect": connect.total_seconds(), "pool": whole.total_seconds()}


class _Deadline:
    """One span of time for several steps; it runs only while a step is under way.

    The library's own time-outs begin anew with each piece: an answer that trickles would never end.
    """

    def __init__(self, span: timedelta) -> None:
        self._left = span.total_seconds()

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        loop = asyncio.get_running_loop()
        began = loop.time()
        try:
            async with asyncio.timeout(self._left):
                yield
        except TimeoutError:
            raise Unfetched(SourceFault.TOO_SLOW, "the answer took too long") from None
        finally:
            self._left -= loop.time() - began


async def _body(response: httpcore.Response, head: Head, most_bytes: int) -> bytes:
    if head.length > most_bytes:
        raise Unfetched(SourceFault.TOO_LARGE, f"{head.length} bytes announced, {most_bytes} allowed")
    unfolding = Unfolding(head.headers.get("content-encoding", ""), most_bytes=most_bytes)
    async for chunk in response.aiter_stream():
        unfolding.take(chunk)
    return unfolding.end()


def _broken(error: Exception) -> Unfetched:
    """The line broke: because of the certificate, or anyhow."""
    causes = (error, error.__cause__, error.__context__)
    untrusted = next((one for one in causes if isinstance(one, ssl.SSLError)), None)
    if untrusted is not None:
        said = getattr(untrusted, "verify_message", "") or untrusted.reason or ""
        return Unfetched(SourceFault.CERTIFICATE, said)
    return Unfetched(SourceFault.NOT_REACHED, type(error).__name__)
