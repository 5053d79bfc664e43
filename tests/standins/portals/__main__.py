"""The portals as a process of their own, to try sources by hand."""

import argparse
import asyncio
import signal
import sys
from dataclasses import replace

from tests.standins.portals.liferay import Liferay
from tests.standins.portals.nukeviet import NukeViet
from tests.standins.portals.papers import conference, docx_of, notice, pdf_of, plan
from tests.standins.portals.server import PortalServer
from tests.standins.portals.sharepoint import SharePoint
from tests.standins.portals.site import Site


def main() -> None:
    """Serve until SIGTERM or SIGINT; standard output names the lists, and what to allow in config.toml."""
    arguments = argparse.ArgumentParser(prog="python -m tests.standins.portals")
    arguments.add_argument("--port", type=int, default=0, help="of the first portal; 0 for any free ones")
    arguments.add_argument(
        "--every", type=float, default=0, help="publish one more paper every so many seconds"
    )
    asyncio.run(_serve(arguments.parse_args()))


async def _serve(asked: argparse.Namespace) -> None:
    nukeviet = PortalServer(NukeViet(), has_etag=True)
    sharepoint = PortalServer(SharePoint(), has_last_modified=True)
    liferay = PortalServer(Liferay())
    stop = asyncio.Event()
    for kind in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(kind, stop.set)
    await nukeviet.start(asked.port)
    await sharepoint.start(asked.port + 1 if asked.port else 0)
    await liferay.start(asked.port + 2 if asked.port else 0)
    nukeviet.site.per_page = liferay.site.per_page = 10
    sites: list[Site] = [nukeviet.site, sharepoint.site, liferay.site]
    for site in sites:
        site.publishes(conference())
        site.publishes(replace(notice(), files=(pdf_of(notice()),)))
    _say(f"feed:       {nukeviet.url}{NukeViet.feed_path}")
    _say(f"nukeviet:   {nukeviet.url}{NukeViet.list_path}")
    _say(f"sharepoint: {sharepoint.url}{SharePoint.list_path}")
    _say(f"liferay:    {liferay.url}{Liferay.list_path}")
    _say(f"allow_hosts = {sorted(nukeviet.allow | sharepoint.allow | liferay.allow)}")
    number = 21
    while not stop.is_set():
        try:
            await asyncio.wait_for(stop.wait(), asked.every or None)
        except TimeoutError:
            number += 1
            paper = plan(number=f"{number}-KH/ĐU", title=f"{plan().title} (số {number})")
            for site in sites:
                site.publishes(replace(paper, files=(docx_of(paper),)))
            _say(f"published {paper.number}")
    await nukeviet.stop()
    await sharepoint.stop()
    await liferay.stop()


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
