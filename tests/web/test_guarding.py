"""Only the page itself, on this machine, is answered."""

import httpx
import pytest

from handlers.web.app import sandbox_app
from tests.web.conftest import HOST, House, Page


@pytest.mark.parametrize("host", ["127.0.0.1:8765", "localhost:8765", "[::1]:8765", "localhost"])
async def test_the_page_is_shown_under_a_name_of_this_machine(house: House, host: str) -> None:
    assert (await _get(house, host=host)).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "loa.example:8765",
        "127.0.0.1.example:8765",
        "127.0.0.2:8765",
        "localhost@evil.example",
        "evil.example:80@localhost",
        "localhost:x",
        "[::1",
    ],
)
async def test_the_page_is_not_shown_under_another_name(house: House, host: str) -> None:
    refused = await _get(house, host=host)
    assert refused.status_code == 403
    assert "Xin tải lại trang" in refused.json()["error"]


async def test_the_page_is_not_shown_to_another_machine(house: House) -> None:
    assert (await _get(house, client=("192.0.2.7", 5000))).status_code == 403
    assert (await _get(house, client=("::1", 5000))).status_code == 200


async def test_the_page_does_not_act_for_a_page_from_elsewhere(page: Page, house: House) -> None:
    for wrong in (
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"origin": "http://localhost:8765"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"x-loa-page": "guessed"},
        {"x-loa-page": ""},
    ):
        page.headers |= {"origin": HOST, "sec-fetch-site": "same-origin"}
        token = page.headers["x-loa-page"]
        page.headers |= wrong
        refused = await page.post("/api/say", {"member": house.cast["Bình"], "text": "chào"})
        assert refused.status_code == 403, wrong
        page.headers["x-loa-page"] = token
    assert house.taken == []


async def test_the_state_is_not_told_without_the_pages_token(page: Page) -> None:
    assert (await page.client.get("/api/state?member=0")).status_code == 403
    assert (await page.state(0))["chat"] is None


async def test_each_page_has_a_token_of_its_own(house: House, page: Page) -> None:
    other = await _get(house)
    assert page.headers["x-loa-page"] not in other.text


async def test_every_answer_carries_strict_headers(page: Page) -> None:
    for path in ("/", "/static/page.js", "/api/state", "/nowhere"):
        answer = await page.client.get(path)
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["cache-control"] == "no-store"


async def test_the_page_needs_nothing_from_elsewhere(page: Page) -> None:
    html = (await page.client.get("/")).text
    for name in html.split('src="')[1:] + html.split('href="')[1:]:
        assert name.startswith(("/static/", "#"))
    assert "<script>" not in html
    assert " style=" not in html
    assert " onclick=" not in html


async def _get(
    house: House, *, host: str = "127.0.0.1:8765", client: tuple[str, int] = ("127.0.0.1", 5000)
) -> httpx.Response:
    transport = httpx.ASGITransport(sandbox_app(house.built()), client=client)
    async with httpx.AsyncClient(transport=transport, base_url=HOST) as browser:
        return await browser.get("/", headers={"host": host})
