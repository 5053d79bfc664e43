"""The parent's side: one child process for each file, fed through a pipe, killed and reaped."""

import asyncio
import json
import os
import signal
import sys
from typing import Any
from weakref import WeakKeyDictionary

from bot.reading.files.limits import MAX_ANSWER_BYTES, MAX_SECONDS
from bot.reading.files.results import FileFault, FileForm, ReadFile, UnreadableDocument

_AT_ONCE = 2
_CHUNK = 64 * 1024
# A semaphore belongs to the loop that first waits for it.
_places: WeakKeyDictionary[asyncio.AbstractEventLoop, asyncio.Semaphore] = WeakKeyDictionary()


async def ask_child(content: bytes, form: FileForm, *, within: float = MAX_SECONDS) -> ReadFile:
    """Have the file read in a child process; at most two at once.

    Args:
        content: of the file.
        form: what it is.
        within: seconds.

    Raises:
        UnreadableDocument: the child said so, or went over its limits.
    """
    async with _places.setdefault(asyncio.get_running_loop(), asyncio.Semaphore(_AT_ONCE)):
        answer, status = await _answer_of_child(content, form, within)
    if status != 0:
        # Killed by the kernel for its processor time; anything else is a fault that the file brought about.
        raise UnreadableDocument(FileFault.TOO_SLOW if status == -signal.SIGXCPU else FileFault.DAMAGED)
    return _read(answer)


async def _answer_of_child(content: bytes, form: FileForm, within: float) -> tuple[bytes, int]:
    # -P: nothing is imported from the working directory. An empty environment: no key or token goes along.
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-P", "-B", "-m", "bot.reading.files.child", form.value),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env={"PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )
    try:
        async with asyncio.timeout(within):
            _, answer = await asyncio.gather(_feed(process, content), _heard(process))
            return answer, await process.wait()
    except TimeoutError:
        raise UnreadableDocument(FileFault.TOO_SLOW) from None
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def _feed(process: asyncio.subprocess.Process, content: bytes) -> None:
    pipe = process.stdin
    if pipe is None:
        return
    view = memoryview(content)
    try:
        for at in range(0, len(view), _CHUNK):
            pipe.write(view[at : at + _CHUNK])
            await pipe.drain()
        pipe.close()
        await pipe.wait_closed()
    except (BrokenPipeError, ConnectionResetError):
        # It had seen enough, or was killed: what it answered or how it ended tells.
        return


async def _heard(process: asyncio.subprocess.Process) -> bytes:
    answer = bytearray()
    while process.stdout is not None and (chunk := await process.stdout.read(_CHUNK)):
        # Heard to the end in any case, so that the child can end too.
        if len(answer) <= MAX_ANSWER_BYTES:
            answer += chunk
    return bytes(answer)


def _read(answer: bytes) -> ReadFile:
    if len(answer) > MAX_ANSWER_BYTES:
        raise UnreadableDocument(FileFault.TOO_LARGE)
    try:
        told: dict[str, Any] = json.loads(answer)
    except ValueError:
        raise UnreadableDocument(FileFault.DAMAGED) from None
    if "fault" in told:
        raise UnreadableDocument(FileFault(told["fault"]))
    return ReadFile(
        text=str(told["text"]),
        form=FileForm(told["form"]),
        has_unread_pictures=bool(told["pictures"]),
        also_looked_at=str(told["also"]),
    )
