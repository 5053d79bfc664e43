import asyncio
from datetime import timedelta
from typing import Any

import pytest

from bot.channels.contract import Unavailable
from bot.channels.zalo import ZaloChannel
from storage.states import Reason
from tests.channels.messages import NOW
from tests.channels.zalo_side import BINH, POLLS, odd, to
from tests.standins.zalo import Person, ZaloServer

LONG = timedelta(seconds=30)


def polls(zalo: ZaloServer) -> list[dict[str, str]]:
    return [fields for method, fields in zalo.calls if method == "getUpdates"]


async def test_what_people_say_comes_one_by_one_with_nothing_to_go_on_from(
    zalo_channel: ZaloChannel, ted: Person
) -> None:
    first, second = ted.says("Đã rõ"), ted.says("27")
    for said in (first, second):
        polled = await zalo_channel.poll(None, wait=NOW)
        (one,) = polled.received
        assert (one.update_id.split(":")[1], one.conversation) == (said.message_id, BINH)
        assert one.body["message"]["text"] == said.text
        assert one.body["event_name"] == "message.text.received"
        assert polled.offset is None


@pytest.mark.parametrize("status", [408, 200])
async def test_an_empty_poll_is_no_fault_in_either_form(status: int) -> None:
    async with odd(empty_poll_status=status) as zalo:
        channel = to(zalo)
        polled = await channel.poll(None, wait=NOW)
        assert (polled.received, polled.offset) == ((), None)
        await channel.close()


@pytest.mark.parametrize(
    ("status", "body"),
    [
        (408, b""),
        (408, b"<html>"),
        (200, b'{"ok": true}'),
        (200, b'{"ok": true, "result": null}'),
        (200, b'{"ok": true, "result": {}}'),
        (200, b'{"ok": true, "result": []}'),
        (200, b'{"ok": false, "description": "Request timeout", "error_code": 408}'),
    ],
)
async def test_other_forms_of_nothing_are_nothing_too(
    zalo: ZaloServer, zalo_channel: ZaloChannel, status: int, body: bytes
) -> None:
    zalo.answers(status, status=status, methods=POLLS, body=body)
    assert (await zalo_channel.poll(None, wait=NOW)).received == ()


async def test_only_the_one_parameter_that_exists_is_sent(
    zalo_channel: ZaloChannel, zalo: ZaloServer
) -> None:
    zalo.pushes({"event_name": "message.text.received", "message": {}})
    await zalo_channel.poll(471_100_001, wait=timedelta(seconds=25))
    assert polls(zalo) == [{"timeout": "25"}]
    assert zalo.unknown_parameters == []


async def test_a_long_poll_wakes_for_what_comes_in(
    zalo_channel: ZaloChannel, zalo: ZaloServer, ted: Person
) -> None:
    polling = asyncio.create_task(zalo_channel.poll(None, wait=LONG))
    await zalo.is_called("getUpdates")
    ted.says("xin chào")
    (one,) = (await polling).received
    assert one.body["message"]["text"] == "xin chào"


async def test_a_long_poll_may_take_longer_than_a_call(zalo: ZaloServer) -> None:
    channel = to(zalo, read_after=0.2)
    assert (await channel.poll(None, wait=timedelta(seconds=1))).received == ()
    await channel.close()


@pytest.mark.parametrize(
    "body", [b'{"ok": true, "result": %s}', b"%s", b'{"ok": true, "result": [%s]}', b"[%s]"]
)
async def test_wrapped_bare_or_in_a_list_an_event_is_an_event(
    zalo: ZaloServer, zalo_channel: ZaloChannel, body: bytes
) -> None:
    event = b'{"event_name": "message.text.received", "message": {"message_id": "aa", "chat": {"id": "bb"}}}'
    zalo.answers(200, status=200, methods=POLLS, body=body % event)
    (one,) = (await zalo_channel.poll(None, wait=NOW)).received
    assert (one.update_id.split(":")[1], one.body["event_name"]) == ("aa", "message.text.received")


async def test_what_comes_again_has_the_same_id() -> None:
    async with odd(replays=1) as zalo:
        zalo.person("Bình", BINH).says("Đã rõ")
        channel = to(zalo)
        once, again = [await channel.poll(None, wait=NOW) for _ in range(2)]
        assert once == again
        assert (await channel.poll(None, wait=NOW)).received == ()
        await channel.close()


@pytest.mark.parametrize("message", [None, "not an object", {"chat": [], "message_id": {}, "date": "x"}])
async def test_a_malformed_event_does_not_end_the_polling(
    zalo_channel: ZaloChannel, zalo: ZaloServer, ted: Person, message: Any
) -> None:
    zalo.pushes({"event_name": "message.text.received", "message": message})
    ted.says("sau")
    (odd_one,) = (await zalo_channel.poll(None, wait=NOW)).received
    assert odd_one.conversation == ""
    (one,) = (await zalo_channel.poll(None, wait=NOW)).received
    assert one.body["message"]["text"] == "sau"


async def test_what_is_no_event_at_all_is_left_out_and_said_so(
    zalo_channel: ZaloChannel, zalo: ZaloServer, caplog: pytest.LogCaptureFixture
) -> None:
    zalo.answers(200, status=200, methods=POLLS, body=b'{"ok": true, "result": {"update_id": 3}}')
    assert (await zalo_channel.poll(None, wait=NOW)).received == ()
    assert "1 events without a form" in caplog.text


async def test_a_poll_that_fails_says_why(zalo_channel: ZaloChannel, zalo: ZaloServer) -> None:
    for code, reason in (
        (401, Reason.TOKEN),
        (403, Reason.PLATFORM_FAULT),
        (409, Reason.TWO_INSTANCES),
        (429, Reason.QUOTA),
        (500, Reason.PLATFORM_FAULT),
        (400, Reason.OTHER),
    ):
        zalo.answers(code, status=200, methods=POLLS)
        with pytest.raises(Unavailable) as caught:
            await zalo_channel.poll(None, wait=NOW)
        assert caught.value.reason is reason


@pytest.mark.parametrize("body", [b"", b"<html>", b"{}", b'{"result": {"update_id": 3}}', b'{"ok": false}'])
async def test_a_poll_answered_in_no_known_form_is_unavailable(
    zalo_channel: ZaloChannel, zalo: ZaloServer, body: bytes
) -> None:
    zalo.answers(200, status=200, methods=POLLS, body=body)
    with pytest.raises(Unavailable):
        await zalo_channel.poll(None, wait=NOW)


async def test_a_poll_whose_line_breaks_is_unavailable(zalo_channel: ZaloChannel, zalo: ZaloServer) -> None:
    await zalo.stop()
    with pytest.raises(Unavailable) as caught:
        await zalo_channel.poll(None, wait=NOW)
    assert caught.value.reason is Reason.NOT_CONNECTED


@pytest.mark.parametrize("status", [200, 401])
async def test_a_rejected_token_is_no_empty_poll(status: int) -> None:
    async with odd(bad_token_status=status) as zalo:
        channel = to(zalo, token="123456789:not-this-one")
        with pytest.raises(Unavailable) as caught:
            await channel.poll(None, wait=NOW)
        assert caught.value.reason is Reason.TOKEN
        await channel.close()


async def test_the_next_poll_waits_for_the_rest_between_them_also_after_a_failure(
    zalo: ZaloServer, ted: Person
) -> None:
    channel = ZaloChannel(zalo.token, api_url=zalo.url, between_polls=timedelta(hours=1))
    zalo.answers(500, methods=POLLS)
    with pytest.raises(Unavailable):
        await channel.poll(None, wait=NOW)
    ted.says("xin chào")
    second = asyncio.create_task(channel.poll(None, wait=NOW))
    # The others go on meanwhile: what the channel sends does not wait for its polls.
    assert (await channel.check()).reachable
    assert not second.done()
    assert len(polls(zalo)) == 1
    second.cancel()
    await asyncio.gather(second, return_exceptions=True)
    await channel.close()


async def test_without_saying_so_a_channel_rests_a_second_between_polls(zalo: ZaloServer) -> None:
    channel = ZaloChannel(zalo.token, api_url=zalo.url)
    loop = asyncio.get_running_loop()
    began = loop.time()
    for _ in range(2):
        await channel.poll(None, wait=NOW)
    # Never less, however fast the machine is.
    assert loop.time() - began >= 1
    await channel.close()
