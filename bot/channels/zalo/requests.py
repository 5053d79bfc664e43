"""The HTTP to the Zalo Bot Platform: the token stays below every log, and nothing of an answer is trusted.

Sources, by the strength they have in facts/zalo.md: [OFF] a mirror of Zalo's documentation, [REAL] measured
on the real service, [UNVERIFIED] one weak source or none.
"""

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from urllib.parse import quote

import httpx

from bot.channels.cleaning import mapped
from bot.channels.contract import OutcomeKind
from bot.logs import spellings
from storage.states import Reason

PLACEHOLDER = "TOKEN"
"""Stands for the token in every URL that httpx logs or puts into an error."""

LARGEST_ANSWER = 1024 * 1024
"""Bytes. An answer is one small object; what is longer is not read to its end."""

DETAIL_LENGTH = 200
"""Characters of the platform's own words that are kept."""

LINES: tuple[tuple[type[httpx.HTTPError], OutcomeKind, Reason], ...] = (
    (httpx.ConnectError, OutcomeKind.NOT_SENT, Reason.NOT_CONNECTED),
    (httpx.ConnectTimeout, OutcomeKind.NOT_SENT, Reason.NOT_CONNECTED),
    (httpx.PoolTimeout, OutcomeKind.NOT_SENT, Reason.NOT_CONNECTED),
    (httpx.ProxyError, OutcomeKind.NOT_SENT, Reason.NOT_CONNECTED),
    (httpx.UnsupportedProtocol, OutcomeKind.NOT_SENT, Reason.NOT_CONNECTED),
    (httpx.HTTPError, OutcomeKind.MAYBE, Reason.CUT_OFF),
)
"""How the line broke: before anything was sent, or (everything else) after; measured with a proxy that broke
it at every point (facts/reliability.md 2.1)."""

# A host or a port that no address can have; httpx lets these pass as they come.
_NO_ADDRESS = (httpx.InvalidURL, UnicodeError, OverflowError, ExceptionGroup)


class Broken(Exception):
    """The line broke, so that there is no answer. The message carries no token.

    Args:
        kind: NOT_SENT where certainly nothing got there, else MAYBE.
        reason: from the closed list.
        detail: the class of the error.
    """

    def __init__(self, kind: OutcomeKind, reason: Reason, *, detail: str) -> None:
        super().__init__(f"{reason.value}: {detail}")
        self.kind = kind
        self.reason = reason
        self.detail = detail


@dataclass(frozen=True)
class Answer:
    """One answer, whatever stands in it.

    Args:
        status: the HTTP status; no reliable judge, a rejected token comes with 200 [REAL].
        body: the JSON object; None where there was none (an empty body, a proxy's page, too long a one).
        retry_after: from the header of that name; none is documented.
    """

    status: int
    body: Mapping[str, Any] | None = field(repr=False)
    retry_after: timedelta | None = None

    @property
    def ok(self) -> bool | None:
        """What the envelope says; None where it is not an envelope of the platform."""
        found = None if self.body is None else self.body.get("ok")
        return found if isinstance(found, bool) else None

    @property
    def accepted(self) -> bool:
        """Whether status and envelope agree that it was done."""
        return 200 <= self.status < 300 and self.ok is True

    @property
    def code(self) -> int:
        """`error_code`, spelled `errorCode` by some methods [OFF]; else the HTTP status."""
        body = self.body or {}
        for name in ("error_code", "errorCode"):
            found = body.get(name)
            if isinstance(found, str) and found.isdecimal() and len(found) < 6:
                return int(found)
            if type(found) is int and found > 0:
                return found
        return self.status

    @property
    def description(self) -> str:
        """The platform's own words on one line, at most 200 characters."""
        found = (self.body or {}).get("description")
        words = found if isinstance(found, str) else ""
        return "".join(letter if letter.isprintable() else " " for letter in words)[:DETAIL_LENGTH]

    @property
    def result(self) -> object:
        """What was asked for; None where there is none, as for sendChatAction [OFF]."""
        return (self.body or {}).get("result")


class Line:
    """Calls to one bot's methods: POST with JSON [OFF], HTTP/1.1, no redirects, no retries.

    Args:
        token: the bot's.
        api_url: the platform's address; an older host answers too [REAL].
        connections: the size of the pool.
        connect_after: time-out of connecting.
        read_after: time-out of waiting for an answer.
        proxy: URL of an HTTP or SOCKS proxy; proxies named in the environment are ignored.
    """

    def __init__(
        self,
        token: str,
        *,
        api_url: str,
        connections: int,
        connect_after: timedelta,
        read_after: timedelta,
        proxy: str | None,
    ) -> None:
        limits = httpx.Limits(max_connections=connections, max_keepalive_connections=connections)
        self._token = spellings(token)
        self._connect_after, self._read_after = connect_after, read_after
        self._client = httpx.AsyncClient(
            base_url=f"{api_url.rstrip('/')}/bot{PLACEHOLDER}/",
            transport=_Transport(token, httpx.AsyncHTTPTransport(limits=limits, proxy=proxy)),
            trust_env=False,
            follow_redirects=False,
            # As it comes: a packed answer could grow past every bound while it is unpacked.
            headers={"Accept-Encoding": "identity", "Content-Type": "application/json"},
        )

    async def close(self) -> None:
        """Close every connection."""
        await self._client.aclose()

    async def call(
        self, method: str, fields: Mapping[str, str] | None = None, *, read_after: timedelta | None = None
    ) -> Answer:
        """Call a method once.

        Args:
            method: as documented; the platform tells capitals apart [OFF].
            fields: its parameters.
            read_after: how long to wait for the answer, where it differs from what is usual.

        Raises:
            Broken: there is no answer.
        """
        wait = read_after or self._read_after
        seconds = wait.total_seconds()
        timeout = httpx.Timeout(seconds, connect=self._connect_after.total_seconds())
        # Escaped to ASCII, which is UTF-8 as well: half a surrogate pair cannot stop the call on this side.
        content = json.dumps(fields or {}).encode()
        try:
            # httpx starts its clock anew for each piece: an answer that trickles would outlive the lease.
            async with asyncio.timeout((self._connect_after + wait).total_seconds()):
                async with self._client.stream("POST", method, content=content, timeout=timeout) as response:
                    return await self._read(response)
        except TimeoutError:
            raise Broken(OutcomeKind.MAYBE, Reason.CUT_OFF, detail="the answer took too long") from None
        except httpx.HTTPError as error:
            raise _broken(error) from None
        except _NO_ADDRESS as error:
            raise Broken(OutcomeKind.NOT_SENT, Reason.NOT_CONNECTED, detail=type(error).__name__) from None

    async def _read(self, response: httpx.Response) -> Answer:
        body = bytearray()
        async for chunk in response.aiter_raw():
            body += chunk
            if len(body) > LARGEST_ANSWER:
                body.clear()
                break
        wait = response.headers.get("retry-after", "")
        return Answer(
            response.status_code,
            self._object(bytes(body)),
            retry_after=timedelta(seconds=int(wait)) if wait.isdecimal() and len(wait) < 6 else None,
        )

    def _object(self, body: bytes) -> Mapping[str, Any] | None:
        """The object in the body, without the token, should somebody on the way quote what was asked for."""
        try:
            # Only what is parsed shows how it was meant: a letter can be written as its number.
            found = mapped(json.loads(body), lambda text: self._token.sub(PLACEHOLDER, text))
        except (ValueError, RecursionError):
            return None
        if isinstance(found, list):
            # Bare events in a list, as if they had come wrapped.
            return {"result": found}
        return found if isinstance(found, dict) else None


class _Transport(httpx.AsyncBaseTransport):
    """Stands below everything that logs a URL."""

    def __init__(self, token: str, below: httpx.AsyncBaseTransport) -> None:
        self._segment = f"/bot{quote(token, safe=':')}/".encode()
        self._below = below

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        path = request.url.raw_path.replace(f"/bot{PLACEHOLDER}/".encode(), self._segment, 1)
        carried = httpx.Request(
            request.method,
            request.url.copy_with(raw_path=path),
            headers=request.headers,
            stream=request.stream,
            extensions=request.extensions,
        )
        return await self._below.handle_async_request(carried)

    async def aclose(self) -> None:
        await self._below.aclose()


def _broken(error: httpx.HTTPError) -> Broken:
    kind, reason = next((kind, reason) for broken, kind, reason in LINES if isinstance(error, broken))
    return Broken(kind, reason, detail=type(error).__name__)
