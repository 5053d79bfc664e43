"""An office without any bot, served as a process of its own."""

import asyncio
import logging
import os
import re
import signal
import socket
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from handlers.serve.listening import web_server
from tests.inbox_page.browsing import Browser

LOA = (sys.executable, "-c", "from handlers.cli import main; main()")
ROOT = Path(__file__).parents[2]


@pytest.fixture
def address() -> str:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{free.getsockname()[1]}"


async def _loa(place: Path, address: str, *arguments: str) -> Process:
    usual = {name: value for name, value in os.environ.items() if not name.startswith("LOA_")}
    return await asyncio.create_subprocess_exec(
        *LOA,
        *arguments,
        cwd=place,
        env=usual
        | {
            "PYTHONPATH": str(ROOT),
            "LOA_WEB__PUBLIC_URL": address,
            "LOA_WEB__PORT": address.rsplit(":", 1)[1],
            "LOA_WEB__INBOX": "true",
        },
        stdin=DEVNULL,
        stdout=PIPE,
        stderr=PIPE,
    )


async def _says(place: Path, address: str, *arguments: str) -> str:
    process = await _loa(place, address, *arguments)
    said, faults = await process.communicate()
    assert process.returncode == 0, faults.decode()
    return said.decode()


@pytest.fixture
async def running(tmp_path: Path, address: str) -> AsyncIterator[str]:
    """What `loa run` said when it was ready."""
    await _says(tmp_path, address, "init", "--yes", "--admin-name", "Phạm Quốc Dũng")
    process = await _loa(tmp_path, address, "run")
    assert process.stdout is not None
    heard = ""
    while "Ctrl+C" not in heard:
        line = await process.stdout.readline()
        assert line, heard
        heard += line.decode()
    yield heard
    process.send_signal(signal.SIGTERM)
    await process.communicate()
    assert process.returncode == 0


async def test_an_office_without_a_bot_is_served_by_the_inbox_alone(
    tmp_path: Path, address: str, running: str
) -> None:
    assert f"Web inbox: {address}/w/" in running
    said = await _says(tmp_path, address, "web-link", "Dũng")
    link, code = re.search(r"http\S+", said), re.search(r"\d{3} \d{3}", said)
    assert link is not None
    assert code is not None
    async with httpx.AsyncClient(base_url=address, follow_redirects=True) as client:
        browser = Browser(client)
        browser.headers = {"origin": address}
        await browser.opens(link[0])
        form = browser.form("Mở hộp thư")
        await browser.posts(form, code=code[0])
        await browser.posts(browser.form("Đồng ý cả 4 mục"))
        await browser.posts(browser.form("Trợ giúp"))
        assert "TRỢ GIÚP" in browser.words
        assert (await browser.opens("/")).status_code == 404
        assert "Không có trang này" in browser.words
        assert (await browser.opens("/w")).status_code == 200


async def test_a_member_is_not_told_from_another_by_a_header_that_anybody_can_write(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # uvicorn shuts its log for the whole process.
    monkeypatch.setattr(logging.getLogger("uvicorn.access"), "propagate", True)

    async def app(scope: object, receive: object, send: object) -> None: ...

    assert web_server(app).config.proxy_headers is False
