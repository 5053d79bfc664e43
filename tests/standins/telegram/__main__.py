"""The stand-in as a process of its own: it stays whatever is killed beside it."""

import argparse
import asyncio
import signal
import sys
from pathlib import Path

from tests.standins.telegram.pace import FREE
from tests.standins.telegram.server import TelegramServer


def main() -> None:
    """Serve until SIGTERM or SIGINT; the first line on standard output is the address."""
    arguments = argparse.ArgumentParser(prog="python -m tests.standins.telegram")
    arguments.add_argument("--port", type=int, default=0, help="0 for any free one")
    arguments.add_argument("--token", default="123456:stand-in-of-the-bot-api-00000000000")
    arguments.add_argument("--log", type=Path, help="one JSON line per accepted message")
    arguments.add_argument("--people", default="", help="ids that have started the bot: 1001-1600")
    arguments.add_argument("--free", action="store_true", help="no limits of speed")
    asyncio.run(_serve(arguments.parse_args()))


async def _serve(asked: argparse.Namespace) -> None:
    server = TelegramServer(asked.token, log=asked.log, limits=FREE if asked.free else None, control=True)
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
