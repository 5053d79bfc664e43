"""Telegram's webhook, over real HTTP."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from socket import socket
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest
from starlette.applications import Starlette

from bot.channels.contract import Received
from bot.channels.telegram.channel import TelegramChannel
from bot.settings import Settings
from bot.settings.sections import WebSection
from handlers import webhooks
from handlers.serve.listening import listen, web_server
from handlers.telegram.webhook import webhook_path, webhook_route
from tests.standins.telegram import FREE, TelegramServer

SECRET = "a-secret-of-this-test"
HEADER = "X-Telegram-Bot-Api-Secret-Token"
UPDATE: dict[str, Any] = {
    "update_id": 7,
    "message": {"message_id": 1, "chat": {"id": 5, "type": "private"}, "text": "x"},
}


class Inbox:
    """Keeps what was taken; fails as often as told."""

    def __init__(self) -> None:
        self.taken: list[Received] = []
        self.fails = 0
        self.has_taken = asyncio.Event()

    async def take(self, received: Received) -> None:
        if self.fails:
            self.fails -= 1
            raise RuntimeError("the database is away")
        self.taken.append(received)
        self.has_taken.set()


@asynccontextmanager
async def serving(inbox: Inbox) -> AsyncIterator[str]:
    listening: socket = listen(Settings(web=WebSection(port=0)))
    app = Starlette(routes=[webhook_route("main", secret=SECRET, take=inbox.take)])
    server = web_server(app)
    task = asyncio.create_task(server.serve([listening]))
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}{webhook_path('main')}"
    finally:
        server.should_exit = True
        await task


@pytest.mark.parametrize("secret", [None, b"", SECRET.encode() + b"x", "đ".encode()])
async def test_without_the_right_secret_nothing_is_taken(secret: bytes | None) -> None:
    inbox = Inbox()
    async with serving(inbox) as url, httpx.AsyncClient(trust_env=False) as client:
        headers = {} if secret is None else {HEADER.encode(): secret}
        answer = await client.post(url, json=UPDATE, headers=headers)
    assert answer.status_code == 403
    assert inbox.taken == []


async def test_with_the_secret_an_update_is_taken_before_it_is_confirmed() -> None:
    inbox = Inbox()
    async with serving(inbox) as url, httpx.AsyncClient(trust_env=False) as client:
        answer = await client.post(url, json=UPDATE, headers={HEADER: SECRET})
    assert answer.status_code == 200
    assert [(one.update_id, one.conversation) for one in inbox.taken] == [("7", "5")]


async def test_what_could_not_be_stored_is_not_confirmed() -> None:
    inbox = Inbox()
    inbox.fails = 1
    async with serving(inbox) as url, httpx.AsyncClient(trust_env=False) as client:
        answer = await client.post(url, json=UPDATE, headers={HEADER: SECRET})
    assert answer.status_code == 500


@pytest.mark.parametrize(
    "body", [b"", b"{", b"[" * 100_000, b"[]", b'{"update_id": NaN}', b'{"update_id": "7"}']
)
async def test_what_is_no_update_is_refused(body: bytes) -> None:
    inbox = Inbox()
    async with serving(inbox) as url, httpx.AsyncClient(trust_env=False) as client:
        answer = await client.post(url, content=body, headers={HEADER: SECRET})
    assert answer.status_code == 400
    assert inbox.taken == []


async def test_a_body_without_end_is_cut_off() -> None:
    async def endless() -> AsyncIterator[bytes]:
        for _ in range(40):
            yield b"x" * 65536

    inbox = Inbox()
    async with serving(inbox) as url, httpx.AsyncClient(trust_env=False) as client:
        answer = await client.post(url, content=endless(), headers={HEADER: SECRET})
    assert answer.status_code == 413
    assert inbox.taken == []


async def test_a_body_that_does_not_come_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(webhooks, "WITHIN", timedelta(milliseconds=50))
    inbox = Inbox()
    async with serving(inbox) as url:
        parts = urlsplit(url)
        reading, writing = await asyncio.open_connection(parts.hostname, parts.port)
        head = (
            f"POST {parts.path} HTTP/1.1\r\nHost: loa\r\n{HEADER}: {SECRET}\r\nContent-Length: 99\r\n\r\n{{"
        )
        writing.write(head.encode())
        answer = await reading.readline()
        writing.close()
    assert int(answer.split()[1]) == 408
    assert inbox.taken == []


async def test_what_no_database_takes_is_replaced_before_it_is_stored() -> None:
    inbox = Inbox()
    body = {**UPDATE, "message": {**UPDATE["message"], "text": "a\0b\ud800"}}
    async with serving(inbox) as url, httpx.AsyncClient(trust_env=False) as client:
        answer = await client.post(url, content=json.dumps(body), headers={HEADER: SECRET})
    assert answer.status_code == 200
    assert inbox.taken[0].body["message"]["text"] == "a\ufffdb\ufffd"


async def test_telegram_repeats_until_it_is_confirmed() -> None:
    inbox = Inbox()
    inbox.fails = 2
    async with TelegramServer(limits=FREE) as server, serving(inbox) as url:
        channel = TelegramChannel(server.token, api_url=server.url)
        await channel.open()
        outcome = await channel.set_webhook(url, secret=SECRET)
        assert outcome.reason is None
        person = server.person("Bình", 5)
        person.joins()
        person.says("xin chào")
        async with asyncio.timeout(10):
            await inbox.has_taken.wait()
        await channel.close()
    assert len(inbox.taken) == 1
