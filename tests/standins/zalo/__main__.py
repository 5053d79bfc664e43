"""The stand-in as a process of its own: it stays whatever is killed beside it."""

import argparse
import asyncio
import json
import signal
import sys
from pathlib import Path

from tests.standins.zalo.control import controlled
from tests.standins.zalo.server import ZaloServer
from tests.standins.zalo.switches import FREE, Switches


def main() -> None:
    """Serve until SIGTERM or SIGINT; the first line on standard output is the address."""
    arguments = argparse.ArgumentParser(prog="python -m tests.standins.zalo")
    arguments.add_argument("--port", type=int, default=0, help="0 for any free one")
    arguments.add_argument("--token", default="123456789:stand-in-of-the-zalo-bot-platform")
    arguments.add_argument("--log", type=Path, help="one JSON line per accepted message")
    arguments.add_argument("--people", default="", help="ids that have written to the bot: 1001-1050")
    arguments.add_argument("--free", action="store_true", help="no limits of the plan")
    arguments.add_argument("--switch", action="append", default=[], help="name=value, the value in JSON")
    asyncio.run(_serve(arguments.parse_args()))


async def _serve(asked: argparse.Namespace) -> None:
    pairs = (one.split("=", 1) for one in asked.switch)
    switches = Switches(**{name: json.loads(value) for name, value in pairs})
    limits = FREE if asked.free else None
    server = ZaloServer(asked.token, log=asked.log, limits=limits, switches=switches, control=controlled)
    if asked.people:
        first, _, last = asked.people.partition("-")
        for number in range(int(first), int(last or first) + 1):
            server.person(f"Người {number}", number).joins()
    stop = asyncio.Event()
    for kind in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(kind, stop.set)
    await server.start(asked.port)
    sys.stdout.write(f"{server.url}\n")
    sys.stdout.flush()
    await stop.wait()
    await server.stop()


if __name__ == "__main__":
    main()
