"""Run as a process of its own: what hostile files cost the process that has them read, and the child.

Takes files by name in base64 as JSON on stdin, answers in JSON; memory in kilobytes (getrusage(2)).
"""

import asyncio
import base64
import json
import resource
import sys
from pathlib import Path

from bot.reading.files import UnreadableDocument, read_file


async def measure(files: dict[str, str]) -> dict[str, object]:
    """Read them one by one."""
    told: dict[str, str] = {}
    for name, content in files.items():
        try:
            told[name] = (await read_file(base64.b64decode(content), name=name)).form.value
        except UnreadableDocument as unreadable:
            told[name] = unreadable.fault.value
    return {
        "told": told,
        "parent": own_peak(),
        "child": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss,
    }


def own_peak() -> int:
    """Of getrusage it would be that of whoever started this process, if that was larger (proc(5), VmHWM)."""
    [line] = [one for one in Path("/proc/self/status").read_text().splitlines() if one.startswith("VmHWM")]
    return int(line.split()[1])


if __name__ == "__main__":
    json.dump(asyncio.run(measure(json.load(sys.stdin))), sys.stdout)
