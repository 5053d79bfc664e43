"""How a line breaks, and what is asked and heard on it, below everything else."""

import asyncio
from collections.abc import Callable
from datetime import timedelta

import httpx
import pytest

from bot.channels.contract import OutcomeKind
from bot.channels.zalo import ZaloChannel
from bot.channels.zalo.about import hooked
from bot.channels.zalo.requests import DETAIL_LENGTH, Answer
from storage.states import Reason
from tests.channels.messages import line
from tests.channels.zalo_side import BINH, NO_PAUSE, POLLS
from tests.standins.zalo import Person, ZaloServer

Answering = Callable[[httpx.Request], httpx.Response]


@pytest.fixture
def on_the_line(monkeypatch: pytest.MonkeyPatch) -> Callable[[Answering], ZaloChannel]:
    """A channel whose lowest layer is this."""

    def made(answering: Answering) -> ZaloChannel:
        async def handle(_transport: httpx.AsyncHTTPTransport, request: httpx.Request) -> httpx.Response:
            return answering(request)

        monkeypatch.setattr(httpx.AsyncHTTPTransport, "handle_async_request", handle)
        return ZaloChannel("1:token", api_url="http://127.0.0.1:9", between_polls=NO_PAUSE)

    return made


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (httpx.ConnectError, OutcomeKind.NOT_SENT),
        (httpx.ConnectTimeout, OutcomeKind.NOT_SENT),
        (httpx.PoolTimeout, OutcomeKind.NOT_SENT),
        (httpx.ProxyError, OutcomeKind.NOT_SENT),
        (httpx.UnsupportedProtocol, OutcomeKind.NOT_SENT),
        (httpx.ReadTimeout, OutcomeKind.MAYBE),
        (httpx.WriteTimeout, OutcomeKind.MAYBE),
        (httpx.ReadError, OutcomeKind.MAYBE),
        (httpx.WriteError, OutcomeKind.MAYBE),
        (httpx.RemoteProtocolError, OutcomeKind.MAYBE),
        (httpx.DecodingError, OutcomeKind.MAYBE),
    ],
)
async def test_only_what_broke_before_anything_was_sent_has_sent_nothing(
    on_the_line: Callable[[Answering], ZaloChannel], error: type[httpx.HTTPError], kind: OutcomeKind
) -> None:
    def breaks(_request: httpx.Request) -> httpx.Response:
        raise error("the line broke")

    outcome = await on_the_line(breaks).send(BINH, line("x"))
    reason = Reason.NOT_CONNECTED if kind is OutcomeKind.NOT_SENT else Reason.CUT_OFF
    assert (outcome.kind, outcome.reason) == (kind, reason)


@pytest.mark.parametrize(("header", "wait"), [("7", timedelta(seconds=7)), ("soon", None), ("1" * 9, None)])
async def test_how_long_to_wait_is_read_and_an_answer_is_asked_for_as_it_comes(
    on_the_line: Callable[[Answering], ZaloChannel], header: str, wait: timedelta | None
) -> None:
    asked: list[httpx.Request] = []

    def too_fast(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        body = b'{"ok": false, "error_code": 429, "description": "Too many requests"}'
        return httpx.Response(429, headers={"Retry-After": header}, stream=httpx.ByteStream(body))

    outcome = await on_the_line(too_fast).send(BINH, line("x"))
    assert (outcome.reason, outcome.retry_after) == (Reason.TOO_FAST, wait)
    # A packed answer could grow past every bound while it is unpacked.
    assert [one.headers["Accept-Encoding"] for one in asked] == ["identity"]


async def test_polls_that_are_held_take_no_line_from_what_is_sent(zalo: ZaloServer, ted: Person) -> None:
    channel = ZaloChannel(
        zalo.token, api_url=zalo.url, in_flight=1, between_polls=NO_PAUSE, read_after=timedelta(seconds=2)
    )
    held = [asyncio.create_task(channel.poll(None, wait=timedelta(seconds=60))) for _ in range(8)]
    await zalo.is_called("getUpdates", times=2)
    assert (await channel.send(BINH, line("x"))).kind is OutcomeKind.SENT
    for one in held:
        one.cancel()
    await asyncio.gather(*held, return_exceptions=True)
    await channel.close()


async def test_what_cannot_be_stored_is_logged_without_its_words(
    zalo_channel: ZaloChannel, zalo: ZaloServer, caplog: pytest.LogCaptureFixture
) -> None:
    body = b'{"ok": true, "result": {"text": "loi rieng"}}'
    zalo.answers(200, status=200, methods=POLLS, body=body)
    assert (await zalo_channel.poll(None, wait=timedelta())).received == ()
    assert "without a form" in caplog.text
    assert "rieng" not in caplog.text


def test_what_zalo_hints_of_an_address_is_one_short_line() -> None:
    verification = {"ok": False, "outcome": "webhook.err.tls", "hint": "a\r\nb\x1b[31m" + "x" * 500}
    found = hooked(Answer(200, {"ok": True, "result": {"verification": verification}})).finding
    assert found.startswith("webhook.err.tls: ab")
    assert found.isprintable()
    assert len(found) == DETAIL_LENGTH
