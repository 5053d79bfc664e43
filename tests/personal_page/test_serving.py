"""The pages of cards as `loa run` serves them, in a process of its own."""

import httpx

from tests.inbox_page.test_serving import address, running

__all__ = ["address", "running"]


async def test_a_running_office_serves_the_pages_of_cards(address: str, running: str) -> None:
    assert running
    async with httpx.AsyncClient(base_url=address) as client:
        lost = await client.get("/v/nowhere")
        assert lost.status_code == 404
        assert "Không có trang này" in lost.text
        assert (await client.post("/v/nowhere/acknowledge")).status_code == 404
        assert (await client.get("/v/static/pages.css")).status_code == 200
