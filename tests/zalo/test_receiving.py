"""How a Zalo bot is told to receive: by being asked, or by a webhook that it can really reach."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr
from starlette.applications import Starlette
from structlog.testing import capture_logs

from bot.channels.contract import Received, Unavailable
from bot.office import Office
from bot.runtime import receiving
from bot.runtime.connecting import ZaloLine, zalo_line
from bot.runtime.receiving import NotReceiving, receive_as_set, receive_in_the_end
from bot.settings import Connection as ConnectionSettings
from bot.settings import Receive, Settings
from bot.settings.sections import OfficeSection, WebSection
from bot.states import Platform, Reason
from handlers.serve.lines import serve_line
from handlers.serve.listening import listen, web_server
from handlers.zalo.webhook import webhook_path, webhook_route
from storage.channels import connections
from tests.cast import make_office
from tests.standins.zalo import FREE, ZaloServer

SECRET = "a-secret-of-this-test"
PATH = webhook_path("main")


FINDINGS = [
    ("webhook.http.5xx", False),
    ("webhook.err.timeout", False),
    ("webhook.err.conn", True),
    ("webhook.err.dns", True),
    ("webhook.err.tls", True),
    ("webhook.http.403", True),
    ("webhook.http.404", True),
    ("webhook.err.blocked", True),
    ("something new", True),
]


async def nothing(_received: Received) -> None:
    """Take no update."""


@asynccontextmanager
async def serving() -> AsyncIterator[str]:
    listening = listen(Settings(web=WebSection(port=0)))
    app = Starlette(routes=[webhook_route("main", secret=SECRET, take=nothing)])
    server = web_server(app)
    task = asyncio.create_task(server.serve([listening]))
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        await task


@asynccontextmanager
async def line_to(
    server: ZaloServer, url: str, *, public_url: str = "", receive: Receive = Receive.WEBHOOK
) -> AsyncIterator[tuple[Office, ZaloLine]]:
    connection = ConnectionSettings(
        platform=Platform.ZALO,
        token=SecretStr(server.token),
        api_url=server.url,
        receive=receive,
        webhook_secret=SecretStr(SECRET),
    )
    # The stand-in takes an address of this machine; an office's has to be https, and that is checked.
    web = WebSection().model_copy(update={"public_url": public_url})
    own = OfficeSection(data_folder=Path(url.removeprefix("sqlite:///")).parent)
    sections = {"web": web, "office": own, "connections": {"main": connection}}
    settings = Settings().model_copy(update=sections)
    async with AsyncExitStack() as stack:
        office = make_office(url, settings=settings)
        stack.push_async_callback(office.database.close)
        yield office, await stack.enter_async_context(zalo_line(office, "main", connection))


async def test_a_webhook_that_is_reached_is_set(prepared_sqlite_url: str) -> None:
    async with (
        ZaloServer(limits=FREE) as server,
        serving() as own,
        line_to(server, prepared_sqlite_url, public_url=own) as (office, line),
    ):
        await receive_as_set(office, line, path=PATH)
        assert await line.channel.webhook_info() == own + PATH


async def test_a_webhook_that_cannot_be_reached_is_a_clear_error(prepared_sqlite_url: str) -> None:
    async with (
        ZaloServer(limits=FREE) as server,
        serving() as own,
        line_to(server, prepared_sqlite_url, public_url=own) as (office, line),
    ):
        with pytest.raises(NotReceiving) as told:
            await receive_as_set(office, line, path="/webhook/zalo/another")
    assert "connections.main: Zalo cannot reach" in str(told.value)
    assert "webhook.http.404" in str(told.value)
    assert "web.public_url" in str(told.value)
    assert SECRET not in str(told.value)


async def test_a_webhook_that_is_refused_is_a_clear_error_without_the_token(prepared_sqlite_url: str) -> None:
    async with (
        ZaloServer(limits=FREE) as server,
        serving() as own,
        line_to(server, prepared_sqlite_url, public_url=own) as (office, line),
    ):
        server.answers(401, "Unauthorized", status=200, methods=frozenset({"setWebhook"}))
        with pytest.raises(NotReceiving) as told:
            await receive_as_set(office, line, path=PATH)
        assert server.token not in str(told.value)
    assert "the webhook was not set: token" in str(told.value)


async def test_a_webhook_set_too_often_today_goes_on_as_it_stands(prepared_sqlite_url: str) -> None:
    async with (
        ZaloServer(limits=replace(FREE, webhooks_a_day=1)) as server,
        serving() as own,
        line_to(server, prepared_sqlite_url, public_url=own) as (office, line),
    ):
        await receive_as_set(office, line, path=PATH)
        await receive_as_set(office, line, path=PATH)
        with pytest.raises(NotReceiving, match="was not set") as told:
            await receive_as_set(office, line, path="/webhook/zalo/another")
        assert told.value.reason is None
        with pytest.raises(NotReceiving):
            await receive_as_set(office, line, path="/webhook/zalo/another")


@pytest.mark.parametrize("was_set", [True, False])
async def test_who_polls_has_no_webhook_any_more(prepared_sqlite_url: str, was_set: bool) -> None:
    async with (
        ZaloServer(limits=FREE) as server,
        serving() as own,
        line_to(server, prepared_sqlite_url, receive=Receive.POLLING) as (office, line),
    ):
        if was_set:
            await line.channel.set_webhook(own + PATH, secret=SECRET)
        await receive_as_set(office, line, path="")
        assert await line.channel.webhook_info() is None


async def test_where_loa_asks_nobody_can_post(prepared_sqlite_url: str) -> None:
    async with (
        ZaloServer(limits=FREE) as server,
        line_to(server, prepared_sqlite_url, receive=Receive.POLLING) as (office, line),
    ):
        served = serve_line(office, line)
        assert (served.webhook, served.path) == (None, "")


@pytest.mark.parametrize("receive", list(Receive))
@pytest.mark.parametrize("code", [403, 500])
async def test_while_zalo_is_away_it_is_said_to_be_away_and_tried_until_it_is_back(
    prepared_sqlite_url: str, monkeypatch: pytest.MonkeyPatch, receive: Receive, code: int
) -> None:
    monkeypatch.setattr(receiving, "after_not_sent", lambda _failures, *, chance: timedelta())
    path = PATH if receive is Receive.WEBHOOK else ""
    methods = frozenset({"setWebhook", "deleteWebhook"})
    async with (
        ZaloServer(limits=FREE) as server,
        serving() as own,
        line_to(server, prepared_sqlite_url, public_url=own, receive=receive) as (office, line),
    ):
        if receive is Receive.POLLING:
            await line.channel.set_webhook(own + PATH, secret=SECRET)
        for _ in range(3):
            server.answers(code, methods=methods)
        with pytest.raises(Unavailable) as away:
            await receive_as_set(office, line, path=path)
        await receive_in_the_end(office, line, away.value, path=path)
        assert await line.channel.webhook_info() == (own + PATH if path else None)


async def test_what_is_wrong_with_the_address_stands_at_the_connection_until_it_is_mended(
    prepared_sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    rests: list[timedelta] = []
    rest = receiving._rest

    def at_once(trouble: Unavailable | NotReceiving, failures: int) -> timedelta:
        rests.append(rest(trouble, failures))
        if len(rests) == 3:
            # The office has mended it.
            server.goes_right()
        return timedelta()

    monkeypatch.setattr(receiving, "_rest", at_once)
    async with (
        ZaloServer(limits=FREE) as server,
        serving() as own,
        line_to(server, prepared_sqlite_url, public_url=own) as (office, line),
    ):
        server.answers(
            200, status=200, methods=frozenset({"setWebhook"}), body=verified("webhook.err.dns"), times=1
        )
        tries = json.dumps({"ok": True, "result": {"ok": False, "outcome": "webhook.err.dns"}}).encode()
        server.answers(200, status=200, methods=frozenset({"testWebhook"}), body=tries, times=1)
        server.answers(426, status=200, methods=frozenset({"testWebhook"}), times=None)
        with pytest.raises(NotReceiving) as trouble:
            await receive_as_set(office, line, path=PATH)
        await line.channel.set_webhook(own + PATH, secret=SECRET)
        with capture_logs() as logged:
            await receive_in_the_end(office, line, trouble.value, path=PATH)
        assert [one["log_level"] for one in logged] == ["error"] * 3 + ["info"]
        assert await stopped(office) == ""
        # Setting it counts against the few times a day: the address that is kept is only tried again.
        assert [method for method, _ in server.calls].count("setWebhook") == 2
    assert rests == [timedelta(minutes=15), timedelta(minutes=30), timedelta(hours=1)]


async def test_what_zalo_does_not_reach_is_noted_as_not_heard(prepared_sqlite_url: str) -> None:
    async with (
        ZaloServer(limits=FREE) as server,
        line_to(server, prepared_sqlite_url, public_url="https://loa.example") as (office, line),
    ):
        trying = asyncio.create_task(
            receive_in_the_end(office, line, NotReceiving("not reached", is_set=True), path=PATH)
        )
        for _ in range(1000):
            if await stopped(office):
                break
            await asyncio.sleep(0.01)
        assert await stopped(office) == connections.NOT_HEARD
        assert not trying.done()
        trying.cancel()
        await asyncio.gather(trying, return_exceptions=True)
        assert server.calls == []


async def test_a_refused_token_stops_that_bot_and_says_so(prepared_sqlite_url: str) -> None:
    async with (
        ZaloServer(limits=FREE) as server,
        serving() as own,
        line_to(server, prepared_sqlite_url, public_url=own) as (office, line),
    ):
        server.answers(401, status=200, methods=frozenset({"setWebhook"}))
        with pytest.raises(NotReceiving) as trouble:
            await receive_as_set(office, line, path=PATH)
        with capture_logs() as logged:
            await receive_in_the_end(office, line, trouble.value, path=PATH)
        assert await stopped(office) == Reason.TOKEN
    assert [one["log_level"] for one in logged] == ["error"]
    assert server.token not in str(logged)


async def stopped(office: Office) -> str:
    (line,) = await office.database.read(connections.every)
    return line.stopped_reason


def verified(finding: str) -> bytes:
    verification = {"ok": False, "outcome": finding}
    result = {"url": "https://loa.example/x", "verification": verification}
    return json.dumps({"ok": True, "result": result}).encode()


@pytest.mark.parametrize(("finding", "stops"), FINDINGS)
async def test_what_zalo_saw_of_the_address_tells_whether_an_admin_must_change_it(
    prepared_sqlite_url: str, finding: str, stops: bool
) -> None:
    async with (
        ZaloServer(limits=FREE) as server,
        line_to(server, prepared_sqlite_url, public_url="https://loa.example") as (office, line),
    ):
        server.answers(200, status=200, methods=frozenset({"setWebhook"}), body=verified(finding))
        if stops:
            with pytest.raises(NotReceiving, match=finding):
                await receive_as_set(office, line, path=PATH)
        else:
            await receive_as_set(office, line, path=PATH)
