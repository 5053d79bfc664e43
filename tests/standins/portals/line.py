"""HTTP/1.1 by hand: an answer that drips, never ends or breaks off is beyond a web framework."""

import asyncio
import contextlib
import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from http import HTTPStatus
from urllib.parse import parse_qsl, unquote, urlsplit


@dataclass(frozen=True)
class Asked:
    """One request."""

    path: str
    fields: dict[str, str]
    headers: dict[str, str]
    """By name in small letters."""


@dataclass(frozen=True)
class Shown:
    """One answer.

    Args:
        drips: a byte at a time, and then for ever nothing.
        is_endless: goes on until nobody listens.
        breaks_off: after half of the body.
        hangs_up: before anything is said.
    """

    body: bytes = b""
    status: int = 200
    kind: str = "text/html; charset=utf-8"
    headers: tuple[tuple[str, str], ...] = field(default=())
    drips: bool = False
    is_endless: bool = False
    breaks_off: bool = False
    hangs_up: bool = False


class Line:
    """Listens on the loopback and shows what a function says."""

    def __init__(self, show: Callable[[Asked], Shown], *, tls: ssl.SSLContext | None = None) -> None:
        self._show, self._tls = show, tls
        self._server: asyncio.Server | None = None
        self._under_way: set[asyncio.Task[None]] = set()

    async def start(self, port: int) -> int:
        """Listen; returns the port."""
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", port, ssl=self._tls)
        address: tuple[str, int] = self._server.sockets[0].getsockname()
        return address[1]

    async def stop(self) -> None:
        """Stop listening and cut every line."""
        if self._server is not None:
            self._server.close()
        under_way = list(self._under_way)
        for one in under_way:
            one.cancel()
        await asyncio.gather(*under_way, return_exceptions=True)
        if self._server is not None:
            await self._server.wait_closed()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._under_way.add(task)
        try:
            with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
                asked = _asked(await reader.readuntil(b"\r\n\r\n"))
                if await _write(writer, self._show(asked)):
                    writer.close()
                    await writer.wait_closed()
        finally:
            self._under_way.discard(task)
            writer.transport.abort()


async def _write(writer: asyncio.StreamWriter, shown: Shown) -> bool:
    """False when the line is to be cut."""
    if shown.hangs_up:
        return False
    headers = {"Content-Type": shown.kind, "Connection": "close", **dict(shown.headers)}
    if not shown.is_endless:
        headers.setdefault("Content-Length", str(len(shown.body)))
    rows = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    phrase = HTTPStatus(shown.status).phrase
    writer.write(f"HTTP/1.1 {shown.status} {phrase}\r\n{rows}\r\n".encode())
    if shown.drips:
        writer.write(shown.body[:1])
        await writer.drain()
        await asyncio.Event().wait()
    while shown.is_endless:
        writer.write(shown.body or b" " * 65_536)
        await writer.drain()
    writer.write(shown.body[: len(shown.body) // 2] if shown.breaks_off else shown.body)
    await writer.drain()
    return not shown.breaks_off


def _asked(head: bytes) -> Asked:
    first, *rows = head.decode("latin-1").split("\r\n")
    parts = urlsplit(first.split(" ")[1])
    headers = {
        name.strip().lower(): value.strip() for name, _, value in (row.partition(":") for row in rows if row)
    }
    return Asked(unquote(parts.path), dict(parse_qsl(parts.query, keep_blank_values=True)), headers)
