"""Handing a request over to the process that already works with the data folder, through a 0600 Unix socket.

One JSON line goes in, JSON lines come out: any number with `progress`, then one with `result`, `refused`,
`bad` or `fault`.
"""

import asyncio
import json
import os
import socket
import stat
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from bot.errors import LoaError, Refusal, Refused
from bot.logs import get
from bot.office import Office
from handlers.serve.contract import Arguments, BadInput, Request, Say
from handlers.serve.requests import REQUESTS

log = get(__name__)

SOCKET_FILE = "socket"
NAMES_THE_SOCKET = "socket.path"
LONGEST_LINE = 32 * 1024 * 1024
"""Bytes: a file of 20 MB in base64 and what stands around it."""

# Linux: sun_path has 108 bytes with the closing zero (man 7 unix); macOS has four fewer.
_LONGEST_PATH = 103
_ASKED_WITHIN = timedelta(seconds=30)
_STOPS_AFTER = timedelta(seconds=10)
_AT_ONCE = 4

Line = dict[str, Any]


class NobodyListens(LoaError):
    """No process answers in this data folder."""


class HandoverFailed(LoaError):
    """The running process could not do what it was asked; its log says why."""


@asynccontextmanager
async def handover(office: Office) -> AsyncIterator[None]:
    """Answer requests of the command line until the end of the block.

    Does nothing where another process of the same data folder answers already (PostgreSQL allows several).
    """
    folder = office.settings.data_folder
    if await listens(folder):
        yield
        return
    _forget(folder)
    listening, path = _bind(folder)
    desk = _Desk(office)
    server = await asyncio.start_unix_server(desk.receive, sock=listening, limit=LONGEST_LINE)
    try:
        yield
    finally:
        server.close()
        await desk.finish()
        _forget(folder)
        log.debug("handover closed", path=str(path))


async def listens(folder: Path) -> bool:
    """Whether a process answers in this data folder."""
    try:
        _, writer = await asyncio.open_unix_connection(_path(folder))
    except OSError:
        return False
    await _close(writer)
    return True


async def hand_over(
    folder: Path, request: Request[Arguments, Any], arguments: Arguments, *, say: Say
) -> Line:
    """Have the running process do it; returns the result as JSON values.

    Args:
        folder: the data folder.
        request: which.
        arguments: for it.
        say: told of the progress.

    Raises:
        NobodyListens: no process answers.
        HandoverFailed: it ended without an answer.
        BadInput: what was asked for cannot be understood.
        Refused: the use case said no.
    """
    try:
        reader, writer = await asyncio.open_unix_connection(_path(folder), limit=LONGEST_LINE)
    except OSError as error:
        raise NobodyListens(f"no running Loa answers in {folder}: {error.strerror}") from None
    try:
        writer.write(_written({"request": request.name, "arguments": arguments.model_dump(mode="json")}))
        await writer.drain()
        return await _answer(reader, say)
    except (OSError, ValueError) as error:
        raise HandoverFailed(f"the running Loa broke off: {type(error).__name__}") from None
    finally:
        await _close(writer)


async def _answer(reader: asyncio.StreamReader, say: Callable[[str], object]) -> Line:
    while written := await reader.readline():
        line: Line = json.loads(written)
        match line:
            case {"progress": str(words)}:
                say(words)
            case {"result": dict(result)}:
                return result
            case {"refused": str(reason), "details": dict(details)}:
                raise Refused(Refusal(reason), **details)
            case {"bad": str(words)}:
                raise BadInput(words)
            case _:
                break
    raise HandoverFailed("the running Loa could not do it; its log says why")


@dataclass
class _Desk:
    """Answers one conversation after another, a few at once."""

    office: Office
    _open: set[asyncio.Task[Any]] = field(default_factory=set)
    _seats: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(_AT_ONCE))

    def receive(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer one who has come; `finish` waits for it."""
        task = asyncio.create_task(self._attend(reader, writer), name="handover")
        self._open.add(task)
        task.add_done_callback(self._open.discard)

    async def finish(self) -> None:
        """Let those who are being answered come to an end, for a while."""
        if self._open:
            _, late = await asyncio.wait(self._open, timeout=_STOPS_AFTER.total_seconds())
            for task in late:
                task.cancel()

    async def _attend(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            async with self._seats:
                await self._answer(reader, writer)
        except OSError as error:
            # The one who asked went away; what was done is done.
            log.info("handover cut off", error=type(error).__name__)
        finally:
            await _close(writer)

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            async with asyncio.timeout(_ASKED_WITHIN.total_seconds()):
                written = await reader.readline()
        except (TimeoutError, ValueError):
            writer.write(_written({"bad": f"a request is one line of at most {LONGEST_LINE} bytes"}))
            return
        if written:
            said = await self._done(written, lambda words: writer.write(_written({"progress": words})))
            writer.write(_written(said))
            await writer.drain()

    async def _done(self, written: bytes, say: Say) -> Line:
        try:
            asked = json.loads(written)
            request = REQUESTS[asked["request"]]
            arguments = request.arguments.model_validate(asked["arguments"])
        except (ValueError, KeyError, TypeError, ValidationError):
            return {"bad": "the running Loa does not know this request: is it of another version?"}
        try:
            result = await request.run(self.office, arguments, say)
        except Refused as refused:
            return {"refused": refused.reason, "details": refused.details}
        except BadInput as bad:
            return {"bad": str(bad)}
        except Exception:
            # One request that fails must not end the process that sends and receives.
            log.exception("a request failed", request=request.name)
            return {"fault": "see the log"}
        return {"result": result.model_dump(mode="json")}


async def _close(writer: asyncio.StreamWriter) -> None:
    writer.close()
    with suppress(OSError):
        await writer.wait_closed()


def _written(line: Line) -> bytes:
    return json.dumps(line, ensure_ascii=False).encode() + b"\n"


def _path(folder: Path) -> str:
    """Where the socket is: in the folder, or, the folder's path being too long, where a file says."""
    path = folder / SOCKET_FILE
    if len(os.fsencode(path)) <= _LONGEST_PATH:
        return str(path)
    try:
        return (folder / NAMES_THE_SOCKET).read_text(encoding="utf-8").strip()
    except OSError:
        return ""


def _bind(folder: Path) -> tuple[socket.socket, Path]:
    path = folder / SOCKET_FILE
    if len(os.fsencode(path)) > _LONGEST_PATH:
        path = Path(tempfile.mkdtemp(prefix="loa-")) / SOCKET_FILE
        named = os.open(folder / NAMES_THE_SOCKET, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(named, "w", encoding="utf-8") as file:
            file.write(str(path))
    listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    listening.bind(str(path))
    # Nobody can connect before `listen`, so nobody does while it is still open to others.
    path.chmod(0o600)
    return listening, path


def _forget(folder: Path) -> None:
    """Remove a socket that nobody answers any more, and the folder that was made for it."""
    written = _path(folder)
    path = Path(written)
    with suppress(OSError):
        if written and stat.S_ISSOCK(path.stat(follow_symlinks=False).st_mode):
            path.unlink()
            if path.parent != folder:
                path.parent.rmdir()
    (folder / NAMES_THE_SOCKET).unlink(missing_ok=True)
