import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest

from bot.channels.contract import OutcomeKind
from bot.channels.zalo import ZaloChannel
from bot.channels.zalo.requests import LARGEST_ANSWER
from storage.states import Reason
from tests.channels.messages import line
from tests.channels.zalo_side import BINH, to
from tests.standins.zalo import Person, ZaloServer


async def test_a_dropped_reply_is_maybe_since_the_message_is_there(
    zalo_channel: ZaloChannel, zalo: ZaloServer, ted: Person
) -> None:
    zalo.drops_reply(BINH)
    outcome = await zalo_channel.send(BINH, line("một lần"))
    assert (outcome.kind, outcome.reason) == (OutcomeKind.MAYBE, Reason.CUT_OFF)
    assert [one.text for one in ted.got] == ["một lần"]


async def test_a_line_cut_before_acceptance_is_maybe_and_nothing_is_repeated_by_itself(
    zalo_channel: ZaloChannel, zalo: ZaloServer, ted: Person
) -> None:
    zalo.hangs_up(BINH)
    outcome = await zalo_channel.send(BINH, line("x"))
    assert (outcome.kind, outcome.reason) == (OutcomeKind.MAYBE, Reason.CUT_OFF)
    assert len(zalo.calls) == 1
    assert ted.got == []


async def test_a_slow_answer_is_maybe_and_arrives_later(zalo: ZaloServer, ted: Person) -> None:
    channel = to(zalo, read_after=0.2)
    zalo.delays(0.6, BINH)
    outcome = await channel.send(BINH, line("chậm"))
    assert (outcome.kind, outcome.reason) == (OutcomeKind.MAYBE, Reason.CUT_OFF)
    await ted.receives("chậm")
    await channel.close()


async def test_a_closed_port_has_sent_nothing(
    zalo_channel: ZaloChannel, zalo: ZaloServer, ted: Person
) -> None:
    await zalo.stop()
    outcome = await zalo_channel.send(BINH, line("x"))
    assert (outcome.kind, outcome.reason) == (OutcomeKind.NOT_SENT, Reason.NOT_CONNECTED)


async def test_a_proxy_that_is_away_has_sent_nothing(zalo: ZaloServer, ted: Person) -> None:
    async with ZaloServer() as other:
        closed = other.url
    channel = ZaloChannel(zalo.token, api_url=zalo.url, proxy=closed)
    outcome = await channel.send(BINH, line("x"))
    assert (outcome.kind, outcome.reason) == (OutcomeKind.NOT_SENT, Reason.NOT_CONNECTED)
    assert ted.got == []
    await channel.close()


async def test_proxies_named_in_the_environment_are_passed_by(
    zalo: ZaloServer, ted: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with ZaloServer() as other:
        closed = other.url
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, closed)
    channel = to(zalo)
    assert (await channel.send(BINH, line("x"))).kind is OutcomeKind.SENT
    await channel.close()


@pytest.mark.parametrize("status", [500, 502, 503, 504])
async def test_a_fault_of_the_platform_is_maybe(
    zalo_channel: ZaloChannel, zalo: ZaloServer, ted: Person, status: int
) -> None:
    zalo.answers(status, body=b"<html>Bad Gateway</html>")
    outcome = await zalo_channel.send(BINH, line("x"))
    assert (outcome.kind, outcome.reason) == (OutcomeKind.MAYBE, Reason.PLATFORM_FAULT)
    assert outcome.status == status


@pytest.mark.parametrize("body", [b"", b"<html>ok</html>", b"[]", b'"ok"', b"{}", b'{"ok": 1}', b"[" * 9999])
async def test_a_200_that_nobody_understands_is_maybe(
    zalo_channel: ZaloChannel, zalo: ZaloServer, ted: Person, body: bytes
) -> None:
    zalo.answers(200, status=200, body=body)
    outcome = await zalo_channel.send(BINH, line("x"))
    assert (outcome.kind, outcome.reason) == (OutcomeKind.MAYBE, Reason.PLATFORM_FAULT)


async def test_a_page_in_the_platforms_place_blames_nobody(
    zalo_channel: ZaloChannel, zalo: ZaloServer, ted: Person
) -> None:
    zalo.answers(403, body=b"<html>the user is blocked by the user's provider</html>")
    outcome = await zalo_channel.send(BINH, line("x"))
    assert (outcome.kind, outcome.reason) == (OutcomeKind.NOT_SENT, Reason.NOT_CONNECTED)


async def test_a_redirect_is_not_followed_with_the_token_in_hand(
    zalo_channel: ZaloChannel, zalo: ZaloServer, ted: Person
) -> None:
    async with ZaloServer(zalo.token) as elsewhere:
        elsewhere.person("Bình", BINH).joins()
        where = f"{elsewhere.url}/bot{zalo.token}/sendMessage"
        zalo.answers(307, status=307, body=b"", location=where)
        outcome = await zalo_channel.send(BINH, line("x"))
        assert (outcome.kind, outcome.reason) == (OutcomeKind.NOT_SENT, Reason.NOT_CONNECTED)
        assert elsewhere.calls == []


async def test_an_answer_without_end_is_given_up_and_the_line_is_of_use_again(
    zalo_channel: ZaloChannel, zalo: ZaloServer, ted: Person
) -> None:
    zalo.answers(200, status=200, body=b'{"ok": true, "x": "' + b"x" * LARGEST_ANSWER + b'"}')
    assert (await zalo_channel.send(BINH, line("x"))).kind is OutcomeKind.MAYBE
    assert (await zalo_channel.send(BINH, line("y"))).kind is OutcomeKind.SENT


@pytest.mark.parametrize("way", [":", "\\u003a", "%3a", "%3A", "%253a"])
async def test_an_answer_that_quotes_the_token_is_read_without_it_however_it_is_spelled(
    zalo_channel: ZaloChannel, zalo: ZaloServer, ted: Person, way: str
) -> None:
    number, secret = zalo.token.split(":")
    quoted = f'{{"ok": false, "error_code": 400, "description": "no /bot{number}{way}{secret}/x"}}'
    zalo.answers(400, body=quoted.encode())
    outcome = await zalo_channel.send(BINH, line("x"))
    assert outcome.detail == "400 no /botTOKEN/x"


@pytest.mark.parametrize("wrong", ['"a\\u0000b"', '"\\ud800"', f'"{"x" * 5000}"', "true", "[]", "1.5"])
async def test_a_message_id_that_no_row_could_hold_is_none(
    zalo_channel: ZaloChannel, zalo: ZaloServer, ted: Person, wrong: str
) -> None:
    zalo.answers(200, status=200, body=f'{{"ok": true, "result": {{"message_id": {wrong}}}}}'.encode())
    outcome = await zalo_channel.send(BINH, line("x"))
    assert (outcome.kind, outcome.message_id) == (OutcomeKind.SENT, "")


@pytest.mark.parametrize("url", ["http://127.0.0.1:99999", "http://xn--.example"])
async def test_an_address_that_cannot_exist_has_sent_nothing(url: str) -> None:
    channel = ZaloChannel("1:hush-42", api_url=url)
    outcome = await channel.send(BINH, line("x"))
    assert (outcome.kind, outcome.reason) == (OutcomeKind.NOT_SENT, Reason.NOT_CONNECTED)
    assert "hush" not in outcome.detail
    await channel.close()


@asynccontextmanager
async def _trickling() -> AsyncIterator[str]:
    """A server whose answer comes byte by byte, each within every time-out, and is fine in the end."""
    body = b'{"ok": true, "result": {"message_id": "1"}}'

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(body))
        try:
            for byte in body:
                writer.write(bytes([byte]))
                await writer.drain()
                await asyncio.sleep(0.05)
        except ConnectionError:
            pass
        finally:
            writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        server.close()
        await server.wait_closed()


async def test_an_answer_that_trickles_does_not_outlive_the_lease() -> None:
    async with _trickling() as url:
        short = timedelta(seconds=0.3)
        channel = ZaloChannel("1:x", api_url=url, connect_after=short, read_after=short)
        outcome = await channel.send(BINH, line("x"))
        assert (outcome.kind, outcome.reason) == (OutcomeKind.MAYBE, Reason.CUT_OFF)
        await channel.close()
        patient = ZaloChannel("1:x", api_url=url, connect_after=short, read_after=timedelta(seconds=30))
        assert (await patient.send(BINH, line("x"))).kind is OutcomeKind.SENT
        await patient.close()


async def test_one_call_in_trouble_does_not_hold_up_another(
    zalo_channel: ZaloChannel, zalo: ZaloServer, ted: Person
) -> None:
    lan = zalo.person("Lan", "aa22")
    lan.joins()
    zalo.delays(30, BINH)
    slow = asyncio.create_task(zalo_channel.send(BINH, line("x")))
    await zalo.is_called("sendMessage")
    assert (await zalo_channel.send("aa22", line("y"))).kind is OutcomeKind.SENT
    assert not slow.done()
    slow.cancel()
    await asyncio.gather(slow, return_exceptions=True)
