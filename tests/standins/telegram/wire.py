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


class Answered(Exception):
    """Answer with an error."""

    def __init__(
        self,
        status: int,
        description: str,
        *,
        parameters: dict[str, Any] | None = None,
        body: bytes | None = None,
    ) -> None:
        super().__init__(description)
        content: dict[str, Any] = {"ok": False, "error_code": status, "description": description}
        if parameters:
            content["parameters"] = parameters
        self.answer = Answer(status, json.dumps(content).encode() if body is None else body)


@dataclass(frozen=True)
class Answer:
    """What goes back."""

    status: int
    body: bytes


@dataclass
class Request:
    """What came, with its fields as text and its files as bytes."""

    path: str
    fields: dict[str, str]
    files: dict[str, tuple[str, bytes]]
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
        target = head[0].split(" ")[1]
        headers = {
            name.strip().lower(): value.strip()
            for name, _, value in (row.partition(":") for row in head[1:] if row)
        }
        size = int(headers.get("content-length", "0"))
        if size > self._largest_body:
            await _write(writer, Answered(413, "Request Entity Too Large").answer)
            return False
        request = _request(target, headers, await reader.readexactly(size))
        try:
            answer = await self._answered(request, reader)
        except HangUp:
            return False
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
    head = f"HTTP/1.1 {answer.status} {phrase}\r\nContent-Length: {len(answer.body)}\r\n"
    writer.write(f"{head}Content-Type: application/json\r\n\r\n".encode() + answer.body)
    await writer.drain()


def _request(target: str, headers: dict[str, str], body: bytes) -> Request:
    parts = urlsplit(target)
    fields, files = dict(parse_qsl(parts.query, keep_blank_values=True)), {}
    kind = headers.get("content-type", "")
    if kind.startswith("application/json"):
        content = json.loads(body or b"{}")
        fields |= {
            key: value if isinstance(value, str) else json.dumps(value) for key, value in content.items()
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
    return Request(path=parts.path, fields=fields, files=files)
