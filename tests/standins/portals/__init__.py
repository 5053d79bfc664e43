"""Portals of three makes over real HTTP on the loopback, with all that goes wrong with portals.

    async with PortalServer(NukeViet()) as server:
        paper = server.site.publishes(plan())
        fetcher.get(server.url + server.site.feed_path, ...)
        server.goes_wrong(Fault(status=503, headers=(("Retry-After", "120"),)))
        server.site.is_changed_in_layout = True

By hand: `python -m tests.standins.portals`.
"""

from tests.standins.portals.faults import Fault
from tests.standins.portals.liferay import Liferay
from tests.standins.portals.line import Asked, Shown
from tests.standins.portals.nukeviet import NukeViet
from tests.standins.portals.papers import Paper, PortalFile, conference, docx_of, notice, pdf_of, plan, scan
from tests.standins.portals.server import PortalServer
from tests.standins.portals.sharepoint import SharePoint
from tests.standins.portals.site import Site

__all__ = [
    "Asked",
    "Fault",
    "Liferay",
    "NukeViet",
    "Paper",
    "PortalFile",
    "PortalServer",
    "SharePoint",
    "Shown",
    "Site",
    "conference",
    "docx_of",
    "notice",
    "pdf_of",
    "plan",
    "scan",
]
