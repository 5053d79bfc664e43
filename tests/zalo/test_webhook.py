"""The webhook of a Zalo bot, over real HTTP."""

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
from structlog.testing import capture_logs

from bot.channels.contract import Received
from bot.channels.zalo.channel import ZaloChannel
from bot.settings import Settings
from bot.settings.sections import WebSection
from handlers import webhooks
from handlers.serve.listening import listen, web_server
from handlers.zalo.webhook import webhook_path, webhook_route
from tests.standins.zalo import FREE, Switches, ZaloServer

SECRET = "a-secret-of-this-test"
HEADER = "X-Bot-Api-Secret-Token"
RIGHT = {HEADER: SECRET}
EVENT: dict[str, Any] = {
    "event_name": "message.text.received",
    "message": {
        "from": {"id": "6ede9afa66b88fe6d6a9", "display_name": "Bình", "is_bot": False},
        "chat": {"id": "6ede9afa66b88fe6d6a9", "chat_type": "PRIVATE"},
        "text": "xin chào",
        "message_id": "2d758cb5e222177a4e35",
        "date": 1750316131602,
    },
}


class Inbox:
    """Keeps what was taken; fails as often as told."""

    def __init__(self) -> None:
        self.taken: list[Received] = []
        self.fails = 0

    async def take(self, received: Received) -> None:
        if self.fails:
            self.fails -= 1
            raise RuntimeError("the database is away")
        self.taken.append(received)


@asynccontextmanager
async def serving(inbox: Inbox, *, secret: str = SECRET) -> AsyncIterator[str]:
    listening: socket = listen(Settings(web=WebSection(port=0)))
    app = Starlette(routes=[webhook_route("main", secret=secret, take=inbox.take)])
    server = web_server(app)
    task = asyncio.create_task(server.serve([listening]))
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}{webhook_path('main')}"
    finally:
        server.should_exit = True
        await task


@pytest.mark.parametrize("secret", [None, b"", SECRET.encode() + b"x", SECRET[:-1].encode(), "đ".encode()])
async def test_without_the_right_secret_nothing_is_taken(secret: bytes | None) -> None:
    inbox = Inbox()
    async with serving(inbox) as url, httpx.AsyncClient(trust_env=False) as client:
        headers = {} if secret is None else {HEADER.encode(): secret}
        answer = await client.post(url, json=EVENT, headers=headers)
    assert answer.status_code == 403
    assert inbox.taken == []


@pytest.mark.parametrize("headers", [{}, {HEADER: ""}])
async def test_where_no_secret_is_set_nobody_gets_in(headers: dict[str, str]) -> None:
    inbox = Inbox()
    async with serving(inbox, secret="") as url, httpx.AsyncClient(trust_env=False) as client:
        answer = await client.post(url, json=EVENT, headers=headers)
    assert answer.status_code == 403
    assert inbox.taken == []


@pytest.mark.parametrize("body", [EVENT, {"ok": True, "result": EVENT}])
async def test_an_event_is_taken_before_it_is_confirmed_wrapped_or_bare(body: object) -> None:
    inbox = Inbox()
    async with serving(inbox) as url, httpx.AsyncClient(trust_env=False) as client:
        answer = await client.post(url, json=body, headers={HEADER: SECRET})
    assert answer.status_code == 200
    (taken,) = inbox.taken
    assert taken.update_id.split(":")[1] == "2d758cb5e222177a4e35"
    assert taken.conversation == "6ede9afa66b88fe6d6a9"


async def test_a_list_of_events_is_taken_in_order() -> None:
    inbox = Inbox()
    events = [{**EVENT, "message": {**EVENT["message"], "message_id": one}} for one in ("a", "b")]
    async with serving(inbox) as url, httpx.AsyncClient(trust_env=False) as client:
        answer = await client.post(url, json={"ok": True, "result": [events[0], 7, events[1]]}, headers=RIGHT)
    assert answer.status_code == 200
    assert [taken.update_id.split(":")[1] for taken in inbox.taken] == ["a", "b"]


@pytest.mark.parametrize("headers", ["", f"{HEADER}: {SECRET}\r\n"])
async def test_a_body_that_does_not_come_is_not_waited_for(
    monkeypatch: pytest.MonkeyPatch, headers: str
) -> None:
    monkeypatch.setattr(webhooks, "WITHIN", timedelta(milliseconds=50))
    inbox = Inbox()
    async with serving(inbox) as url:
        parts = urlsplit(url)
        reading, writing = await asyncio.open_connection(parts.hostname, parts.port)
        head = f"POST {parts.path} HTTP/1.1\r\nHost: loa\r\n{headers}Content-Length: 100\r\n\r\n{{"
        writing.write(head.encode())
        answer = await reading.readline()
        writing.close()
    # Without the secret not a byte of the body is asked for.
    assert int(answer.split()[1]) == (408 if headers else 403)
    assert inbox.taken == []


async def test_what_has_no_secret_but_something_to_say_is_no_probe() -> None:
    async def drop_by_drop() -> AsyncIterator[bytes]:
        yield b" "

    async with serving(Inbox()) as url, httpx.AsyncClient(trust_env=False) as client:
        assert (await client.post(url)).status_code == 200
        assert (await client.post(url, content=b" ")).status_code == 403
        assert (await client.post(url, content=drop_by_drop())).status_code == 403


async def test_what_could_not_be_stored_is_not_confirmed() -> None:
    inbox = Inbox()
    inbox.fails = 1
    async with serving(inbox) as url, httpx.AsyncClient(trust_env=False) as client:
        answer = await client.post(url, json=EVENT, headers={HEADER: SECRET})
    assert answer.status_code == 500


@pytest.mark.parametrize("body", [b"", b"{", b"[" * 100_000, b"[]", b'{"ok": true}', b"\xff", b"null", b"7"])
async def test_what_is_no_event_is_confirmed_and_dropped(body: bytes) -> None:
    inbox = Inbox()
    async with serving(inbox) as url, httpx.AsyncClient(trust_env=False) as client:
        answer = await client.post(url, content=body, headers={HEADER: SECRET})
    assert answer.status_code == 200
    assert inbox.taken == []


async def test_a_body_that_is_too_large_is_cut_off_though_an_event_stands_in_it() -> None:
    async def padded() -> AsyncIterator[bytes]:
        for _ in range(40):
            yield b" " * 65536
        yield json.dumps(EVENT).encode()

    inbox = Inbox()
    async with serving(inbox) as url, httpx.AsyncClient(trust_env=False) as client:
        answer = await client.post(url, content=padded(), headers={HEADER: SECRET})
    assert answer.status_code == 200
    assert inbox.taken == []


@pytest.mark.parametrize("has_secret", [True, False])
async def test_the_probe_of_a_new_webhook_finds_somebody_there(has_secret: bool) -> None:
    inbox = Inbox()
    switches = Switches(probe_has_secret=has_secret)
    async with ZaloServer(limits=FREE, switches=switches) as server, serving(inbox) as url:
        channel = ZaloChannel(server.token, api_url=server.url)
        await channel.open()
        hooked = await channel.set_webhook(url, secret=SECRET)
        await channel.close()
    assert hooked.kept
    assert hooked.verified
    assert inbox.taken == []


async def test_an_empty_body_with_a_wrong_secret_finds_nobody() -> None:
    async with serving(Inbox()) as url, httpx.AsyncClient(trust_env=False) as client:
        answer = await client.post(url, headers={HEADER: "another secret"})
    assert answer.status_code == 403


async def test_only_what_is_posted_is_looked_at() -> None:
    async with serving(Inbox()) as url, httpx.AsyncClient(trust_env=False) as client:
        assert (await client.get(url, headers={HEADER: SECRET})).status_code == 405


async def test_neither_a_secret_nor_what_people_write_stands_in_the_log() -> None:
    inbox = Inbox()
    with capture_logs() as logged:
        async with serving(inbox) as url, httpx.AsyncClient(trust_env=False) as client:
            await client.post(url, json=EVENT, headers={HEADER: "a-wrong-secret-of-somebody"})
            await client.post(url, content=b'{"text": "loi rieng"}', headers=RIGHT)
            await client.post(url, content=b"loi rieng, no JSON", headers=RIGHT)
    assert [one["event"] for one in logged] == [
        "webhook without the right secret",
        "webhook's body not understood",
        "webhook's body not understood",
    ]
    said = repr(logged)
    assert not [part for part in ("rieng", "xin chào", SECRET, "a-wrong-secret") if part in said]


async def test_the_secret_before_counts_only_while_it_holds() -> None:
    inbox, holds = Inbox(), {"the-one-before"}
    route = webhook_route("main", secret=SECRET, take=inbox.take, holds=lambda secret: secret in holds)
    transport = httpx.ASGITransport(Starlette(routes=[route]))
    async with httpx.AsyncClient(transport=transport, base_url="http://loa.example") as client:

        async def posts(secret: str) -> int:
            return (await client.post(route.path, json=EVENT, headers={HEADER: secret})).status_code

        assert [await posts(one) for one in ("the-one-before", SECRET, "another", "")] == [200, 200, 403, 403]
        holds.clear()
        assert await posts("the-one-before") == 403
    assert len(inbox.taken) == 2
