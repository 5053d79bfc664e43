"""Loa as a process of its own, to be killed: `python -m tests.kills.serving CONFIG`."""

import asyncio
import sys
from pathlib import Path

from bot.logs import set_up
from bot.settings import load
from handlers.serve.running import serve


def main() -> None:
    set_up("WARNING", format="text")
    asyncio.run(serve(load(Path(sys.argv[1]), environ={}), sandbox=False))


if __name__ == "__main__":
    main()
