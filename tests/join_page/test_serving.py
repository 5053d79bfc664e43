"""The page of an invitation as `loa run` serves it beside the others, in a process of its own."""

import re
from pathlib import Path

import httpx

from tests.inbox_page.test_serving import _says, address, running

__all__ = ["address", "running"]


async def test_a_running_office_serves_the_page_beside_the_inbox_and_the_cards(
    tmp_path: Path, address: str, running: str
) -> None:
    assert running
    code = re.search(r"\w{4}-\w{4}-\w{4}", await _says(tmp_path, address, "invite", "Dũng"))
    assert code is not None
    async with httpx.AsyncClient(base_url=address) as client:
        page = await client.get(f"/j/{code[0]}")
        assert page.status_code == 200
        assert "Lấy mã 6 số" in page.text
        pressed = await client.post(f"/j/{code[0]}")
        assert re.search(r"<strong>\d{3} \d{3}</strong>", pressed.text)
        assert (await client.post("/j/CFHJKLMNPQRT")).status_code == 410
        assert (await client.get("/j/nowhere")).status_code == 404
        assert (await client.get("/j/static/pages.css")).status_code == 200
        for path in (f"/j/{code[0]}/", "/j", "/v", "/v/x/"):
            assert (await client.get(path)).status_code == 404
        assert (await client.get("/v/nowhere")).status_code == 404
        # Who has no session is told how to come in.
        inbox = await client.get("/w/")
        assert inbox.status_code == 403
        assert "Không có trang này" not in inbox.text
