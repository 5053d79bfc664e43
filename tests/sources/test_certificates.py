import ssl
from collections.abc import AsyncIterator

import pytest

from bot.sources.fetching import Fetcher
from storage.states import SourceFault
from tests.sources.fetching import AGENT, CERTIFICATE, fault, fetcher_for, page, refused, resolver
from tests.standins.portals import Fault, NukeViet, PortalServer

NAMES = {"portal.example": ["127.0.0.1"], "khac.example": ["127.0.0.1"]}


@pytest.fixture
async def portal() -> AsyncIterator[PortalServer[NukeViet]]:
    own = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    own.load_cert_chain(CERTIFICATE)
    async with PortalServer(NukeViet(), tls=own) as server:
        yield server


def allow(portal: PortalServer[NukeViet]) -> frozenset[str]:
    return frozenset(f"{name}:{portal.port}" for name in NAMES)


async def test_the_certificate_is_asked_for_by_name_though_the_line_leads_to_an_address(
    portal: PortalServer[NukeViet],
) -> None:
    trusting = ssl.create_default_context(cafile=str(CERTIFICATE))
    async with fetcher_for(allow=allow(portal), names=NAMES, tls=trusting) as fetcher:
        await page(fetcher, portal.at("portal.example") + NukeViet.list_path)
        failed = await refused(fetcher, portal.at("khac.example") + NukeViet.list_path)
    assert portal.asked[-1].headers["host"] == f"portal.example:{portal.port}"
    assert failed.fault is SourceFault.CERTIFICATE
    assert "khac.example" in failed.detail


async def test_a_certificate_that_nobody_vouches_for_is_not_accepted(portal: PortalServer[NukeViet]) -> None:
    # As it is made outside of tests, with the usual authorities.
    async with Fetcher(AGENT, allow=allow(portal), resolve=resolver(NAMES)) as fetcher:
        url = portal.at("portal.example") + NukeViet.list_path
        assert await fault(fetcher, url) is SourceFault.CERTIFICATE
    assert portal.asked == []


async def test_a_redirect_from_https_to_http_is_not_followed(portal: PortalServer[NukeViet]) -> None:
    trusting = ssl.create_default_context(cafile=str(CERTIFICATE))
    async with PortalServer(NukeViet()) as plain:
        portal.goes_wrong(Fault(location=plain.url + NukeViet.list_path))
        allowed = allow(portal) | plain.allow
        async with fetcher_for(allow=allowed, names=NAMES, tls=trusting) as fetcher:
            failed = await refused(fetcher, portal.at("portal.example") + NukeViet.list_path)
        assert failed.fault is SourceFault.REDIRECTED_AWAY
        assert plain.asked == []
