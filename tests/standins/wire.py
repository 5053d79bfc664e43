"""HTTP/1.1 by hand, since faults need the bare line: it can hang up where a web framework would answer."""

import asyncio
import contextlib
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from email.parser import BytesParser
from email.policy import HTTP
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qsl, urlsplit


class HangUp(Exception):
    """Cut the line without an answer."""


class Malformed(Exception):
    """What came says it is JSON, and is no object of JSON."""


@dataclass(frozen=True)
class Answer:
    """What goes back."""

    status: int
    body: bytes
    kind: str = "application/json"
    headers: tuple[tuple[str, str], ...] = ()


class Answered(Exception):
    """Answer with this, whatever was being done."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(f"{answer.status} {answer.body[:200]!r}")
        self.answer = answer


@dataclass
class Request:
    """What came, with its fields as text and its files as bytes."""

    path: str
    fields: dict[str, str]
    files: dict[str, tuple[str, bytes]]
    verb: str = "POST"
    headers: dict[str, str] = field(default_factory=dict)
    """By name in small letters."""
    body: bytes = b""
    when_gone: list[Callable[[], None]] = field(default_factory=list)
    """Called when the other side hangs up before the answer."""


Handler = Callable[[Request], Awaitable[Answer]]


class Wire:
    """Listens on the loopback and hands each request to a handler."""

    def __init__(self, handler: Handler, *, largest_body: int) -> None:
        self._handler = handler
        self._largest_body = largest_body
        self._server: asyncio.Server | None = None
        self._lines: set[asyncio.Task[None]] = set()

    async def start(self, port: int) -> int:
        """Listen; returns the port."""
        self._server = await asyncio.start_server(self._line, "127.0.0.1", port, limit=1 << 16)
        address: tuple[str, int] = self._server.sockets[0].getsockname()
        return address[1]

    async def stop(self) -> None:
        """Stop listening and cut every line."""
        if self._server is not None:
            self._server.close()
        lines = list(self._lines)
        for line in lines:
            line.cancel()
        await asyncio.gather(*lines, return_exceptions=True)
        if self._server is not None:
            await self._server.wait_closed()

    async def _line(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        line = asyncio.current_task()
        assert line is not None
        self._lines.add(line)
        try:
            with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError):
                while await self._exchange(reader, writer):
                    pass
        finally:
            self._lines.discard(line)
            writer.transport.abort()
            with contextlib.suppress(ConnectionError, asyncio.CancelledError):
                await writer.wait_closed()

    async def _exchange(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        """One request and its answer; False when the line is to be cut."""
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        verb, target, _ = head[0].split(" ")
        headers = {
            name.strip().lower(): value.strip()
            for name, _, value in (row.partition(":") for row in head[1:] if row)
        }
        size = int(headers.get("content-length", "0"))
        if size > self._largest_body:
            await _write(writer, Answer(413, b"Request Entity Too Large", kind="text/plain"))
            return False
        body = await reader.readexactly(size)
        try:
            request = _request(verb, target, headers, body)
            answer = await self._answered(request, reader)
        except HangUp:
            return False
        except Malformed:
            answer = Answer(400, b"Bad Request", kind="text/plain")
        await _write(writer, answer)
        return True

    async def _answered(self, request: Request, reader: asyncio.StreamReader) -> Answer:
        handling = asyncio.ensure_future(self._handler(request))
        watch = asyncio.ensure_future(reader.read(1))
        try:
            await asyncio.wait({handling, watch}, return_when=asyncio.FIRST_COMPLETED)
            if watch.done():
                for tell in request.when_gone:
                    tell()
            return await handling
        except Answered as refusal:
            return refusal.answer
        finally:
            watch.cancel()
            handling.cancel()
            await asyncio.gather(watch, handling, return_exceptions=True)


async def _write(writer: asyncio.StreamWriter, answer: Answer) -> None:
    phrase = HTTPStatus(answer.status).phrase
    headers = {"Content-Length": str(len(answer.body)), "Content-Type": answer.kind, **dict(answer.headers)}
    rows = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    writer.write(f"HTTP/1.1 {answer.status} {phrase}\r\n{rows}\r\n".encode() + answer.body)
    await writer.drain()


def _request(verb: str, target: str, headers: dict[str, str], body: bytes) -> Request:
    parts = urlsplit(target)
    fields = dict(parse_qsl(parts.query, keep_blank_values=True))
    files: dict[str, tuple[str, bytes]] = {}
    kind = headers.get("content-type", "")
    if kind.startswith("application/json"):
        fields |= {
            key: value if isinstance(value, str) else json.dumps(value)
            for key, value in _object(body or b"{}").items()
        }
    elif kind.startswith("multipart/form-data"):
        head = f"Content-Type: {kind}\r\n\r\n".encode()
        for part in BytesParser(policy=HTTP).parsebytes(head + body).iter_parts():
            name = str(part.get_param("name", header="content-disposition"))
            content = part.get_payload(decode=True)
            assert isinstance(content, bytes)
            if part.get_filename():
                files[name] = (str(part.get_filename()), content)
            else:
                fields[name] = content.decode()
    else:
        fields |= dict(parse_qsl(body.decode(), keep_blank_values=True))
    return Request(path=parts.path, fields=fields, files=files, verb=verb, headers=headers, body=body)


def _object(body: bytes) -> dict[str, Any]:
    try:
        content = json.loads(body)
    except ValueError as error:
        raise Malformed from error
    if not isinstance(content, dict):
        raise Malformed
    return content
