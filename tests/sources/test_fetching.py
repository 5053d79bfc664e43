from collections.abc import AsyncIterator

import pytest

from storage.states import SourceFault
from tests.sources.fetching import AGENT, fault, fetcher_for, page, refused
from tests.standins.portals import Fault, NukeViet, PortalServer, docx_of, plan


@pytest.fixture
async def portal() -> AsyncIterator[PortalServer[NukeViet]]:
    async with PortalServer(NukeViet()) as server:
        server.site.publishes(plan())
        yield server


async def test_a_page_comes_with_what_its_head_says(portal: PortalServer[NukeViet]) -> None:
    async with fetcher_for(portal) as fetcher:
        found = await page(fetcher, portal.url + NukeViet.list_path)
    assert found.status == 200
    assert found.media_type == "text/html"
    assert found.charset == "utf-8"
    assert "Kế hoạch" in found.content.decode()
    assert not found.not_modified


async def test_it_says_who_it_is_and_asks_for_what_it_can_unpack(portal: PortalServer[NukeViet]) -> None:
    async with fetcher_for(portal) as fetcher:
        await page(fetcher, portal.url + NukeViet.list_path)
    headers = portal.asked[-1].headers
    assert headers["user-agent"] == AGENT
    assert headers["host"] == f"127.0.0.1:{portal.port}"
    assert headers["accept-encoding"] == "gzip, deflate"
    assert "cookie" not in headers
    assert "referer" not in headers


async def test_a_host_is_allowed_however_settings_and_address_spell_it(
    portal: PortalServer[NukeViet],
) -> None:
    allow = frozenset({f"Noi-Bo.example:{portal.port}"})
    async with fetcher_for(allow=allow, names={"noi-bo.example": ["127.0.0.1"]}) as fetcher:
        assert (await page(fetcher, portal.at("NOI-BO.Example.") + NukeViet.list_path)).status == 200


async def test_a_file_comes_byte_for_byte(portal: PortalServer[NukeViet]) -> None:
    file = docx_of(plan())
    paper = portal.site.publishes(plan(files=(file,)))
    async with fetcher_for(portal) as fetcher:
        found = await page(fetcher, f"{portal.url}/uploads/news/{paper.paper_id}/{file.name}")
    assert found.content == file.content
    assert found.media_type.endswith("wordprocessingml.document")


@pytest.mark.parametrize("mark", ["etag", "last_modified"])
async def test_who_knows_the_last_answer_hears_that_nothing_has_changed_until_it_has(mark: str) -> None:
    server = PortalServer(NukeViet(), has_etag=mark == "etag", has_last_modified=mark == "last_modified")
    async with server as portal, fetcher_for(portal) as fetcher:
        url = portal.url + NukeViet.feed_path
        first = await page(fetcher, url)
        known = {mark: getattr(first, mark)}
        again = await page(fetcher, url, **known)
        portal.site.publishes(plan())
        later = await page(fetcher, url, **known)
    assert (again.not_modified, again.content) == (True, b"")
    assert (later.not_modified, later.status) == (False, 200)
    assert getattr(later, mark) != known[mark]


async def test_nothing_has_changed_means_nothing_to_who_did_not_ask_that(
    portal: PortalServer[NukeViet],
) -> None:
    portal.goes_wrong(Fault(status=304))
    async with fetcher_for(portal) as fetcher:
        assert await fault(fetcher, portal.url + NukeViet.feed_path) is SourceFault.SITE_FAULT


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (204, SourceFault.SITE_FAULT),
        (206, SourceFault.SITE_FAULT),
        (401, SourceFault.REFUSED_BY_SITE),
        (403, SourceFault.REFUSED_BY_SITE),
        (404, SourceFault.GONE),
        (410, SourceFault.GONE),
        (429, SourceFault.SITE_FAULT),
        (500, SourceFault.SITE_FAULT),
        (503, SourceFault.SITE_FAULT),
    ],
)
async def test_each_status_is_told_apart(
    portal: PortalServer[NukeViet], status: int, expected: SourceFault
) -> None:
    portal.goes_wrong(Fault(status=status))
    async with fetcher_for(portal) as fetcher:
        failed = await refused(fetcher, portal.url + NukeViet.feed_path)
    assert failed.fault is expected
    assert failed.detail == f"HTTP {status}"


async def test_a_redirect_is_followed_and_its_end_is_told(portal: PortalServer[NukeViet]) -> None:
    portal.goes_wrong(Fault(path="/cu", location=f"{NukeViet.list_path}?trang=1#dau", status=301))
    async with fetcher_for(portal) as fetcher:
        found = await page(fetcher, f"{portal.url}/cu")
    assert found.url_final == f"{portal.url}{NukeViet.list_path}?trang=1"
    assert "Kế hoạch" in found.content.decode()


async def test_a_redirect_without_an_address_is_the_sites_fault(portal: PortalServer[NukeViet]) -> None:
    portal.goes_wrong(Fault(status=302))
    async with fetcher_for(portal) as fetcher:
        assert await fault(fetcher, portal.url + NukeViet.feed_path) is SourceFault.SITE_FAULT


async def test_a_name_that_nobody_knows_and_a_port_where_nobody_listens_are_not_reached(
    portal: PortalServer[NukeViet],
) -> None:
    url = portal.url
    await portal.stop()
    async with fetcher_for(portal) as fetcher:
        assert await fault(fetcher, f"{url}/") is SourceFault.NOT_REACHED
        assert await fault(fetcher, "http://khong-co.example/") is SourceFault.NOT_REACHED


async def test_proxies_of_the_environment_are_not_asked(
    portal: PortalServer[NukeViet], monkeypatch: pytest.MonkeyPatch
) -> None:
    async with PortalServer(NukeViet()) as proxy:
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
            monkeypatch.setenv(name, proxy.url)
        async with fetcher_for(portal) as fetcher:
            await page(fetcher, portal.url + NukeViet.list_path)
        assert proxy.asked == []
